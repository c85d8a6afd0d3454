// Objects that kustomize decodes, writes as JSON and reads again before it does anything with them.
import { goJson, jsonText } from "./go-json.ts";
import { mapping, type Node, type Scalar, scalar, sequence } from "./node.ts";
import { resolveTag } from "./scalar.ts";

/** The tree as it comes back: numbers in their JSON form, texts in quotes, all of it between brackets. Places stay. */
export function throughJson(node: Node): Node {
  const { source, at } = node;
  switch (node.kind) {
    case "scalar":
      return scalarThroughJson(node);
    case "sequence":
      return sequence(node.items.map(throughJson), source, at, undefined, true);
    case "mapping": {
      const keys = node.keys.map((key) => (key.tag === "str" ? quoted(key, key.text) : key));
      return mapping(keys, node.values.map(throughJson), source, at, undefined, true);
    }
  }
}

function scalarThroughJson(node: Scalar): Scalar {
  switch (node.tag) {
    case "str":
    case "merge":
      return quoted(node, node.text);
    case "timestamp":
    case "binary":
      return quoted(node, jsonText(node));
    default: {
      const json = goJson(node);
      return scalar(json, resolveTag(json), "plain", node.source, node.at);
    }
  }
}

function quoted({ source, at }: Scalar, text: string): Scalar {
  return scalar(text, "str", "double", source, at);
}
