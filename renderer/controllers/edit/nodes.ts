// Parts that the edits of both controllers are made of. What is written keeps the place that it has in the controller's
// object, so everything that goes wrong with it later is reported there.
import type { Place } from "../../diagnostics/location.ts";
import { withField } from "../../yaml/edit.ts";
import { field, type Mapping, mapping, type Node, scalar, sequence, textAt } from "../../yaml/node.ts";

/** Sets a field of a map. */
export function set(root: Mapping, name: string, value: Node): Mapping {
  return withField(root, scalar(name, "str", "plain", value.source, value.at), value);
}

export function textNode(text: string, { source, at }: Place): Node {
  return scalar(text, "str", "plain", source, at);
}

export function mapNode(entries: Readonly<Record<string, Node>>, { source, at }: Place): Mapping {
  const keys = Object.keys(entries).map((name) => scalar(name, "str", "plain", source, at));
  return mapping(keys, Object.values(entries), source, at);
}

export function listNode(items: readonly Node[], { source, at }: Place): Node {
  return sequence(items, source, at);
}

/** The items of a list field; none when it is absent. */
export function itemsOf(root: Node | undefined, name: string): readonly Node[] {
  const list = field(root, name);
  return list?.kind === "sequence" ? list.items : [];
}

/** Appends to a list field, which is made when it is absent. */
export function append(root: Mapping, name: string, items: readonly Node[]): Mapping {
  const [first] = items;
  if (!first) return root;
  const list = field(root, name);
  const whole: Place = list ?? first;
  return set(root, name, listNode([...itemsOf(root, name), ...items], whole));
}

/** The items of a list by their `name`; of several with one name, the first. */
export function itemsByName(root: Mapping, name: string): ReadonlyMap<string, Node> {
  const items = new Map<string, Node>();
  for (const item of itemsOf(root, name)) {
    const key = textAt(item, "name") ?? "";
    if (!items.has(key)) items.set(key, item);
  }
  return items;
}

/** The items in the order of their names, as Go compares strings. */
export function sortedByName(items: ReadonlyMap<string, Node>): readonly Node[] {
  return [...items]
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([, item]) => item);
}
