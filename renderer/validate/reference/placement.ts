// The pods that rules about placement mean.
import type { Cluster } from "../model/cluster.ts";
import { selects, workloadsMatching } from "../model/selection.ts";
import { mayHaveUnseenPods } from "../model/unseen-pods.ts";
import type { Value } from "../model/value.ts";
import type { Workload } from "../model/workload.ts";
import type { Rule } from "../rule.ts";

export const spreadMissesPods: Rule = {
  code: "reference/spread-misses-pods",
  severity: "warning",
  summary: "A constraint that spreads pods counts other pods than its own",
  why: "The pods it belongs to are not counted, so they may all come to one node",
  fix: "give the labelSelector labels that the pods' own template has",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
  *check(cluster) {
    for (const { pod, labels } of cluster.workloads) {
      for (const constraint of pod.get("topologySpreadConstraints").items()) {
        const at = constraint.get("labelSelector");
        if (at.exists && !selects(at, labels))
          yield { at: at.changed, message: "the selector does not match the pods that it stands in" };
      }
    }
  },
};

export const affinitySelectsNothing: Rule = {
  code: "reference/affinity-selects-nothing",
  severity: "warning",
  summary: "A rule of affinity or anti-affinity is about pods that there are not",
  why: "An anti-affinity keeps nothing apart; a required affinity is never met, and the pod is not scheduled",
  fix: "give the labelSelector labels that the pods' template has",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/",
  *check(cluster) {
    for (const workload of cluster.workloads) {
      for (const term of podTerms(workload)) {
        const at = term.get("labelSelector");
        const elsewhere = term.get("namespaces").items().length > 0 || term.get("namespaceSelector").exists;
        if (elsewhere || !at.exists || isMet(cluster, workload, at)) continue;
        yield { at: at.changed, message: "no pod of the namespace has these labels" };
      }
    }
  },
};

function isMet(cluster: Cluster, { object, labels }: Workload, selector: Value): boolean {
  if (selects(selector, labels) || mayHaveUnseenPods(cluster, object.namespace)) return true;
  return workloadsMatching(cluster, object.namespace, selector).length > 0;
}

function podTerms({ pod }: Workload): readonly Value[] {
  return ["podAffinity", "podAntiAffinity"].flatMap((field) => {
    const affinity = pod.get("affinity", field);
    return [
      ...affinity.get("requiredDuringSchedulingIgnoredDuringExecution").items(),
      ...affinity
        .get("preferredDuringSchedulingIgnoredDuringExecution")
        .items()
        .map((item) => item.get("podAffinityTerm")),
    ];
  });
}
