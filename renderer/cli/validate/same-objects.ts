// Objects that a build makes as the build before made them: those of before are taken, so that what is known of them holds.
import { idKey } from "../../resource/res-id.ts";
import type { Resource } from "../../resource/resource.ts";

/** Parts of an object that are compared; what is larger counts as changed. */
const partsAtMost = 100_000;

/** @param before  what the same directory came to */
export function withSameObjects(
  resources: readonly Resource[],
  before: readonly Resource[],
): readonly Resource[] {
  const known = new Map(before.map((resource) => [idKey(resource.id), resource]));
  return resources.map((resource) => {
    const former = known.get(idKey(resource.id));
    return former && isSame(former, resource) ? former : resource;
  });
}

function isSame(a: Resource, b: Resource): boolean {
  for (const { build } of [a, b]) build.previousIds.forEach(idKey); // an id has its key once it was asked for
  return new Comparison().isAlike(a, b);
}

/** Compares values to their last part: positions, and how each value came about, are parts as well. */
class Comparison {
  #left = partsAtMost;

  isAlike(a: unknown, b: unknown): boolean {
    if (a === b) return true;
    if (this.#left-- <= 0) return false;
    if (Array.isArray(a) && Array.isArray(b))
      return a.length === b.length && a.every((item, i) => this.isAlike(item, b[i]));
    if (!isRecord(a) || !isRecord(b)) return false;
    for (const key in a) if (!(key in b) || !this.isAlike(a[key], b[key])) return false;
    for (const key in b) if (!(key in a)) return false;
    return true;
  }
}

/** What is of another kind, such as a map, is never alike. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
