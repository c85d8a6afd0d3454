// What limits the values of fields, beside their types, as a table of text: places, and what holds there.
//
//   ContainerPort.containerPort ContainerPort.hostPort = {"format":"int32"}
//   ConfigMap.binaryData{} = {"format":"byte"}
//
// A place is `Type.field`, with `[]` for the items of a list and `{}` for the values of a map.
import type { Limits, ListKind } from "./schema.ts";

export interface Constraint extends Limits {
  /** A number without a fraction. */
  readonly integer?: boolean;
  readonly list?: ListKind;
  readonly default?: unknown;
  readonly nullable?: boolean;
  /** Fields of a map that must be there at this place, while the same type does without them elsewhere. */
  readonly required?: readonly string[];
}

/** By place. */
export type Constraints = ReadonlyMap<string, Constraint>;

/** Reads the text form; later lines add to earlier ones. */
export function parseConstraints(...texts: readonly string[]): Constraints {
  const found = new Map<string, Constraint>();
  for (const line of texts.join("\n").split("\n")) {
    const at = line.indexOf(" = ");
    if (at < 0) continue;
    const constraint = JSON.parse(line.slice(at + 3)) as Constraint;
    for (const place of line.slice(0, at).split(" ")) {
      const known = found.get(place);
      found.set(place, known ? { ...known, ...constraint } : constraint);
    }
  }
  return found;
}

/** Prints the text form: a line for each kind of constraint, sorted. */
export function printConstraints(constraints: Constraints): string {
  const places = new Map<string, string[]>();
  for (const [place, constraint] of constraints) {
    const text = JSON.stringify(constraint);
    places.set(text, [...(places.get(text) ?? []), place]);
  }
  const lines = [...places].map(([text, at]) => `${at.sort().join(" ")} = ${text}`);
  return `${lines.sort().join("\n")}\n`;
}
