// The limits that a JSON schema sets.
import type { Limits } from "../schema.ts";
import { own, ownList, ownNumber, ownText } from "./json.ts";

const numbers = [
  "minimum",
  "maximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
] as const;

/** Undefined when there are none. */
export function limitsOf(json: unknown): Limits | undefined {
  const values = ownList(json, "enum");
  const format = ownText(json, "format");
  const pattern = ownText(json, "pattern");
  const limits: Limits = {
    ...(values ? { enum: values } : {}),
    ...(format === undefined || format === "int-or-string" ? {} : { format }),
    ...(pattern === undefined ? {} : { pattern }),
    ...Object.fromEntries(
      numbers.flatMap((name) => {
        const value = ownNumber(json, name);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    ...(own(json, "exclusiveMinimum") === true ? { exclusiveMinimum: true } : {}),
    ...(own(json, "exclusiveMaximum") === true ? { exclusiveMaximum: true } : {}),
  };
  return Object.keys(limits).length > 0 ? limits : undefined;
}
