// Types that policies and the command line name: CustomResourceDefinitions in files, and what a cluster says of itself.
import { dirname, resolve } from "node:path";
import fastGlob from "fast-glob";
import type { Collector } from "../../diagnostics/collector.ts";
import { attempt } from "../../diagnostics/collector.ts";
import type { Place, SourceFile } from "../../diagnostics/location.ts";
import type { FileCache } from "../../load/file-cache.ts";
import { readObjects } from "../../load/objects.ts";
import { builtInMetadata } from "../../schema/source/built-in.ts";
import { definitionSource } from "../../schema/source/definitions.ts";
import { openApiSource } from "../../schema/source/open-api.ts";
import type { TypeSource } from "../../schema/type-source.ts";
import type { PolicyFile } from "../../validate/policy/read.ts";

export interface SchemaSearch {
  readonly workingDirectory: string;
  readonly files: FileCache;
  readonly collector: Collector;
}

/** The kinds that the definitions in the files of the policies define. */
export function policyTypes(layers: readonly PolicyFile[], search: SchemaSearch): readonly TypeSource[] {
  return layers.flatMap((file) => {
    const types = known.get(file) ?? typesOf(file, search);
    known.set(file, types);
    return types;
  });
}

/** Definitions are large, and many overlays share a policy. */
const known = new WeakMap<PolicyFile, readonly TypeSource[]>();

function typesOf(file: PolicyFile, search: SchemaSearch): readonly TypeSource[] {
  const directory = dirname(resolve(search.workingDirectory, file.source.path));
  return (file.spec.schemas ?? []).flatMap((pattern, i) => {
    const names = fastGlob.sync(pattern, { cwd: directory, followSymbolicLinks: false }).sort();
    const sources = names.flatMap((name) => sourceOf(resolve(directory, name), search) ?? []);
    const types = sources.length > 0 ? definitionsOf(sources, search.collector) : undefined;
    if (!types) reportNone(pattern, file.placeOf("schemas", i), search.collector);
    return types ? [types] : [];
  });
}

/** The kinds of a cluster, from files that hold what its /openapi says. */
export function clusterTypes(paths: readonly string[], search: SchemaSearch): readonly TypeSource[] {
  const documents = paths.flatMap((path) => {
    const source = sourceOf(resolve(search.workingDirectory, path), search);
    const document = source && parseJson(source);
    if (document !== undefined) return [document];
    search.collector.report("cli/usage", `${path} is no OpenAPI document in JSON`, {
      help: "write one with: kubectl get --raw /openapi/v2 > openapi.json",
    });
    return [];
  });
  const types = documents.length > 0 ? openApiSource(documents, builtInMetadata) : undefined;
  if (documents.length > 0 && !types) {
    search.collector.report("cli/usage", `${paths.join(", ")} describes no kind of object`, {
      help: "write one with: kubectl get --raw /openapi/v2 > openapi.json",
    });
  }
  return types ? [types] : [];
}

function definitionsOf(sources: readonly SourceFile[], collector: Collector): TypeSource | undefined {
  const objects = sources.flatMap((source) => attempt(() => readObjects(source, collector)) ?? []);
  return definitionSource(objects);
}

function sourceOf(path: string, { files }: SchemaSearch): SourceFile | undefined {
  const real = files.realPath(path);
  const loaded = real.kind === "file" ? files.load(real.path) : undefined;
  return loaded && "source" in loaded ? loaded.source : undefined;
}

function parseJson({ text }: SourceFile): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reportNone(pattern: string, at: Place, collector: Collector): void {
  collector.report("policy/invalid", `${pattern} has no CustomResourceDefinition with a schema`, {
    at,
    help: "name files, or patterns like crds/*.yaml, relative to the policy",
  });
}
