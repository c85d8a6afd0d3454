// How a value takes the place of another: into a scalar goes only the text, and the type stays that of the target;
// anything else is replaced whole.
// Source: kustomize api/filters/replacement, setFieldValue
import type { FieldOptions } from "../../kustomization/schema.ts";
import { writtenBy } from "../../yaml/edit.ts";
import { expectedTag } from "../../yaml/encoded-style.ts";
import { heldScalar, heldStyle, heldTag } from "../../yaml/held.ts";
import { type Node, type Scalar, type Step, scalar, withoutShare, withWritten } from "../../yaml/node.ts";
import type { SharedWrites } from "../shared-scalars.ts";
import type { SourceValue } from "./source.ts";

interface Copy {
  readonly options: FieldOptions;
  readonly step: Step;
  readonly shares: SharedWrites;
  readonly fail: (message: string, node: Node) => never;
}

/** @param old  undefined where the field was just made */
export function copyValue(old: Node | undefined, value: SourceValue, copy: Copy): Node {
  const { node, untagged } = value;
  const text = copy.options.delimiter ? joined(old, node, copy) : textOf(node);
  if (old?.kind === "scalar") return putText(old, text, node, copy);
  if (node.kind !== "scalar") return writtenBy(withoutShares(node), copy.step, old);
  if (old && !untagged) return writtenBy({ ...node, text }, copy.step, old);
  const written = { step: copy.step, ...(old ? { earlier: old } : {}) };
  return withWritten(untaggedText(text, node), written);
}

function putText(old: Scalar, text: string, node: Node, { step, shares }: Copy): Scalar {
  return shares.replace(old, heldScalar(text, heldTag(old), heldStyle(old), node, { step, earlier: old }));
}

/** A text without a type of its own: it has the one that it is read with. */
export function untaggedText(text: string, { source, at }: Node): Scalar {
  const tag = text.includes("\n") ? "str" : expectedTag(text);
  return scalar(text, tag, "plain", source, at, undefined, { tag: "", isTagged: false });
}

export function textOf(node: Node): string {
  return node.kind === "scalar" ? node.text : "";
}

/** The target's text with one part replaced; a negative index puts it in front, one beyond the end behind. */
function joined(old: Node | undefined, node: Node, { options, fail }: Copy): string {
  const { delimiter = "", index = 0 } = options;
  if ((old ?? node).kind !== "scalar") fail("only text can be split by a delimiter", old ?? node);
  const parts = (old ? textOf(old) : "").split(delimiter);
  const at = Number(index);
  const part = textOf(node);
  if (at < 0) return [part, ...parts].join(delimiter);
  return (at >= parts.length ? [...parts, part] : parts.with(at, part)).join(delimiter);
}

/** A copy shares no values with the fields it was copied from. */
function withoutShares(node: Node): Node {
  if (node.kind === "sequence") return { ...node, items: node.items.map(withoutShares) };
  if (node.kind === "mapping") return { ...node, values: node.values.map(withoutShares) };
  if (!node.written?.shared) return node;
  return withWritten(node, withoutShare(node.written));
}
