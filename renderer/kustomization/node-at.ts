// Nodes by their path.
import { field, type Node } from "../yaml/node.ts";
import type { Path } from "./shape.ts";

export function nodeAt(root: Node, path: Path): Node | undefined {
  return path.reduce<Node | undefined>(stepTo, root);
}

/** The node at a path, or what is nearest around it. */
export function nearestTo(root: Node, path: Path): Node {
  let here = root;
  for (const step of path) {
    const next = stepTo(here, step);
    if (!next) break;
    here = next;
  }
  return here;
}

function stepTo(node: Node | undefined, step: string | number): Node | undefined {
  if (typeof step === "string") return field(node, step);
  return node?.kind === "sequence" ? node.items[step] : undefined;
}
