// Looks into a zod schema: decoding and messages follow the same description that validates.
import type { $ZodType, $ZodTypes } from "zod/v4/core";

export type Path = readonly (string | number)[];

export type Shape =
  | { readonly kind: "fields"; readonly fields: Readonly<Record<string, $ZodType>> }
  | { readonly kind: "map"; readonly item: $ZodType }
  | { readonly kind: "list"; readonly item: $ZodType }
  | { readonly kind: "text" | "flag" | "integer" | "anything" };

const anything: Shape = { kind: "anything" };

/** What a value has to look like; anything where there is no schema. */
export function shapeOf(schema: $ZodType | undefined): Shape {
  if (!schema) return anything;
  const { def } = (schema as $ZodTypes)._zod;
  switch (def.type) {
    case "optional":
      return shapeOf(def.innerType);
    case "object":
      return { kind: "fields", fields: def.shape };
    case "record":
      return { kind: "map", item: def.valueType };
    case "array":
      return { kind: "list", item: def.element };
    case "string":
      return { kind: "text" };
    case "boolean":
      return { kind: "flag" };
    case "custom":
      return { kind: "integer" }; // the only custom check of validator.ts
    default:
      return anything;
  }
}

/** The schema of what stands in a list, a map or a field. */
export function itemSchema(shape: Shape, step: string | number): $ZodType | undefined {
  if (shape.kind === "fields") return Object.hasOwn(shape.fields, step) ? shape.fields[step] : undefined;
  return shape.kind === "map" || shape.kind === "list" ? shape.item : undefined;
}

/** The shape at a path. */
export function shapeAt(schema: $ZodType, path: Path): Shape {
  return path.reduce<Shape>((shape, step) => shapeOf(itemSchema(shape, step)), shapeOf(schema));
}
