// What a value of a YAML file has to look like. Decoding, checks and messages follow the same description. It is data and
// not a zod schema: what counts as which type is Go's matter here, the messages are our own, and making the schema of a
// kustomization took a sixth of the start of the command.

export type Path = readonly (string | number)[];

declare const decoded: unique symbol;

/** @typeParam T  what a value of this shape is decoded to, for the compiler alone */
export type Shape<T = unknown> = AnyShape & { readonly [decoded]?: T };

type AnyShape =
  | FieldsShape
  | { readonly kind: "map" | "list"; readonly item: Shape }
  | { readonly kind: "text" | "flag" | "integer" | "anything" };

/** A map that knows its fields. None is required: kustomize decides that where it uses them. */
export interface FieldsShape {
  readonly kind: "fields";
  readonly fields: Readonly<Record<string, Shape>>;
  /** Whether kustomize keeps an item of a list that is null, and fails on it later; others are items with nothing set. */
  readonly keepsNull?: boolean;
  /** The fields that come from a struct within the struct, which matters to settings of plugins (plugin-file.ts). */
  readonly inlined?: readonly string[];
}

/** A shape for each field of an interface, none forgotten. */
export type Fields<T> = { readonly [K in keyof T]-?: Shape<Exclude<T[K], undefined>> };

export function fields<T>(
  shapes: Fields<T>,
  options: Pick<FieldsShape, "keepsNull" | "inlined"> = {},
): Shape<T> {
  return { kind: "fields", fields: shapes, ...options };
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return { kind: "list", item };
}

export function map<T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return { kind: "map", item };
}

export const text: Shape<string> = { kind: "text" };
export const flag: Shape<boolean> = { kind: "flag" };
export const integer: Shape<number | bigint> = { kind: "integer" };
export const anything: Shape<never> = { kind: "anything" };
export const texts: Shape<readonly string[]> = list(text);
export const textMap: Shape<Readonly<Record<string, string>>> = map(text);

/** The shape of what stands in a list, a map or a field. */
export function itemShape(shape: Shape, step: string | number): Shape {
  switch (shape.kind) {
    case "fields":
      return Object.hasOwn(shape.fields, step) ? (shape.fields[step] as Shape) : anything;
    case "map":
      return typeof step === "string" ? shape.item : anything;
    case "list":
      return typeof step === "number" ? shape.item : anything;
    default:
      return anything;
  }
}
