// Kinds that CustomResourceDefinitions define.
import { parseApiVersion } from "../../resource/gvk.ts";
import { once } from "../../text/once.ts";
import { toPlain } from "../../yaml/json.ts";
import { type Mapping, textAt } from "../../yaml/node.ts";
import { anything, type Schema, type SchemaRef } from "../schema.ts";
import { joinSources, type KindName, type Scope, type TypeSource } from "../type-source.ts";
import { builtInMetadata, builtInSource } from "./built-in.ts";
import { own, ownEntries, ownList, ownText } from "./json.ts";
import { schemaReader } from "./read-schema.ts";
import { holdsRules } from "./rules-of.ts";

/** The types of the CustomResourceDefinitions among objects; undefined when there are none. */
export function definitionSource(objects: Iterable<Mapping>): TypeSource | undefined {
  const kinds = new Map<string, Version>();
  for (const node of objects) {
    if (!isDefinition(node)) continue;
    for (const version of versionsOf(node)) kinds.set(`${version.apiVersion}/${version.kind}`, version);
  }
  if (kinds.size === 0) return undefined;
  return {
    schemaOf: (apiVersion, kind) => kinds.get(`${apiVersion}/${kind}`)?.schema(),
    scopeOf: (apiVersion, kind) => kinds.get(`${apiVersion}/${kind}`)?.scope,
    kinds: () => [...kinds.values()],
  };
}

/** The kinds of the package, and before them those that definitions among the objects define. */
export function sourceWith(objects: Iterable<Mapping>): TypeSource {
  const own = definitionSource(objects);
  return own ? joinSources([own, builtInSource()]) : builtInSource();
}

export function isDefinition(node: Mapping): boolean {
  return (
    textAt(node, "kind") === "CustomResourceDefinition" &&
    parseApiVersion(textAt(node, "apiVersion") ?? "").group === "apiextensions.k8s.io"
  );
}

interface Version extends KindName {
  readonly schema: SchemaRef;
  readonly scope: Scope;
}

const read = new WeakMap<Mapping, readonly Version[]>();

/** Definitions are large, and the same ones come up in every overlay and at every patch. */
function versionsOf(node: Mapping): readonly Version[] {
  const known = read.get(node) ?? readVersions(toPlain(node));
  read.set(node, known);
  return known;
}

function readVersions(definition: unknown): readonly Version[] {
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
    return [{ apiVersion: `${group}/${name}`, kind, scope, schema: once(() => rootSchema(json)) }];
  });
}

/** A version without a schema, as apiextensions v1beta1 has them, takes everything. */
function rootSchema(json: unknown): Schema {
  const readJson = schemaReader({ metadata: builtInMetadata, isStructural: true, resolve: () => undefined });
  const schema = json === undefined ? anything : readJson(json);
  const limited = ownEntries(json, "properties").find(([name]) => name === "metadata")?.[1];
  const identity: [string, SchemaRef][] = [
    ["apiVersion", () => ({ type: "string" })],
    ["kind", () => ({ type: "string" })],
    ["metadata", metadataSchema(limited, readJson)],
    // The controller writes it; what stands in a manifest is dropped.
    ["status", () => anything],
  ];
  return {
    ...schema,
    type: "map",
    fields: new Map([...(schema.fields ?? []), ...identity]),
    ...(holdsRules(json) ? { hasRules: true } : {}),
  };
}

/** A definition may limit an object's name, and nothing else of its metadata. */
function metadataSchema(json: unknown, readJson: (json: unknown) => Schema): SchemaRef {
  const name = own(own(json, "properties"), "name");
  if (name === undefined) return builtInMetadata;
  return once(() => {
    const part = readJson(name);
    const limited: Schema = { type: "map", isOpen: true, fields: new Map([["name", () => part]]) };
    return { ...builtInMetadata(), combined: { all: [() => limited], any: [], one: [], not: undefined } };
  });
}
