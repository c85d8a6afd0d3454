// Field paths of replacements: `spec.containers.[name=app].image`, `data.[a.b]`, `args.0`, `containers.*.image`.
import { splitBracketedPath } from "../../text/path-splitter.ts";
import type { Scalar } from "../../yaml/node.ts";

export interface FieldPath {
  readonly text: string;
  readonly parts: readonly string[];
  /** Where it is written; the entry's place for the default path. */
  readonly at: Pick<Scalar, "source" | "at">;
}

export const defaultFieldPath = "metadata.name";

export function fieldPath(text: string, at: FieldPath["at"]): FieldPath {
  return { text, parts: splitBracketedPath(text, "."), at };
}

/** A list position; a sign may stand before it, as in Go's Atoi. */
export function indexOf(part: string): number | undefined {
  return /^[+-]?[0-9]{1,15}$/.test(part) ? Number(part) : undefined;
}

export function isItemMatch(part: string): boolean {
  return part.startsWith("[") && part.endsWith("]");
}

export interface ItemMatch {
  /** Field of the items; empty when the item itself is compared. */
  readonly name: string;
  readonly value: string;
}

/** What stands in `[name=value]`; undefined without an equals sign. */
export function itemMatch(part: string): ItemMatch | undefined {
  const inside = part.slice(1, part.endsWith("]") && part.length > 1 ? -1 : undefined);
  const equals = inside.indexOf("=");
  return equals < 0 ? undefined : { name: inside.slice(0, equals), value: inside.slice(equals + 1) };
}

/** What kind of value a missing field must be made of so that the next part can enter it. */
export function kindFor(next: string | undefined, leaf: "scalar" | "mapping" | "sequence"): typeof leaf {
  if (next === undefined || next === "") return leaf;
  const index = indexOf(next);
  return isItemMatch(next) || (index !== undefined && index >= 0) ? "sequence" : "mapping";
}
