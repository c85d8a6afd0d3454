// Lists that merge by key (containers by name, ports by containerPort and protocol) or by value (finalizers).
import type { Schema } from "../openapi/schema-index.ts";
import { isSameList } from "../text/same-list.ts";
import { keyScalar, withField } from "../yaml/edit.ts";
import { field, type Node, type Sequence, withItems } from "../yaml/node.ts";
import { untaggedScalar } from "../yaml/yaml11.ts";
import { fromPatch, type MergeContext, type MergeNode } from "./context.ts";
import { sequenceDirective, withoutDirective } from "./directives.ts";
import {
  appendItems,
  distinct,
  filledKeys,
  findItem,
  isGone,
  type KeyValues,
  keyValuesOf,
  setItem,
  uniteKeyValues,
} from "./list-items.ts";

/**
 * Merges two lists of a type with the merge strategy.
 *
 * @param leading  the list that is not null: the object's own, or else the patch's
 * @returns the merged list, or undefined when it is deleted
 */
export function mergeKeyedList(
  leading: Sequence,
  dest: Node | undefined,
  patch: Node | undefined,
  schema: Schema,
  context: MergeContext,
  mergeNode: MergeNode,
): Node | undefined {
  if (!patch) return mergeItems(leading, undefined, schema, context, mergeNode);
  if (patch.kind !== "sequence") return undefined; // a null patch deletes
  if (leading !== dest) {
    return mergeItems(fromPatch(patch, dest, context.step), patch, schema, context, mergeNode);
  }
  const read = sequenceDirective(patch);
  if ("unknown" in read) {
    return context.fail("unknown $patch directive", read.unknown, "use merge, replace or delete");
  }
  if (read.directive === "delete") return undefined;
  const replaces = read.directive === "replace" || dest === patch;
  const base = replaces ? fromPatch(read.patch, dest, context.step) : leading;
  return mergeItems(base, read.patch, schema, context, mergeNode);
}

function mergeItems(
  dest: Sequence,
  patch: Sequence | undefined,
  schema: Schema,
  context: MergeContext,
  mergeNode: MergeNode,
): Sequence {
  const keys = schema.mergeKeys.length > 0 ? schema.mergeKeys : [""];
  let theirs = patch?.items ?? [];
  // A list that only the patch has is merged with itself: what leaves the one leaves the other.
  const isSelf = theirs === dest.items;
  const prepends = context.newItems === "first";
  const [first, second] = prepends ? [theirs, dest.items] : [dest.items, theirs];
  let tuples = distinct([...tuplesOf(first, keys), ...tuplesOf(second, keys)]);
  if (tuples.length === 0) return dest;
  if (keys.length > 1) tuples = uniteKeyValues(tuples);

  const refuse = (item: Node): never => refuseItem(item, keys, context);
  let own: readonly Node[] = dest.items;
  let merged: readonly Node[] = [];
  let valid = keys;
  for (const tuple of tuples) {
    const filled = filledKeys(tuples, tuple, keys);
    valid = filled.keys;
    const lookup = filledKeys([filled.values], filled.values, filled.keys);
    const i = findItem(own, lookup.keys, lookup.values);
    const before = own[i];
    const j = isSelf ? -1 : findItem(theirs, lookup.keys, lookup.values);
    const change = isSelf ? before : theirs[j];
    const item = mergeNode(before, change, schema.elements());
    // Keys that are united are looked at twice, and kustomize takes a directive out of the patch when it reads it.
    const read = change && withoutDirective(change);
    if (j >= 0 && read && read !== change) theirs = theirs.with(j, read);
    if (!item || isGone(item)) {
      own = setItem(own, undefined, filled.keys, filled.values, refuse);
      continue;
    }
    const complete = completeKeys(item, filled.keys, filled.values, context);
    if (before && !replacesItem(change, before)) own = own.with(i, complete);
    merged = setItem(merged, complete, filled.keys, filled.values, refuse);
  }
  const items = prepends ? appendItems(merged, own, valid, refuse) : appendItems(own, merged, valid, refuse);
  return isSameList(items, dest.items) ? dest : withItems(dest, items);
}

function refuseItem(item: Node, keys: readonly string[], { fail }: MergeContext): never {
  if (keys[0] === "") return fail("this list holds plain values", item, "write the item as a text");
  const named = keys.map((key) => `\`${key}\``).join(" and ");
  return fail("this item is no map", item, `the list merges its items by ${named}, so each of them is a map`);
}

// `$patch: replace` inside an item yields the patch's item, but the lists are joined with the object's own items, so
// the untouched own item takes its place again.
function replacesItem(change: Node | undefined, before: Node): boolean {
  if (!change || change === before) return false;
  const directive = field(change, "$patch");
  return directive?.kind === "scalar" && directive.text === "replace";
}

function tuplesOf(items: readonly Node[], keys: readonly string[]): KeyValues[] {
  if (keys[0] === "") return items.map((item) => [item.kind === "scalar" ? item.text : ""]);
  return keyValuesOf(items, keys);
}

// An item found by a key that it lacks itself gets the key.
function completeKeys(item: Node, keys: readonly string[], values: KeyValues, context: MergeContext): Node {
  if (item.kind !== "mapping") return item;
  let result = item;
  keys.forEach((key, i) => {
    const value = values[i] ?? "";
    if (value === "" || field(result, key)) return;
    const { step } = context;
    result = withField(result, keyScalar(key, step), untaggedScalar(value, step));
  });
  return result;
}
