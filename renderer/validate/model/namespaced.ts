// The objects of a kind in a namespace, for rules that would go through all of them for each object otherwise.
import type { Cluster } from "./cluster.ts";
import type { KubeObject } from "./object.ts";

/** @param group  the API group; the empty one is the core group */
export function inNamespace(
  cluster: Cluster,
  namespace: string,
  kind: string,
  group: string,
): readonly KubeObject[] {
  return cluster.once(byNamespace).get(`${namespace}\0${kind}\0${group}`) ?? [];
}

function byNamespace(cluster: Cluster): ReadonlyMap<string, readonly KubeObject[]> {
  const index = new Map<string, KubeObject[]>();
  for (const object of cluster.objects) {
    const key = `${object.namespace}\0${object.kind}\0${object.group}`;
    const known = index.get(key);
    if (known) known.push(object);
    else index.set(key, [object]);
  }
  return index;
}
