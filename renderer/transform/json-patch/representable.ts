// What JSON cannot hold stops a patch before it begins, even where the patch would have removed it.

import { type Mapping, misfitText, type Node } from "../../yaml/node.ts";
import { parseGoFloat, parseGoInt } from "../../yaml/scalar.ts";

export interface Obstacle {
  readonly message: string;
  readonly node: Node;
}

// Most of an object is the same from patch to patch.
const passed = new WeakSet<Node>();

/** The first thing in a tree that JSON cannot hold. The root's own keys become strings. */
export function findObstacle(node: Node, isRoot = true): Obstacle | undefined {
  if (node.kind === "scalar") {
    if (node.written?.isMisfit) return { message: misfitText(node), node };
    const isNumber = node.tag === "float" && parseGoInt(node.text) === undefined;
    return isNumber && !Number.isFinite(parseGoFloat(node.text))
      ? { message: "JSON has no such number", node }
      : undefined;
  }
  if (passed.has(node)) return undefined;
  const own = node.kind === "mapping" ? findBadKey(node, isRoot) : undefined;
  if (own) return own;
  for (const child of node.kind === "mapping" ? node.values : node.items) {
    const found = findObstacle(child, false);
    if (found) return found;
  }
  passed.add(node);
  return undefined;
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
