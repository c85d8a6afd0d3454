// Whether a value fits a type: what merge patches and JSON patches are checked by.
import { nearest } from "../../diagnostics/suggest.ts";
import type { ObjectTypes } from "../../schema/object-types.ts";
import { type Fields, type ScalarName, type Shape, shapeOf } from "../../schema/table.ts";
import type { Node, Scalar } from "../../yaml/node.ts";

export interface Mismatch {
  readonly code: "patch/unknown-field" | "patch/wrong-type";
  readonly message: string;
  readonly at: Node;
  readonly help: string | undefined;
}

/** Says what is wrong with a scalar in a place of this shape; undefined when it fits. */
export function scalarMismatch(node: Scalar, shape: Shape, path: string): Mismatch | undefined {
  if (shape.kind === "values") {
    if (node.tag === "str" && shape.values.includes(node.text)) return undefined;
    const close = nearest(node.text, shape.values);
    return wrongType(
      node,
      `\`${path}\` cannot be \`${node.text}\``,
      close ? `did you mean \`${close}\`?` : `it is one of ${shape.values.join(", ")}`,
    );
  }
  if (shape.kind !== "scalar")
    return wrongType(
      node,
      `\`${path}\` is ${shape.kind === "list" ? "a list" : "a map"}, not \`${node.text}\``,
      undefined,
    );
  if (fits(node, shape.scalar)) return undefined;
  const isText = shape.scalar === "string";
  const help = isText
    ? `put it in quotes: "${node.text}"`
    : node.tag === "str" && node.style !== "plain"
      ? "take the quotes away"
      : undefined;
  return wrongType(node, `\`${path}\` is a ${isText ? "string" : shape.scalar}, not ${describe(node)}`, help);
}

function fits({ tag }: Scalar, expected: ScalarName): boolean {
  switch (expected) {
    case "any":
      return true;
    case "string":
      return tag === "str" || tag === "timestamp" || tag === "binary" || tag === "merge";
    case "boolean":
      return tag === "bool";
    case "number":
      return tag === "int" || tag === "float";
    case "int-or-string":
      return tag !== "bool" && tag !== "null";
  }
}

function describe({ tag, text }: Scalar): string {
  const names: Partial<Record<Scalar["tag"], string>> = {
    str: "the string",
    int: "the number",
    float: "the number",
    bool: "the boolean",
  };
  return `${names[tag] ?? "the value"} \`${text}\``;
}

export function wrongType(at: Node, message: string, help: string | undefined): Mismatch {
  return { code: "patch/wrong-type", message, at, help };
}

export function unknownField(at: Node, name: string, path: string, fields: Fields): Mismatch {
  const close = nearest(name, fields.keys());
  const help = close
    ? `did you mean \`${close}\`?`
    : `there are ${[...fields.keys()].slice(0, 12).join(", ")}`;
  return {
    code: "patch/unknown-field",
    message: `${path === "" ? "the object" : `\`${path}\``} has no field \`${name}\``,
    at,
    help,
  };
}

/** Checks a whole value, as it stands in a JSON patch or in a list that is replaced. */
export function* valueMismatches(
  node: Node,
  notation: string,
  path: string,
  types: ObjectTypes,
): Iterable<Mismatch> {
  const shape = shapeOf(notation);
  if (shape.kind === "scalar" && shape.scalar === "any") return;
  if (node.kind === "scalar") {
    const found = node.tag === "null" ? undefined : scalarMismatch(node, shape, path);
    if (found) yield found;
    return;
  }
  if (node.kind === "sequence") {
    if (shape.kind !== "list")
      yield wrongType(node, `\`${path}\` is ${nameOf(shape)}, not a list`, undefined);
    else
      for (const [i, item] of node.items.entries())
        yield* valueMismatches(item, shape.items, `${path}[${i}]`, types);
    return;
  }
  if (shape.kind === "map") {
    for (const [i, key] of node.keys.entries())
      yield* valueMismatches(node.values[i] as Node, shape.values, `${path}.${key.text}`, types);
    return;
  }
  const fields = shape.kind === "type" ? types.fieldsOf(shape.name) : undefined;
  if (shape.kind === "type" && !fields) return;
  if (!fields) {
    yield wrongType(node, `\`${path}\` is ${nameOf(shape)}, not a map`, undefined);
    return;
  }
  for (const [i, key] of node.keys.entries()) {
    const type = fields.get(key.text)?.type;
    if (type === undefined) yield unknownField(key, key.text, path, fields);
    else yield* valueMismatches(node.values[i] as Node, type, joined(path, key.text), types);
  }
}

export function joined(path: string, name: string): string {
  const part = /^[^.[\]"]+$/.test(name) ? name : `["${name}"]`;
  return path === "" || part.startsWith("[") ? path + part : `${path}.${part}`;
}

export function nameOf(shape: Shape): string {
  if (shape.kind === "list") return "a list";
  if (shape.kind === "map" || shape.kind === "type") return "a map";
  return shape.kind === "values" ? "a string" : `a ${shape.scalar}`;
}
