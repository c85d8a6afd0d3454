// What kustomize's own nodes say of a scalar: a tag, or none, and a style, to which a tag that was written belongs. Its
// steps set the one and keep the other, and only printing shows which type comes of it.
// Source: go-yaml v3 encode.go, node; kyaml yaml/fns.go, FieldSetter
import type { Place } from "../diagnostics/location.ts";
import { type Held, type Scalar, type ScalarStyle, type ScalarTag, scalar, type Written } from "./node.ts";
import { canBe, resolveTag } from "./scalar.ts";

export type HeldTag = Held["tag"];

export interface HeldStyle {
  readonly style: ScalarStyle;
  readonly isTagged: boolean;
}

export const plainStyle: HeldStyle = { style: "plain", isTagged: false };
export const quotedStyle: HeldStyle = { style: "double", isTagged: false };

export function isPlain({ style, isTagged }: HeldStyle): boolean {
  return style === "plain" && !isTagged;
}

export function isSameStyle(a: HeldStyle, b: HeldStyle): boolean {
  return a.style === b.style && a.isTagged === b.isTagged;
}

export function heldTag({ tag, held }: Scalar): HeldTag {
  return held ? held.tag : tag;
}

export function heldStyle({ style, held }: Scalar): HeldStyle {
  return { style, isTagged: held?.isTagged === true };
}

/** Whether kustomize holds it for a string. */
export function isHeldString(node: Scalar): boolean {
  const tag = heldTag(node);
  return tag === "str" || tag === "";
}

/** A scalar with the tag and the style that kustomize gives it. */
export function heldScalar(
  text: string,
  tag: HeldTag,
  { style, isTagged }: HeldStyle,
  { source, at }: Place,
  written?: Written,
): Scalar {
  const type = printedType(text, tag, style, isTagged);
  const held = tag === type && !isTagged ? undefined : { tag, isTagged };
  return scalar(text, type, style, source, at, written, held);
}

/** The type that printing leaves: a tag shows only where it was written, or the text does not say as much itself. */
function printedType(text: string, tag: HeldTag, style: ScalarStyle, isTagged: boolean): ScalarTag {
  if (tag === "str" || (isTagged && tag !== "")) return tag;
  const isQuoted = style !== "plain" || text.includes("\n");
  if (tag === "") return isQuoted ? "str" : resolveTag(text);
  return isQuoted && resolveTag(text) === tag ? "str" : tag;
}

/**
 * Why a scalar cannot be printed; undefined when it can. Its tag counts until then, and until then something else may
 * take its place.
 */
export function misfitText({ text, tag, held, written }: Scalar): string | undefined {
  if (canBe(text, tag)) return undefined;
  const earlier = written?.earlier;
  if (held?.isTagged || earlier?.kind !== "scalar") return `\`${text}\` is not what the tag !!${tag} says`;
  return `\`${text}\` cannot take the place of \`${earlier.text}\`, which is not a string`;
}
