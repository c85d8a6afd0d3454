// The API server fills in the defaults of definitions before it checks an object.
import { isNull, type Mapping, mapping, type Node, type Scalar, scalar, sequence } from "../../yaml/node.ts";
import type { Schema } from "../schema.ts";

/** The map with the defaults of the fields that it does not have. */
export function withDefaults(node: Mapping, { fields }: Schema): Mapping {
  const keys: Scalar[] = [];
  const values: Node[] = [];
  for (const [name, read] of fields ?? []) {
    const schema = read();
    if (!schema.isFilledIn || !isAbsent(node, name, schema)) continue;
    keys.push(scalar(name, "str", "plain", node.source, node.at));
    values.push(defaultNode(schema.default, node));
  }
  if (keys.length === 0) return node;
  // The first entry of a key counts.
  return mapping([...keys, ...node.keys], [...values, ...node.values], node.source, node.at);
}

/** Null is as good as nothing, unless it may stand there. */
function isAbsent(node: Mapping, name: string, { isNullable }: Schema): boolean {
  const value = node.values[node.keys.findIndex(({ text }) => text === name)];
  return value === undefined || (isNull(value) && !isNullable);
}

/** A default, which is JSON, as if it stood in the object. */
export function defaultNode(json: unknown, near: Pick<Node, "source" | "at">): Node {
  const { source, at } = near;
  if (Array.isArray(json)) {
    const items = json.map((item) => defaultNode(item, near));
    return sequence(items, source, at);
  }
  if (typeof json === "object" && json !== null) {
    const entries = Object.entries(json);
    return mapping(
      entries.map(([key]) => scalar(key, "str", "plain", source, at)),
      entries.map(([, value]) => defaultNode(value, near)),
      source,
      at,
    );
  }
  return scalar(String(json), tagOf(json), "plain", source, at);
}

function tagOf(json: unknown): Scalar["tag"] {
  if (json === null) return "null";
  if (typeof json === "boolean") return "bool";
  if (typeof json === "number") return Number.isInteger(json) ? "int" : "float";
  return "str";
}
