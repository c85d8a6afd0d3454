// The ways in which kyaml's FieldSetter writes a scalar. A text without a tag gets its type the way the emitted text
// would be read again: quoted stays a string, plain `123` becomes a number.
import { keyScalar, withField, withValueAt } from "../yaml/edit.ts";
import {
  type HeldStyle,
  type HeldTag,
  heldScalar,
  heldStyle,
  heldTag,
  isPlain,
  isSameStyle,
  plainStyle,
  quotedStyle,
} from "../yaml/held.ts";
import { indexOfKey, type Mapping, type Scalar, type SharedScalar, type Step, scalar } from "../yaml/node.ts";
import { isYaml11NonString, untaggedScalar } from "../yaml/yaml11.ts";
import type { SharedWrites } from "./shared-scalars.ts";

/** A string that a step makes. */
export function stringScalar(text: string, step: Step, at: Step = step): Scalar {
  return scalar(text, "str", "plain", at.source, at.at, { step });
}

/**
 * Overwrites a scalar, keeping its style; an empty tag leaves the type to the text. What was quoted stays quoted:
 * `replicas: "3"` set to 5 becomes `"5"`.
 */
export function overwrite(old: Scalar, text: string, tag: HeldTag, step: Step, shares: SharedWrites): Scalar {
  const made = old.text === "" && old.written?.step === step; // the blank that a field spec made for this value
  const written = made ? { step } : { step, earlier: old };
  return shares.replace(old, heldScalar(text, tag, heldStyle(old), step, written));
}

/** Sets a field to a text without a tag, as kyaml's SetName, SetKind and the name references do. */
export function setText(
  node: Mapping,
  name: string,
  text: string,
  step: Step,
  shares: SharedWrites,
): Mapping {
  const i = indexOfKey(node, name);
  const old = node.values[i];
  if (old?.kind === "scalar") {
    if (old.text === text && heldTag(old) === "") return node;
    // Even where it is there already it loses its tag, and then may be a number, or become one.
    const untagged = heldScalar(text, "", heldStyle(old), old, old.written);
    if (old.text === text && old.tag === untagged.tag) return withValueAt(node, i, untagged);
    return withValueAt(node, i, overwrite(old, text, "", step, shares));
  }
  return withField(node, keyScalar(name, step), untaggedScalar(text, step));
}

/** The one value that kustomize sets in all maps of an object that an entry goes to. */
export interface EntryValue {
  readonly key: string;
  readonly text: string;
  readonly step: Step;
  /** Of the entries that it made. */
  readonly shared: SharedScalar;
  /** Changes on the way: it takes the style of each value whose place it takes. */
  style: HeldStyle;
  /** The first entry that it made, in the style of then. */
  made?: Scalar;
}

/** Sets an entry of a map to a string. A new entry is the value itself, one that was there becomes a copy of it. */
export function setEntry(node: Mapping, value: EntryValue, shares: SharedWrites): Mapping {
  const { key, text, step, shared } = value;
  if (isPlain(value.style) && isYaml11NonString(text)) value.style = quotedStyle;
  const i = indexOfKey(node, key);
  const old = node.values[i];
  if (i >= 0 && old) {
    value.style = old.kind === "scalar" ? heldStyle(old) : plainStyle;
    const next = heldScalar(text, "str", value.style, step, { step, earlier: old });
    return withValueAt(node, i, shares.replace(old, next));
  }
  const added = heldScalar(text, "str", value.style, step, { step, shared });
  value.made ??= added;
  return withField(node, keyScalar(key, step), added);
}

/** Gives the entries that a value made the style that it has in the end. */
export function settleStyle({ made, style, text }: EntryValue, shares: SharedWrites): void {
  // Most keep the style that they had, and then no field has to be looked for.
  if (made && !isSameStyle(heldStyle(made), style))
    shares.replace(made, heldScalar(text, "str", style, made, made.written));
}
