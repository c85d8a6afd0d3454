// A HOCON document as a flat list of settings.
import type { HoconObject, HoconValue, Span } from "./tree.ts";

export interface Leaf {
  /** Names from the root; elements of arrays count from 1, as in the names of environment variables. */
  readonly path: readonly string[];
  /** Where each name stands; an element stands where its value stands. */
  readonly keys: readonly Span[];
  /** A scalar, an unknown one, or an object or array with nothing in it. */
  readonly value: HoconValue;
}

/** Every value that has no parts, in the order they stand. */
export function leavesOf(root: HoconObject): readonly Leaf[] {
  const found: Leaf[] = [];
  collect(root, [], [], found);
  return found;
}

/** The paths that are given as a list as a whole, which replaces what lower layers say there. */
export function arraysOf(root: HoconObject): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: HoconValue, path: string): void => {
    if (value.kind === "array") found.add(path);
    if (value.kind !== "object") return;
    for (const field of value.fields)
      visit(field.value, [...(path === "" ? [] : [path]), ...field.path].join("."));
  };
  visit(root, "");
  return found;
}

function collect(value: HoconValue, path: readonly string[], keys: readonly Span[], found: Leaf[]): void {
  if (value.kind === "object" && value.fields.length > 0) {
    for (const { path: own, value: inner, at, end } of value.fields) {
      const spans = own.map(() => ({ at, end }));
      collect(inner, [...path, ...own], [...keys, ...spans], found);
    }
  } else if (value.kind === "array" && value.items.length > 0) {
    value.items.forEach((item, i) => {
      collect(item, [...path, String(i + 1)], [...keys, { at: item.at, end: item.end }], found);
    });
  } else if (path.length > 0) found.push({ path, keys, value });
}
