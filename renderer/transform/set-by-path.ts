// Sets the one scalar that a path leads to, and makes what is missing on the way. A position that is not there, and what
// stands below a null, is passed over.
// Source: kyaml yaml/fns.go, PathGetter with Create
import { blank, keyScalar, withField, withItem, withValueAt } from "../yaml/edit.ts";
import { heldScalar, plainStyle } from "../yaml/held.ts";
import { indexOfKey, isNull, mapping, type Node, type Scalar, type Step, withItems } from "../yaml/node.ts";
import type { Fail } from "./failure.ts";
import { type ItemMatch, indexOf, isItemMatch, itemMatch, kindFor } from "./replacements/field-path.ts";

export interface Setting {
  /** The new value in place of another, which is blank where it was just made. */
  readonly set: (old: Scalar) => Scalar;
  /** There is nothing to set. */
  readonly nothing: (node: Node) => Node;
  readonly step: Step;
  readonly fail: Fail;
}

export function setByPath(node: Node, path: readonly string[], setting: Setting): Node {
  const { set, nothing, step, fail } = setting;
  const [part, ...rest] = path;
  if (part === undefined) return node.kind === "scalar" ? set(node) : fail("the field is no scalar", node);
  const index = part === "-" ? -1 : indexOf(part);
  if (index !== undefined) return setAtIndex(node, part, index, rest, setting);
  if (part === "*") return fail("a path cannot lead to several values with `*`", node);
  if (isItemMatch(part)) {
    const match = itemMatch(part);
    return match ? setInMatch(node, match, rest, setting) : fail(`\`${part}\` is no \`[field=value]\``, node);
  }
  if (isNull(node)) return nothing(node);
  if (node.kind !== "mapping") return fail(`there is no \`${part}\` in a ${node.kind}`, node);
  const i = indexOfKey(node, part);
  const value = node.values[i] ?? blank(kindFor(rest[0], "scalar"), step);
  const next = setByPath(value, rest, setting);
  return i < 0 ? withField(node, keyScalar(part, step), next) : withValueAt(node, i, next);
}

function setAtIndex(
  node: Node,
  part: string,
  index: number,
  rest: readonly string[],
  setting: Setting,
): Node {
  const { nothing, fail } = setting;
  if (part !== "-" && index < 0) return fail("a position cannot be negative", node);
  if (isNull(node)) return part === "-" ? fail("the list has no last item", node) : nothing(node);
  if (node.kind !== "sequence")
    return fail(`\`${part}\` leads into a list, and here is a ${node.kind}`, node);
  const i = part === "-" ? node.items.length - 1 : index;
  const item = node.items[i];
  if (!item) return part === "-" ? fail("the list has no last item", node) : nothing(node);
  return withItem(node, i, setByPath(item, rest, setting));
}

function setInMatch(node: Node, { name, value }: ItemMatch, rest: readonly string[], setting: Setting): Node {
  const { step, fail } = setting;
  if (node.kind !== "sequence")
    return fail(`\`[${name}=${value}]\` leads into a list, and here is none`, node);
  const i = node.items.findIndex((item) => textOf(name === "" ? item : fieldOf(item, name)) === value);
  const found = node.items[i];
  if (found) return withItem(node, i, setByPath(found, rest, setting));
  const text = heldScalar(value, "", plainStyle, step, { step });
  const made = name === "" ? text : mapping([keyScalar(name, step)], [text], step.source, step.at, { step });
  return withItems(node, [...node.items, setByPath(made, rest, setting)]);
}

function fieldOf(item: Node, name: string): Node | undefined {
  return item.kind === "mapping" ? item.values[indexOfKey(item, name)] : undefined;
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" ? node.text : undefined;
}
