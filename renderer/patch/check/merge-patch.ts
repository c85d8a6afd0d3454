// Checks a strategic merge patch against the type of the object that it goes to, and against what kustomize can merge.
import type { Collector } from "../../diagnostics/collector.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type { Schema } from "../../openapi/schema-index.ts";
import type { Check } from "../../schema/check/check.ts";
import { below, nameOf, type Spot } from "../../schema/check/finding.ts";
import { checkValue, isMapThere, reportUnknown } from "../../schema/check/value.ts";
import type { Schema as SchemaType } from "../../schema/schema.ts";
import {
  field,
  isNull,
  type Mapping,
  type Node,
  placeOf,
  type Scalar,
  type Sequence,
} from "../../yaml/node.ts";

export interface MergeCheck {
  /** Takes what the check of types finds. */
  readonly types: Check;
  readonly collector: Collector;
  /** The patch has a `target`: kustomize turns its labels and annotations into strings. */
  readonly hasTarget: boolean;
  /** kustomize knows the kind: a list that it replaces is meant to be replaced. */
  readonly isKnownKind: boolean;
}

/** One place of the patch, with what is known of it. */
interface Place {
  readonly spot: Spot | undefined;
  /** Undefined outside known types. */
  readonly type: SchemaType | undefined;
  /** What kustomize knows of it, which decides how lists go together. */
  readonly schema: Schema | undefined;
  /** What the patch meets there. */
  readonly target: Node | undefined;
}

/** @param type  of the target; undefined when nothing describes it: then only directives and keys are checked */
export function checkMergePatch(
  patch: Mapping,
  target: Mapping,
  type: SchemaType | undefined,
  schema: Schema | undefined,
  check: MergeCheck,
): void {
  checkMap(patch, { spot: undefined, type, schema, target }, check);
}

function checkNode(node: Node, place: Place, check: MergeCheck): void {
  if (isNull(node)) return; // deletes
  if (node.kind === "mapping") checkMap(node, place, check);
  else if (node.kind === "sequence") checkList(node, place, check);
  else if (place.type) checkValue(node, place.type, place.spot, check.types);
}

function checkMap(node: Mapping, { spot, type, schema, target }: Place, check: MergeCheck): void {
  if (type && !isMapThere(node, type, spot, check.types)) return;
  const replaces = textOf(field(node, "$patch")) === "replace";
  for (const [i, key] of node.keys.entries()) {
    const value = node.values[i] as Node;
    if (key.text.startsWith("$")) {
      checkDirective(key, value, check);
      continue;
    }
    if (!spot && (key.text === "apiVersion" || key.text === "kind")) continue;
    const read = type?.fields?.get(key.text) ?? type?.values;
    if (type && !read && !type.isOpen) {
      reportUnknown(key.text, key, type, spot, check.types);
      continue;
    }
    if (isMadeText(key.text, spot, check)) continue;
    const own = replaces ? undefined : field(target, key.text);
    const at = { spot: below(spot, key.text), type: read?.(), schema: schema?.field(key.text), target: own };
    checkNode(value, at, check);
  }
}

/** Whether kustomize makes strings of the values there. */
function isMadeText(name: string, above: Spot | undefined, { hasTarget }: MergeCheck): boolean {
  if (above?.step !== "metadata" || above.above) return false;
  return name === "annotations" || (name === "labels" && hasTarget);
}

const notInKustomize = /^\$(retainKeys$|setElementOrder\/|deleteFromPrimitiveList\/)/;

function checkDirective(key: Scalar, value: Node, { collector }: MergeCheck): void {
  if (key.text === "$patch") return; // an unknown one stops the build
  if (notInKustomize.test(key.text)) {
    collector.report(
      "patch/unsupported-directive",
      `kustomize does not know \`${key.text}\` and copies it into the object`,
      {
        at: placeOf(key),
        help:
          key.text === "$retainKeys"
            ? "set the fields that must go to null"
            : "use a JSON patch to order lists, or to remove from them",
      },
    );
    return;
  }
  const close = nearest(key.text, ["$patch"]);
  collector.report("patch/unsupported-directive", `there is no directive \`${key.text}\``, {
    at: placeOf(key),
    notes: [{ message: "its value", at: placeOf(value) }],
    help: close ? `did you mean \`${close}\`?` : undefined,
  });
}

function checkList(node: Sequence, place: Place, check: MergeCheck): void {
  const { spot, type, schema } = place;
  if (type && type.type !== "list" && type.type !== "any") {
    checkValue(node, type, spot, check.types);
    return;
  }
  const [key] = schema?.mergeStrategy.split(",").includes("merge") ? schema.mergeKeys : [];
  if (key !== undefined) return checkKeyedList(node, place, key, check);
  if (type) checkValue(withoutDirectives(node), type, spot, check.types);
  if (!check.isKnownKind) reportDropped(node, place, type?.list?.kind === "map" ? type.list.keys : [], check);
}

function withoutDirectives(node: Sequence): Sequence {
  return { ...node, items: node.items.filter((item) => !field(item, "$patch")) };
}

function checkKeyedList(
  node: Sequence,
  { spot, type, schema, target }: Place,
  key: string,
  check: MergeCheck,
): void {
  const own = target?.kind === "sequence" ? target.items : [];
  for (const [i, item] of node.items.entries()) {
    if (isNull(item)) continue;
    const isDirective = item.kind === "mapping" && item.keys.length === 1 && item.keys[0]?.text === "$patch";
    if (isDirective) continue;
    const value = field(item, key);
    if (item.kind === "mapping" && (!value || isNull(value))) {
      check.collector.report("patch/missing-merge-key", `an item of ${nameOf(spot)} has no \`${key}\``, {
        at: placeOf(item),
        help: keyHelp(key, own),
      });
    }
    const name = textOf(value);
    const met = own.find((candidate) => name !== undefined && textOf(field(candidate, key)) === name);
    const at = { type: type?.items?.(), schema: schema?.elements(), target: met };
    checkNode(item, { spot: below(spot, i, item), ...at }, check);
  }
}

function keyHelp(key: string, own: readonly Node[]): string {
  const there = own.flatMap((item) => textOf(field(item, key)) ?? []);
  const which = there.length > 0 ? `: the object has ${there.join(", ")}` : "";
  return `\`${key}\` says which item is meant${which}`;
}

// Outside of the types that kustomize knows, a patch's list takes the place of the whole list.
function reportDropped(
  node: Sequence,
  { target, spot }: Place,
  mapKeys: readonly string[],
  { collector }: MergeCheck,
): void {
  if (target?.kind !== "sequence" || target.items.some((item) => item.kind !== "mapping")) return;
  const key = mapKeys[0] ?? "name";
  const kept = new Set(node.items.map((item) => identityOf(item, key)));
  const dropped = target.items
    .map((item) => identityOf(item, key))
    .filter((identity) => identity !== undefined && !kept.has(identity));
  if (dropped.length === 0) return;
  collector.report(
    "patch/list-replaced",
    `the patch replaces the whole list ${nameOf(spot)}: ${dropped.map((name) => `\`${name}\``).join(", ")} will be gone`,
    {
      at: placeOf(node),
      notes: [{ message: "the list as it is", at: placeOf(target) }],
      help: "kustomize has no merge keys for this kind; repeat the items, or add to the list with a JSON patch",
    },
  );
}

function identityOf(item: Node, key: string): string | undefined {
  return textOf(field(item, key));
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" && node.tag !== "null" ? node.text : undefined;
}
