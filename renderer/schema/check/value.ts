// Checks a value and everything below it against its schema.
import { nearest } from "../../diagnostics/suggest.ts";
import { isNull, type Mapping, type Node, type Scalar, textAt } from "../../yaml/node.ts";
import { anything, type Schema } from "../schema.ts";
import { type Check, report, reportKey, showAt } from "./check.ts";
import { checkCombined } from "./combined.ts";
import { withDefaults } from "./defaults.ts";
import { below, nameOf, type Spot } from "./finding.ts";
import { formatProblem } from "./formats.ts";
import { checkList } from "./list.ts";
import { isOfType, limitProblem, typeName, typeProblem } from "./scalar.ts";

/** Null stands for absence in maps, so it never gets here as a field. */
export function checkValue(node: Node, schema: Schema, spot: Spot | undefined, check: Check): void {
  const { budget } = check;
  if (schema === anything || budget.values-- <= 0 || budget.depth >= mostDepth) return;
  budget.depth++;
  checkContent(node, schema, spot, check);
  budget.depth--;
}

/** Schemas that refer to themselves would go on for ever; real ones are an order of magnitude below. */
const mostDepth = 500;

function checkContent(node: Node, schema: Schema, spot: Spot | undefined, check: Check): void {
  if (isNull(node)) {
    if (!schema.isNullable && schema.type !== "any")
      report(check, {
        code: "schema/wrong-type",
        spot,
        node,
        message: `${nameOf(spot)} must be ${typeName(schema.type)}, not null`,
      });
    return;
  }
  if (schema.isObject && node.kind === "mapping") checkEmbedded(node, spot, check);
  if (node.kind === "scalar") checkScalar(node, schema, spot, check);
  else if (node.kind === "mapping") checkMap(node, schema, spot, check);
  else checkList(node, schema, spot, check, checkValue);
  if (schema.combined && !check.isPartial) {
    const whole = node.kind === "mapping" ? withDefaults(node, schema) : node;
    checkCombined(whole, schema.combined, spot, check, checkValue);
  }
}

/** An object within an object has a type of its own, if anything is known of its kind. */
function checkEmbedded(node: Mapping, spot: Spot | undefined, check: Check): void {
  const own = check.types.schemaOf(textAt(node, "apiVersion") ?? "", textAt(node, "kind") ?? "");
  if (own) checkValue(node, own, spot, check);
}

function checkScalar(node: Scalar, schema: Schema, spot: Spot | undefined, check: Check): void {
  const problem = isOfType(node, schema)
    ? limitProblem(node, schema, showAt(check, spot))
    : typeProblem(node, schema, showAt(check, spot));
  if (problem) report(check, { ...problem, spot, node, message: `${nameOf(spot)} ${problem.message}` });
}

/** Whether a map may stand there; reports it if not. */
export function isMapThere(node: Mapping, { type }: Schema, spot: Spot | undefined, check: Check): boolean {
  if (type === "map" || type === "any") return true;
  report(check, {
    code: "schema/wrong-type",
    spot,
    node,
    message: `${nameOf(spot)} must be ${typeName(type)}, not a map`,
  });
  return false;
}

function checkMap(node: Mapping, schema: Schema, spot: Spot | undefined, check: Check): void {
  if (!isMapThere(node, schema, spot, check)) return;
  const { fields, values } = schema;
  for (let i = 0; i < node.keys.length; i++) {
    const key = node.keys[i] as Scalar;
    const value = node.values[i] as Node;
    const read = fields?.get(key.text) ?? values;
    if (read) {
      if (!isNull(value)) checkValue(value, read(), below(spot, key.text), check);
    } else if (!schema.isOpen) reportUnknown(key.text, key, schema, spot, check);
  }
  if (!check.isPartial && schema.required) checkRequired(node, schema, spot, check);
  if (schema.limits) checkMapLimits(node, schema, spot, check);
}

/** @param node  what names the field */
export function reportUnknown(
  name: string,
  node: Scalar,
  { fields }: Schema,
  spot: Spot | undefined,
  check: Check,
): void {
  const names = [...(fields?.keys() ?? [])];
  const close = nearest(name, names);
  const some = names.length > 12 ? `${names.slice(0, 12).join(", ")} …` : names.join(", ");
  report(check, {
    code: "schema/unknown-field",
    spot: below(spot, name),
    node,
    target: "key",
    message: `${nameOf(spot)} has no field \`${name}\``,
    help: close
      ? `did you mean \`${close}\`?`
      : some === ""
        ? "nothing may stand there"
        : `there are ${some}`,
  });
}

function checkRequired(node: Mapping, schema: Schema, spot: Spot | undefined, check: Check): void {
  for (const name of schema.required ?? []) {
    const at = node.keys.findIndex(({ text }) => text === name);
    const value = node.values[at];
    if (value && !isNull(value)) continue;
    const own = schema.fields?.get(name)?.();
    if (own?.isFilledIn || (value && own?.isNullable)) continue;
    report(check, {
      code: "schema/missing-field",
      spot,
      node,
      message: `${nameOf(spot)} has no \`${name}\`${value ? ", only null" : ""}`,
      help: `\`${name}\` is required`,
    });
  }
}

function checkMapLimits(node: Mapping, { limits = {} }: Schema, spot: Spot | undefined, check: Check): void {
  const { keyFormat, maxBytes, minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = limits;
  const count = node.keys.length;
  if (count < minProperties || count > maxProperties) {
    const bound = count < minProperties ? `at least ${minProperties}` : `at most ${maxProperties}`;
    report(check, {
      code: "schema/limit",
      spot,
      node,
      message: `${nameOf(spot)} has ${count} fields`,
      help: `it must have ${bound}`,
    });
  }
  if (keyFormat !== undefined) {
    for (const key of node.keys) {
      const help = formatProblem(keyFormat, key.text);
      if (help)
        reportKey(check, key, spot, {
          code: "schema/format",
          message: `${nameOf(spot)} cannot have the key \`${key.text}\``,
          help,
        });
    }
  }
  const bytes = maxBytes === undefined ? 0 : bytesOf(node);
  if (maxBytes !== undefined && bytes > maxBytes)
    report(check, {
      code: "schema/limit",
      spot,
      node,
      message: `${nameOf(spot)} holds ${bytes} bytes`,
      help: `${maxBytes} are allowed`,
    });
}

function bytesOf(node: Mapping): number {
  const texts = [...node.keys, ...node.values].map((part) => (part.kind === "scalar" ? part.text : ""));
  return texts.reduce((sum, text) => sum + byteLength(text), 0);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
