// Strategic merge, as kustomize does it: kyaml's merge2 walker.
import type { Schema } from "../openapi/schema-index.ts";
import { keyScalar, withField, withoutField, withValueAt } from "../yaml/edit.ts";
import { heldScalar, heldStyle, heldTag, isHeldString, quotedStyle } from "../yaml/held.ts";
import {
  field,
  indexOfKey,
  inStyle,
  isEmpty,
  isTaggedNull,
  type Mapping,
  type Node,
  type Scalar,
  textAt,
} from "../yaml/node.ts";
import { isYaml11NonString } from "../yaml/yaml11.ts";
import { fromPatch, type MergeContext } from "./context.ts";
import { mappingDirective } from "./directives.ts";
import { mergeKeyedList } from "./lists.ts";

/**
 * Merges a patch into a node.
 *
 * @param before  what is patched; undefined where the patch adds something
 * @param patch   undefined where the patch says nothing; its nulls delete
 * @param schema  the type of both, undefined outside known types: lists are then replaced whole
 * @returns the merged node, or undefined when it is deleted
 * Source: kyaml yaml/merge2 and yaml/walk
 */
export function merge(
  before: Node | undefined,
  patch: Node | undefined,
  schema: Schema | undefined,
  context: MergeContext,
): Node | undefined {
  const dest = before && patch ? filledInStyle(before, patch) : before;
  const type = schema ?? typeOf(dest, context) ?? typeOf(patch, context);
  if (dest && patch && dest.kind !== patch.kind && !isTaggedNull(dest) && !isTaggedNull(patch)) {
    return context.fail(`the patch has a ${nameOf(patch)} where the object has a ${nameOf(dest)}`, patch);
  }
  const leading = dest && !isTaggedNull(dest) ? dest : patch && !isTaggedNull(patch) ? patch : undefined;
  if (!leading) return mergeNulls(dest, patch);
  if (leading.kind === "scalar") {
    return patch ? scalarFromPatch(patch, dest, context) : dest && passedBy(dest, context);
  }
  if (leading.kind === "mapping") return mergeMappings(leading, dest, patch, type, context);
  if (!type?.mergeStrategy.split(",").includes("merge")) {
    return patch ? fromPatch(patch, dest, context.step) : dest;
  }
  return mergeKeyedList(leading, dest, patch, type, context, (own, theirs, itemType) =>
    merge(own, theirs, itemType, context),
  );
}

// An embedded object (a Pod in a custom resource) brings its own type along.
function typeOf(node: Node | undefined, context: MergeContext): Schema | undefined {
  if (node?.kind !== "mapping") return undefined;
  const kind = textAt(node, "kind");
  const apiVersion = textAt(node, "apiVersion");
  return kind && apiVersion ? context.schemas.forType(apiVersion, kind) : undefined;
}

// An empty collection has brackets for want of another form, so it gets the style of what fills it.
function filledInStyle(dest: Node, patch: Node): Node {
  if (dest.kind === "scalar" || !isEmpty(dest)) return dest;
  const flow = patch.kind !== "scalar" && patch.flow;
  return dest.flow === flow ? dest : inStyle(dest, flow);
}

// Both are absent or null. A `null` that stands in the object in so many letters stays, an empty value goes.
function mergeNulls(dest: Node | undefined, patch: Node | undefined): Node | undefined {
  return !patch && dest?.kind === "scalar" && dest.text !== "" ? dest : undefined;
}

function mergeMappings(
  leading: Mapping,
  dest: Node | undefined,
  patch: Node | undefined,
  schema: Schema | undefined,
  context: MergeContext,
): Node | undefined {
  if (!patch) return mergeOwnFields(leading, schema, context);
  if (patch.kind !== "mapping") return undefined; // a null patch deletes
  const read = mappingDirective(patch);
  if ("unknown" in read) {
    return context.fail("unknown $patch directive", read.unknown, "use merge, replace or delete");
  }
  if (read.directive === "delete") return undefined;
  const replaces = read.directive === "replace" || leading !== dest || dest === patch;
  const base = replaces ? fromPatch(read.patch, dest, context.step) : leading;
  return mergeFields(base, read.patch, schema, context);
}

// What no patch touches loses its empty values, and its lists join items with equal keys.
function mergeOwnFields(dest: Mapping, schema: Schema | undefined, context: MergeContext): Mapping {
  let result = dest;
  for (const [i, before] of dest.values.entries()) {
    if (before.kind === "scalar" && before.tag !== "null" && passedBy(before, context) === before) continue;
    const name = (dest.keys[i] as Scalar).text;
    if (indexOfKey(dest, name) !== i) continue; // of a key that is there twice, the first one counts
    const merged = merge(before, undefined, schema?.field(name), context);
    if (merged === before) continue;
    result =
      !merged || isTaggedNull(merged)
        ? withoutField(result, name)
        : withValueAt(result, indexOfKey(result, name), merged);
  }
  return result;
}

// Maps that the patch brings are merged with themselves: that drops their nulls and joins list items with equal keys.
function mergeFields(
  dest: Mapping,
  patch: Mapping,
  schema: Schema | undefined,
  context: MergeContext,
): Mapping {
  let result = dest;
  for (const name of fieldNames(dest, patch)) {
    const before = field(dest, name);
    const merged = merge(before, field(patch, name), schema?.field(name), context);
    if (merged === before) continue;
    if (!merged || isTaggedNull(merged)) {
      result = withoutField(result, name);
      continue;
    }
    const i = indexOfKey(result, name);
    if (i >= 0) result = withValueAt(result, i, merged);
    else {
      const key = patchKey(patch, name) ?? keyScalar(name, context.step);
      result = withField(result, key, passedBy(merged, context));
    }
  }
  return result;
}

// Sorted, because the last write to a value that several fields share wins.
function fieldNames(dest: Mapping, patch: Mapping): readonly string[] {
  const names = new Set(dest.keys.map((key) => key.text));
  for (const key of patch.keys) names.add(key.text);
  return [...names].sort();
}

function patchKey(patch: Mapping, name: string): Scalar | undefined {
  return patch.keys[indexOfKey(patch, name)];
}

// The value comes from the patch, the style stays: a number set into a quoted value comes out quoted.
function scalarFromPatch(patch: Node, dest: Node | undefined, context: MergeContext): Node {
  if (patch === dest) return passedBy(patch, context);
  const value = fromPatch(patch, dest, context.step);
  if (value.kind !== "scalar" || isTaggedNull(value) || dest?.kind !== "scalar") return value;
  const old = context.shares.latest(dest);
  const { text, written } = value;
  return context.shares.replace(old, heldScalar(text, heldTag(value), heldStyle(old), value, written));
}

// kyaml sets every field that the merge comes by anew, and on the way quotes a text that YAML 1.1 takes for something
// else. A later patch then finds it in quotes.
function passedBy<T extends Node>(node: T, { shares }: MergeContext): T | Scalar {
  if (node.kind !== "scalar") return node;
  const now = shares.latest(node);
  if (!isOdd(now)) return node;
  return shares.replace(now, heldScalar(now.text, heldTag(now), quotedStyle, now, now.written));
}

/** What YAML 1.1 reads differently is short. */
const longestOdd = 40;

function isOdd(node: Scalar): boolean {
  if (node.style !== "plain" || node.text.length > longestOdd || node.held?.isTagged) return false;
  return isHeldString(node) && isYaml11NonString(node.text);
}

function nameOf(node: Node): string {
  return node.kind === "mapping" ? "map" : node.kind === "sequence" ? "list" : "scalar";
}
