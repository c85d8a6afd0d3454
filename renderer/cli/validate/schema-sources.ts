// Types that policies and the command line name: CustomResourceDefinitions in files, and what a cluster says of itself.
import { type Dirent, readdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import fastGlob from "fast-glob";
import { attempt, Collector } from "../../diagnostics/collector.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Place, SourceFile } from "../../diagnostics/location.ts";
import { type FileCache, Shelf } from "../../load/file-cache.ts";
import { readObjects } from "../../load/objects.ts";
import { builtInMetadata } from "../../schema/source/built-in.ts";
import { definitionSource } from "../../schema/source/definitions.ts";
import { openApiSource } from "../../schema/source/open-api.ts";
import type { TypeSource } from "../../schema/type-source.ts";
import type { PolicyFile } from "../../validate/policy/read.ts";
import { withinTree } from "../files-below.ts";

export interface SchemaSearch {
  readonly workingDirectory: string;
  readonly files: FileCache;
  readonly collector: Collector;
}

interface Reading {
  readonly types: readonly TypeSource[];
  readonly found: readonly Diagnostic[];
}

/** Definitions are large, and many overlays share a policy. */
const readings = new Shelf<Reading>();

/** The kinds that the definitions in the files of the policies define. */
export function policyTypes(layers: readonly PolicyFile[], search: SchemaSearch): readonly TypeSource[] {
  const { files, workingDirectory } = search;
  return layers.flatMap((file) => {
    const path = resolve(workingDirectory, file.source.path);
    const { types, found } = files.once(readings, path, () => {
      files.load(path); // which says where the definitions are
      const collector = new Collector();
      return { types: typesOf(file, dirname(path), { ...search, collector }), found: collector.sorted() };
    });
    for (const diagnostic of found) search.collector.add(diagnostic);
    return types;
  });
}

function typesOf(file: PolicyFile, directory: string, search: SchemaSearch): readonly TypeSource[] {
  const { files, collector } = search;
  return (file.spec.schemas ?? []).flatMap((pattern, i) => {
    const names = filesLike(pattern, directory, files);
    const sources = names.flatMap((name) => sourceOf(resolve(directory, name), search) ?? []);
    const types = sources.length > 0 ? definitionsOf(sources, collector) : undefined;
    if (!types) reportNone(pattern, file.placeOf("schemas", i), collector);
    return types ? [types] : [];
  });
}

/** What is listed on the way is listed through the cache, so that a file that comes later is noticed. */
function filesLike(pattern: string, directory: string, files: FileCache): readonly string[] {
  files.realPath(resolve(directory, pattern)); // a name without wildcards is not looked for in a list
  const list = (path: string, options: { withFileTypes: true }): Dirent[] => {
    files.list(path);
    return readdirSync(path, options);
  };
  const fs = { readdirSync: list as typeof readdirSync };
  return fastGlob.sync(pattern, { ...withinTree, cwd: directory, fs }).sort();
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
