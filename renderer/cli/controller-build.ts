// A build as Argo CD or Flux does it: finds the controller's object, reads it, and builds with it.
import { join, relative, resolve, sep } from "node:path";
import { readApplication, type SourceEntry, sourcesOf } from "../controllers/argocd.ts";
import type { Controller } from "../controllers/controller.ts";
import { objectsIn, pickObject, type SyncKind, type Wanted } from "../controllers/find.ts";
import { readFluxKustomization } from "../controllers/flux.ts";
import { type ArgoCdBuild, type Build, type FluxBuild, renderAs } from "../controllers/render-as.ts";
import { readSubstituteValues } from "../controllers/substitute-values.ts";
import { directoryOf } from "../controllers/sync-object.ts";
import { attempt, type Collector } from "../diagnostics/collector.ts";
import type { SourceFile } from "../diagnostics/location.ts";
import type { BuildContext } from "../load/context.ts";
import type { FileCache } from "../load/file-cache.ts";
import { repositoryOf } from "../load/remote/open.ts";
import type { Resource } from "../resource/resource.ts";
import type { Mapping } from "../yaml/node.ts";
import { filesBelow } from "./files-below.ts";
import type { ControllerRun } from "./open-build.ts";
import { repositoryRootOf } from "./repository-root.ts";

/** Builds a directory; what stands in the way is reported in the context's collector. */
export function buildAs(
  controller: Controller,
  target: string,
  run: ControllerRun,
  context: BuildContext,
): readonly Resource[] {
  const build = buildFor(controller, target, run, context.collector);
  return build ? renderAs(build, target, context) : [];
}

/**
 * How a controller builds a directory.
 *
 * @param target  absolute path of the directory, or a URL
 * @returns       undefined when that cannot be said
 */
function buildFor(
  controller: Controller,
  target: string,
  run: ControllerRun,
  collector: Collector,
): Build | undefined {
  if (controller === "kustomize") return { controller };
  if (repositoryOf(target)) {
    collector.report("cli/usage", `--as ${controller} builds directories, not URLs`, {
      help: "clone the repository and name the directory",
    });
    return undefined;
  }
  const { repoRoot } = run.flags;
  const repository =
    repoRoot === undefined ? repositoryRootOf(target) : resolve(run.io.workingDirectory, repoRoot);
  const build = attempt(
    (): Build =>
      controller === "argocd"
        ? { controller, repository, ...argoCdBuild(target, repository, run, collector) }
        : { controller, repository, ...fluxBuild(target, repository, run, collector) },
  );
  return collector.hasErrors ? undefined : build;
}

function argoCdBuild(
  target: string,
  repository: string,
  run: ControllerRun,
  collector: Collector,
): ArgoCdBuild {
  const { argocdApplication, appRevision: revision } = run.flags;
  const found = findObject("argocd", target, repository, argocdApplication, run, collector);
  const application = found && readApplication(found, collector);
  if (!application) return { revision };
  const sources = sourcesOf(application);
  const directory = directoryIn(repository, target);
  const isOwn = ({ source }: SourceEntry): boolean => directoryOf(source.path ?? "") === directory;
  const entry = sources.find(isOwn) ?? (sources.length === 1 ? sources[0] : undefined);
  return { application, entry, revision };
}

function fluxBuild(target: string, repository: string, run: ControllerRun, collector: Collector): FluxBuild {
  const { fluxKustomization, substituteValues } = run.flags;
  const found = findObject("flux", target, repository, fluxKustomization, run, collector);
  const kustomization = found && readFluxKustomization(found, collector);
  const file = substituteValues && readNamed(substituteValues, run, collector);
  return { kustomization, values: file ? readSubstituteValues(file, collector) : undefined };
}

function findObject(
  kind: SyncKind,
  target: string,
  repository: string,
  flag: string | undefined,
  run: ControllerRun,
  collector: Collector,
): Mapping | undefined {
  const directory = directoryIn(repository, target);
  const [, file, name] = flag === undefined ? [] : (/^(.*?)(?:#([^#]*))?$/.exec(flag) ?? []);
  const wanted: Wanted = { kind, directory, ...(file === undefined ? {} : { named: { file, name } }) };
  const named = file === undefined ? undefined : readNamed(file, run, collector);
  const sources = named ? [named] : yamlBelow(repository, run.files);
  const objects = sources.flatMap((source) => objectsIn(source, kind, collector));
  return pickObject(objects, wanted, collector);
}

function directoryIn(repository: string, target: string): string {
  return directoryOf(relative(repository, target).split(sep).join("/"));
}

function readNamed(path: string, { files, io }: ControllerRun, collector: Collector): SourceFile {
  const loaded = files.load(resolve(io.workingDirectory, path));
  if (!("kind" in loaded) && loaded.source) return loaded.source;
  return collector.halt("load/not-found", `${path} cannot be read`, { help: "name a file of YAML" });
}

const yamlFiles = new WeakMap<FileCache, Map<string, readonly SourceFile[]>>();

/** All YAML of a repository, listed once a run. */
function yamlBelow(repository: string, files: FileCache): readonly SourceFile[] {
  const lists = yamlFiles.get(files) ?? new Map<string, readonly SourceFile[]>();
  yamlFiles.set(files, lists);
  const known = lists.get(repository);
  if (known) return known;
  const names = filesBelow(repository, ["**/*.{yaml,yml}"], ["**/node_modules/**", "**/.git/**"]);
  const found = names.flatMap((name) => {
    const loaded = files.load(join(repository, name));
    return "kind" in loaded || !loaded.source ? [] : [loaded.source];
  });
  lists.set(repository, found);
  return found;
}
