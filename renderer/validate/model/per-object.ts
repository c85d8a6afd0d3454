// What is worked out of one object and nothing else, once for all rules, overlays and rounds that meet the object.
import type { KubeObject } from "./object.ts";

/** @param compute  may look at the object only: what it gives is kept for as long as the object is there */
export function perObject<T>(compute: (object: KubeObject) => T): (object: KubeObject) => T {
  const known = new WeakMap<KubeObject, { readonly value: T }>();
  return (object) => {
    const found = known.get(object) ?? { value: compute(object) };
    known.set(object, found);
    return found.value;
  };
}
