// JSON pointers, and what stands at a step of one.
import { indexOfKey, type Node, type Scalar } from "../../yaml/node.ts";

export interface Pointer {
  readonly text: string;
  /** The steps; undefined when there are none: the whole object, or a text without a slash. */
  readonly steps: readonly string[] | undefined;
  /** Where the pointer is written. */
  readonly node: Scalar;
}

export function parsePointer(node: Scalar): Pointer {
  const { text } = node;
  // Go's library splits at slashes and never looks at what stands before the first one.
  const [, ...steps] = text.split("/").map(unescapeStep);
  return { text, node, steps: steps.length > 0 ? steps : undefined };
}

function unescapeStep(step: string): string {
  return step.includes("~") ? step.replace(/~[01]/g, (code) => (code === "~1" ? "/" : "~")) : step;
}

/** Whether a step is a number, as Go's Atoi reads numbers. */
export function isIndex(step: string): boolean {
  return /^[+-]?[0-9]{1,15}$/.test(step);
}

/** The position that an index means in a list of this length, counted from the end when negative; undefined beyond. */
export function positionIn(length: number, step: string): number | undefined {
  if (!isIndex(step)) return undefined;
  const index = Number(step);
  if (index >= length || index < -length) return undefined;
  return index < 0 ? index + length : index;
}

/** The index of a step in a map or list, or -1. */
export function childIndex(node: Node, step: string): number {
  if (node.kind === "mapping") return indexOfKey(node, step);
  return node.kind === "sequence" ? (positionIn(node.items.length, step) ?? -1) : -1;
}

export function childAt(node: Node, i: number): Node | undefined {
  return node.kind === "mapping" ? node.values[i] : node.kind === "sequence" ? node.items[i] : undefined;
}
