// A type table as TypeScript: one interface a type, and the map of kinds.
import { type Field, shapeOf, type TypeTable } from "../../schema/table.ts";

export interface TypeScriptOptions {
  /** Lines at the top. */
  readonly header: string;
  /** Module that exports `Keyed`. */
  readonly keyedFrom: string;
  /** Modules of types that are not in this table, by type name. */
  readonly imported: ReadonlyMap<string, string>;
  /** How the kinds are declared, given their lines. */
  readonly kinds: (lines: readonly string[]) => string;
}

/** Prints a module that declares the types. The same table gives the same bytes. */
export function toTypeScript(table: TypeTable, options: TypeScriptOptions): string {
  const names = [...table.types.keys()].sort();
  const interfaces = names.map((name) => printInterface(name, table));
  const used = new Set(
    names.flatMap((name) => [...(table.types.get(name)?.values() ?? [])].map(({ type }) => baseOf(type))),
  );
  const kinds = [...table.kinds].sort().map(([kind, type]) => `  readonly ${JSON.stringify(kind)}: ${type};`);
  const body = `${interfaces.join("\n\n")}\n\n${options.kinds(kinds)}`;
  return `${options.header}\n${printImports(used, table, options, body)}\n${body}`;
}

function printImports(
  used: ReadonlySet<string>,
  table: TypeTable,
  options: TypeScriptOptions,
  body: string,
): string {
  const byModule = new Map<string, string[]>();
  if (body.includes("Keyed<")) byModule.set(options.keyedFrom, ["Keyed"]);
  for (const name of [...used].sort()) {
    const from = table.types.has(name) ? undefined : options.imported.get(name);
    if (from) byModule.set(from, [...(byModule.get(from) ?? []), name]);
  }
  const modules = [...byModule].sort(([left], [right]) => (left < right ? -1 : 1));
  return modules
    .map(([from, names]) => `import type { ${names.sort().join(", ")} } from ${JSON.stringify(from)};\n`)
    .join("");
}

function printInterface(name: string, { types }: TypeTable): string {
  const fields = [...(types.get(name) ?? [])].map(([field, value]) => printField(field, value));
  return fields.length > 0
    ? `export interface ${name} {\n${fields.join("\n")}\n}`
    : `export type ${name} = Readonly<Record<string, never>>;`;
}

function printField(name: string, { type, isRequired }: Field): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  return `  readonly ${key}${isRequired ? "" : "?"}: ${printType(type)};`;
}

function printType(notation: string): string {
  const shape = shapeOf(notation);
  switch (shape.kind) {
    case "type":
      return shape.name;
    case "scalar":
      return shape.scalar === "any"
        ? "unknown"
        : shape.scalar === "int-or-string"
          ? "number | string"
          : shape.scalar;
    case "values":
      return shape.values.map((value) => JSON.stringify(value)).join(" | ");
    case "map":
      return `{ readonly [name: string]: ${printType(shape.values)} }`;
    case "list": {
      const item = printType(shape.items);
      if (shape.mergeKey !== undefined) return `Keyed<${item}, ${JSON.stringify(shape.mergeKey)}>`;
      return `readonly ${/[ |]/.test(item) ? `(${item})` : item}[]`;
    }
  }
}

/** The type name that a notation ends in, if it is one. */
function baseOf(notation: string): string {
  const shape = shapeOf(notation);
  if (shape.kind === "list") return baseOf(shape.items);
  if (shape.kind === "map") return baseOf(shape.values);
  return shape.kind === "type" ? shape.name : "";
}
