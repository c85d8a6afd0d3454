// An object as the API server has it when it evaluates the rules of a definition: with the defaults of the definition, and
// every value of the type that its schema gives it in CEL.
// Sources: k8s.io/apiserver pkg/cel/common/values.go; k8s.io/apiextensions-apiserver pkg/apiserver/schema/defaulting
import { defaultNode } from "../../../schema/check/defaults.ts";
import type { Schema } from "../../../schema/schema.ts";
import { isNull, type Mapping, type Node, type Scalar } from "../../../yaml/node.ts";
import { parseGoFloat, parseGoInt } from "../../../yaml/scalar.ts";
import { toCel } from "../expression.ts";
import { escaped } from "./escape.ts";
import { type Measure, measureOf, measureText, nothing, together } from "./measure.ts";
import { ofFormat, Unreadable } from "./typed-text.ts";

export interface Instance {
  /** As CEL sees it. */
  readonly value: unknown;
  readonly schema: Schema;
  readonly node: Node;
  /** Whether it stands in the object; a default does not. */
  readonly isWritten: boolean;
  readonly parts: readonly Part[];
  readonly measure: Measure;
}

export interface Part {
  readonly step: string | number;
  readonly instance: Instance;
}

/** Thrown when an object has more values than may be looked at. */
export class TooLarge extends Error {}

/** How many values may still be made. */
export interface Room {
  values: number;
  depth: number;
}

const mostDepth = 200;

interface Here {
  readonly room: Room;
  readonly isWritten: boolean;
}

/** @param isWritten  whether the node is part of the object, and not of a default */
export function toInstance(node: Node, schema: Schema, room: Room, isWritten = true): Instance {
  if (room.values-- <= 0 || room.depth >= mostDepth) throw new TooLarge();
  room.depth++;
  const made = instanceOf(node, schema, { room, isWritten });
  room.depth--;
  return made;
}

function instanceOf(node: Node, schema: Schema, here: Here): Instance {
  const { isWritten } = here;
  if (isNull(node)) return { value: null, schema, node, isWritten, parts: [], measure: nothing };
  if (node.kind === "mapping" && schema.type === "map") {
    return schema.fields ? objectInstance(node, schema, here) : mapInstance(node, schema, here);
  }
  if (node.kind === "sequence" && schema.items) {
    const items = schema.items();
    const parts = node.items.map((item, step) => {
      return { step, instance: toInstance(item, items, here.room, isWritten) };
    });
    const value = parts.map(({ instance }) => instance.value);
    return { value, schema, node, isWritten, parts, measure: together(parts) };
  }
  const value = node.kind === "scalar" ? scalarOf(node, schema) : toCel(node);
  const measure = typeof value === "string" ? measureText(value) : measureOf(node);
  return { value, schema, node, isWritten, parts: [], measure };
}

/** Fields that the schema names: null is absence, and what is absent may have a default. */
function objectInstance(node: Mapping, schema: Schema, { room, isWritten }: Here): Instance {
  const parts: Part[] = [];
  const value = new Map<string, unknown>();
  const absent = new Set(schema.fields?.keys());
  node.keys.forEach(({ text: step }, i) => {
    const read = schema.fields?.get(step);
    const written = node.values[i] as Node;
    // What the schema does not name no expression can name, but it counts when objects are compared.
    if (!read) {
      if (schema.isOpen) value.set(`\0${step}`, toCel(written));
      return;
    }
    const own = read();
    if (isNull(written)) {
      if (own.isNullable) absent.delete(step);
      return;
    }
    if (!absent.delete(step)) return; // a second one does not count
    add(step, toInstance(written, own, room, isWritten));
  });
  for (const step of absent) {
    const own = schema.fields?.get(step)?.();
    if (!own?.isFilledIn) continue;
    const made = defaultNode(own.default, node);
    if (!isNull(made)) add(step, toInstance(made, own, room, false));
  }
  return { value, schema, node, isWritten, parts, measure: together(parts) };

  function add(step: string, instance: Instance): void {
    parts.push({ step, instance });
    value.set(escaped(step) ?? `\0${step}`, instance.value);
  }
}

/** Values of one type by keys that are data. */
function mapInstance(node: Mapping, schema: Schema, { room, isWritten }: Here): Instance {
  const values = schema.values?.();
  const parts: Part[] = [];
  const value = new Map<string, unknown>();
  node.keys.forEach(({ text: step }, i) => {
    const written = node.values[i] as Node;
    if (value.has(step) || (values && isNull(written) && !values.isNullable)) return;
    if (!values) {
      value.set(`\0${step}`, toCel(written));
      return;
    }
    const instance = toInstance(written, values, room, isWritten);
    parts.push({ step, instance });
    value.set(step, instance.value);
  });
  return { value, schema, node, isWritten, parts, measure: together(parts) };
}

function scalarOf(node: Scalar, { type, limits }: Schema): unknown {
  const value = toCel(node);
  if (type === "number") return typeof value === "bigint" ? Number(value) : value;
  if (type === "integer") return integerOf(node) ?? new Unreadable();
  if (type === "string" && typeof value === "string") return ofFormat(limits?.format, value);
  return value;
}

function integerOf({ tag, text }: Scalar): bigint | undefined {
  const value = tag === "int" ? parseGoInt(text) : undefined;
  const float = tag === "float" ? parseGoFloat(text) : undefined;
  const integer = value ?? (Number.isSafeInteger(float) ? BigInt(float ?? 0) : undefined);
  return integer !== undefined && integer < 2n ** 63n ? integer : undefined;
}
