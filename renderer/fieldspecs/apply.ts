// The one walker that transformers write through: follows a field spec's path into an object, makes what is missing
// if it may, and hands each place it reaches to a callback that returns the value to put there.

import { isSelectedBy } from "../resource/gvk.ts";
import type { ResId } from "../resource/res-id.ts";
import { blank, mapItems, withField, withValueAt } from "../yaml/edit.ts";
import { indexOfKey, isNull, type Mapping, type Node, type Step, scalar } from "../yaml/node.ts";
import { type FieldSpec, pathOf } from "./field-spec.ts";

export interface FieldWrite {
  /** What to make at the end of the path when `spec.create` allows it; undefined never makes anything. */
  readonly create?: "scalar" | "mapping";
  readonly step: Step;
  readonly set: (node: Node) => Node;
  /** The path runs into a value that it cannot enter. */
  readonly fail: (message: string, node: Node) => never;
}

/**
 * Applies a write wherever a field spec points in an object.
 *
 * @param id  the object's current id; a spec of another kind leaves the object alone
 * Source: kustomize api/filters/fieldspec
 */
export function applyFieldSpec(root: Mapping, id: ResId, spec: FieldSpec, write: FieldWrite): Mapping {
  if (!isSelectedBy(id, spec)) return root;
  return walk(root, pathOf(spec), 0, spec.create, write) as Mapping;
}

/** Whether a spec that makes nothing finds anything in an object: a value to write, or one that stands in its way. */
export function findsAnything(node: Node, spec: FieldSpec): boolean {
  return leadsOn(node, pathOf(spec), 0);
}

function leadsOn(node: Node, path: readonly string[], i: number): boolean {
  if (i === path.length) return true;
  if (node.kind === "sequence") return node.items.some((item) => leadsOn(item, path, i));
  if (node.kind === "scalar") return !isNull(node);
  const part = path[i] as string;
  if (part.endsWith("[]") || isNoName(part)) return true; // which the walk looks at more closely
  const value = node.values[indexOfKey(node, part)];
  return value !== undefined && leadsOn(value, path, i + 1);
}

function walk(node: Node, path: readonly string[], i: number, create: boolean, write: FieldWrite): Node {
  if (i === path.length) return write.set(node);
  if (isNull(node)) return node;
  switch (node.kind) {
    case "sequence":
      return mapItems(node, (item) => walk(item, path, i, create, write));
    case "mapping":
      return walkMapping(node, path, i, create, write);
    case "scalar":
      return write.fail(`\`${path.slice(i).join("/")}\` leads into a scalar`, node);
  }
}

function walkMapping(
  node: Mapping,
  path: readonly string[],
  i: number,
  create: boolean,
  write: FieldWrite,
): Node {
  const part = path[i] as string;
  const isSequence = part.endsWith("[]");
  const name = isSequence ? part.slice(0, -2) : part;
  if (isNoName(name)) return write.fail(`\`${name}\` in the path of the field spec is no field name`, node);
  const makes = create && write.create !== undefined && !isSequence;
  const kind = isSequence ? "sequence" : i + 1 < path.length ? "mapping" : (write.create ?? "scalar");
  const at = indexOfKey(node, name);
  if (at < 0) {
    if (!makes) return node;
    const key = scalar(name, "str", "plain", write.step.source, write.step.at, { step: write.step });
    return withField(node, key, walk(blank(kind, write.step), path, i + 1, create, write));
  }
  const value = node.values[at] as Node;
  const start = isNull(value) && (makes || isSequence) ? instead(value, kind, write.step) : value;
  return withValueAt(node, at, walk(start, path, i + 1, create, write));
}

// What kyaml takes for the place of an item in a list, where there is a map.
function isNoName(part: string): boolean {
  return /^(?:|[+-]?[0-9]+|-|\*|\[.*\])$/s.test(part);
}

/** A null where a field may be made turns into a value of the kind that belongs there; the word for it becomes its text. */
function instead(value: Node, kind: Node["kind"], step: Step): Node {
  if (kind !== "scalar" || value.kind !== "scalar" || value.text === "") return blank(kind, step);
  return scalar(value.text, "str", value.style, value.source, value.at, { step });
}
