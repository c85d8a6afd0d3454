// What a build is given: everything that is resolved once at the edge and then only read.
import type { Collector } from "../diagnostics/collector.ts";
import type { SourceFile } from "../diagnostics/location.ts";
import type { KustomizationEdit } from "../kustomization/read.ts";
import type { Schema, SchemaIndex } from "../openapi/schema-index.ts";
import type { Resource } from "../resource/resource.ts";
import type { SelectorFields } from "../resource/selector.ts";
import type { Step } from "../yaml/node.ts";
import type { FileCache } from "./file-cache.ts";
import type { External } from "./remote/external.ts";

export interface BuildOptions {
  /** "root": files must lie in or below the directory of the kustomization that names them. */
  readonly loadRestrictor: "root" | "none";
  /** Real path of a directory that no local file or base may lie outside of, whatever the restrictor allows. */
  readonly confinedTo?: string;
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

/** A patch entry that is about to be applied, and the objects as they are by then. */
export interface PatchEvent {
  /** The text of the patch. */
  readonly source: SourceFile;
  /** The entry that lists the patch. */
  readonly step: Step;
  readonly target: SelectorFields | undefined;
  readonly resources: readonly Resource[];
  readonly schemas: SchemaIndex;
}

/** Told of what the entries of kustomizations do, as they do it. */
export interface EntryWatcher {
  /**
   * An entry is about to be applied.
   *
   * @param what  the part of it that tells it from others: the file of a patch, the name of an image
   */
  started(step: Step, what: string): void;
  /** An entry was applied to an object that it selects. */
  applied(step: Step, work: AppliedEntry): void;
  /** It matched no object, which is for the watcher to tell: the build says nothing of it then. */
  missed(step: Step, help: string): void;
}

export interface AppliedEntry {
  readonly before: Resource;
  /** Undefined when the entry removed the object, and the same object when it changed nothing. */
  readonly after: Resource | undefined;
  /** The entry writes a part of a value and leaves the rest of it to others. */
  readonly isPartial?: boolean;
}

/** Types for kinds that kustomize does not know; with none, their lists are replaced whole as kustomize replaces them. */
export interface ExtraTypes {
  /** Told of all objects that are read. */
  note(resources: readonly Resource[]): void;
  forType(apiVersion: string, kind: string): Schema | undefined;
}

export interface BuildContext {
  readonly extraTypes?: ExtraTypes | undefined;
  /** Told of every patch before it is applied. */
  readonly onPatch?: ((event: PatchEvent) => void) | undefined;
  readonly watcher?: EntryWatcher | undefined;
  /** What happens to the kustomization that the build starts from before it is used. */
  readonly rootEdit?: KustomizationEdit | undefined;
  /** Takes bases that earlier builds of the same files accumulated, and keeps its own for later ones. */
  readonly sharesBases?: boolean | undefined;
  readonly collector: Collector;
  readonly files: FileCache;
  readonly options: BuildOptions;
  /** Remote fetches, helm and functions; a build without it refuses them. */
  readonly external?: External;
}
