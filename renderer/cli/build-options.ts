// The flags that all commands which build a tree share. Names and values are kustomize's.
import { isAbsolute, relative, resolve, sep } from "node:path";
import { Collector } from "../diagnostics/collector.ts";
import type { BuildContext, BuildOptions, ExtraTypes } from "../load/context.ts";
import { DiskFileSystem } from "../load/disk-fs.ts";
import { FileCache } from "../load/file-cache.ts";
import { isWithin } from "../load/loader.ts";
import { lockPaths } from "../load/remote/find-lock.ts";
import { repositoryOf } from "../load/remote/open.ts";
import { type ExternalFlags, externalFor } from "./external-options.ts";
import type { Io } from "./io.ts";

export interface BuildFlags extends ExternalFlags {
  readonly loadRestrictor: "LoadRestrictionsRootOnly" | "LoadRestrictionsNone";
  readonly reorder: "legacy" | "none";
  readonly enableHelm: boolean;
  readonly enableManagedbyLabel: boolean;
  readonly listMerge?: "kustomize" | "crd";
}

export function toBuildOptions(flags: BuildFlags): BuildOptions {
  return {
    loadRestrictor: flags.loadRestrictor === "LoadRestrictionsNone" ? "none" : "root",
    reorder: flags.reorder,
    enableHelm: flags.enableHelm,
    addManagedByLabel: flags.enableManagedbyLabel,
  };
}

/** Files of one run of the command, shown by paths relative to the working directory. */
export function openFiles(io: Io): FileCache {
  return new FileCache(new DiskFileSystem(), pathShortener(io.workingDirectory));
}

/** What --list-merge asks for; loaded only then, because the types of all kinds take their time. */
export async function openExtraTypes({
  listMerge,
}: Pick<BuildFlags, "listMerge">): Promise<() => ExtraTypes | undefined> {
  if (listMerge !== "crd") return () => undefined;
  const { CrdLists } = await import("../patch/crd-lists.ts");
  return () => new CrdLists();
}

/**
 * @param target      what is built: a directory or a URL, as targetOf gives it
 * @param extraTypes  of this one build
 */
export function newContext(
  files: FileCache,
  options: BuildOptions,
  target: string,
  flags: ExternalFlags,
  io: Io,
  extraTypes?: ExtraTypes,
): BuildContext {
  const collector = new Collector();
  if (!repositoryOf(target)) noteLock(target, files, io);
  return {
    collector,
    files,
    options,
    extraTypes,
    external: externalFor(target, flags, io, collector, (path) => files.display(path)),
  };
}

/** How paths are shown. Most files lie beside another, so what their directory comes to is kept. */
function pathShortener(workingDirectory: string): (path: string) => string {
  const directories = new Map<string, string>();
  return (path) => {
    if (path === workingDirectory) return ".";
    const end = path.lastIndexOf(sep);
    const name = path.slice(end + 1);
    if (end <= 0 || name === "" || name.includes("..") || name === ".")
      return shortPath(workingDirectory, path);
    const directory = path.slice(0, end);
    const short = directories.get(directory) ?? shortPath(workingDirectory, directory);
    directories.set(directory, short);
    return short === "." ? name : `${short}${sep}${name}`;
  };
}

/** The lock is read elsewhere, and a build depends on it all the same. */
function noteLock(directory: string, files: FileCache, io: Io): void {
  const paths = lockPaths(directory).filter((path) => isWithin(path, io.workingDirectory));
  const found = paths.map((path) => files.realPath(path)).find(({ kind }) => kind === "file");
  if (found && "path" in found) files.load(found.path);
}

/** The path relative to the working directory, unless that leads far up. */
function shortPath(workingDirectory: string, path: string): string {
  const full = resolve(workingDirectory, path);
  const short = relative(workingDirectory, full);
  if (short === "") return ".";
  return short.startsWith(`..`) && isAbsolute(path) && short.split("..").length > 3 ? full : short;
}
