// How a transformer field becomes work.
import type { Layer } from "../load/layer.ts";
import type { Resource } from "../resource/resource.ts";
import type { OriginRecord } from "../resource/trail.ts";

/** One entry of a transformer field, ready to run. */
export type Run = (resources: readonly Resource[]) => readonly Resource[];

/** Reads a transformer field into the runs of its entries; files are loaded here, before anything changes. */
export type Prepare = (layer: Layer) => readonly Run[];

/** A run with the record that buildMetadata keeps of it. */
export interface RecordedRun {
  readonly run: Run;
  readonly record: OriginRecord | undefined;
}
