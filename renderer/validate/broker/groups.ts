// Things put together: one finding for one value, however many services take it from the same ConfigMap.
import type { Value } from "../model/value.ts";
import type { BrokerService } from "./services.ts";

export type Group<T> = readonly [first: T, ...others: T[]];

/** Puts together what has the same key. */
export function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string): ReadonlyMap<string, Group<T>> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Puts together what stands at the same value. */
export function byValue<T>(items: Iterable<T>, toValue: (item: T) => Value): readonly Group<T>[] {
  const groups = new Map<unknown, [T, ...T[]]>();
  for (const item of items) {
    const value = toValue(item);
    const key = value.node ?? value;
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** `lm`, or `lm` and 3 others. */
export function namesOf(services: readonly BrokerService[]): string {
  const [first, ...others] = [...new Set(services.map(({ name }) => name))];
  const more = others.length > 0 ? ` and ${others.length} other${others.length > 1 ? "s" : ""}` : "";
  return `\`${first}\`${more}`;
}
