// How large a value is at most, for the bound of what an expression about it costs.
import type { Node } from "../../../yaml/node.ts";
import type { Part } from "./instance.ts";

export interface Measure {
  /** Entries of the longest list or map in it. */
  readonly items: number;
  /** UTF-16 code units of the longest text in it. */
  readonly characters: number;
  /** Values in it, itself included. */
  readonly values: number;
  /** Some functions see other texts differently than Go does. */
  readonly isAscii: boolean;
}

export const nothing: Measure = { items: 0, characters: 0, values: 1, isAscii: true };

export function measureText(text: string): Measure {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant whole
  return { items: 0, characters: text.length, values: 1, isAscii: /^[\x00-\x7f]*$/.test(text) };
}

/** A list or map of parts. */
export function together(parts: readonly Part[]): Measure {
  let { items, characters, values, isAscii } = nothing;
  items = parts.length;
  for (const { step, instance } of parts) {
    const part = instance.measure;
    items = Math.max(items, part.items);
    characters = Math.max(characters, part.characters, typeof step === "string" ? step.length : 0);
    values += part.values;
    isAscii = isAscii && part.isAscii;
  }
  return { items, characters, values, isAscii };
}

/** Of a value that has no type. */
export function measureOf(node: Node): Measure {
  if (node.kind === "scalar") return measureText(node.text);
  const parts = node.kind === "mapping" ? node.values : node.items;
  let measure: Measure = { ...nothing, items: parts.length };
  for (const part of parts) {
    const own = measureOf(part);
    measure = {
      items: Math.max(measure.items, own.items),
      characters: Math.max(measure.characters, own.characters),
      values: measure.values + own.values,
      isAscii: measure.isAscii && own.isAscii,
    };
  }
  return measure;
}
