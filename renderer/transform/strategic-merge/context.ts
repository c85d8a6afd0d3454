// What a merge is given, and how it marks what the patch brings.
import type { Schema, SchemaIndex } from "../../openapi/schema-index.ts";
import { writtenBy } from "../../yaml/edit.ts";
import type { Node, Step } from "../../yaml/node.ts";
import type { SharedWrites } from "../shared-scalars.ts";

export interface MergeContext {
  readonly schemas: SchemaIndex;
  readonly step: Step;
  readonly shares: SharedWrites;
  readonly fail: (message: string, node: Node, help?: string) => never;
}

/** Merges a part of a patch into a part of an object; undefined where there is nothing, or nothing left. */
export type MergeNode = (
  dest: Node | undefined,
  patch: Node | undefined,
  schema: Schema | undefined,
) => Node | undefined;

/** Marks what the patch brings with the step that brought it. */
export function fromPatch<T extends Node>(patch: T, earlier: Node | undefined, step: Step): T {
  return patch === earlier ? patch : writtenBy(patch, step, earlier);
}
