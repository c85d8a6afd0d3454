// One kustomization at work: what its generators and transformers are given.
import { posix } from "node:path";
import type { Place } from "../diagnostics/location.ts";
import type { TransformerConfig } from "../fieldspecs/config.ts";
import type { KustomizationFile } from "../kustomization/read.ts";
import type { SchemaIndex } from "../openapi/schema-index.ts";
import { builtinRecord, type OriginRecord } from "../resource/trail.ts";
import type { Step } from "../yaml/node.ts";
import type { BuildContext } from "./context.ts";
import type { Loader } from "./loader.ts";

export interface Layer {
  readonly file: KustomizationFile;
  readonly loader: Loader;
  readonly config: TransformerConfig;
  readonly schemas: SchemaIndex;
  readonly context: BuildContext;
  /** For buildMetadata; undefined unless the build asks for it. */
  readonly trail: LayerTrail | undefined;
}

export interface LayerTrail {
  /** The kustomization's directory. */
  readonly directory: OriginRecord;
  /** The record of the layer's generator or transformer of a kind. */
  readonly recordOf: (kind: string) => OriginRecord | undefined;
}

/** The trail of a kustomization in a directory. */
export function layerTrail(directory: OriginRecord, file: KustomizationFile): LayerTrail {
  const fileName = posix.basename(file.source.path);
  return { directory, recordOf: (kind) => builtinRecord(directory, fileName, kind) };
}

/** The step of a kustomization's entry. */
export function stepOf(file: KustomizationFile, by: string, ...path: readonly (string | number)[]): Step {
  const { source, at }: Place = file.place(...path);
  return { by, source, at };
}
