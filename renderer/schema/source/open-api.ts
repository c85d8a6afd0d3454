// Kinds that a cluster describes: what `kubectl get --raw /openapi/v2`, or a path below /openapi/v3, prints.
import { parseApiVersion } from "../../resource/gvk.ts";
import { once } from "../../text/once.ts";
import { anything, type Schema, type SchemaRef } from "../schema.ts";
import type { KindName, Scope, TypeSource } from "../type-source.ts";
import { own, ownEntries, ownList, ownText } from "./json.ts";
import { schemaReader } from "./read-schema.ts";

/**
 * @param documents  parsed JSON
 * @param metadata   the type of every object's `metadata`
 * @returns          undefined when none of the documents describes a kind
 */
export function openApiSource(documents: readonly unknown[], metadata: SchemaRef): TypeSource | undefined {
  const kinds = new Map<string, { name: KindName; schema: SchemaRef }>();
  for (const document of documents) {
    const schemas = new Map([
      ...ownEntries(document, "definitions"),
      ...ownEntries(own(document, "components"), "schemas"),
    ]);
    const read = schemaReader({
      metadata,
      isStructural: false,
      resolve: (ref: string) => schemas.get(unescaped(ref.slice(ref.lastIndexOf("/") + 1))),
    });
    for (const json of schemas.values()) {
      for (const name of kindsOf(json))
        kinds.set(keyOf(name), { name, schema: once(() => withoutStatus(read(json))) });
    }
  }
  if (kinds.size === 0) return undefined;
  const scopes = once(() => scopesOf(documents));
  return {
    schemaOf: (apiVersion, kind) => kinds.get(keyOf({ apiVersion, kind }))?.schema(),
    scopeOf: (apiVersion, kind) => scopes().get(keyOf({ apiVersion, kind })),
    kinds: () => [...kinds.values()].map(({ name }) => name),
    wholeGroups: new Set([...kinds.values()].map(({ name }) => parseApiVersion(name.apiVersion).group)),
  };
}

function keyOf({ apiVersion, kind }: KindName): string {
  return `${apiVersion}/${kind}`;
}

/** JSON pointers write `/` and `~` in other ways. */
function unescaped(name: string): string {
  return name.replaceAll("~1", "/").replaceAll("~0", "~");
}

function kindsOf(json: unknown): readonly KindName[] {
  return (ownList(json, "x-kubernetes-group-version-kind") ?? []).flatMap((gvk) => kindOf(gvk) ?? []);
}

function kindOf(gvk: unknown): KindName | undefined {
  const [group, version, kind] = [ownText(gvk, "group"), ownText(gvk, "version"), ownText(gvk, "kind")];
  if (!version || !kind) return undefined;
  return { apiVersion: group ? `${group}/${version}` : version, kind };
}

/** The controller writes the status; what stands in a manifest is dropped. */
function withoutStatus(schema: Schema): Schema {
  if (!schema.fields?.has("status") || !schema.fields.has("metadata")) return schema;
  return { ...schema, fields: new Map([...schema.fields, ["status", () => anything]]) };
}

/** Objects that are made below a namespace are namespaced. */
function scopesOf(documents: readonly unknown[]): ReadonlyMap<string, Scope> {
  const scopes = new Map<string, Scope>();
  for (const [path, item] of documents.flatMap((document) => ownEntries(document, "paths"))) {
    const name = kindOf(own(own(item, "post"), "x-kubernetes-group-version-kind"));
    if (!name || /\{name\}/.test(path)) continue;
    scopes.set(keyOf(name), path.includes("/namespaces/{namespace}/") ? "Namespaced" : "Cluster");
  }
  return scopes;
}
