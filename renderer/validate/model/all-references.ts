// The references of all objects, gathered once for all who follow them.
import type { Cluster } from "./cluster.ts";
import { perObject } from "./per-object.ts";
import type { Reference } from "./reference.ts";
import { referencesOf } from "./references.ts";

/** Every reference of every object, each once: a volume that takes several keys of one map refers to it once. */
export function allReferences(cluster: Cluster): readonly Reference[] {
  return cluster.objects.flatMap(distinctReferences);
}

const distinctReferences = perObject((object) => {
  const seen = new Set<string>();
  return referencesOf(object).filter(({ at, name, namespace, key = "" }) => {
    const identity = `${at.pathText}\0${key}`;
    // A variable of a later step, such as Flux's substitution: what comes of it is not known here.
    if (seen.has(identity) || /\$[({]/.test(name + namespace)) return false;
    seen.add(identity);
    return true;
  });
});
