// Objects as text, checked against the types of the package or against others.
import { Collector } from "../../renderer/diagnostics/collector.ts";
import { readObjects } from "../../renderer/load/objects.ts";
import { toResource } from "../../renderer/resource/resource.ts";
import type { SchemaFinding } from "../../renderer/schema/check/finding.ts";
import { type SchemaOptions, schemaChecker } from "../../renderer/schema/check/schema-checker.ts";
import { builtInSource } from "../../renderer/schema/source/built-in.ts";
import { definitionSource } from "../../renderer/schema/source/definitions.ts";
import { joinSources, type TypeSource } from "../../renderer/schema/type-source.ts";
import type { Mapping } from "../../renderer/yaml/node.ts";
import { type PathPart, printPath } from "../../renderer/yaml/path.ts";

/** The findings of all objects of a text. */
export function findingsOf(
  text: string,
  types: TypeSource = builtInSource(),
  options: SchemaOptions = {},
): readonly SchemaFinding[] {
  const checkObject = schemaChecker(types, options);
  return objectsOf(text).flatMap((node) => checkObject(toResource(node, undefined)).found);
}

/** The kinds that a text of CustomResourceDefinitions defines, with those of the package behind them. */
export function definitions(text: string): TypeSource | undefined {
  const own = definitionSource(objectsOf(text));
  return own && joinSources([own, builtInSource()]);
}

function objectsOf(text: string): readonly Mapping[] {
  const collector = new Collector();
  const objects = readObjects({ path: "objects.yaml", text }, collector);
  if (collector.hasErrors) throw new Error(collector.sorted()[0]?.message);
  return objects;
}

/** `code path` of each finding; the path of a key ends in `:key`. */
export function check(text: string, types?: TypeSource, options?: SchemaOptions): readonly string[] {
  return findingsOf(text, types, options).map(({ code, path, target }) => {
    const parts = path.map(
      (step): PathPart =>
        typeof step === "number" ? { kind: "index", index: step } : { kind: "field", name: step },
    );
    return `${code} ${printPath(parts)}${target === "key" ? ":key" : ""}`.trimEnd();
  });
}
