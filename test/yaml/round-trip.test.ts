// What is printed must be read back as the same values, whatever the values are.
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as yaml from "yaml";
import { Collector } from "../../renderer/diagnostics/collector.ts";
import { emitDocument } from "../../renderer/yaml/emit.ts";
import { toPlain } from "../../renderer/yaml/json.ts";
import type { Node } from "../../renderer/yaml/node.ts";
import { parseDocument } from "../../renderer/yaml/parse.ts";

function read(text: string): Node {
  const node = parseDocument({ path: "a.yaml", text }, new Collector());
  if (!node) throw new Error("nothing was read");
  return node;
}

function print(node: Node): string {
  return emitDocument(node, ({ message }) => {
    throw new Error(message);
  });
}

const key = fc.stringMatching(/^[a-zA-Z][-a-zA-Z0-9_./]{0,20}$/);
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.stringMatching(/^[-:#&*!|>'"%@`{}[\], \n0-9a-z.~]*$/),
  fc.constantFrom(
    "yes",
    "null",
    "~",
    "1e3",
    "0x1f",
    "2020-01-01",
    "1:30",
    "- a",
    "a: b",
    " a",
    "a ",
    "\n",
    "=",
    "<<",
  ),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
  ),
}));
const root = fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5 });

describe("round trips", () => {
  test("what the yaml package writes is read as the same values", () => {
    fc.assert(
      fc.property(root, (value) => {
        const written = yaml.stringify(value);
        fc.pre(isDeepStrictEqual(yaml.parse(written), value)); // it loses the blank of " \n"
        expect(toPlain(read(written))).toEqual(value);
      }),
    );
  });

  test("what is printed is read back as the same values, here and by the yaml package", () => {
    fc.assert(
      fc.property(root, (value) => {
        const printed = print(read(JSON.stringify(value)));
        expect(toPlain(read(printed))).toEqual(value);
        expect(yaml.parse(printed)).toEqual(value);
      }),
    );
  });

  test("printing again changes nothing", () => {
    fc.assert(
      fc.property(root, (value) => {
        const printed = print(read(JSON.stringify(value)));
        expect(print(read(printed))).toBe(printed);
      }),
    );
  });
});
