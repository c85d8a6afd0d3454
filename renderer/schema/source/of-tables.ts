// Types that stand in tables, as schemas.

import { once } from "../../text/once.ts";
import type { Constraint, Constraints } from "../constraints.ts";
import { anything, type Schema, type SchemaRef } from "../schema.ts";
import { type Fields, shapeOf } from "../table.ts";

/** Schemas of the types of one or more tables; a type is read when it is first asked for. */
export class TableTypes {
  readonly #fieldsOf: (type: string) => Fields | undefined;
  readonly #constraints: Constraints;
  readonly #known = new Map<string, Schema>();

  constructor(fieldsOf: (type: string) => Fields | undefined, constraints: Constraints) {
    this.#fieldsOf = fieldsOf;
    this.#constraints = constraints;
  }

  /** @param name  of a type */
  schemaOf(name: string): Schema {
    const known = this.#known.get(name);
    if (known) return known;
    const schema = this.#read(name);
    this.#known.set(name, schema);
    return schema;
  }

  #read(name: string): Schema {
    const own = this.#fieldsOf(name);
    if (!own) return anything;
    const fields = new Map<string, SchemaRef>();
    const required: string[] = [];
    for (const [field, { type, isRequired }] of own) {
      fields.set(
        field,
        once(() => this.#valueOf(type, `${name}.${field}`)),
      );
      if (isRequired) required.push(field);
    }
    return { type: "map", fields, required };
  }

  #valueOf(notation: string, place: string): Schema {
    const constraint = this.#constraints.get(place);
    const schema = this.#shapeOf(notation, place);
    return constraint ? constrained(schema, constraint) : schema;
  }

  #shapeOf(notation: string, place: string): Schema {
    const shape = shapeOf(notation);
    switch (shape.kind) {
      case "type":
        return this.schemaOf(shape.name);
      case "scalar":
        return shape.scalar === "any" ? anything : { type: shape.scalar };
      case "values":
        return { type: "string", limits: { enum: shape.values } };
      case "map":
        return { type: "map", values: once(() => this.#valueOf(shape.values, `${place}{}`)) };
      case "list": {
        const items = once(() => this.#valueOf(shape.items, `${place}[]`));
        const { mapKeys: keys } = shape;
        return { type: "list", items, ...(keys.length > 0 ? { list: { kind: "map", keys } } : {}) };
      }
    }
  }
}

function constrained(schema: Schema, constraint: Constraint): Schema {
  const { integer, list, default: standard, nullable, required, ...limits } = constraint;
  return {
    ...schema,
    ...(integer || limits.format === "int32" || limits.format === "int64" ? { type: "integer" } : {}),
    ...(list ? { list } : {}),
    ...(standard === undefined ? {} : { default: standard }),
    ...(nullable ? { isNullable: true } : {}),
    ...(required ? { required: [...(schema.required ?? []), ...required] } : {}),
    limits: { ...schema.limits, ...limits },
  };
}
