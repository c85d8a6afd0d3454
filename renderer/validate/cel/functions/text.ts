// Functions of texts that cel-go's strings extension and Kubernetes' regex library have and the library has not.
// Sources: github.com/google/cel-go ext/strings.go; kubernetes.io/docs/reference/using-api/cel (regex library)
import { findAllWithRe2 } from "../../../text/re2-engine.ts";
import type { CelFunctions } from "../environment.ts";

export const textFunctions: CelFunctions = {
  functions: {
    "string.charAt(int): string": (text: string, at: bigint) => {
      if (at < 0n || at > BigInt(text.length)) throw new Error(`index out of range: ${at}`);
      return text.charAt(Number(at));
    },
    "string.replace(string, string): string": (text: string, old: string, other: string) =>
      text.replaceAll(old, () => other),
    "string.replace(string, string, int): string": replaceSome,
    "string.reverse(): string": (text: string) => [...text].reverse().join(""),
    "string.find(string): string": (text: string, pattern: string) => found(text, pattern, 1)[0] ?? "",
    "string.findAll(string): list<string>": (text: string, pattern: string) => found(text, pattern, -1),
    "string.findAll(string, int): list<string>": (text: string, pattern: string, most: bigint) =>
      found(text, pattern, Number(most)),
  },
};

function replaceSome(text: string, old: string, other: string, most: bigint): string {
  let left = most;
  return text.replaceAll(old, (part) => {
    if (left === 0n) return part;
    left--;
    return other;
  });
}

/** @param most  matches that are wanted; all when it is negative */
function found(text: string, pattern: string, most: number): readonly string[] {
  const matches = findAllWithRe2(pattern, text, most < 0 ? Number.POSITIVE_INFINITY : most);
  if (!matches) throw new Error(`\`${pattern}\` is no regular expression`);
  return matches;
}
