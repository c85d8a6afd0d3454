// Reads schemas back out of the validators that the kubernetes-models packages ship: they carry no schema as data, but
// their functions are mechanical, and each names the keyword it checks.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** The part of JSON Schema that the validators check. */
export interface JsonSchema {
  /** Names of schemas that hold as well. */
  refs?: string[];
  type?: string;
  nullable?: boolean;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  values?: JsonSchema;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  limits?: Record<string, number>;
}

/** Every `_schemas/*.js` of a package, by file name without extension. */
export function readCompiledSchemas(packageDirectory: string): ReadonlyMap<string, JsonSchema> {
  const directory = join(packageDirectory, "_schemas");
  const files = readdirSync(directory).filter((name) => name.endsWith(".js"));
  return new Map(
    files.map((name) => [basename(name, ".js"), readModule(readFileSync(join(directory, name), "utf8"))]),
  );
}

interface Module {
  readonly imports: ReadonlyMap<string, string>;
  readonly functions: ReadonlyMap<string, string>;
  readonly constants: ReadonlyMap<string, string>;
}

function readModule(text: string): JsonSchema {
  const imports = new Map<string, string>();
  for (const [, name = "", from = ""] of text.matchAll(/import\{validate as (\w+)\}from"([^"]+)"/g))
    imports.set(name, basename(from, ".js"));
  const functions = new Map<string, string>();
  const pattern =
    /function (validate\d+)\(data,.*?\b\1\.errors=vErrors,0===errors\}|function (validate\d+)\(data,.*?\{return \2\.errors=null,!0\}/gs;
  for (const [body, name, empty] of text.matchAll(pattern)) functions.set(name ?? empty ?? "", body);
  const constants = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(/let (schema\w+|formats\d+|pattern\d+)=([^;]*);/g))
    constants.set(name, value);
  const root = /export const validate=(\w+);/.exec(text)?.[1] ?? "";
  if (root === "") throw new Error("a module without a validator");
  return readFunction(root, { imports, functions, constants });
}

function readFunction(name: string, module: Module): JsonSchema {
  const imported = module.imports.get(name);
  if (imported) return { refs: [imported] };
  const body = module.functions.get(name);
  if (body === undefined) throw new Error(`no function ${name}`);
  const schema: JsonSchema = {};
  const type = /schemaPath:"#\/type",keyword:"type",params:\{type:"(\w+)"\}/.exec(body)?.[1];
  if (type) schema.type = type;
  if (body.includes("null!==data")) schema.nullable = true;
  readKeywords(body, schema, module);
  const items = /\b(validate\d+)\(data\[i\d+\],/.exec(body)?.[1];
  if (items) schema.items = readFunction(items, module);
  const values = /\b(validate\d+)\(data\[key\d+\],/.exec(body)?.[1];
  if (values) schema.values = readFunction(values, module);
  readProperties(body, schema, module);
  for (const [, part = ""] of body.matchAll(/\b(validate\d+)\(data,\{instancePath,/g)) {
    // Both branches of quantity and int-or-string; the tables name these two by hand.
    if (body.includes('"#/oneOf"')) continue;
    Object.assign(schema, merged(schema, readFunction(part, module)));
  }
  return schema;
}

function merged(schema: JsonSchema, part: JsonSchema): JsonSchema {
  const refs = [...(schema.refs ?? []), ...(part.refs ?? [])];
  const limits = { ...part.limits, ...schema.limits };
  return {
    ...part,
    ...schema,
    ...(refs.length > 0 ? { refs } : {}),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
  };
}

function readKeywords(body: string, schema: JsonSchema, module: Module): void {
  const values = /allowedValues:(\w+|\[.*?\])\}/.exec(body)?.[1];
  if (values) schema.enum = JSON.parse(module.constants.get(values) ?? values) as unknown[];
  const format = /keyword:"format",params:\{format:"([^"]+)"\}/.exec(body)?.[1];
  if (format) schema.format = format;
  const pattern = /keyword:"pattern",params:\{pattern:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\}/.exec(
    body,
  )?.[1];
  if (pattern) schema.pattern = unquoted(pattern);
  const limits: Record<string, number> = {};
  for (const [, keyword = "", parameters = ""] of body.matchAll(
    /keyword:"(minimum|maximum|minLength|maxLength|minItems|maxItems|minProperties|maxProperties)",params:\{([^}]*)\}/g,
  )) {
    const limit = /limit:(-?[\d.e]+)/.exec(parameters)?.[1];
    if (limit !== undefined) limits[keyword] = Number(limit);
  }
  if (Object.keys(limits).length > 0) schema.limits = limits;
}

function unquoted(literal: string): string {
  const inner = literal.slice(1, -1);
  const json = literal.startsWith("'") ? inner.replaceAll("\\'", "'").replaceAll('"', '\\"') : inner;
  return JSON.parse(`"${json}"`) as string;
}

function readProperties(body: string, schema: JsonSchema, module: Module): void {
  const properties: Record<string, JsonSchema> = {};
  const pattern =
    /\b(validate\d+)\(data(?:\.([A-Za-z_$][\w$]*)|\["([^"]+)"\]),\{instancePath:instancePath\+/g;
  for (const [, name = "", plain, quoted] of body.matchAll(pattern))
    properties[plain ?? quoted ?? ""] = readFunction(name, module);
  if (Object.keys(properties).length > 0) schema.properties = properties;
  const required = [...body.matchAll(/params:\{missingProperty:"([^"]+)"\}/g)].map(([, name = ""]) => name);
  if (required.length > 0) schema.required = required;
}
