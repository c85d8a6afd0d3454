// What is known of a value's type, in one form whatever it was read from: the tables of the package, a
// CustomResourceDefinition or a cluster's OpenAPI description.

export const schemaTypes = [
  "map",
  "list",
  "string",
  "boolean",
  "integer",
  "number",
  "int-or-string",
  "any",
] as const;
export type SchemaType = (typeof schemaTypes)[number];

/** Read when a value gets there, because types may hold themselves. */
export type SchemaRef = () => Schema;

export interface Schema {
  readonly type: SchemaType;
  /** Named fields of a map. */
  readonly fields?: ReadonlyMap<string, SchemaRef>;
  readonly required?: readonly string[];
  /** What the other fields of a map hold. */
  readonly values?: SchemaRef;
  /** Nothing is said of fields that are neither named nor covered by `values`. */
  readonly isOpen?: boolean;
  readonly items?: SchemaRef;
  readonly list?: ListKind;
  /** What a missing field counts as when items of a list are told apart. */
  readonly default?: unknown;
  /** The API server puts the default there where the value is missing. */
  readonly isFilledIn?: boolean;
  readonly isNullable?: boolean;
  /** The map is a whole object, with a type of its own. */
  readonly isObject?: boolean;
  readonly limits?: Limits;
  readonly combined?: Combined;
  /** Expressions that have to be true of the value. */
  readonly rules?: readonly SchemaRule[];
  /** Said of a whole object: it or something in it has rules. */
  readonly hasRules?: boolean;
}

/** An entry of `x-kubernetes-validations`, named as there. */
export interface SchemaRule {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly reason?: string;
  /** Of the field that is at fault, from the value on: `.spec.replicas`, `.labels['a.b']`. */
  readonly fieldPath?: string;
  /** `oldSelf` may be missing, so the rule holds for new objects as well. */
  readonly optionalOldSelf?: boolean;
}

/** Items that may stand there once only: by their value, or by the fields that tell them apart. */
export type ListKind = { readonly kind: "set" } | { readonly kind: "map"; readonly keys: readonly string[] };

/** Limits of a value, named as in JSON Schema where it has them. */
export interface Limits {
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  /** Characters. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** Format of the keys of a map. */
  readonly keyFormat?: string;
  /** UTF-8 bytes of all keys and values of a map together. */
  readonly maxBytes?: number;
}

/** Schemas that hold for the same value. */
export interface Combined {
  readonly all: readonly SchemaRef[];
  readonly any: readonly SchemaRef[];
  readonly one: readonly SchemaRef[];
  readonly not: SchemaRef | undefined;
}

/** Nothing is known. */
export const anything: Schema = { type: "any", isOpen: true };
