// Lists whose items have keys, the way kyaml finds and sets items in them. Oddities are kyaml's (ElementMatcher,
// ElementSetter in kyaml/yaml/fns.go) and visible in the output, so they are kept to the letter.
import { field, isEmpty, isNull, type Node } from "../yaml/node.ts";

/** Values of an item's keys, "" where a key is missing or empty. */
export type KeyValues = readonly string[];

/** The key values of each item. */
export function keyValuesOf(items: readonly Node[], keys: readonly string[]): KeyValues[] {
  return items.map((item) => keys.map((key) => filledText(field(item, key))));
}

function filledText(node: Node | undefined): string {
  return node?.kind === "scalar" && node.tag !== "null" ? node.text : "";
}

/** Index of the first item whose keys have these values; the key "" stands for the item itself. */
export function findItem(items: readonly Node[], keys: readonly string[], values: KeyValues): number {
  if (keys[0] === "") return items.findIndex((item) => rawText(item) === values[0]);
  return items.findIndex((item) => keys.every((key, i) => matches(field(item, key), values[i] ?? "")));
}

function matches(node: Node | undefined, value: string): boolean {
  return node !== undefined && rawText(node) === value;
}

function rawText(node: Node): string {
  return node.kind === "scalar" ? node.text : "";
}

/** Refuses an item that is no map where maps are looked at, or a map among the values of a list. */
export type RefuseItem = (item: Node) => never;

/**
 * Sets or, with `element` undefined, removes the items with these key values; a new element is appended. Empty items
 * are dropped on the way, and an empty value matches any value of a key that is present.
 */
export function setItem(
  items: readonly Node[],
  element: Node | undefined,
  keys: readonly string[],
  values: KeyValues,
  refuse: RefuseItem,
): Node[] {
  const result: Node[] = [];
  const byKey = Boolean(keys[0]) && Boolean(values[0]);
  let found = false;
  for (const item of items) {
    if (isNull(item) || (item.kind === "mapping" && item.keys.length === 0)) continue;
    if (item.kind !== "mapping" && byKey) {
      result.push(item);
      continue;
    }
    // A key without a value is taken to match when the one before it did.
    const matched = keys.every((key, i) =>
      i < values.length ? holds(item, key, values[i] ?? "", refuse) : values.length > 0,
    );
    if (!matched) {
      if (values.length > 0) result.push(item);
      continue;
    }
    found = true;
    if (element) result.push(element);
  }
  if (element && !isNull(element) && !found) result.push(element);
  return result;
}

function holds(item: Node, key: string, value: string, refuse: RefuseItem): boolean {
  if (item.kind !== (key === "" ? "scalar" : "mapping")) refuse(item);
  if (item.kind === "scalar") return item.text === value;
  const node = field(item, key);
  return node !== undefined && (value === "" || rawText(node) === value);
}

/** Appends the items of `more`, each replacing the item that has its keys. */
export function appendItems(
  items: readonly Node[],
  more: readonly Node[],
  keys: readonly string[],
  refuse: RefuseItem,
): Node[] {
  let result = [...items];
  for (const item of more) {
    if (keys[0] === "") {
      result = setItem(result, item, keys, [rawText(item)], refuse);
      continue;
    }
    if (item.kind !== "mapping" && !isNull(item)) refuse(item);
    const values: string[] = [];
    for (const key of keys) {
      const node = field(item, key);
      if (node) values.push(rawText(node));
      else result.push(item);
    }
    if (keys.length > 1) result = setItem(result, undefined, keys, values, refuse);
    result = setItem(result, item, keys, values, refuse);
  }
  return result;
}

/** The keys that at least one item fills, with the matching values; all keys when no item fills any. */
export function filledKeys(
  all: readonly KeyValues[],
  values: KeyValues,
  keys: readonly string[],
): { readonly keys: readonly string[]; readonly values: KeyValues } {
  const filled = keys.map((_, i) => all.some((candidate) => (candidate[i] ?? "") !== ""));
  if (!filled.includes(true)) return { keys, values };
  return {
    keys: keys.filter((_, i) => filled[i]),
    values: values.filter((_, i) => filled[i]),
  };
}

/** Unites tuples that agree wherever both are filled, so that an item without `protocol` meets the one with it. */
export function uniteKeyValues(all: readonly KeyValues[]): KeyValues[] {
  const result = [...all];
  for (let i = 0; i < result.length; i++) {
    const one = result[i] as KeyValues;
    for (let j = 0; j < result.length; j++) {
      const united = unite(one, result[j] as KeyValues);
      if (!united) continue;
      result[i] = united;
      result[j] = united;
    }
  }
  return result;
}

function unite(a: KeyValues, b: KeyValues): KeyValues | undefined {
  if (a.length !== b.length) return undefined;
  let common = false;
  const result: string[] = [];
  for (let i = 0; i < a.length; i++) {
    const left = a[i] ?? "";
    const right = b[i] ?? "";
    if (left === right) common = true;
    else if (left !== "" && right !== "") return undefined;
    result.push(left === "" ? right : left);
  }
  return common ? result : undefined;
}

/** Tuples without those seen before, in order. */
export function distinct(all: readonly KeyValues[]): KeyValues[] {
  const seen = new Set<string>();
  return all.filter((values) => {
    const key = values.join("\0");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Whether a merged item is nothing, so that it leaves the list. */
export function isGone(item: Node | undefined): boolean {
  return item === undefined || isNull(item) || (item.kind === "mapping" && isEmpty(item));
}
