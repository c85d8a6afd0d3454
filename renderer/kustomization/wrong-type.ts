// Says which type a value should have, which one it has, and how to write it.
import { type Node, placeOf, type Scalar } from "../yaml/node.ts";
import { toValue } from "./go-values.ts";
import { manyFields, nameOf, type Report } from "./report.ts";
import type { Path, Shape } from "./shape.ts";

/** Reports a value that is not of its shape. What stands in a list or a map is not looked at. */
export function checkType(node: Node, shape: Shape, path: Path, report: Report): void {
  if (fits(node, shape)) return;
  report("kustomization/wrong-type", `${nameOf(path)} must be ${wanted(shape)}, not ${found(node)}`, {
    at: placeOf(node),
    help: wayOut(node, shape),
  });
}

function fits(node: Node, shape: Shape): boolean {
  switch (shape.kind) {
    case "fields":
    case "map":
      return node.kind === "mapping";
    case "list":
      return node.kind === "sequence";
    case "text":
      return node.kind === "scalar" && typeof toValue(node) === "string";
    case "flag":
      return node.kind === "scalar" && node.tag === "bool";
    case "integer":
      return node.kind === "scalar" && isInt64(toValue(node));
    case "anything":
      return true;
  }
}

const maxInt64 = 2n ** 63n;

/** Whether Go would decode the number into an int64: integral, however it was written, and in range. */
function isInt64(value: unknown): boolean {
  if (typeof value !== "number" && typeof value !== "bigint") return false;
  const digits = String(value); // the range is that of the digits JSON has, which for a large float are not exact
  if (!/^-?\d+$/.test(digits)) return false;
  const exact = BigInt(digits);
  return exact >= -maxInt64 && exact < maxInt64;
}

function wanted(shape: Shape): string {
  switch (shape.kind) {
    case "fields":
    case "map":
      return "a map";
    case "list":
      return "a list";
    case "text":
      return "a string";
    case "flag":
      return "true or false";
    case "integer":
      return "an integer";
    case "anything":
      return "something else";
  }
}

function found(node: Node): string {
  if (node.kind === "mapping") return "a map";
  if (node.kind === "sequence") return "a list";
  switch (node.tag) {
    case "null":
      return "null";
    case "bool":
      return `the boolean \`${node.text}\``;
    case "int":
    case "float":
      return `the number \`${node.text}\``;
    default:
      return `the string ${quoted(node.text)}`;
  }
}

function quoted(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return JSON.stringify(line.length > 30 || line !== text ? `${line.slice(0, 30)}…` : text);
}

function wayOut(node: Node, shape: Shape): string | undefined {
  switch (shape.kind) {
    case "list":
      return "write it as an item of a list, after `- `";
    case "map":
      return node.kind === "sequence" ? "write `key: value` lines without `- `" : undefined;
    case "fields":
      return fieldsWayOut(node, Object.keys(shape.fields));
    case "text":
      return textWayOut(node);
    case "flag":
    case "integer":
      return node.kind === "scalar" ? bareWayOut(node) : undefined;
    case "anything":
      return undefined;
  }
}

function fieldsWayOut(node: Node, names: readonly string[]): string | undefined {
  if (node.kind === "scalar" && node.tag === "null") return "remove the empty item";
  if (node.kind === "scalar" && names.includes("path")) return `write \`path: ${node.text}\``;
  return names.length > manyFields ? undefined : `its fields are ${names.join(", ")}`;
}

function textWayOut(node: Node): string | undefined {
  if (node.kind === "mapping") return "if text is meant, quote it or put `|-` before it";
  if (node.kind !== "scalar" || node.tag === "null") return undefined;
  const quote = `quote it: "${node.text}"`;
  if (node.tag !== "bool" || /^(true|false)$/i.test(node.text)) return quote;
  return `kustomize reads y, yes, on, n, no and off as booleans; ${quote}`;
}

/** For a number or a boolean. */
function bareWayOut(node: Scalar): string | undefined {
  if (node.style !== "plain")
    return /^([+-]?\d+|true|false)$/.test(node.text) ? "remove the quotes" : undefined;
  return /^[+-]?\d+$/.test(node.text) ? "it does not fit into 64 bits" : undefined;
}
