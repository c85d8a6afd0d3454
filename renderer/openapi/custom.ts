// An OpenAPI v2 document of the user's own, as the field `openapi` names it.
// Source: kustomize kyaml/openapi/openapi.go
import type { Schema } from "./schema.ts";

const typeExtension = "x-kubernetes-group-version-kind";
const strategyExtension = "x-kubernetes-patch-strategy";
const keyExtension = "x-kubernetes-patch-merge-key";
const keysExtension = "x-kubernetes-list-map-keys";

/** Definitions by kind; references between them are followed when a merge gets there. */
export class CustomDocument {
  readonly #document: Document;
  #types: ReadonlyMap<string, unknown> | undefined;
  #scopes: ReadonlyMap<string, boolean> | undefined;

  /** @param fallback  finds the schema of a reference that the document itself does not define */
  constructor(root: unknown, fallback: (definition: string) => Schema | undefined = () => undefined) {
    this.#document = { root, fallback };
  }

  forType(apiVersion: string, kind: string): Schema | undefined {
    this.#types ??= typesOf(this.#document.root);
    const definition = this.#types.get(`${apiVersion}/${kind}`);
    return definition === undefined ? undefined : schemaOf(definition, this.#document);
  }

  isNamespaced(apiVersion: string, kind: string): boolean | undefined {
    this.#scopes ??= scopesOf(this.#document.root);
    return this.#scopes.get(`${apiVersion}/${kind}`);
  }
}

interface Document {
  readonly root: unknown;
  readonly fallback: (definition: string) => Schema | undefined;
}

function typesOf(document: unknown): ReadonlyMap<string, unknown> {
  const types = new Map<string, unknown>();
  for (const definition of valuesOf(own(document, "definitions"))) {
    const kinds = own(definition, typeExtension);
    if (!Array.isArray(kinds)) continue;
    for (const kind of kinds) {
      const name = typeName(kind);
      if (name !== undefined) types.set(name, definition);
    }
  }
  return types;
}

/** A kind is namespaced as soon as one of its paths goes through a namespace. */
function scopesOf(document: unknown): ReadonlyMap<string, boolean> {
  const scopes = new Map<string, boolean>();
  const paths = own(document, "paths");
  for (const path of keysOf(paths)) {
    const name = typeName(own(own(own(paths, path), "get"), typeExtension));
    if (name === undefined) continue;
    scopes.set(name, path.includes("namespaces/{namespace}") || (scopes.get(name) ?? false));
  }
  return scopes;
}

function typeName(value: unknown): string | undefined {
  const group = own(value, "group");
  const version = own(value, "version");
  const kind = own(value, "kind");
  if (typeof version !== "string" || typeof kind !== "string") return undefined;
  return typeof group === "string" && group !== "" ? `${group}/${version}/${kind}` : `${version}/${kind}`;
}

const schemas = new WeakMap<object, Schema>();

function schemaOf(definition: unknown, document: Document): Schema | undefined {
  if (typeof definition !== "object" || definition === null) return undefined;
  let known = schemas.get(definition);
  if (!known) {
    known = makeSchema(definition, document);
    schemas.set(definition, known);
  }
  return known;
}

function makeSchema(definition: object, document: Document): Schema {
  return {
    field: (name) =>
      resolved(own(own(definition, "properties"), name) ?? own(definition, "additionalProperties"), document),
    elements: () => (isList(definition) ? resolved(own(definition, "items"), document) : undefined),
    ...mergeOf(definition),
  };
}

function isList(definition: object): boolean {
  const type = own(definition, "type");
  return type === "array" || (Array.isArray(type) && type.length === 1 && type[0] === "array");
}

function mergeOf(definition: object): Pick<Schema, "mergeStrategy" | "mergeKeys"> {
  const strategy = own(definition, strategyExtension);
  if (typeof strategy !== "string") return { mergeStrategy: "", mergeKeys: [] };
  const keys = own(definition, keysExtension) ?? [own(definition, keyExtension)];
  const mergeKeys = Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : [];
  return { mergeStrategy: strategy, mergeKeys };
}

/** Follows `$ref`; undefined when one leads nowhere or round in a circle. What stands beside a `$ref` does not count. */
function resolved(definition: unknown, document: Document): Schema | undefined {
  const seen = new Set<string>();
  let here = definition;
  for (;;) {
    if (Array.isArray(here)) return undefined;
    const reference = own(here, "$ref");
    if (typeof reference !== "string" || reference === "") return schemaOf(here, document);
    if (seen.has(reference)) return undefined;
    seen.add(reference);
    const target = atPointer(reference, document.root);
    if (target === undefined) return document.fallback(reference.slice(reference.lastIndexOf("/") + 1));
    here = target;
  }
}

/** The part of the document that `#/definitions/…` points at; only definitions can be pointed at. */
function atPointer(reference: string, document: unknown): unknown {
  const steps = reference.slice(reference.indexOf("#") + 1).split("/");
  if (steps[0] !== "" || steps[1] !== "definitions") return undefined;
  return steps.slice(1).reduce<unknown>((here, step) => own(here, unescaped(step)), document);
}

function unescaped(step: string): string {
  const plain = /%[0-9A-Fa-f]{2}/.test(step) ? decodeUri(step) : step;
  return plain.replaceAll("~1", "/").replaceAll("~0", "~");
}

function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

function valuesOf(value: unknown): readonly unknown[] {
  return keysOf(value).map((key) => own(value, key));
}
