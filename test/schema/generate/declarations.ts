// Reads the TypeScript declarations of the `kubernetes-models` packages into the notation of renderer/schema/table.ts.
// Only used by hand, when the tables are made anew (main.ts).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A type as its package declares it: fields in notation, other types by their full names. */
export interface Declared {
  /** `IIoK8sApiCoreV1Container` */
  readonly id: string;
  /** `Container` */
  readonly name: string;
  readonly api: { readonly apiVersion: string; readonly kind: string } | undefined;
  /** Undefined for what is no map: then `alias` says what it is. */
  readonly fields: ReadonlyMap<string, string> | undefined;
  readonly alias: string | undefined;
  /** Full names of the types whose fields it has as well. */
  readonly bases: readonly string[];
}

export function readDeclarations(directory: string): readonly Declared[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter(
      (file) =>
        file.endsWith(".d.ts") &&
        !file.includes("_schemas") &&
        !file.includes("node_modules") &&
        !file.endsWith("index.d.ts"),
    )
    .flatMap((file) => readDeclaration(readFileSync(join(directory, file), "utf8")));
}

/** The type of a file, and those of its items that have no names of their own. */
function readDeclaration(text: string): readonly Declared[] {
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, "");
  const names = /export(?: type)? \{ (I\w+) as (I\w+)/.exec(plain);
  const [, local = "", id = ""] = names ?? [];
  if (!names) return [];
  const name = local.slice(1);
  const alias = new RegExp(`export (?:declare )?type ${local} = (\\{[^}]*\\}|[^;]+);`).exec(plain)?.[1];
  if (alias)
    return [{ id, name, api: undefined, fields: undefined, alias: notation(alias, local, id), bases: [] }];
  const at = plain.indexOf(`export interface ${local} `);
  const start = plain.indexOf("{", at);
  const bases = /extends ([^{]+)/.exec(plain.slice(at, start))?.[1]?.split(",") ?? [];
  const body = plain.slice(start, closing(plain, start) + 1);
  const items: Declared[] = [];
  const fields = new Map(
    membersOf(body).map(([field, type]) => {
      const item = itemOf(field, type, name, id);
      if (!item) return [field, notation(type, local, id)];
      items.push(item);
      return [field, `[]${item.id}`];
    }),
  );
  const apiVersion = /^'(.*)'$/.exec(fields.get("apiVersion!") ?? "")?.[1];
  const kind = /^'(.*)'$/.exec(fields.get("kind!") ?? "")?.[1];
  const api = apiVersion && kind ? { apiVersion, kind } : undefined;
  const own = { id, name, api, fields, alias: undefined, bases: bases.map((base) => base.trim()) };
  return [own, ...items];
}

function itemOf(field: string, type: string, name: string, id: string): Declared | undefined {
  const body = /^Array<(\{\s*"[\s\S]*\})>$/.exec(type.trim())?.[1];
  if (!body || body.includes("apiVersion")) return undefined;
  const suffix = field.charAt(0).toUpperCase() + field.slice(1).replace("?", "").replace("!", "");
  const fields = new Map(membersOf(body).map(([key, value]) => [key, notation(value, "", "")]));
  return { id: id + suffix, name: name + suffix, api: undefined, fields, alias: undefined, bases: [] };
}

/** Turns a TypeScript type into notation; other maps with fixed fields come out as `any`. */
function notation(type: string, local: string, id: string): string {
  const text = type.trim();
  const list = /^Array<([\s\S]+)>$/.exec(text)?.[1];
  if (list) return `[]${notation(list, local, id)}`;
  const values = /^\{\s*\[key: string\]: ([\s\S]+?);?\s*\}$/.exec(text)?.[1];
  if (values) return `{}${notation(values, local, id)}`;
  if (text.startsWith("{")) return "any";
  const parts = text
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "null");
  if (parts.length > 0 && parts.every((part) => part.startsWith('"')))
    return parts.map((part) => `'${part.slice(1, -1)}'`).join("|");
  if (parts.length > 0 && parts.every((part) => /^\d+$/.test(part))) return "number";
  if (parts.length === 2 && parts.includes("string") && parts.includes("number")) return "int-or-string";
  const [only = ""] = parts;
  if (parts.length > 1) return "any";
  if (only === local) return id;
  return ["string", "number", "boolean"].includes(only) ||
    only.startsWith("II") ||
    only.startsWith("ICom") ||
    /^I[A-Z]\w+V\d/.test(only)
    ? only
    : "any";
}

function membersOf(body: string): readonly (readonly [string, string])[] {
  const members: [string, string][] = [];
  let at = 1;
  for (;;) {
    const found = /\s*"([^"]+)"(\??): /y;
    found.lastIndex = at;
    const match = found.exec(body);
    if (!match) return members;
    const [, name = "", optional] = match;
    const end = semicolon(body, found.lastIndex);
    members.push([optional ? name : `${name}!`, body.slice(found.lastIndex, end)]);
    at = end + 1;
  }
}

function semicolon(text: string, from: number): number {
  for (let at = from, depth = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "{") depth++;
    else if (char === "}") depth--;
    else if (char === ";" && depth === 0) return at;
  }
  return text.length;
}

function closing(text: string, open: number): number {
  for (let at = open, depth = 0; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  return text.length;
}
