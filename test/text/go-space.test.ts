// Expected values are those of Go's strings.TrimSpace, by the definition of White_Space in Unicode.
import { expect, test } from "vitest";
import { trimGoSpace } from "../../renderer/text/go-space.ts";

test.each([
  ["  a b\t\r\n\v\f", "a b"],
  ["\u0085a\u0085b\u0085", "a\u0085b"],
  ["\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000a", "a"],
  ["\ufeffa\ufeff", "\ufeffa\ufeff"],
  [" \ufeff ", "\ufeff"],
  ["\u200ba\u180e", "\u200ba\u180e"],
  ["", ""],
  [" \u0085 ", ""],
])("%j becomes %j", (text, trimmed) => {
  expect(trimGoSpace(text)).toBe(trimmed);
});
