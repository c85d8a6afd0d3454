// U+2028 and U+2029 break lines for kustomize and stay in the texts. What cannot be read the same is refused.
import { expect, test } from "vitest";
import { Collector } from "../../renderer/diagnostics/collector.ts";
import { parseDocuments } from "../../renderer/yaml/parse.ts";
import { project } from "../project.ts";

const head = "apiVersion: v1\nkind: Foo\nmetadata: {name: a}\n";

test.each([
  ["behind a plain value", "x: w\u2028\n", "4:5"],
  ["in a comment", "x: w # c\u2029\n", "4:9"],
  ["in a line of a literal block", "x: |\n  a\u2028  b\n", "5:4"],
  ["in a folded block", "x: >\n  a\u2028\n  b\n", "5:4"],
  ["at the end of a line in quotes", 'x: "a\u2028\n  b"\n', "4:6"],
  ["behind a text in quotes", 'x: "\u2028"\u2028\n', "4:7"],
])("a separator %s", (_, text, at) => {
  const files = { "kustomization.yaml": "resources: [a.yaml]\n", "a.yaml": head + text };
  expect(project(files).render(".").problems).toEqual([`yaml/syntax a.yaml:${at}`]);
});

test("very many documents are read without a look at the rest of the text for each", () => {
  const source = { path: "a.yaml", text: "a: 1\n---\n".repeat(100_000) };
  expect(parseDocuments(source, new Collector())).toHaveLength(100_000);
});
