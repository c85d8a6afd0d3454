// Checks a strategic merge patch against the type of the object that it goes to, and against what kustomize can merge.
import type { Collector } from "../../diagnostics/collector.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type { Schema } from "../../openapi/schema-index.ts";
import type { ObjectTypes } from "../../schema/object-types.ts";
import { shapeOf } from "../../schema/table.ts";
import {
  field,
  isNull,
  type Mapping,
  type Node,
  placeOf,
  type Scalar,
  type Sequence,
} from "../../yaml/node.ts";
import {
  joined,
  type Mismatch,
  nameOf,
  scalarMismatch,
  unknownField,
  valueMismatches,
  wrongType,
} from "./value.ts";

export interface MergeCheck {
  readonly types: ObjectTypes;
  readonly collector: Collector;
  /** The patch has a `target`: kustomize turns its labels and annotations into strings. */
  readonly hasTarget: boolean;
  /** kustomize knows the kind: a list that it replaces is meant to be replaced. */
  readonly isKnownKind: boolean;
}

/** One place of the patch, with what is known of it. */
interface Spot {
  readonly path: string;
  /** Notation of the type; undefined outside known types. */
  readonly notation: string | undefined;
  /** What kustomize knows of it, which decides how lists go together. */
  readonly schema: Schema | undefined;
  /** What the patch meets there. */
  readonly target: Node | undefined;
}

/** @param type  name of the target's type; undefined when nothing describes it: then only directives and keys are checked */
export function checkMergePatch(
  patch: Mapping,
  target: Mapping,
  type: string | undefined,
  schema: Schema | undefined,
  check: MergeCheck,
): void {
  checkMap(patch, { path: "", notation: type, schema, target }, check);
}

function checkNode(node: Node, spot: Spot, check: MergeCheck): void {
  if (isNull(node)) return; // deletes
  if (node.kind === "mapping") return checkMap(node, spot, check);
  if (node.kind === "sequence") return checkList(node, spot, check);
  const found =
    spot.notation === undefined ? undefined : scalarMismatch(node, shapeOf(spot.notation), spot.path);
  if (found) report(found, check);
}

function checkMap(node: Mapping, spot: Spot, check: MergeCheck): void {
  const { notation, path } = spot;
  const shape = notation === undefined ? undefined : shapeOf(notation);
  if (
    shape &&
    shape.kind !== "type" &&
    shape.kind !== "map" &&
    !(shape.kind === "scalar" && shape.scalar === "any")
  ) {
    report(wrongType(node, `\`${path}\` is ${nameOf(shape)}, not a map`, undefined), check);
    return;
  }
  const fields = shape?.kind === "type" ? check.types.fieldsOf(shape.name) : undefined;
  const replaces = textOf(field(node, "$patch")) === "replace";
  for (const [i, key] of node.keys.entries()) {
    const value = node.values[i] as Node;
    if (key.text.startsWith("$")) {
      checkDirective(key, value, check);
      continue;
    }
    if (path === "" && (key.text === "apiVersion" || key.text === "kind")) continue;
    const type = shape?.kind === "map" ? shape.values : fields?.get(key.text)?.type;
    if (fields && type === undefined) {
      report(unknownField(key, key.text, path, fields), check);
      continue;
    }
    const below = joined(path, key.text);
    if (below === "metadata.annotations" || (below === "metadata.labels" && check.hasTarget)) continue;
    const target = replaces ? undefined : field(spot.target, key.text);
    checkNode(value, { path: below, notation: type, schema: spot.schema?.field(key.text), target }, check);
  }
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

function checkList(node: Sequence, spot: Spot, check: MergeCheck): void {
  const { notation, path, schema } = spot;
  const shape = notation === undefined ? undefined : shapeOf(notation);
  if (shape && shape.kind !== "list" && !(shape.kind === "scalar" && shape.scalar === "any")) {
    report(wrongType(node, `\`${path}\` is ${nameOf(shape)}, not a list`, undefined), check);
    return;
  }
  const items = shape?.kind === "list" ? shape.items : undefined;
  const [key] = schema?.mergeStrategy.split(",").includes("merge") ? schema.mergeKeys : [];
  if (key !== undefined) return checkKeyedList(node, spot, { items, key }, check);
  if (items !== undefined && notation !== undefined) {
    for (const mismatch of valueMismatches(withoutDirectives(node), notation, path, check.types))
      report(mismatch, check);
  }
  if (!check.isKnownKind) reportDropped(node, spot, shape?.kind === "list" ? shape.mapKeys : [], check);
}

function withoutDirectives(node: Sequence): Sequence {
  return { ...node, items: node.items.filter((item) => !field(item, "$patch")) };
}

function checkKeyedList(
  node: Sequence,
  spot: Spot,
  { items, key }: { items: string | undefined; key: string },
  check: MergeCheck,
): void {
  const own = spot.target?.kind === "sequence" ? spot.target.items : [];
  for (const [i, item] of node.items.entries()) {
    if (isNull(item)) continue;
    const isDirective = item.kind === "mapping" && item.keys.length === 1 && item.keys[0]?.text === "$patch";
    if (isDirective) continue;
    const value = field(item, key);
    if (item.kind === "mapping" && (!value || isNull(value))) {
      check.collector.report("patch/missing-merge-key", `an item of \`${spot.path}\` has no \`${key}\``, {
        at: placeOf(item),
        help: keyHelp(key, own),
      });
    }
    const name = textOf(value);
    const part = name === undefined ? `[${i}]` : `[${key}=${name}]`;
    const target = own.find((candidate) => name !== undefined && textOf(field(candidate, key)) === name);
    checkNode(
      item,
      { path: spot.path + part, notation: items, schema: spot.schema?.elements(), target },
      check,
    );
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
  { target, path }: Spot,
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
    `the patch replaces the whole list \`${path}\`: ${dropped.map((name) => `\`${name}\``).join(", ")} will be gone`,
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

function report({ code, message, at, help }: Mismatch, { collector }: MergeCheck): void {
  collector.report(code, message, { at: placeOf(at), help });
}
