// The value of an operation as kustomize sees it: read by YAML 1.1 rules (`yes` is a boolean, a date is a string) when
// the patch is YAML, then turned into JSON.

import { keyText, yaml11Tag } from "../../kustomization/go-values.ts";
import type { Node, Scalar } from "../../yaml/node.ts";
import { parseGoFloat, parseGoInt } from "../../yaml/scalar.ts";

export type ReportValue = (message: string, node: Node) => void;

/** A YAML value with its JSON types; what JSON cannot hold is reported. */
export function yamlToJson(node: Node, report: ReportValue): Node {
  if (node.kind === "sequence") return { ...node, items: node.items.map((item) => yamlToJson(item, report)) };
  if (node.kind === "scalar") return scalarToJson(node, report);
  const keys = node.keys.map((key) => {
    const text = keyText(key);
    if (text === undefined) report("this key is no string", key);
    return { ...key, text: text ?? key.text, tag: "str" as const };
  });
  return lastOfEach({ ...node, keys, values: node.values.map((value) => yamlToJson(value, report)) });
}

/** A JSON value; of a key that is there twice, the last one counts. */
export function plainJson(node: Node, report: ReportValue): Node {
  if (node.kind === "sequence") return { ...node, items: node.items.map((item) => plainJson(item, report)) };
  if (node.kind === "mapping") {
    return lastOfEach({ ...node, values: node.values.map((value) => plainJson(value, report)) });
  }
  if (node.tag === "float" && !Number.isFinite(Number(node.text))) report("this number is too large", node);
  return node;
}

function scalarToJson(node: Scalar, report: ReportValue): Scalar {
  const tag = yaml11Tag(node);
  if (tag === "bool") return { ...node, tag, text: String(/^(y|yes|on|true)$/i.test(node.text)) };
  if (tag === "float" && parseGoInt(node.text) === undefined && !Number.isFinite(parseGoFloat(node.text))) {
    report("JSON has no such number", node);
  }
  return tag === node.tag ? node : { ...node, tag };
}

function lastOfEach(node: Node & { readonly kind: "mapping" }): Node {
  const last = new Map(node.keys.map((key, i) => [key.text, i]));
  if (last.size === node.keys.length) return node;
  const kept = [...last.values()];
  return {
    ...node,
    keys: node.keys.filter((_, i) => kept.includes(i)),
    values: node.values.filter((_, i) => kept.includes(i)),
  };
}
