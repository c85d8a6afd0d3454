// Checks the operations of a JSON patch against the type of the object that they go to. Whether a path exists is told
// by the build itself: operations that do not apply fail there, at their own line.
import { type Check, report } from "../../schema/check/check.ts";
import { below, nameOf, type Spot } from "../../schema/check/finding.ts";
import { typeName } from "../../schema/check/scalar.ts";
import { checkValue, reportUnknown } from "../../schema/check/value.ts";
import type { Schema } from "../../schema/schema.ts";
import type { JsonPatch, Operation } from "../../transform/json-patch/read.ts";
import { isNull, type Scalar } from "../../yaml/node.ts";

export function checkJsonPatch({ operations }: JsonPatch, type: Schema, check: Check): void {
  for (const operation of operations) checkOperation(operation, type, check);
}

function checkOperation(operation: Operation, type: Schema, check: Check): void {
  const { steps = [], node } = operation.path;
  const found = typeAt(steps, type, node, check);
  const sets = operation.op === "add" || operation.op === "replace";
  if (found && sets && !isNull(operation.value)) checkValue(operation.value, found.schema, found.spot, check);
}

/** Undefined where nothing is known, and where nothing can stand, which is reported. */
function typeAt(
  steps: readonly string[],
  type: Schema,
  at: Scalar,
  check: Check,
): { readonly schema: Schema; readonly spot: Spot | undefined } | undefined {
  // What an object is stands in its identity, which other checks know more of.
  if (steps[0] === "apiVersion" || steps[0] === "kind") return undefined;
  let schema: Schema | undefined = type;
  let spot: Spot | undefined;
  for (const step of steps) {
    if (!schema || schema.type === "any") return undefined;
    if (schema.type === "list") {
      schema = schema.items?.();
      spot = below(spot, /^\d+$/.test(step) ? Number(step) : step);
      continue;
    }
    if (schema.type !== "map") {
      const message = `${nameOf(spot)} is ${typeName(schema.type)}: nothing stands below it`;
      report(check, { code: "schema/wrong-type", spot, node: at, message });
      return undefined;
    }
    const read = schema.fields?.get(step) ?? schema.values;
    if (!read && !schema.isOpen) reportUnknown(step, at, schema, spot, check);
    schema = read?.();
    spot = below(spot, step);
  }
  return schema && { schema, spot };
}
