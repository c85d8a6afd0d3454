// The RE2 engine: all of Go's syntax, in time linear in the text. It is loaded when the first pattern needs it.
import { onDemand } from "./on-demand.ts";

type Re2 = typeof import("re2js");

const re2 = onDemand<Re2>("re2js");
const compiled = new Map<string, InstanceType<Re2["RE2JS"]> | undefined>();

/** Compiles a pattern; undefined when it is not valid. */
export function compileWithRe2(pattern: string): { test(text: string): boolean } | undefined {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern);
}

/** The first matches in a text; undefined when the pattern is not valid. */
export function findAllWithRe2(pattern: string, text: string, most: number): readonly string[] | undefined {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  const matcher = compiled.get(pattern)?.matcher(text);
  if (!matcher) return undefined;
  const found: string[] = [];
  while (found.length < most && matcher.find()) found.push(matcher.group() ?? "");
  return found;
}

function compile(pattern: string): InstanceType<Re2["RE2JS"]> | undefined {
  const engine = re2();
  try {
    return engine.RE2JS.compile(pattern);
  } catch (thrown) {
    if (thrown instanceof engine.RE2JSException) return undefined;
    throw thrown;
  }
}
