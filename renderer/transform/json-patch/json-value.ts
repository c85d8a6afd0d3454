// The value of an operation as kustomize sees it: read by YAML 1.1 rules (`yes` is a boolean, a date is a string) when
// the patch is YAML, then turned into JSON.

import { keyText, yaml11Tag } from "../../kustomization/go-values.ts";
import {
  inStyle,
  type Mapping,
  type Node,
  type Scalar,
  type ScalarTag,
  scalar,
  withItems,
  withValues,
} from "../../yaml/node.ts";
import { parseGoFloat, parseGoInt } from "../../yaml/scalar.ts";

export type ReportValue = (message: string, node: Node) => void;

// The patched object is printed and read once more, without the quotes.
const noMerge = "the key `<<` merges mappings and cannot hold a value";

/** A YAML value with its JSON types, and without YAML's brackets; what JSON cannot hold is reported. */
export function yamlToJson(node: Node, report: ReportValue): Node {
  if (node.kind === "scalar") return scalarToJson(node, report);
  const block = inStyle(node, false);
  if (block.kind === "sequence")
    return withItems(
      block,
      block.items.map((item) => yamlToJson(item, report)),
    );
  const keys = block.keys.map((key) => {
    const text = keyText(key);
    if (text === undefined) report("this key is no string", key);
    if (text === "<<") report(noMerge, key);
    return scalar(text ?? key.text, "str", key.style, key.source, key.at, key.written);
  });
  return lastOfEach(
    withValues(
      block,
      block.values.map((value) => yamlToJson(value, report)),
      keys,
    ),
  );
}

/** A JSON value; of a key that is there twice, the last one counts. */
export function plainJson(node: Node, report: ReportValue): Node {
  if (node.kind === "sequence")
    return withItems(
      node,
      node.items.map((item) => plainJson(item, report)),
    );
  if (node.kind === "mapping") {
    for (const key of node.keys) if (key.text === "<<") report(noMerge, key);
    return lastOfEach(
      withValues(
        node,
        node.values.map((value) => plainJson(value, report)),
      ),
    );
  }
  if (node.tag === "float" && !Number.isFinite(Number(node.text))) report("this number is too large", node);
  return node;
}

function scalarToJson(node: Scalar, report: ReportValue): Scalar {
  const tag = yaml11Tag(node);
  if (tag === "bool") return withType(node, tag, String(/^(y|yes|on|true)$/i.test(node.text)));
  if (tag === "float" && parseGoInt(node.text) === undefined && !Number.isFinite(parseGoFloat(node.text))) {
    report("JSON has no such number", node);
  }
  // A block is no matter of JSON, and what its style does to a text that is printed does not happen to the value.
  const isBlock = node.style === "folded" || node.style === "literal";
  if (isBlock) return scalar(node.text, tag, "double", node.source, node.at, node.written);
  return tag === node.tag ? node : withType(node, tag, node.text);
}

function withType(node: Scalar, tag: ScalarTag, text: string): Scalar {
  return scalar(text, tag, node.style, node.source, node.at, node.written);
}

function lastOfEach(node: Mapping): Node {
  const last = new Map(node.keys.map((key, i) => [key.text, i]));
  if (last.size === node.keys.length) return node;
  const kept = [...last.values()];
  return withValues(
    node,
    node.values.filter((_, i) => kept.includes(i)),
    node.keys.filter((_, i) => kept.includes(i)),
  );
}
