// Reads JSON schemas as Kubernetes uses them: structural ones of CustomResourceDefinitions, and those of OpenAPI v2 and
// v3 descriptions. Nothing is read before a value gets there, so that neither loops nor size cost anything.

import { once } from "../../text/once.ts";
import {
  anything,
  type Combined,
  type ListKind,
  type Schema,
  type SchemaRef,
  type SchemaType,
} from "../schema.ts";
import { own, ownList, ownText } from "./json.ts";
import { limitsOf } from "./limits-of.ts";
import { rulesOf } from "./rules-of.ts";

export interface SchemaContext {
  /** What a `$ref` points to. */
  readonly resolve: (ref: string) => unknown;
  /** The type of `metadata`. */
  readonly metadata: SchemaRef;
  /** Fields that no schema names are dropped, as by CustomResourceDefinitions. */
  readonly isStructural: boolean;
}

/** A function that reads schemas; whatever it cannot understand holds for every value. */
export function schemaReader(context: SchemaContext): (json: unknown) => Schema {
  const known = { parts: new Map<unknown, Schema>(), wholes: new Map<unknown, Schema>() };
  return (json) => read(json, { ...context, isPart: false, known });
}

interface Context extends SchemaContext {
  /** One of several schemas for the same value: it does not say which fields there are. */
  readonly isPart: boolean;
  /** Definitions that were read, by their JSON. */
  readonly known: {
    readonly parts: Map<unknown, Schema>;
    readonly wholes: Map<unknown, Schema>;
  };
}

function read(json: unknown, context: Context): Schema {
  const ref = refOf(json);
  return ref === undefined ? readOwn(json, context) : readRef(ref, context);
}

/** OpenAPI v3 puts an `allOf` around references. */
function refOf(json: unknown): string | undefined {
  const parts = ownList(json, "allOf");
  const around = parts?.length === 1 && own(json, "properties") === undefined ? parts[0] : undefined;
  return ownText(json, "$ref") ?? ownText(around, "$ref");
}

function readRef(first: string, context: Context): Schema {
  const seen = new Set<string>();
  let json: unknown;
  for (let ref: string | undefined = first; ref !== undefined; ref = refOf(json)) {
    const known = wellKnown(ref, context);
    if (known) return known;
    if (seen.has(ref)) return anything; // it says nothing but itself
    seen.add(ref);
    json = context.resolve(ref);
  }
  return remembered(json, context);
}

/** A definition that many fields refer to is read once. */
function remembered(json: unknown, context: Context): Schema {
  const known = context.isPart ? context.known.parts : context.known.wholes;
  const schema = known.get(json) ?? readOwn(json, context);
  known.set(json, schema);
  return schema;
}

const apimachinery = "io.k8s.apimachinery.pkg.";

function wellKnown(ref: string, context: Context): Schema | undefined {
  const name = ref.slice(ref.lastIndexOf("/") + 1);
  if (!name.startsWith(apimachinery)) return undefined;
  switch (name.slice(apimachinery.length)) {
    case "apis.meta.v1.ObjectMeta":
      return context.metadata();
    case "api.resource.Quantity":
      return { type: "int-or-string", limits: { format: "quantity" } };
    case "util.intstr.IntOrString":
      return { type: "int-or-string" };
    case "apis.meta.v1.Time":
    case "apis.meta.v1.MicroTime":
      return { type: "string", limits: { format: "date-time" } };
    default:
      return undefined;
  }
}

function readOwn(json: unknown, context: Context): Schema {
  if (typeof json !== "object" || json === null) return anything;
  if (isIntOrString(json)) return { type: "int-or-string", ...common(json, context) };
  return { type: typeOf(json), ...structureOf(json, context), ...common(json, context) };
}

function isIntOrString(json: unknown): boolean {
  return own(json, "x-kubernetes-int-or-string") === true || own(json, "format") === "int-or-string";
}

