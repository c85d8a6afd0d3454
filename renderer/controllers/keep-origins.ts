// A tree that was printed, changed as text and read again, with the origins of the tree that it was made of.
import type { Place } from "../diagnostics/location.ts";
import { jsonRoundTrip } from "../transform/json-patch/round-trip.ts";
import { indexOfKey, type Mapping, type Node, type Step } from "../yaml/node.ts";

/** `after` with the places of `before` where the two agree; what differs is written by the step. */
export function keepOrigins<T extends Node>(before: Node, after: T, step: Step): T {
  return keep(jsonRoundTrip(before), after, step) as T;
}

function keep(before: Node, after: Node, step: Step): Node {
  const { source, at, written } = before;
  if (before.kind === "scalar" && after.kind === "scalar") {
    if (before.text === after.text && before.tag === after.tag) return before;
  } else if (before.kind === "sequence" && after.kind === "sequence") {
    const items = after.items.map((item, i) => keep(before.items[i] ?? before, item, step));
    return { ...after, items, source, at, written };
  } else if (before.kind === "mapping" && after.kind === "mapping") {
    return { ...keepEntries(before, after, step), source, at, written };
  }
  return { ...moved(after, before), written: { step, earlier: before } };
}

function keepEntries(before: Mapping, after: Mapping, step: Step): Mapping {
  const keys: Mapping["keys"][number][] = [];
  const values: Node[] = [];
  after.keys.forEach((key, i) => {
    const value = after.values[i] as Node;
    const j = indexOfKey(before, key.text);
    // A key that was an expression has no counterpart.
    keys.push(before.keys[j] ?? { ...key, source: before.source, at: before.at });
    values.push(j < 0 ? moved(value, before) : keep(before.values[j] as Node, value, step));
  });
  return { ...after, keys, values };
}

/** A new part, placed where the part stands that it came from. */
function moved(node: Node, { source, at }: Place): Node {
  const place = { source, at };
  switch (node.kind) {
    case "scalar":
      return { ...node, ...place };
    case "sequence":
      return { ...node, ...place, items: node.items.map((item) => moved(item, place)) };
    case "mapping":
      return {
        ...node,
        ...place,
        keys: node.keys.map((key) => ({ ...key, ...place })),
        values: node.values.map((value) => moved(value, place)),
      };
  }
}
