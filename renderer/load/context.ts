// What a build is given: everything that is resolved once at the edge and then only read.
import type { Collector } from "../diagnostics/collector.ts";
import type { FileCache } from "./file-cache.ts";
import type { External } from "./remote/external.ts";

export interface BuildOptions {
  /** "root": files must lie in or below the directory of the kustomization that names them. */
  readonly loadRestrictor: "root" | "none";
  /** Order of the output when the kustomization does not set `sortOptions`. */
  readonly reorder: "legacy" | "none";
  readonly enableHelm: boolean;
  readonly addManagedByLabel: boolean;
}

export const defaultBuildOptions: BuildOptions = {
  loadRestrictor: "root",
  reorder: "legacy",
  enableHelm: false,
  addManagedByLabel: false,
};

export interface BuildContext {
  readonly collector: Collector;
  readonly files: FileCache;
  readonly options: BuildOptions;
  /** Remote fetches, helm and functions; a build without it refuses them. */
  readonly external?: External;
}
