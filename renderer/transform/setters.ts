// The ways in which kyaml's FieldSetter writes a scalar. A text without a tag gets its type the way the emitted text
// would be read again: quoted stays a string, plain `123` becomes a number.
import { keyScalar, tagInStyleOf, withField, withValueAt } from "../yaml/edit.ts";
import {
  indexOfKey,
  type Mapping,
  type Scalar,
  type ScalarStyle,
  type ScalarTag,
  type SharedScalar,
  type Step,
  scalar,
  withWritten,
} from "../yaml/node.ts";
import { resolveTag } from "../yaml/scalar.ts";
import { isYaml11NonString } from "../yaml/yaml11.ts";
import type { SharedWrites } from "./shared-scalars.ts";

/** A string that a step makes. */
export function stringScalar(text: string, step: Step, at: Step = step): Scalar {
  return scalar(text, "str", "plain", at.source, at.at, { step });
}

/** A scalar without a tag: its type is what a reader would take the text for. */
export function untaggedScalar(text: string, style: ScalarStyle, step: Step): Scalar {
  return scalar(text, untaggedTag(text, style), style, step.source, step.at, {
    step,
    untagged: true,
  });
}

export function untaggedTag(text: string, style: ScalarStyle): ScalarTag {
  return style !== "plain" || text.includes("\n") ? "str" : resolveTag(text);
}

/**
 * Overwrites a scalar, keeping its style; `tag` undefined leaves the type to the text. What was quoted stays quoted:
 * `replicas: "3"` set to 5 becomes `"5"`.
 */
export function overwrite(
  old: Scalar,
  text: string,
  tag: ScalarTag | undefined,
  step: Step,
  shares: SharedWrites,
): Scalar {
  const type = tag === undefined ? untaggedTag(text, old.style) : tagInStyleOf(old, text, tag);
  const made = old.text === "" && old.written?.step === step; // the blank that a field spec made for this value
  const next = scalar(text, type, old.style, step.source, step.at, {
    step,
    ...(made ? {} : { earlier: old }),
    ...(tag === undefined ? { untagged: true as const } : {}),
    ...(tag === undefined || tag === type ? {} : { hiddenTag: tag }),
  });
  return shares.replace(old, next);
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
    // Even where it is there already it loses its tag, and then may be a number, or become one.
    if (old.text === text && old.tag === untaggedTag(text, old.style)) {
      const untagged = old.written && withWritten(old, { ...old.written, untagged: true });
      return untagged ? withValueAt(node, i, untagged) : node;
    }
    return withValueAt(node, i, overwrite(old, text, undefined, step, shares));
  }
  const style = isYaml11NonString(text) ? "double" : "plain";
  return withField(node, keyScalar(name, step), untaggedScalar(text, style, step));
}

/** The one value that kustomize sets in all maps of an object that an entry goes to. */
export interface EntryValue {
  readonly key: string;
  readonly text: string;
  readonly step: Step;
  /** Of the entries that it made. */
  readonly shared: SharedScalar;
  /** Changes on the way: it takes the style of each value whose place it takes. */
  style: ScalarStyle;
  /** The first entry that it made, in the style of then. */
  made?: Scalar;
}

/** Sets an entry of a map to a string. A new entry is the value itself, one that was there becomes a copy of it. */
export function setEntry(node: Mapping, value: EntryValue, shares: SharedWrites): Mapping {
  const { key, text, step, shared } = value;
  if (value.style === "plain" && isYaml11NonString(text)) value.style = "double";
  const i = indexOfKey(node, key);
  const old = node.values[i];
  if (i >= 0 && old) {
    value.style = old.kind === "scalar" ? old.style : "plain";
    const next = scalar(text, "str", value.style, step.source, step.at, { step, earlier: old });
    return withValueAt(node, i, shares.replace(old, next));
  }
  const added = scalar(text, "str", value.style, step.source, step.at, { step, shared });
  value.made ??= added;
  return withField(node, keyScalar(key, step), added);
}

/** Gives the entries that a value made the style that it has in the end. */
export function settleStyle({ made, style, text }: EntryValue, shares: SharedWrites): void {
  if (!made || made.style === style) return;
  shares.replace(made, scalar(text, "str", style, made.source, made.at, made.written));
}
