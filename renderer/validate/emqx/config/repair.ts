// The value that was surely meant by one that EMQX refuses.
import type { ConfigType } from "./type.ts";

const booleans: Readonly<Record<string, string>> = { on: "true", yes: "true", off: "false", no: "false" };

/** @returns undefined where it would be a guess */
export function repaired({ kinds, words }: ConfigType, text: string): string | undefined {
  const small = text.toLowerCase();
  if (kinds.includes("boolean")) {
    const word = Object.hasOwn(booleans, small) ? booleans[small] : small;
    if (word === "true" || word === "false") return word;
  }
  if (kinds.includes("enum") && words.includes(small)) return small;
  // EMQX's MB is 1024 * 1024 bytes, as Kubernetes' Mi.
  const [, amount, unit] = /^(\d+)([KMG])i$/.exec(text) ?? [];
  return kinds.includes("size") && amount !== undefined ? `${amount}${unit}B` : undefined;
}
