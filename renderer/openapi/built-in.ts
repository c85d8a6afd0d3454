// The built-in types, read from their tables when first asked for.
import { fieldsByType, typesByKind } from "./data/kubernetes-1.21.2.ts";
import { clusterScopedKinds, namespacedKinds } from "./data/scopes.ts";
import type { Schema } from "./schema.ts";

/** The schema of a built-in kind. */
export function builtInType(apiVersion: string, kind: string): Schema | undefined {
  const name = `${apiVersion}/${kind}`;
  const type = Object.hasOwn(typesByKind, name) ? typesByKind[name] : undefined;
  return type === undefined ? undefined : schemaOf(type);
}

/** The schema of a built-in definition by its full name, `io.k8s.api.core.v1.PodSpec`. */
export function builtInDefinition(name: string): Schema | undefined {
  const type = name.split(".").slice(-3).join(".");
  return Object.hasOwn(fieldsByType, type) ? schemaOf(type) : undefined;
}

/** Whether a built-in kind lives in a namespace. */
export function builtInScope(apiVersion: string, kind: string): boolean | undefined {
  if (lists(clusterScopedKinds, apiVersion, kind)) return false;
  return lists(namespacedKinds, apiVersion, kind) ? true : undefined;
}

function lists(
  table: Readonly<Record<string, readonly string[]>>,
  apiVersion: string,
  kind: string,
): boolean {
  return Object.hasOwn(table, apiVersion) && (table[apiVersion]?.includes(kind) ?? false);
}

const schemas = new Map<string, Schema>();

/** The schema for a notation of the table: `type`, `type[]` or `type[] strategy key …`. */
function schemaOf(notation: string): Schema {
  let known = schemas.get(notation);
  if (!known) {
    known = makeSchema(notation);
    schemas.set(notation, known);
  }
  return known;
}

function makeSchema(notation: string): Schema {
  const [head = "", mergeStrategy = "", ...mergeKeys] = notation.split(" ");
  const isList = head.endsWith("[]");
  const type = isList ? head.slice(0, -2) : head;
  const fields = isList || !Object.hasOwn(fieldsByType, type) ? {} : (fieldsByType[type] ?? {});
  return {
    field: (name) => (Object.hasOwn(fields, name) ? schemaOf(fields[name] as string) : undefined),
    elements: () => (isList && type !== "" ? schemaOf(type) : undefined),
    mergeStrategy,
    mergeKeys,
  };
}
