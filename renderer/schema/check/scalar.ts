// Whether a scalar fits its type and keeps its limits.
import { nearest } from "../../diagnostics/suggest.ts";
import { compileGoRegexp } from "../../text/go-regexp.ts";
import type { Scalar } from "../../yaml/node.ts";
import { parseGoFloat, parseGoInt } from "../../yaml/scalar.ts";
import type { Limits, Schema, SchemaType } from "../schema.ts";
import type { SchemaCode } from "./finding.ts";
import { formatProblem } from "./formats.ts";

/** A finding without its place; `message` goes on from the field's name. */
export interface ScalarProblem {
  readonly code: SchemaCode;
  readonly message: string;
  readonly help?: string | undefined;
  /** The same text in quotes would do. */
  readonly wantsQuotes?: boolean;
}

/** Whether a scalar is of a type. Null fits none but `any`. */
export function isOfType(node: Scalar, { type, limits }: Schema): boolean {
  const { tag } = node;
  switch (type) {
    case "any":
      return true;
    case "string":
      return isText(node);
    case "boolean":
      return tag === "bool";
    case "number":
      return tag === "int" || tag === "float";
    case "integer":
      return isInteger(node);
    case "int-or-string":
      return isText(node) || isInteger(node) || (tag === "float" && limits?.format === "quantity");
    default:
      return false;
  }
}

/** JSON has no other texts: a date or a merge key arrives as it is written. */
export function isText({ tag }: Scalar): boolean {
  return tag === "str" || tag === "timestamp" || tag === "binary" || tag === "merge";
}

function isInteger(node: Scalar): boolean {
  return node.tag === "int" || (node.tag === "float" && Number.isInteger(parseGoFloat(node.text)));
}

/** How a message shows a value. */
export type Show = (text: string) => string;

/** Says that a scalar is not of its type. */
export function typeProblem(node: Scalar, { type }: Schema, show: Show): ScalarProblem {
  return {
    code: "schema/wrong-type",
    message: `must be ${typeName(type)}, not ${describe(node, show)}`,
    help: typeHelp(node, type, show),
    wantsQuotes: type === "string" && node.tag !== "null",
  };
}

function typeHelp(node: Scalar, type: SchemaType, show: Show): string | undefined {
  if (type === "string") return node.tag === "null" ? undefined : `put it in quotes: "${show(node.text)}"`;
  const isQuoted = isText(node) && node.style !== "plain";
  return isQuoted && type !== "map" && type !== "list" ? "take the quotes away" : undefined;
}

const typeNames: Readonly<Record<SchemaType, string>> = {
  map: "a map",
  list: "a list",
  string: "a string",
  boolean: "a boolean",
  integer: "an integer",
  number: "a number",
  "int-or-string": "an integer or a string",
  any: "anything",
};

/** `a map`, `a number` */
export function typeName(type: SchemaType): string {
  return typeNames[type];
}

function describe({ tag, text }: Scalar, show: Show): string {
  if (tag === "null") return "null";
  const names: Partial<Record<Scalar["tag"], string>> = {
    int: "the number",
    float: "the number",
    bool: "the boolean",
  };
  return `${names[tag] ?? "the string"} \`${show(text)}\``;
}

/** The start of a long text. */
export function shortened(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return line.length > 60 || line.length < text.length ? `${line.slice(0, 57)}…` : line;
}

/** What is wrong with a scalar of the right type. */
export function limitProblem(node: Scalar, { limits }: Schema, show: Show): ScalarProblem | undefined {
  if (!limits) return undefined;
  const value = isText(node) ? node.text : numberOf(node);
  return (
    (limits.enum && enumProblem(node, value, limits.enum, show)) ??
    (typeof value === "string"
      ? textProblem(value, limits, show)
      : typeof value === "number" || typeof value === "bigint"
        ? numberProblem(value, limits)
        : undefined)
  );
}

function numberOf({ tag, text }: Scalar): number | bigint | boolean | undefined {
  if (tag === "bool") return text.toLowerCase() === "true";
  if (tag === "int") return parseGoInt(text) ?? parseGoFloat(text);
  return tag === "float" ? parseGoFloat(text) : undefined;
}

function enumProblem(
  node: Scalar,
  value: unknown,
  allowed: readonly unknown[],
  show: Show,
): ScalarProblem | undefined {
  const plain = typeof value === "bigint" ? Number(value) : value;
  if (allowed.includes(plain)) return undefined;
  const words = allowed.map(String);
  const close = nearest(node.text, words);
  const some = words
    .slice(0, 20)
    .map((word) => `\`${word}\``)
    .join(", ");
  return {
    code: "schema/not-allowed",
    message: `cannot be \`${show(node.text)}\``,
    help: close ? `did you mean \`${close}\`?` : `it is one of ${some}`,
  };
}

function textProblem(text: string, limits: Limits, show: Show): ScalarProblem | undefined {
  const { format, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = limits;
  // Kubernetes counts code points.
  const length = text.length <= maxLength && text.length >= 2 * minLength ? text.length : [...text].length;
  if (length > maxLength || length < minLength) {
    const bound = length > maxLength ? `at most ${maxLength}` : `at least ${minLength}`;
    return { code: "schema/limit", message: `has ${characters(length)}`, help: `it must have ${bound}` };
  }
  const problem = format === undefined ? undefined : formatProblem(format, text);
  if (problem) return { code: "schema/format", message: `cannot be \`${show(text)}\``, help: problem };
  if (pattern === undefined || matches(pattern, text)) return undefined;
  return {
    code: "schema/pattern",
    message: `cannot be \`${show(text)}\``,
    help: `it must match \`${pattern.length > 200 ? `${pattern.slice(0, 200)}…` : pattern}\``,
  };
}

function characters(count: number): string {
  return count === 1 ? "1 character" : `${count} characters`;
}

/** A pattern that Go cannot compile, or that is absurdly long, is not checked: no API server would take it. */
function matches(pattern: string, text: string): boolean {
  if (pattern.length > longestPattern || text.length > longestText) return true;
  return compileGoRegexp(pattern)?.test(text) ?? true;
}

const longestPattern = 10_000;
const longestText = 100_000;

const ranges: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ["int32", [-(2n ** 31n), 2n ** 31n - 1n]],
  ["int64", [-(2n ** 63n), 2n ** 63n - 1n]],
]);

function numberProblem(value: number | bigint, limits: Limits): ScalarProblem | undefined {
  const range = limits.format === undefined ? undefined : ranges.get(limits.format);
  if (range && (value < range[0] || value > range[1]))
    return { code: "schema/limit", message: `cannot be ${value}`, help: `it is an ${limits.format} number` };
  const bound = boundOf(value, limits);
  return bound
    ? { code: "schema/limit", message: `cannot be ${value}`, help: `it must be ${bound}` }
    : undefined;
}

function boundOf(value: number | bigint, limits: Limits): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = limits;
  if (minimum !== undefined && (exclusiveMinimum ? value <= minimum : value < minimum))
    return exclusiveMinimum ? `more than ${minimum}` : `at least ${minimum}`;
  if (maximum !== undefined && (exclusiveMaximum ? value >= maximum : value > maximum))
    return exclusiveMaximum ? `less than ${maximum}` : `at most ${maximum}`;
  if (multipleOf !== undefined && multipleOf > 0 && !Number.isInteger(Number(value) / multipleOf))
    return `a multiple of ${multipleOf}`;
  return undefined;
}
