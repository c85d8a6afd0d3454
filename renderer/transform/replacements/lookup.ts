// Follows a path to the one value it names. Items are found by exact comparison here; `-` is the last one.
// Source: kyaml yaml/fns.go, PathGetter
import { trimGoSpace } from "../../text/go-space.ts";
import { withItem, withValueAt } from "../../yaml/edit.ts";
import { indexOfKey, isNull, type Mapping, type Node, type Sequence } from "../../yaml/node.ts";
import { indexOf, isItemMatch, itemMatch } from "./field-path.ts";

export interface Found {
  readonly node: Node;
  /** The position of each step in its map or list. */
  readonly positions: readonly number[];
}

/** A path that cannot be followed: a message. One that leads to nothing: undefined. */
export type Lookup = Found | undefined | { readonly error: string };

export function lookup(root: Node, parts: readonly string[]): Lookup {
  let node = root;
  const positions: number[] = [];
  for (const raw of parts) {
    const part = trimGoSpace(raw);
    if (part === "") continue;
    const position = step(node, part);
    if (position === undefined || typeof position === "object") return position;
    positions.push(position);
    node = childAt(node, position) as Node;
  }
  return { node, positions };
}

export function childAt(node: Node, position: number): Node | undefined {
  return node.kind === "mapping"
    ? node.values[position]
    : node.kind === "sequence"
      ? node.items[position]
      : undefined;
}

/** The tree with another value at positions that a lookup gave. */
export function withChildAt(node: Node, positions: readonly number[], value: Node): Node {
  const [position, ...rest] = positions;
  if (position === undefined) return value;
  const child = withChildAt(childAt(node, position) as Node, rest, value);
  if (node.kind === "mapping") return withValueAt(node, position, child);
  return node.kind === "sequence" ? withItem(node, position, child) : node;
}

/** The position of the value that a part leads to. */
export function step(node: Node, part: string): number | undefined | { readonly error: string } {
  const index = part === "-" ? -1 : indexOf(part);
  if (index !== undefined) {
    if (index < 0 && part !== "-") return { error: `the list position \`${part}\` is negative` };
    return inList(node, part, ({ items }) =>
      index < 0 ? items.length - 1 : index < items.length ? index : undefined,
    );
  }
  if (part === "*") return { error: "`*` stands for many values, where one is needed" };
  if (!isItemMatch(part)) return inMap(node, part);
  const match = itemMatch(part);
  if (!match) return { error: `\`${part}\` must look like [name=value]` };
  const { name, value } = match;
  return inList(node, part, ({ items }) => {
    const found = items.findIndex((item) =>
      name === "" ? textOf(item) === value : fieldText(item, name) === value,
    );
    return found < 0 ? undefined : found;
  });
}

function inList(
  node: Node,
  part: string,
  find: (list: Sequence) => number | undefined,
): ReturnType<typeof step> {
  if (isNull(node)) return undefined;
  if (node.kind !== "sequence")
    return { error: `\`${part}\` asks for an item of a list, but this is ${nameOf(node)}` };
  const found = find(node);
  return found === -1 ? { error: "the list is empty" } : found;
}

function inMap(node: Node, part: string): ReturnType<typeof step> {
  if (isNull(node)) return undefined;
  if (node.kind !== "mapping")
    return { error: `\`${part}\` asks for a field of a map, but this is ${nameOf(node)}` };
  const found = indexOfKey(node, part);
  return found < 0 ? undefined : found;
}

/** The text that go-yaml keeps for a node; only scalars have one. */
function textOf(node: Node): string {
  return node.kind === "scalar" ? node.text : "";
}

function fieldText(item: Node, name: string): string | undefined {
  if (item.kind !== "mapping") return undefined;
  const found = (item as Mapping).values[indexOfKey(item, name)];
  return found && textOf(found);
}

export function nameOf(node: Node): string {
  if (node.kind === "mapping") return "a map";
  return node.kind === "sequence" ? "a list" : "a scalar";
}
