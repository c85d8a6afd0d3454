// The schemas that the constraints are taken from.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { anything, type Schema } from "../../../renderer/schema/schema.ts";
import { own } from "../../../renderer/schema/source/json.ts";
import { openApiSource } from "../../../renderer/schema/source/open-api.ts";
import { schemaReader } from "../../../renderer/schema/source/read-schema.ts";
import type { TypeSource } from "../../../renderer/schema/type-source.ts";
import { once } from "../../../renderer/text/once.ts";
import { type JsonSchema, readCompiledSchemas } from "./compiled.ts";

/** Kubernetes' own description, api/openapi-spec/v3 of its repository. */
export function clusterSource(directory: string): TypeSource {
  const files = readdirSync(directory).filter((name) => /^api.*_openapi\.json$/.test(name));
  return sourceOf(files.map((name) => JSON.parse(readFileSync(join(directory, name), "utf8")) as unknown));
}

/** Kubernetes' own type of `metadata`, read from the first description that has it. */
function metadataOf(documents: readonly unknown[]): Schema {
  const schemas = documents.map((document) => own(own(document, "components"), "schemas"));
  const definitions = schemas.find((schema) => own(schema, objectMeta) !== undefined);
  if (!definitions) return anything;
  const resolve = (ref: string): unknown => own(definitions, ref.slice(ref.lastIndexOf("/") + 1));
  return schemaReader({ resolve, metadata: () => anything, isStructural: false })(
    own(definitions, objectMeta),
  );
}

const objectMeta = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

/** What the validators of packages check. */
export function packageSource(directories: readonly string[]): TypeSource {
  const schemas = new Map(directories.flatMap((directory) => [...readCompiledSchemas(directory)]));
  const definitions = [...schemas].map(([name, schema]) => [name, toJson(schema, schemas)] as const);
  return sourceOf([{ definitions: Object.fromEntries(definitions) }]);
}

function sourceOf(documents: readonly unknown[]): TypeSource {
  const source = openApiSource(
    documents,
    once(() => metadataOf(documents)),
  );
  if (!source) throw new Error("no kinds are described");
  return source;
}

type Schemas = ReadonlyMap<string, JsonSchema>;

function toJson(schema: JsonSchema, schemas: Schemas): Readonly<Record<string, unknown>> {
  const { refs = [], items, values, limits, nullable: _, properties: own, ...rest } = schema;
  const [ref] = refs;
  if (ref?.endsWith("Quantity")) return { "x-kubernetes-int-or-string": true, format: "quantity" };
  if (ref?.endsWith("IntOrString")) return { "x-kubernetes-int-or-string": true };
  const targets = refs.flatMap((name) => schemas.get(name) ?? []);
  // What an object's type says is said at its own place.
  if (targets.length === 1 && targets[0]?.properties && !own) return { $ref: `#/definitions/${ref}` };
  const properties = propertiesOf(schema, schemas);
  return {
    ...Object.assign({}, ...targets.map((target) => toJson(target, schemas))),
    ...rest,
    ...limits,
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(items ? { items: toJson(items, schemas) } : {}),
    ...(values ? { additionalProperties: toJson(values, schemas) } : {}),
    ...kindOf(own),
  };
}

/** Those of the types that it extends as well. */
function propertiesOf(schema: JsonSchema, schemas: Schemas): readonly (readonly [string, unknown])[] {
  const inherited = (schema.refs ?? []).flatMap((ref) => {
    const target = schemas.get(ref);
    return target ? propertiesOf(target, schemas) : [];
  });
  const own = Object.entries(schema.properties ?? {});
  return [...inherited, ...own.map(([name, value]) => [name, toJson(value, schemas)] as const)];
}

function kindOf(properties: JsonSchema["properties"]): Readonly<Record<string, unknown>> {
  const [apiVersion] = properties?.["apiVersion"]?.enum ?? [];
  const [kind] = properties?.["kind"]?.enum ?? [];
  if (typeof apiVersion !== "string" || typeof kind !== "string") return {};
  const [version = "", group = ""] = apiVersion.split("/").reverse();
  return { "x-kubernetes-group-version-kind": [{ group, version, kind }] };
}
