// A replacement as kustomize knows it: one source, any number of targets.
import type { AnyTarget } from "./target.ts";

export interface Replacement {
  readonly source: ReplacementSource | { readonly value: string };
  readonly targets: readonly [ReplacementTarget, ...ReplacementTarget[]];
}

export interface ReplacementSource {
  readonly group?: string;
  readonly version?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  /** Fields separated by dots, list items as `[name=emqx]`; `metadata.name` when absent. */
  readonly fieldPath?: string;
  readonly options?: ReplacementOptions;
}

export interface ReplacementTarget {
  readonly select: AnyTarget;
  readonly reject?: readonly AnyTarget[];
  readonly fieldPaths: readonly [string, ...string[]];
  readonly options?: ReplacementOptions;
}

export interface ReplacementOptions {
  /** Splits the value into parts, of which the one at `index` is read or written. */
  readonly delimiter?: string;
  readonly index?: number;
  readonly encoding?: "base64";
  /** Makes the field where it is missing. */
  readonly create?: boolean;
}
