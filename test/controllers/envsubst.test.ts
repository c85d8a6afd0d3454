// What Flux makes of expressions, recorded in envsubst.json with its own library; null is a refusal. Where flux-build is at
// hand (FLUX_BUILD), the recordings and random expressions are compared with it.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { substitute } from "../../renderer/controllers/envsubst/evaluate.ts";

interface Recordings {
  readonly variables: Readonly<Record<string, string>>;
  readonly cases: readonly (readonly [text: string, expected: string | null])[];
}

const file = new URL("envsubst.json", import.meta.url);
const { variables, cases }: Recordings = JSON.parse(readFileSync(file, "utf8"));
const binary = process.env["FLUX_BUILD"];

function ours(text: string, values: Readonly<Record<string, string>> = variables): string | null {
  const result = substitute(text, new Map(Object.entries(values)));
  return result.kind === "text" ? result.text : null;
}

interface Line {
  readonly text: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** One run for all lines. What is no UTF-8 any more is refused later, as YAML. */
function theirs(lines: readonly Line[]): readonly (string | null)[] {
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  const { stdout } = spawnSync(binary ?? "", ["envsubst"], { input, encoding: "utf8", maxBuffer: 1 << 28 });
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => {
      const { text = null }: { text?: string | null } = JSON.parse(line);
      return text?.includes("\ufffd") ? null : text;
    });
}

describe("envsubst", () => {
  test.each(cases)("%j gives %j", (text, expected) => {
    expect(ours(text)).toBe(expected);
  });

  test("a mistake says where it is and which variable has no value", () => {
    expect(substitute(`a \${x} b`, new Map())).toMatchObject({ kind: "mistake", at: 2, unset: "x" });
    expect(substitute(`a \${x-y} b`, new Map())).toMatchObject({ kind: "mistake", at: 2 });
  });

  test("depth is bounded", () => {
    expect(ours(`\${x:-`.repeat(100_000))).toBeNull();
  });

  test("patterns are matched in one pass", () => {
    const values = { x: "a".repeat(50_000) };
    expect(ours(`\${x##*a*a*a*a*a*a*b}`, values)).toBe(values.x);
  });
});

describe.skipIf(!binary)("flux-build", () => {
  test("gives the same for the recordings", () => {
    expect(theirs(cases.map(([text]) => ({ text, variables })))).toEqual(
      cases.map(([, expected]) => expected),
    );
  });

  test("gives the same for random expressions", () => {
    const name = fc.constantFrom("a", "b", "x_1", "1");
    const value = fc.constantFrom("", "a", "abab", "aXbYa/b", "12345", "*", "a:b", "https://x.y/z", "]9[");
    const word = fc.string({ unit: fc.constantFrom(..."ab*?/1-[]$x \\^,:{}#%"), maxLength: 4 });
    const operator = fc.constantFrom(
      "",
      ":=",
      ":-",
      ":+",
      ":",
      "#",
      "##",
      "%",
      "%%",
      "/",
      "//",
      "/#",
      "/%",
      ",",
      "^^",
      "=",
    );
    const expression = fc
      .tuple(name, operator, word, fc.constantFrom("", "/", ":"), word)
      .map(([n, o, w, between, v]) => `\${${n}${o}${w}${between}${v}}`);
    const text = fc.array(fc.oneof(expression, word), { maxLength: 4 }).map((parts) => parts.join(""));
    const lines = fc.sample(fc.record({ text, variables: fc.dictionary(name, value) }), 5000);
    const expected = theirs(lines);
    const different = lines.filter((line, i) => ours(line.text, line.variables) !== expected[i]);
    expect(different).toEqual([]);
  });
});
