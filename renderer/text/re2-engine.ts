// The RE2 engine: all of Go's syntax, in time linear in the text. It is loaded when the first pattern needs it.
import { createRequire } from "node:module";

type Re2 = typeof import("re2js");

const load = createRequire(import.meta.url);
let engine: Re2 | undefined;
const compiled = new Map<string, InstanceType<Re2["RE2JS"]> | undefined>();

/** Compiles a pattern; undefined when it is not valid. */
export function compileWithRe2(pattern: string): { test(text: string): boolean } | undefined {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern);
}

function compile(pattern: string): InstanceType<Re2["RE2JS"]> | undefined {
  engine ??= load("re2js") as Re2;
  try {
    return engine.RE2JS.compile(pattern);
  } catch (thrown) {
    if (thrown instanceof engine.RE2JSException) return undefined;
    throw thrown;
  }
}
