// Checks a list: its items, their number, and that no two of them are the same one.
import { toPlain } from "../../yaml/json.ts";
import { field, isNull, type Node, type Sequence } from "../../yaml/node.ts";
import type { Schema } from "../schema.ts";
import { type Check, report } from "./check.ts";
import { below, nameOf, type Spot } from "./finding.ts";
import { typeName } from "./scalar.ts";

export type CheckValue = (node: Node, schema: Schema, spot: Spot | undefined, check: Check) => void;

export function checkList(
  node: Sequence,
  schema: Schema,
  spot: Spot | undefined,
  check: Check,
  checkValue: CheckValue,
): void {
  if (schema.type !== "list" && schema.type !== "any") {
    report(check, {
      code: "schema/wrong-type",
      spot,
      node,
      message: `${nameOf(spot)} must be ${typeName(schema.type)}, not a list`,
    });
    return;
  }
  const items = schema.items?.();
  if (items)
    for (const [i, item] of node.items.entries()) checkValue(item, items, below(spot, i, item), check);
  checkCount(node, schema, spot, check);
  if (schema.list && node.items.length > 1) checkRepeated(node, schema, spot, check);
}

function checkCount(node: Sequence, { limits }: Schema, spot: Spot | undefined, check: Check): void {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = limits ?? {};
  const count = node.items.length;
  if (count >= minItems && count <= maxItems) return;
  const help = `it must have ${count < minItems ? `at least ${minItems}` : `at most ${maxItems}`}`;
  report(check, {
    code: "schema/limit",
    spot,
    node,
    message: `${nameOf(spot)} has ${count} ${count === 1 ? "item" : "items"}`,
    help,
  });
}

function checkRepeated(node: Sequence, schema: Schema, spot: Spot | undefined, check: Check): void {
  const seen = new Map<string, number>();
  for (const [i, item] of node.items.entries()) {
    const identity = identityOf(item, schema);
    if (identity === undefined) continue;
    const first = seen.get(identity);
    if (first === undefined) {
      seen.set(identity, i);
      continue;
    }
    report(check, {
      code: "schema/duplicate-item",
      spot: below(spot, i),
      node: item,
      message: `${nameOf(below(spot, i))} repeats item ${first}${wordsOf(item, schema)}`,
      help: "an item may stand there once only; the API server refuses the list, or merges it wrongly",
    });
  }
}

/** Equal for items that are the same one; undefined for those that cannot be told. */
function identityOf(item: Node, { list, items }: Schema): string | undefined {
  if (list?.kind !== "map") return JSON.stringify(toPlain(item));
  if (item.kind !== "mapping") return undefined;
  const fields = items?.().fields;
  const parts = list.keys.map((key) => {
    const value = field(item, key);
    return value && !isNull(value) ? toPlain(value) : fields?.get(key)?.().default;
  });
  return parts.every((part) => part === undefined) ? undefined : JSON.stringify(parts);
}

function wordsOf(item: Node, { list }: Schema): string {
  if (list?.kind !== "map") return "";
  const parts = list.keys.flatMap((key) => {
    const value = field(item, key);
    return value?.kind === "scalar" ? `${key} ${value.text}` : [];
  });
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}
