// Remembers which values came by an alias. Everything is expanded when it is read; only kustomize's merge of chart values,
// which loses aliases, has to know.
import type { Node } from "../node.ts";

/** `value`: `*name` stands in its place; `merged`: a field that `<<: *name` brought; `listed`: one of `<<: [*a, *b]`. */
export type AliasForm = "value" | "merged" | "listed";

const forms = new WeakMap<Node, AliasForm>();

/** A node of its own for what an alias stands for. */
export function aliased<T extends Node>(target: T, form: AliasForm): T {
  const node = { ...target };
  forms.set(node, form);
  return node;
}

/** How a value came by an alias; undefined for what is written where it stands. */
export function aliasForm(node: Node): AliasForm | undefined {
  return forms.get(node);
}
