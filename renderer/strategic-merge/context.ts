// What a merge is given, and how it marks what the patch brings.
import type { Schema, SchemaIndex } from "../openapi/schema-index.ts";
import { writtenBy } from "../yaml/edit.ts";
import { inStyle, type Node, type Scalar, type Step } from "../yaml/node.ts";

export interface MergeContext {
  readonly schemas: SchemaIndex;
  readonly step: Step;
  /** Told of every scalar that takes the place of another. */
  readonly shares: { replace(old: Node, next: Scalar): Scalar; latest(node: Scalar): Scalar };
  /** Where items go that only the patch has: kustomize's patches put them first, values of charts last. */
  readonly newItems: "first" | "last";
  readonly fail: (message: string, node: Node, help?: string) => never;
}

/** Merges a part of a patch into a part of an object; undefined where there is nothing, or nothing left. */
export type MergeNode = (
  dest: Node | undefined,
  patch: Node | undefined,
  schema: Schema | undefined,
) => Node | undefined;

/** Marks what the patch brings with the step that brought it. A collection has the style of the value that it replaces. */
export function fromPatch<T extends Node>(patch: T, earlier: Node | undefined, step: Step): T {
  if (patch === earlier) return patch;
  const brought: Node = writtenBy(patch, step, earlier);
  if (!earlier || brought.kind === "scalar") return brought as T;
  return inStyle(brought, earlier.kind !== "scalar" && earlier.flow) as Node as T;
}
