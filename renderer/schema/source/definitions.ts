// Kinds that CustomResourceDefinitions define.
import { parseApiVersion } from "../../resource/gvk.ts";
import { toPlain } from "../../yaml/json.ts";
import { type Mapping, textAt } from "../../yaml/node.ts";
import { anything, once, type Schema, type SchemaRef } from "../schema.ts";
import type { Scope, TypeSource } from "../type-source.ts";
import { own, ownEntries, ownList, ownText } from "./json.ts";
import { schemaReader } from "./read-schema.ts";

/**
 * The types of the CustomResourceDefinitions among objects; undefined when there are none.
 *
 * @param metadata  the type of every object's `metadata`
 */
export function definitionSource(objects: Iterable<Mapping>, metadata: SchemaRef): TypeSource | undefined {
  const kinds = new Map<string, { schema: SchemaRef; scope: Scope }>();
  for (const node of objects) {
    if (!isDefinition(node)) continue;
    for (const { apiVersion, kind, schema, scope } of versionsOf(toPlain(node), metadata))
      kinds.set(`${apiVersion}/${kind}`, { schema, scope });
  }
  if (kinds.size === 0) return undefined;
  return {
    schemaOf: (apiVersion, kind) => kinds.get(`${apiVersion}/${kind}`)?.schema(),
    scopeOf: (apiVersion, kind) => kinds.get(`${apiVersion}/${kind}`)?.scope,
    kinds: () =>
      [...kinds.keys()].map((key) => {
        const slash = key.lastIndexOf("/");
        return { apiVersion: key.slice(0, slash), kind: key.slice(slash + 1) };
      }),
  };
}

export function isDefinition(node: Mapping): boolean {
  return (
    textAt(node, "kind") === "CustomResourceDefinition" &&
    parseApiVersion(textAt(node, "apiVersion") ?? "").group === "apiextensions.k8s.io"
  );
}

interface Version {
  readonly apiVersion: string;
  readonly kind: string;
  readonly schema: SchemaRef;
  readonly scope: Scope;
}

function versionsOf(definition: unknown, metadata: SchemaRef): readonly Version[] {
  const spec = own(definition, "spec");
  const group = ownText(spec, "group");
  const kind = ownText(own(spec, "names"), "kind");
  if (!group || !kind) return [];
  const scope = own(spec, "scope") === "Cluster" ? "Cluster" : "Namespaced";
  const versions = ownList(spec, "versions") ?? [{ name: own(spec, "version") }];
  return versions.flatMap((version): readonly Version[] => {
    const name = ownText(version, "name");
    if (!name || own(version, "served") === false) return [];
    const json = own(own(version, "schema"), "openAPIV3Schema");
    return [{ apiVersion: `${group}/${name}`, kind, scope, schema: once(() => rootSchema(json, metadata)) }];
  });
}

/** A version without a schema, as apiextensions v1beta1 has them, takes everything. */
function rootSchema(json: unknown, metadata: SchemaRef): Schema {
  const read = schemaReader({ metadata, isStructural: true, resolve: () => undefined });
  const schema = json === undefined ? anything : read(json);
  const limited = ownEntries(json, "properties").find(([name]) => name === "metadata")?.[1];
  const identity: [string, SchemaRef][] = [
    ["apiVersion", () => ({ type: "string" })],
    ["kind", () => ({ type: "string" })],
    ["metadata", metadataSchema(limited, metadata, read)],
    // The controller writes it; what stands in a manifest is dropped.
    ["status", () => anything],
  ];
  return { ...schema, type: "map", fields: new Map([...(schema.fields ?? []), ...identity]) };
}

/** A definition may limit an object's name, and nothing else of its metadata. */
function metadataSchema(json: unknown, metadata: SchemaRef, read: (json: unknown) => Schema): SchemaRef {
  const name = own(own(json, "properties"), "name");
  if (name === undefined) return metadata;
  return once(() => {
    const part = read(name);
    const limited: Schema = { type: "map", isOpen: true, fields: new Map([["name", () => part]]) };
    return { ...metadata(), combined: { all: [() => limited], any: [], one: [], not: undefined } };
  });
}
