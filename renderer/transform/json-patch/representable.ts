// What JSON cannot hold stops a patch before it begins, even where the patch would have removed it.

import { type Mapping, misfitText, type Node, type Scalar } from "../../yaml/node.ts";
import { canBe, parseGoFloat, parseGoInt } from "../../yaml/scalar.ts";

export interface Obstacle {
  readonly message: string;
  readonly node: Node;
}

// Most of an object is the same from patch to patch.
const passed = new WeakSet<Node>();

/** The first thing in a tree that JSON cannot hold. The root's own keys become strings. */
export function findObstacle(node: Node, isRoot = true): Obstacle | undefined {
  if (node.kind === "scalar") {
    const message = scalarObstacle(node);
    return message === undefined ? undefined : { message, node };
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

function scalarObstacle(node: Scalar): string | undefined {
  const { tag, text } = node;
  if (node.written?.isMisfit) return misfitText(node);
  if (!canBe(text, tag)) return `\`${text}\` is not what the tag !!${tag} says`;
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
