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
  return new Set(cluster.objects.flatMap((object) => operandOf(object)?.namespace ?? []));
}

/** What something in the cluster makes objects of: pods, and a Service for them, that are not rendered. */
export interface Operand {
  readonly namespace: string;
  /** The names that what is made begins with. */
  readonly names: readonly string[];
}

/** What an operator or Flux most likely makes of an object. */
export function operandOf(object: KubeObject): Operand | undefined {
  if (object.kind === "HelmRelease" && object.group === "helm.toolkit.fluxcd.io") return releaseOf(object);
  const { name, namespace } = object;
  return looksLikeOperand(object) ? { namespace, names: [name] } : undefined;
}

/**
 * Charts name objects after the release.
 *
 * Source: https://fluxcd.io/flux/components/helm/helmreleases/#release-name
 */
function releaseOf({ root, name, namespace }: KubeObject): Operand {
  const spec = root.get("spec");
  const target = spec.get("targetNamespace").text;
  const release = spec.get("releaseName").text ?? (target ? `${target}-${name}` : name);
  const full = spec.get("values", "fullnameOverride").text;
  return { namespace: target ?? namespace, names: full ? [release, full] : [release] };
}

/** A custom resource that has a number of replicas or a template. */
function looksLikeOperand({ group, root }: KubeObject): boolean {
  if (!group.includes(".") || group.endsWith(".k8s.io")) return false;
  return root
    .get("spec")
    .entries()
    .some(([name]) => name === "replicas" || name === "instances" || /^(?!secret).*template$/i.test(name));
}
