// Regular expressions as Go understands them. Names without special characters and everyday patterns need no engine
// of their own; loading one costs more than rendering a small overlay.
import { compileWithRe2 } from "./re2-engine.ts";
import { toJavaScript } from "./simple-regexp.ts";

export interface GoRegexp {
  /** Whether the expression matches anywhere in the text, as Go's MatchString. */
  test(text: string): boolean;
}

const compiled = new Map<string, GoRegexp | undefined>();
const special = /[\\.+*?()|[\]{}^$]/;

/** Compiles a pattern with Go's syntax; undefined when Go would refuse it. */
export function compileGoRegexp(pattern: string): GoRegexp | undefined {
  const known = compiled.get(pattern);
  if (known || compiled.has(pattern)) return known;
  const result = compile(pattern);
  compiled.set(pattern, result);
  return result;
}

/** A pattern that must match the whole text, as kustomize's selectors do; the empty one matches everything. */
export function anchored(pattern: string): GoRegexp | undefined {
  if (pattern === "") return { test: () => true };
  if (!special.test(pattern)) return { test: (text) => text === pattern };
  return compileGoRegexp(`^(?:${pattern})$`);
}

function compile(pattern: string): GoRegexp | undefined {
  if (!special.test(pattern)) return { test: (text) => text.includes(pattern) };
  const simple = toJavaScript(pattern);
  if (!simple) return compileWithRe2(pattern);
  // A backtracking engine is kept to texts on which even its worst case is quick.
  return {
    test: (text) =>
      text.length <= longestSimpleText ? simple.test(text) : (compileWithRe2(pattern)?.test(text) ?? false),
  };
}

const longestSimpleText = 512;
