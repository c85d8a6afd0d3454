// What schemas say beyond the tables of types: walks a table and the schemas of its kinds together.
import type { Constraint, Constraints } from "../../../renderer/schema/constraints.ts";
import type { Schema } from "../../../renderer/schema/schema.ts";
import { shapeOf, type TypeTable } from "../../../renderer/schema/table.ts";
import type { TypeSource } from "../../../renderer/schema/type-source.ts";

/**
 * @param types  of all tables: fields may hold the types of another one
 * @returns      by place; where a type stands for several schemas, what they agree on
 */
export function constraintsOf(table: TypeTable, types: TypeTable["types"], source: TypeSource): Constraints {
  const walk = new Walk(types, table.types);
  for (const [key, type] of table.kinds) {
    const slash = key.lastIndexOf("/");
    const schema = source.schemaOf(key.slice(0, slash), key.slice(slash + 1));
    if (schema) walk.type(type, schema);
  }
  return new Map([...walk.found].filter(([, constraint]) => Object.keys(constraint).length > 0));
}

class Walk {
  readonly found = new Map<string, Constraint>();
  readonly #types: TypeTable["types"];
  readonly #own: TypeTable["types"];
  readonly #seen = new Map<string, Set<Schema>>();

  constructor(types: TypeTable["types"], own: TypeTable["types"]) {
    this.#types = types;
    this.#own = own;
  }

  type(name: string, schema: Schema): void {
    const seen = this.#seen.get(name) ?? new Set();
    this.#seen.set(name, seen);
    // A type comes up under many schemas only where a definition repeats it, and then they are alike.
    if (seen.has(schema) || seen.size > 50 || !this.#own.has(name)) return;
    seen.add(schema);
    for (const [field, { type }] of this.#types.get(name) ?? []) {
      const below = schema.fields?.get(field)?.();
      if (below) this.#value(type, below, `${name}.${field}`);
    }
  }

  #value(notation: string, schema: Schema, place: string): void {
    const shape = shapeOf(notation);
    if (shape.kind === "scalar" && shape.scalar === "any") return;
    if (shape.kind === "type") {
      this.type(shape.name, schema);
      return;
    }
    this.#note(place, constraintOf(notation, schema));
    if (shape.kind === "map" && schema.values) this.#value(shape.values, schema.values(), `${place}{}`);
    if (shape.kind !== "list" || !schema.items) return;
    const items = schema.items();
    this.#value(shape.items, items, `${place}[]`);
    if (schema.list?.kind !== "map") return;
    for (const key of schema.list.keys) {
      const standard = items.fields?.get(key)?.().default;
      if (standard !== undefined && standard !== "")
        this.#note(`${shape.items}.${key}`, { default: standard }, true);
    }
  }

  #note(place: string, constraint: Constraint, isMore = false): void {
    const known = this.found.get(place);
    if (isMore) this.found.set(place, { ...known, ...constraint });
    else this.found.set(place, known ? agreed({ ...constraint, ...onlyDefault(known) }, known) : constraint);
  }
}

function onlyDefault(constraint: Constraint): Constraint {
  return constraint.default === undefined ? {} : { default: constraint.default };
}

function agreed(a: Constraint, b: Constraint): Constraint {
  const other: ReadonlyMap<string, unknown> = new Map(Object.entries(b));
  const same = Object.entries(a).filter(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(other.get(key)),
  );
  return Object.fromEntries(same) as Constraint;
}

function constraintOf(notation: string, { type, limits = {}, list }: Schema): Constraint {
  const { enum: values, format, ...rest } = limits;
  const isInteger = type === "integer" && notation === "number";
  const hasOwnValues = notation.startsWith("'");
  const isCounted = format === "int32" || format === "int64";
  return {
    ...(values && !hasOwnValues ? { enum: values } : {}),
    ...(format === undefined || format === "double" ? {} : { format }),
    ...rest,
    ...(isInteger && !isCounted ? { integer: true } : {}),
    ...(list && notation.startsWith("[") ? { list } : {}),
  };
}
