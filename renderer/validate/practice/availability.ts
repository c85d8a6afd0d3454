// Whether pods survive the loss of a node, and nodes the pods.
import type { Cluster } from "../model/cluster.ts";
import { workloadsMatching } from "../model/selection.ts";
import type { Value } from "../model/value.ts";
import type { Workload } from "../model/workload.ts";
import type { Finding, Rule } from "../rule.ts";
import { leastReplicas, scalerOf } from "./scalers.ts";

const budgets = "https://kubernetes.io/docs/tasks/run-application/configure-pdb/";
const replicated: ReadonlySet<string> = new Set(["Deployment", "StatefulSet"]);

export const fewReplicas: Rule = {
  code: "practice/few-replicas",
  severity: "off",
  summary: "A workload has fewer pods than a policy asks for",
  why: "One node that goes takes all of them along",
  fix: "raise spec.replicas",
  parameters: { minimum: { summary: "the least number of pods", default: 3 } },
  *check(cluster, context) {
    const minimum = context.number("minimum");
    for (const { object, replicas = minimum } of cluster.workloads) {
      if (!replicated.has(object.kind) || replicas === 0 || replicas >= minimum) continue;
      const at = object.root.get("spec", "replicas");
      yield { at, message: `${replicas === 1 ? "1 pod is" : `${replicas} pods are`} fewer than ${minimum}` };
    }
  },
};

export const notSpread: Rule = {
  code: "practice/pods-may-share-node",
  severity: "off",
  summary: "The pods of a workload may all run on one node",
  why: "One node that goes takes all of them along",
  fix: "add topologySpreadConstraints, or a podAntiAffinity, for kubernetes.io/hostname",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
  *check(cluster) {
    for (const { object, pod, replicas = 1 } of cluster.workloads) {
      if (!replicated.has(object.kind) || replicas < 2) continue;
      const affinity = pod.get("affinity", "podAntiAffinity");
      if (pod.get("topologySpreadConstraints").items().length > 0 || affinity.entries().length > 0) continue;
      yield { at: pod, atKey: true, message: `nothing keeps the ${replicas} pods apart` };
    }
  },
};

export const noBudget: Rule = {
  code: "practice/no-disruption-budget",
  severity: "off",
  summary: "Nothing limits how many pods of a workload are drained at once",
  why: "An upgrade of the nodes may stop all of them at the same time",
  fix: "add a PodDisruptionBudget with the pods' labels and `maxUnavailable: 1`",
  source: budgets,
  *check(cluster) {
    const covered = cluster.once(coveredWorkloads);
    for (const workload of cluster.workloads) {
      const { object } = workload;
      if (!replicated.has(object.kind) || (leastReplicas(cluster, workload) ?? 0) < 2) continue;
      if (covered.has(workload)) continue;
      yield { at: object.root.get("metadata", "name"), message: "no PodDisruptionBudget selects the pods" };
    }
  },
};

function coveredWorkloads(cluster: Cluster): ReadonlySet<Workload> {
  return new Set(
    cluster
      .ofKind("PodDisruptionBudget", "policy")
      .flatMap(({ root, namespace }) => workloadsMatching(cluster, namespace, root.get("spec", "selector"))),
  );
}

export const budgetBlocks: Rule = {
  code: "practice/disruption-budget-blocks-drains",
  severity: "warning",
  summary: "A PodDisruptionBudget lets no pod go",
  why: "Nodes cannot be drained: an upgrade of the cluster waits for ever",
  fix: "let at least one pod go: `maxUnavailable: 1`",
  source: budgets,
  *check(cluster) {
    for (const { root, namespace } of cluster.ofKind("PodDisruptionBudget", "policy")) {
      const spec = root.get("spec");
      const finding = forbids(spec, () => podsOf(cluster, namespace, spec.get("selector")));
      if (finding) yield finding;
    }
  },
};

function forbids(spec: Value, count: () => number): Finding | undefined {
  const unavailable = spec.get("maxUnavailable");
  if (unavailable.text === "0" || unavailable.text === "0%")
    return { at: unavailable, message: "no pod may be unavailable" };
  const available = spec.get("minAvailable");
  if (available.text === "100%") return { at: available, message: "all pods must stay" };
  if (available.number === undefined || available.number === 0) return undefined;
  const pods = count();
  if (pods === 0 || available.number < pods) return undefined;
  return {
    at: available,
    message: `${available.number} of ${pods} ${pods === 1 ? "pod" : "pods"} must stay`,
  };
}

// What is scaled by load may have more pods than it says.
function podsOf(cluster: Cluster, namespace: string, selector: Value): number {
  return workloadsMatching(cluster, namespace, selector)
    .filter((workload) => replicated.has(workload.object.kind) && !scalerOf(cluster, workload))
    .reduce((sum, { replicas = 0 }: Workload) => sum + replicas, 0);
}

export const budgetKeepsBroken: Rule = {
  code: "practice/disruption-budget-keeps-broken-pods",
  severity: "off",
  summary: "A PodDisruptionBudget also guards pods that are not healthy",
  why: "A pod that never becomes ready keeps its node from being drained",
  fix: "set `unhealthyPodEvictionPolicy: AlwaysAllow`",
  source: budgets,
  *check(cluster) {
    for (const { root } of cluster.ofKind("PodDisruptionBudget", "policy")) {
      const at = root.get("spec", "unhealthyPodEvictionPolicy");
      if (at.text !== "AlwaysAllow")
        yield { at, message: "pods that are not ready are guarded like all others" };
    }
  },
};

export const lowAutoscaler: Rule = {
  code: "practice/autoscaler-starts-low",
  severity: "off",
  summary: "An autoscaler may go down to fewer pods than a policy asks for",
  why: "In a quiet hour one node that goes takes all pods along",
  fix: "raise spec.minReplicas",
  parameters: { minimum: { summary: "the least number of pods", default: 3 } },
  *check(cluster, context) {
    for (const { root } of cluster.ofKind("HorizontalPodAutoscaler", "autoscaling")) {
      const at = root.get("spec", "minReplicas");
      const least = at.number ?? 1;
      if (least < context.number("minimum"))
        yield { at, message: `it may go down to ${least}, and ${context.number("minimum")} are asked for` };
    }
  },
};
