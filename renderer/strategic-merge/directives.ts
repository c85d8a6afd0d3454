// The `$patch` directive: what a patch says about the map or list that it stands in.
import { withoutField } from "../yaml/edit.ts";
import { field, type Mapping, type Node, type Sequence } from "../yaml/node.ts";
import { isGone } from "./list-items.ts";

export type Directive = "merge" | "replace" | "delete";

export interface Directed<T extends Node> {
  readonly directive: Directive;
  /** The patch without the directive. */
  readonly patch: T;
}

const directiveKey = "$patch";

/** Reads a map's `$patch`; a value that is no directive comes back as `unknown`. */
export function mappingDirective(patch: Mapping): Directed<Mapping> | { readonly unknown: Node } {
  const value = field(patch, directiveKey);
  if (!value) return { directive: "merge", patch };
  const directive = toDirective(value);
  return directive ? { directive, patch: withoutField(patch, directiveKey) } : { unknown: value };
}

export function withoutDirective(patch: Node): Node {
  return patch.kind === "mapping" ? withoutField(patch, directiveKey) : patch;
}

/** Reads the `- $patch: …` item of a list; an item with other fields beside it is an ordinary item. */
export function sequenceDirective(patch: Sequence): Directed<Sequence> | { readonly unknown: Node } {
  const item = patch.items.find((candidate) => field(candidate, directiveKey) !== undefined);
  const value = field(item, directiveKey);
  if (item?.kind !== "mapping" || !value || item.keys.length > 1) return { directive: "merge", patch };
  const directive = toDirective(value);
  if (!directive) return { unknown: value };
  // kustomize takes it out as it sets items, and what is empty leaves the list with it
  const items = patch.items.filter((candidate) => {
    if (isGone(candidate)) return false;
    const own = field(candidate, directiveKey);
    return !(own?.kind === "scalar" && own.text === directive);
  });
  return { directive, patch: { ...patch, items } };
}

function toDirective(node: Node): Directive | undefined {
  if (node.kind !== "scalar") return undefined;
  const { text } = node;
  return text === "merge" || text === "replace" || text === "delete" ? text : undefined;
}