const types: Readonly<Record<string, SchemaType>> = {
  object: "map",
  array: "list",
  string: "string",
  boolean: "boolean",
  integer: "integer",
  number: "number",
};

function typeOf(json: unknown): SchemaType {
  const name = ownText(json, "type") ?? "";
  return (Object.hasOwn(types, name) ? types[name] : undefined) ?? "any";
}

function structureOf(json: unknown, context: Context): Partial<Schema> {
  const items = own(json, "items");
  const list = listOf(json);
  const isObject = own(json, "x-kubernetes-embedded-resource") === true;
  const fields = fieldsOf(json, isObject, context);
  const others = own(json, "additionalProperties");
  const isTyped = typeof others === "object" && others !== null;
  const required = [
    ...(ownList(json, "required") ?? []).filter((name) => typeof name === "string"),
    ...(isObject ? ["apiVersion", "kind"] : []),
  ];
  const isNamed = fields !== undefined || others === false || context.isStructural;
  const isOpen =
    context.isPart ||
    others === true ||
    own(json, "x-kubernetes-preserve-unknown-fields") === true ||
    typeOf(json) === "any" ||
    !isNamed;
  return {
    ...(fields ? { fields } : {}),
    ...(required.length > 0 ? { required } : {}),
    ...(isTyped ? { values: once(() => read(others, context)) } : {}),
    ...(items === undefined ? {} : { items: once(() => read(items, context)) }),
    ...(list ? { list } : {}),
    ...(isOpen && !isTyped ? { isOpen } : {}),
    ...(isObject ? { isObject } : {}),
  };
}

function fieldsOf(
  json: unknown,
  isObject: boolean,
  context: Context,
): ReadonlyMap<string, SchemaRef> | undefined {
  const properties = own(json, "properties");
  if (typeof properties !== "object" || properties === null) return isObject ? identity(context) : undefined;
  const fields = Object.entries(properties).map(
    ([name, value]) => [name, once(() => read(value, context))] as const,
  );
  return new Map(isObject ? [...fields, ...identity(context)] : fields);
}

function identity({ metadata }: SchemaContext): ReadonlyMap<string, SchemaRef> {
  const text = (): Schema => ({ type: "string" });
  return new Map([
    ["apiVersion", text],
    ["kind", text],
    ["metadata", metadata],
  ]);
}

function listOf(json: unknown): ListKind | undefined {
  const kind = own(json, "x-kubernetes-list-type");
  if (kind === "set") return { kind };
  const keys = ownList(json, "x-kubernetes-list-map-keys")?.filter((key) => typeof key === "string");
  return kind === "map" && keys && keys.length > 0 ? { kind, keys } : undefined;
}

function common(json: unknown, context: Context): Partial<Schema> {
  const limits = limitsOf(json);
  const combined = combinedOf(json, context);
  const standard = own(json, "default");
  const rules = context.isPart ? undefined : rulesOf(json);
  return {
    ...(limits ? { limits } : {}),
    ...(combined ? { combined } : {}),
    ...(standard === undefined ? {} : { default: standard }),
    ...(standard !== undefined && context.isStructural ? { isFilledIn: true } : {}),
    ...(own(json, "nullable") === true ? { isNullable: true } : {}),
    ...(rules ? { rules } : {}),
  };
}

function combinedOf(json: unknown, context: Context): Combined | undefined {
  const part: Context = { ...context, isPart: true };
  const refs = (name: string): readonly SchemaRef[] =>
    (ownList(json, name) ?? []).map((schema) => once(() => read(schema, part)));
  // The two types of an int-or-string are said by its own mark.
  const any = isIntOrString(json) ? [] : refs("anyOf");
  const one = isIntOrString(json) ? [] : refs("oneOf");
  const all = refs("allOf");
  const not = own(json, "not");
  if (all.length + any.length + one.length === 0 && not === undefined) return undefined;
  return { all, any, one, not: not === undefined ? undefined : once(() => read(not, part)) };
}
