// Reads a file of `crds`: OpenAPI definitions of custom resources whose extensions tell which fields hold labels,
// annotations and names.
// Source: kustomize api/internal/accumulator/loadconfigfromcrds.go
import type { Collector } from "../diagnostics/collector.ts";
import type { SourceFile } from "../diagnostics/location.ts";
import { field, fieldAt, isNull, type Mapping, type Node, placeOf } from "../yaml/node.ts";
import { makeConfig, type NameReference, type TransformerConfig } from "./config.ts";
import { type FieldSpec, fieldSpec } from "./field-spec.ts";

/**
 * Finds the field specs that a crds file declares, in the order of the file.
 *
 * @param document  a map of type names to `{ Schema: … }`; a type is one of objects when it has `kind`, `apiVersion`
 *                  and `metadata`
 */
export function crdConfig(
  document: Node | undefined,
  source: SourceFile,
  collector: Collector,
): TransformerConfig {
  const types = new Map<string, Mapping>();
  if (document?.kind === "mapping") {
    const misfit = document.values.map(misfitOf).find((node) => node !== undefined);
    if (misfit) {
      collector.report("configuration/invalid", "this is no definition of a type", {
        at: placeOf(misfit),
        help: "a crds file maps type names to `{ Schema: … }`, OpenAPI's form; a CustomResourceDefinition belongs under `resources`",
      });
    }
    document.keys.forEach((key, i) => {
      const properties = fieldAt(schemaOf(document.values[i]), "properties");
      if (properties?.kind === "mapping") types.set(key.text, properties);
    });
  } else if (source.text === "" || (document && !isNull(document))) {
    const at = document ? placeOf(document) : { source, at: 0 };
    collector.report("configuration/invalid", "a crds file must map type names to their schemas", { at });
  }
  const found: Found = { namePrefix: [], commonLabels: [], commonAnnotations: [], nameReference: [] };
  for (const [name, properties] of types) {
    if (!["kind", "apiVersion", "metadata"].every((required) => field(properties, required))) continue;
    const kind = name.slice(name.lastIndexOf(".") + 1);
    collect({ kind, types, found }, name, []);
  }
  return makeConfig(found);
}

interface Found {
  readonly namePrefix: FieldSpec[];
  readonly commonLabels: FieldSpec[];
  readonly commonAnnotations: FieldSpec[];
  readonly nameReference: (NameReference & { readonly fieldSpecs: FieldSpec[] })[];
}

interface Search {
  readonly kind: string;
  readonly types: ReadonlyMap<string, Mapping>;
  readonly found: Found;
}

interface Level {
  readonly type: string;
  readonly field: string;
}

/** Collects the specs of a type and of the types that its fields refer to; `above` is the way from the object to it. */
function collect(search: Search, type: string, above: readonly Level[]): void {
  const properties = search.types.get(type);
  if (!properties || above.some((level) => level.type === type)) return; // a type within itself has no last field
  const { kind, found } = search;
  properties.keys.forEach(({ text: name }, i) => {
    const property = properties.values[i];
    const way = [...above, { type, field: name }];
    const path = way.map((level) => level.field).join("/");
    if (extension(property, "annotation") !== undefined)
      add(found.commonAnnotations, fieldSpec(path, { kind }));
    if (extension(property, "label-selector") !== undefined)
      add(found.commonLabels, fieldSpec(path, { kind }));
    if (extension(property, "identity") !== undefined) add(found.namePrefix, fieldSpec(path, { kind }));
    const target = extension(property, "object-ref-kind");
    const version = extension(property, "object-ref-api-version");
    if (target !== undefined && version !== undefined) {
      const nameKey = extension(property, "object-ref-name-key") ?? "name";
      addReference(found.nameReference, target, version, fieldSpec(`${path}/${nameKey}`, { kind }));
    }
    const reference = field(property, "$ref");
    if (reference?.kind === "scalar") collect(search, reference.text, way);
  });
}

/** An extension counts when its value is a string, an empty one included. */
function extension(property: Node | undefined, name: string): string | undefined {
  const value = field(property, `x-kubernetes-${name}`);
  return value?.kind === "scalar" && value.tag === "str" ? value.text : undefined;
}

function schemaOf(definition: Node | undefined): Node | undefined {
  return ownField(definition, "schema");
}

/** A field of kustomize's own, whose case does not matter. */
function ownField(definition: Node | undefined, name: string): Node | undefined {
  if (definition?.kind !== "mapping") return undefined;
  return definition.values[definition.keys.findIndex((key) => key.text.toLowerCase() === name)];
}

/** The first part of a definition that Go cannot decode as what it stands for. */
function misfitOf(definition: Node): Node | undefined {
  if (definition.kind !== "mapping") return isNull(definition) ? undefined : definition;
  const dependencies = ownField(definition, "dependencies");
  const isList = !dependencies || dependencies.kind === "sequence" || isNull(dependencies);
  return isList ? misfitOfSchema(schemaOf(definition)) : dependencies;
}

function misfitOfSchema(schema: Node | undefined): Node | undefined {
  if (!schema || isNull(schema)) return undefined;
  if (schema.kind !== "mapping") return schema;
  const properties = field(schema, "properties");
  if (properties?.kind !== "mapping") return properties && !isNull(properties) ? properties : undefined;
  return properties.values.map(misfitOfSchema).find((node) => node !== undefined);
}

// All these specs name a kind and nothing else of a Gvk, so that this is all there is to compare.
function add(list: FieldSpec[], spec: FieldSpec): void {
  if (!list.some((known) => known.path === spec.path && known.kind === spec.kind)) list.push(spec);
}

function addReference(
  references: Found["nameReference"],
  kind: string,
  version: string,
  spec: FieldSpec,
): void {
  const known = references.find((reference) => reference.kind === kind && reference.version === version);
  if (known) add(known.fieldSpecs, spec);
  else references.push({ group: "", version, kind, fieldSpecs: [spec] });
}
