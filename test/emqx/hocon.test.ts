// HOCON as EMQX reads it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arraysOf, leavesOf } from "../../renderer/validate/emqx/hocon/leaves.ts";
import { parseHocon } from "../../renderer/validate/emqx/hocon/parse.ts";
import type { HoconValue } from "../../renderer/validate/emqx/hocon/tree.ts";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The plain value, with later fields merged over earlier ones. */
function plain(value: HoconValue): Json {
  switch (value.kind) {
    case "object": {
      const result: Record<string, Json> = {};
      for (const { path, value: inner } of value.fields) put(result, path, plain(inner));
      return result;
    }
    case "array":
      return value.items.map(plain);
    case "number":
      return Number(value.text);
    case "boolean":
      return value.text === "true";
    case "null":
      return null;
    case "string":
      return value.text;
    case "unknown":
      return "?";
  }
}

function put(target: Record<string, Json>, [first = "", ...rest]: readonly string[], value: Json): void {
  const known = target[first];
  const isObject = typeof known === "object" && known !== null && !Array.isArray(known);
  if (rest.length > 0 || (isObject && typeof value === "object" && value !== null && !Array.isArray(value))) {
    const inner: Record<string, Json> = isObject ? { ...(known as Record<string, Json>) } : {};
    if (rest.length > 0) put(inner, rest, value);
    else for (const [key, each] of Object.entries(value as object)) put(inner, [key], each as Json);
    target[first] = inner;
  } else target[first] = value;
}

function read(text: string): Json {
  const { root, error } = parseHocon(text);
  if (error) throw new Error(`${error.message} at ${error.at}`);
  return plain(root);
}

describe("the examples of the HOCON specification that EMQX accepts", () => {
  test.each<readonly [string, string, Json]>([
    ["braces may be left out at the root", 'a : 1\nb : "x"', { a: 1, b: "x" }],
    ["= instead of :", "{ a = 1 }", { a: 1 }],
    ["no sign before an object", "a { b : 1 }", { a: { b: 1 } }],
    ["a trailing comma", "{ a = [1, 2,], b = 1, }", { a: [1, 2], b: 1 }],
    ["new lines instead of commas", "a = [\n1\n2\n]", { a: [1, 2] }],
    ["comments", "# one\na = 1 // two\n# three", { a: 1 }],
    ["paths as keys", "a.b.c = 1", { a: { b: { c: 1 } } }],
    ["a key in quotes is one name", '"a.b" = 1', { "a.b": 1 }],
    ["objects with one key are merged", "foo { a = 1 }\nfoo { b = 2 }", { foo: { a: 1, b: 2 } }],
    ["the last value wins", "a = 1\na = 2", { a: 2 }],
    ["side by side, objects are merged", "a = { b = 1 } { c = 2 }", { a: { b: 1, c: 2 } }],
    ["side by side, arrays are joined", "a = [1, 2] [3, 4]", { a: [1, 2, 3, 4] }],
    ["triple quotes keep new lines", 'a = """x\ny"""', { a: "x\ny" }],
    ["escapes", '"a" = "\\u0041\\n\\""', { a: 'A\n"' }],
    [
      "objects in an array on lines of their own",
      "a = [\n{ b = 1 }\n{ b = 2 }\n]",
      { a: [{ b: 1 }, { b: 2 }] },
    ],
    [
      "durations, sizes and percentages are strings",
      "a = 15s, b = 1MB, c = 80%",
      { a: "15s", b: "1MB", c: "80%" },
    ],
    ["null", "a = null", { a: null }],
    ["a substitution is unknown", "a = \u0024{b}, c = \u0024{?d}", { a: "?", c: "?" }],
    ["nothing", " # only a comment\n", {}],
  ])("%s", (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("what EMQX refuses", () => {
  test.each<readonly [string, string, string]>([
    ["an open brace", "a {\n b = 1\n", "{"],
    ["an open bracket", "a = [1, 2", "["],
    ["a brace too many", "a = 1 }", "}"],
    ["a key without a value", "a = 1\nb =", "b"],
    ["a word that is no key", "a = 1\nb\n", "b"],
    ["an address without quotes", "a = 0.0.0.0:1883", ".0"],
    ["+=", "a += 1", "+"],
    ["open quotes", 'a = "x\nb = 1', '"'],
    ["a number after a word", "a = x 1", "1"],
    ["an object after a string", 'a = "x" { b = 1 }', '"x"'],
    ["an array after an object", "a = {} [1]", "]"],
  ])("%s", (_name, text, at) => {
    const { error } = parseHocon(text);
    expect(error?.message).toMatch(/^\S.*[^.]$/);
    expect(text.slice(error?.at, error?.end)).toBe(at);
  });

  test("what is nested too deeply", () => {
    expect(parseHocon("a = ".concat("[".repeat(100_000))).error?.message).toContain("deeper than 64");
    expect(parseHocon("a{".repeat(100_000)).error?.message).toContain("deeper than 64");
  });

  test("more than a ConfigMap holds", () => {
    expect(parseHocon(" ".repeat((1 << 20) + 1)).error?.message).toContain("longer");
  });
});

describe("includes", () => {
  test("are named and not followed", () => {
    const { includes, error } = parseHocon('include "a.conf"\ninclude required("b.conf")\nc = 1');
    expect(error).toBeUndefined();
    expect(includes.map(({ file }) => file)).toEqual(["a.conf", "b.conf"]);
  });
});

describe("leaves", () => {
  test("elements count from 1 and each name has its place", () => {
    const text = "a { b = [ { c = x } ] }\nd.e = {}";
    const leaves = leavesOf(parseHocon(text).root);
    expect(leaves.map(({ path }) => path.join("."))).toEqual(["a.b.1.c", "d.e"]);
    expect(leaves[0]?.keys.map(({ at, end }) => text.slice(at, end))).toEqual(["a", "b", "{ c = x }", "c"]);
    expect([...arraysOf(parseHocon(text).root)]).toEqual(["a.b"]);
  });
});

const names = fc
  .stringMatching(/^[a-z][a-z0-9_-]{0,8}$/)
  .filter((name) => !/^(true|false|null|include)/.test(name));
const documents = fc.dictionary(
  names,
  fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(names, tie("value"), { maxKeys: 4 }),
    ),
  })).value,
);

describe("properties", () => {
  test("JSON is HOCON", () => {
    fc.assert(
      fc.property(documents, (value) => {
        expect(read(JSON.stringify(value, null, 1))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("no text makes it fail, and every span lies within the text", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      "=",
      ":",
      ",",
      '"',
      '"""',
      "#",
      "\n",
      " ",
      "a",
      "1",
      "\u0024{a}",
      "\\",
      "include",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const text = pieces.join("");
        const { root, error } = parseHocon(text);
        for (const span of [error ?? { at: 0, end: 0 }, ...leavesOf(root).flatMap(({ keys }) => keys)]) {
          expect(span.at).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(Math.max(text.length, 1));
          expect(span.end).toBeGreaterThanOrEqual(span.at);
        }
      }),
    );
  });
});
