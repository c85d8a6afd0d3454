// Edits that share what they do not touch. Each takes a node and returns the node to use instead.
import {
  indexOfKey,
  type Mapping,
  mapping,
  type Node,
  type Scalar,
  type Sequence,
  type Step,
  scalar,
  sequence,
  withItems,
  withValues,
  withWritten,
} from "./node.ts";
import { resolveTag } from "./scalar.ts";

/** Sets a field, replacing its first occurrence or appending it under `key`. */
export function withField(node: Mapping, key: Scalar, value: Node): Mapping {
  const i = indexOfKey(node, key.text);
  if (i < 0) return withValues(node, appended(node.values, value), appended(node.keys, key));
  return withValueAt(node, i, value);
}

/** The list with one more item. One that is spread into another, or pushed to, takes up three times the memory. */
export function appended<T>(list: readonly T[], item: T): readonly T[] {
  return list.toSpliced(list.length, 0, item);
}

/** Replaces the value of the i-th entry. */
export function withValueAt(node: Mapping, i: number, value: Node): Mapping {
  if (node.values[i] === value) return node;
  return withValues(node, node.values.with(i, value));
}

/** Removes a field's first occurrence. */
export function withoutField(node: Mapping, key: string): Mapping {
  const i = indexOfKey(node, key);
  if (i < 0) return node;
  return withValues(node, node.values.toSpliced(i, 1), node.keys.toSpliced(i, 1));
}

/** Replaces an item of a sequence. */
export function withItem(node: Sequence, i: number, item: Node): Sequence {
  if (node.items[i] === item) return node;
  return withItems(node, node.items.with(i, item));
}

/** Applies `change` to each item; the same node comes back when nothing changed. */
export function mapItems(node: Sequence, change: (item: Node, i: number) => Node): Sequence {
  let items: Node[] | undefined;
  for (let i = 0; i < node.items.length; i++) {
    const item = node.items[i] as Node;
    const next = change(item, i);
    if (next === item) continue;
    items ??= [...node.items];
    items[i] = next;
  }
  return items ? withItems(node, items) : node;
}

/** Marks a value as written by a step in place of `earlier`; its own place stays where its text stands. */
export function writtenBy<T extends Node>(node: T, step: Step, earlier: Node | undefined): T {
  return withWritten(node, earlier ? { step, earlier } : { step });
}

/** A key that a step adds; kustomize gives it no tag, so `123` becomes a number, which the output then refuses. */
export function keyScalar(key: string, step: Step): Scalar {
  return scalar(key, resolveTag(key), "plain", step.source, step.at, { step });
}

/** A value without content that a step makes. */
export function blank(kind: Node["kind"], step: Step): Node {
  const written = { step };
  if (kind === "mapping") return mapping([], [], step.source, step.at, written);
  if (kind === "sequence") return sequence([], step.source, step.at, written);
  return scalar("", "str", "plain", step.source, step.at, written);
}

/** A key that kustomize writes anew: quotes that made it a text are gone, and `"123"` is a number then, too. */
export function rewrittenKey(key: Scalar): Scalar {
  const tag = resolveTag(key.text);
  return tag === "str" ? key : scalar(key.text, tag, "plain", key.source, key.at, key.written);
}
