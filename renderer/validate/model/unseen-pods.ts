// Pods that are not rendered: an operator makes them, or what is built is a part of something larger.
import type { Cluster } from "./cluster.ts";
import type { KubeObject } from "./object.ts";

/** Whether a namespace may have pods that no workload of the overlay makes, so that an empty selection proves nothing. */
export function mayHaveUnseenPods(cluster: Cluster, namespace: string): boolean {
  return (
    !cluster.once(namespacesOfWorkloads).has(namespace) || cluster.once(namespacesOfOperands).has(namespace)
  );
}

function namespacesOfWorkloads(cluster: Cluster): ReadonlySet<string> {
  return new Set(cluster.workloads.map(({ object }) => object.namespace));
}

function namespacesOfOperands(cluster: Cluster): ReadonlySet<string> {
  return new Set(cluster.objects.filter(looksLikeOperand).map(({ namespace }) => namespace));
}

/** Whether an operator most likely makes pods of a custom resource: it has a number of replicas or a template. */
export function looksLikeOperand({ group, root }: KubeObject): boolean {
  if (!group.includes(".") || group.endsWith(".k8s.io")) return false;
  return root
    .get("spec")
    .entries()
    .some(([name]) => name === "replicas" || name === "instances" || /^(?!secret).*template$/i.test(name));
}
