// What a check finds: the path and the node, so that the caller can tell who wrote it.
import type { Node } from "../../yaml/node.ts";
import { itemPart, type PathPart, printPath } from "../../yaml/path.ts";

export type SchemaCode =
  | "schema/unknown-kind"
  | "schema/unknown-version"
  | "schema/no-such-kind"
  | "schema/removed-api"
  | "schema/deprecated-api"
  | "schema/unknown-field"
  | "schema/wrong-type"
  | "schema/missing-field"
  | "schema/not-allowed"
  | "schema/format"
  | "schema/pattern"
  | "schema/limit"
  | "schema/combination"
  | "schema/duplicate-item"
  | "schema/name"
  | "schema/namespace"
  | "schema/too-complex"
  | "schema/crd-rule"
  | "schema/unevaluated-rule";

export interface SchemaFinding {
  readonly code: SchemaCode;
  /** One sentence, no full stop; names the field. */
  readonly message: string;
  readonly help?: string;
  /** From the object's root; of a missing field the map that should have it. */
  readonly path: readonly (string | number)[];
  /** Whether the field's name or its value is at fault. */
  readonly target: "key" | "value";
  /** The key or the value. */
  readonly node: Node;
  /** A number or boolean that would be right as a text. */
  readonly wantsQuotes: boolean;
  /** The value is a secret: its line must not show. */
  readonly isSecret: boolean;
  /** Paths of other values that are part of the matter. */
  readonly related?: readonly (readonly (string | number)[])[];
}

/** A place in an object: a step below another one. */
export interface Spot {
  readonly above: Spot | undefined;
  readonly step: string | number;
  /** The item that a number leads to, by whose name people know it. */
  readonly item: Node | undefined;
}

export function below(above: Spot | undefined, step: string | number, item?: Node): Spot {
  return { above, step, item };
}

export function pathOf(spot: Spot | undefined): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = spot; at; at = at.above) path.push(at.step);
  return path.reverse();
}

/** How a message names a place. */
export function nameOf(spot: Spot | undefined): string {
  if (!spot) return "the object";
  const parts: PathPart[] = [];
  for (let at: Spot | undefined = spot; at; at = at.above) parts.push(toPart(at));
  return `\`${printPath(parts.reverse())}\``;
}

function toPart({ step, item }: Spot): PathPart {
  if (typeof step === "string") return { kind: "field", name: step };
  return item ? itemPart(item, step) : { kind: "index", index: step };
}
