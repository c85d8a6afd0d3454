// The types of objects as a table, small enough to be checked in and read at once:
//
//   apps/v1/StatefulSet = StatefulSet                        a kind and its type
//   Container: name!:string, ports:[containerPort]ContainerPort, env:[name]EnvVar, args:[]string
//
// A field that ends in `!` is required. A field holds a scalar (string, number, boolean, int-or-string, any),
// one of several strings ('TCP'|'UDP'), a type, a map (`{}` and its values) or a list: `[]` is replaced whole by a patch,
// `[name]` merges by that field, and `[~name,port]` would merge by its map keys if kustomize knew the type.

export interface TypeTable {
  /** Type name by `apiVersion/kind`. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, Fields>;
}

/** Notation by field name. */
export type Fields = ReadonlyMap<string, Field>;

export interface Field {
  readonly type: string;
  readonly isRequired: boolean;
}

/** A notation taken apart by one level. */
export type Shape =
  | {
      readonly kind: "list";
      readonly items: string;
      readonly mergeKey: string | undefined;
      readonly mapKeys: readonly string[];
    }
  | { readonly kind: "map"; readonly values: string }
  | { readonly kind: "values"; readonly values: readonly string[] }
  | { readonly kind: "scalar"; readonly scalar: ScalarName }
  | { readonly kind: "type"; readonly name: string };

export const scalarNames = ["string", "number", "boolean", "int-or-string", "any"] as const;
export type ScalarName = (typeof scalarNames)[number];

/** Takes the outermost level of a notation off. */
export function shapeOf(notation: string): Shape {
  if (notation.startsWith("{}")) return { kind: "map", values: notation.slice(2) };
  if (notation.startsWith("[")) return listShape(notation);
  if (notation.startsWith("'")) return { kind: "values", values: notation.slice(1, -1).split("'|'") };
  const scalar = scalarNames.find((name) => name === notation);
  return scalar ? { kind: "scalar", scalar } : { kind: "type", name: notation };
}

function listShape(notation: string): Shape {
  const end = notation.indexOf("]");
  const keys = notation.slice(1, end);
  const items = notation.slice(end + 1);
  if (keys.startsWith("~"))
    return { kind: "list", items, mergeKey: undefined, mapKeys: keys.slice(1).split(",") };
  return { kind: "list", items, mergeKey: keys === "" ? undefined : keys, mapKeys: [] };
}

/** Reads the text form. */
export function parseTable(text: string): TypeTable {
  const kinds = new Map<string, string>();
  const types = new Map<string, Fields>();
  for (const line of text.split("\n")) {
    const [kind, type] = line.split(" = ", 2);
    if (kind && type) {
      kinds.set(kind, type);
      continue;
    }
    const colon = line.indexOf(":");
    if (colon > 0) types.set(line.slice(0, colon), parseFields(line.slice(colon + 1)));
  }
  return { kinds, types };
}

function parseFields(text: string): Fields {
  const fields = new Map<string, Field>();
  for (const part of text.split(", ")) {
    const colon = part.indexOf(":");
    if (colon < 1) continue;
    const isRequired = part[colon - 1] === "!";
    fields.set(part.slice(0, isRequired ? colon - 1 : colon).trimStart(), {
      type: part.slice(colon + 1),
      isRequired,
    });
  }
  return fields;
}

/** Prints the text form, kinds first, everything sorted. */
export function printTable({ kinds, types }: TypeTable): string {
  const kindLines = [...kinds].map(([kind, type]) => `${kind} = ${type}`).sort();
  const typeLines = [...types].map(([name, fields]) => {
    const parts = [...fields].map(
      ([field, { type, isRequired }]) => `${field}${isRequired ? "!" : ""}:${type}`,
    );
    return `${name}: ${parts.join(", ")}`;
  });
  return `${[...kindLines, ...typeLines.sort()].join("\n")}\n`;
}
