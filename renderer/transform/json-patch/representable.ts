// What JSON cannot hold stops a patch before it begins, even where the patch would have removed it.

import { rereadText, unreadableText } from "../../yaml/emit/reread.ts";
import { misfitText } from "../../yaml/held.ts";
import type { Mapping, Node, Scalar } from "../../yaml/node.ts";
import { parseGoFloat, parseGoInt } from "../../yaml/scalar.ts";

export interface Obstacle {
  readonly message: string;
  readonly node: Node;
}

// Most of an object is the same from patch to patch.
const passed = new WeakSet<Node>();
const passedInFlow = new WeakSet<Node>();

/** The first thing in a tree that JSON cannot hold. The root's own keys become strings. */
export function findObstacle(node: Node, isRoot = true, isInFlow = false): Obstacle | undefined {
  if (node.kind === "scalar") {
    const message = scalarObstacle(node, isInFlow);
    return message === undefined ? undefined : { message, node };
  }
  const inFlow = isInFlow || node.flow;
  const remembered = inFlow ? passedInFlow : passed;
  if (remembered.has(node)) return undefined;
  const own = node.kind === "mapping" ? findBadKey(node, isRoot) : undefined;
  if (own) return own;
  for (const child of node.kind === "mapping" ? node.values : node.items) {
    const found = findObstacle(child, false, inFlow);
    if (found) return found;
  }
  remembered.add(node);
  return undefined;
}

function scalarObstacle(node: Scalar, inFlow: boolean): string | undefined {
  const { tag, text } = node;
  const misfit = misfitText(node);
  if (misfit) return misfit;
  if (tag === "str" && rereadText(node, inFlow) === undefined) return unreadableText;
  const isTooLarge =
    tag === "float" && parseGoInt(text) === undefined && !Number.isFinite(parseGoFloat(text));
  return isTooLarge ? "JSON has no such number" : undefined;
}

function findBadKey(node: Mapping, isRoot: boolean): Obstacle | undefined {
  const seen = new Set<string>();
  for (const key of node.keys) {
    if (key.tag !== "str" && !isRoot) return { message: `the key \`${key.text}\` is no string`, node: key };
    if (seen.has(key.text)) return { message: `the key \`${key.text}\` is there twice`, node: key };
    seen.add(key.text);
  }
  return undefined;
}
