// Nodes to plain JavaScript values, for what only reads them.
import type { Node, Scalar } from "./node.ts";
import { parseGoFloat, parseGoInt } from "./scalar.ts";

/** Maps become objects without a prototype's names; integers become numbers, as precise as numbers are. */
export function toPlain(node: Node): unknown {
  switch (node.kind) {
    case "scalar":
      return scalarValue(node);
    case "sequence":
      return node.items.map(toPlain);
    case "mapping":
      // fromEntries, because assigning to `__proto__` would not make a field
      return Object.fromEntries(node.keys.map((key, i) => [key.text, toPlain(node.values[i] as Node)]));
  }
}

function scalarValue({ tag, text }: Scalar): unknown {
  switch (tag) {
    case "null":
      return null;
    case "bool":
      return text.toLowerCase() === "true";
    case "int":
      return Number(parseGoInt(text) ?? parseGoFloat(text) ?? text);
    case "float":
      return parseGoFloat(text) ?? Number.NaN;
    default:
      return text;
  }
}
