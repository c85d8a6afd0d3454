// What Argo CD and Flux build, in the words of their objects. Each object belongs to the overlay that it builds, so that the
// policies of that overlay hold for it.
import { directoryOf } from "../../controllers/sync-object.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { emitDocument } from "../../yaml/emit.ts";
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";
import { type Built, directoryOfFile, type FoundObject, type Tree } from "../model/tree.ts";
import type { Value } from "../model/value.ts";

export type SyncController = "argocd" | "flux";

/** An object of a controller, and what lies around it. */
export interface SyncObject extends FoundObject {
  readonly controller: SyncController;
  /** Objects of one place are applied to one cluster. */
  readonly place: string;
}

/** A directory that a controller builds. */
export interface SyncPath extends SyncObject {
  readonly tree: Tree;
  /** The source of an Application; the spec of a Kustomization. */
  readonly source: Value;
  readonly path: Value;
  /** The directory in the repository. */
  readonly directory: string;
  /** Which repository it is: a URL, or the name of the object that knows it. */
  readonly repository: string;
  /** Where objects without a namespace go. */
  readonly namespace: string;
  /** What the directory builds to, without what the object adds; undefined when it cannot be built. */
  readonly build: () => Built | undefined;
}

/** The Applications and Kustomizations that build an overlay or something in it. */
export function syncPathsOf(cluster: Cluster): readonly SyncPath[] {
  return cluster.once(ownPaths);
}

function ownPaths(cluster: Cluster): readonly SyncPath[] {
  const { tree, directory } = cluster.facts;
  if (!tree) return [];
  const own = tree.pathOf(directory);
  return allPaths(cluster).filter((path) => ownerOf(path) === own);
}

/** All of the repository, beside those that the overlay itself renders. */
export function allPaths(cluster: Cluster): readonly SyncPath[] {
  return cluster.once(everyPath);
}

function everyPath(cluster: Cluster): readonly SyncPath[] {
  const { tree, directory, filesRead } = cluster.facts;
  if (!tree) return [];
  const own = tree.pathOf(directory);
  const paths = allObjects(cluster).flatMap((object) => pathsOf(object, tree));
  // The overlay itself has been built already.
  return paths.map((path) => {
    return path.directory === own && filesRead
      ? { ...path, build: () => ({ cluster, files: tree.inRepository(filesRead) }) }
      : path;
  });
}

/** Objects of both controllers, of all kinds. */
export function allObjects(cluster: Cluster): readonly SyncObject[] {
  return cluster.once(everyObject);
}

function everyObject(cluster: Cluster): readonly SyncObject[] {
  const { tree, directory } = cluster.facts;
  if (!tree) return [];
  const place = tree.pathOf(directory);
  const rendered = cluster.objects.filter(({ group }) => /^argoproj\.io$|\.toolkit\.fluxcd\.io$/.test(group));
  return [
    ...tree.objects.map((found) => ({ ...found, place: directoryOfFile(found.file) })),
    ...rendered.map((object) => ({ object, file: `${place}/`, place })),
  ].map((found) => ({ ...found, controller: found.object.group === "argoproj.io" ? "argocd" : "flux" }));
}

/** Whether Flux patches Kustomizations on their way, as by a parent that gives all of them the same settings. */
export function patchesKustomizations(cluster: Cluster): boolean {
  return cluster.once(patchesAnyKustomization);
}

function patchesAnyKustomization(cluster: Cluster): boolean {
  return allObjects(cluster).some(
    ({ object }) =>
      isFluxKustomization(object) &&
      object.root
        .get("spec", "patches")
        .items()
        .some((patch) => patch.get("target", "kind").text === "Kustomization"),
  );
}

export function isFluxKustomization({ kind, group }: KubeObject): boolean {
  return kind === "Kustomization" && group === "kustomize.toolkit.fluxcd.io";
}

function pathsOf(sync: SyncObject, tree: Tree): readonly SyncPath[] {
  const { object } = sync;
  const spec = object.root.get("spec");
  if (isFluxKustomization(object)) {
    const reference = spec.get("sourceRef");
    const namespace = reference.get("namespace").text ?? object.namespace;
    const repository = `${reference.get("kind").text}/${namespace}/${reference.get("name").text}`;
    const path = spec.get("path");
    // What builds the object itself puts a value in.
    if (/\$\{/.test(path.text ?? "")) return [];
    const target = spec.get("targetNamespace").text ?? "";
    return [{ ...sync, ...directoryAt(path, tree), source: spec, path, repository, namespace: target }];
  }
  if (object.kind !== "Application" || sync.controller !== "argocd") return [];
  const dry = spec.get("sourceHydrator", "drySource");
  const several = spec.get("sources").items();
  const sources = dry.exists ? [dry] : several.length > 0 ? several : [spec.get("source")];
  return sources.flatMap((source) => {
    const path = source.get("path");
    const repository = normalUrl(source.get("repoURL").text ?? "");
    // Directories of other tools are theirs to judge.
    const isOther = ["helm", "directory", "plugin"].some((tool) => source.get(tool).exists);
    if (path.text === undefined || source.get("chart").exists || isOther || /\{\{/.test(path.text)) return [];
    const namespace = spec.get("destination", "namespace").text ?? "";
    return [{ ...sync, ...directoryAt(path, tree), source, path, repository, namespace }];
  });
}

function directoryAt(path: Value, tree: Tree): Pick<SyncPath, "tree" | "directory" | "build"> {
  const directory = directoryOf(path.text ?? "");
  return { tree, directory, build: () => tree.build(directory) };
}

/** A URL as Argo CD compares it. */
export function normalUrl(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/\/+$/, "")
    .replace(/\.git$/, "");
}

/** The directory that was meant by one that is not there. */
export function meantBy({ tree, directory }: SyncPath): string | undefined {
  const known = meant.get(tree) ?? new Map<string, string | undefined>();
  meant.set(tree, known);
  if (!known.has(directory)) known.set(directory, nearest(directory, tree.buildable));
  return known.get(directory);
}

// Each overlay asks it of all paths, and it compares with all directories.
const meant = new WeakMap<Tree, Map<string, string | undefined>>();

function ownerOf(path: SyncPath): string | undefined {
  const { tree, file, directory } = path;
  const built = tree.isDirectory(directory) ? directory : meantBy(path);
  const isAround = (overlay: string): boolean =>
    built !== undefined && (isIn(built, overlay) || (built !== "" && isIn(overlay, built)));
  return tree.overlays.find(isAround) ?? tree.overlays.find((overlay) => isIn(file, overlay));
}

function isIn(path: string, directory: string): boolean {
  return directory === "" || path === directory || path.startsWith(`${directory}/`);
}

/** Values by a key that several of them may have. */
export function grouped<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** The Applications and Kustomizations themselves. */
export function syncObjectsOf(cluster: Cluster): readonly SyncPath[] {
  const paths = syncPathsOf(cluster);
  return paths.filter((path, i) => i === 0 || path.object !== paths[i - 1]?.object);
}

/** Which cluster it is, as far as the objects of one place tell, and by whom. */
export function targetOf({ controller, place, object }: SyncPath): string {
  const spec = object.root.get("spec");
  const cluster = controller === "flux" ? spec.get("kubeConfig") : spec.get("destination");
  const names = ["server", "name"].map((name) => cluster.get(name).text ?? "");
  return [place, controller, ...(controller === "flux" ? [printed(cluster)] : names)].join("\0");
}

/** A value as text, to compare it. */
export function printed({ node }: Value): string {
  return node ? emitDocument(node, () => undefined) : "";
}
