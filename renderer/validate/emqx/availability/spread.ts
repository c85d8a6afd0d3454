// What may stop several nodes at once.
import type { Cluster } from "../../model/cluster.ts";
import { inNamespace } from "../../model/namespaced.ts";
import type { KubeObject } from "../../model/object.ts";
import { selects } from "../../model/selection.ts";
import type { Value } from "../../model/value.ts";
import type { Finding, Rule } from "../../rule.ts";
import { type EmqxInstance, emqxInstances, emqxWorkloads } from "../instance/instance.ts";
import { sources } from "../sources.ts";

function budgetsOf(cluster: Cluster, { object, labels }: EmqxInstance): readonly KubeObject[] {
  return inNamespace(cluster, object.namespace, "PodDisruptionBudget", "policy").filter(({ root }) =>
    selects(root.get("spec", "selector"), labels),
  );
}

export const noBudget: Rule = {
  code: "emqx/no-disruption-budget",
  severity: "warning",
  summary: "Nothing limits how many nodes are drained at once",
  why: "An upgrade of the Kubernetes nodes may evict the whole cluster, which then waits for its own tables",
  fix: "add a PodDisruptionBudget with the pods' labels and `maxUnavailable: 1`",
  source: sources.chart,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      if (!instance.isClustered || budgetsOf(cluster, instance).length > 0) continue;
      yield {
        at: instance.object.root.get("metadata", "name"),
        message: "no PodDisruptionBudget selects the nodes",
      };
    }
  },
};

export const blockingBudget: Rule = {
  code: "emqx/disruption-budget-blocks-drains",
  severity: "warning",
  summary: "The disruption budget lets no node go",
  why: "Draining a Kubernetes node never ends, so upgrades hang",
  fix: "set `maxUnavailable: 1`",
  source: sources.chart,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      if (instance.replicas === undefined || instance.replicas === 0) continue;
      const holders = instance.workload
        ? budgetsOf(cluster, instance).map(({ root }) => root.get("spec"))
        : [instance.container];
      for (const holder of holders) yield* blocks(holder, instance.replicas);
    }
  },
};

function* blocks(holder: Value, replicas: number): Iterable<Finding> {
  const least = holder.get("minAvailable");
  const most = holder.get("maxUnavailable");
  const needed = amount(least.text, replicas);
  if (needed !== undefined && needed >= replicas)
    yield { at: least, message: `\`${least.text}\` of ${replicas} must stay, so none may go` };
  if (most.exists && amount(most.text, replicas) === 0) yield { at: most, message: "none may go" };
}

/** Percentages are rounded up, as the controller does. */
function amount(text: string | undefined, replicas: number): number | undefined {
  const percent = /^(\d+)%$/.exec(text ?? "")?.[1];
  if (percent !== undefined) return Math.ceil((Number(percent) * replicas) / 100);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

export const bothLimits: Rule = {
  code: "emqx/both-disruption-limits",
  severity: "error",
  summary: "The operator's template has minAvailable and maxUnavailable",
  why: "The API server refuses the object: the two exclude each other",
  fix: "keep maxUnavailable",
  source: sources.operatorTypes,
  *check(cluster) {
    for (const { root } of cluster.ofKind("EMQX", "apps.emqx.io")) {
      for (const name of ["coreTemplate", "replicantTemplate"]) {
        const spec = root.get("spec", name, "spec");
        const [least, most] = [spec.get("minAvailable"), spec.get("maxUnavailable")];
        if (!least.exists || !most.exists) continue;
        const related = [{ at: most, message: "the other limit" }];
        yield {
          at: least,
          atKey: true,
          message: "minAvailable and maxUnavailable exclude each other",
          related,
        };
      }
    }
  },
};

export const sharedHost: Rule = {
  code: "emqx/nodes-may-share-host",
  severity: "warning",
  summary: "All nodes of the cluster may run on one machine",
  why: "When that machine fails the whole cluster is down, and afterwards its nodes wait for each other's tables",
  fix: "add podAntiAffinity or topologySpreadConstraints over kubernetes.io/hostname",
  source: "https://github.com/emqx/emqx/issues/5636",
  *check(cluster) {
    for (const { isClustered, pod, object, workload } of emqxInstances(cluster)) {
      if (!isClustered || workload?.object.kind === "DaemonSet" || spreads(pod)) continue;
      const at = workload ? object.root.get("spec", "template", "spec") : pod;
      yield { at, atKey: true, message: "nothing keeps the nodes on different machines" };
    }
  },
};

function spreads(pod: Value): boolean {
  const anti = pod.get("affinity", "podAntiAffinity");
  const terms = [
    ...anti.get("requiredDuringSchedulingIgnoredDuringExecution").items(),
    ...anti
      .get("preferredDuringSchedulingIgnoredDuringExecution")
      .items()
      .map((each) => each.get("podAffinityTerm")),
    ...pod.get("topologySpreadConstraints").items(),
  ];
  return terms.some((term) => /hostname|node|host$/.test(term.get("topologyKey").text ?? ""));
}

export const scaledCores: Rule = {
  code: "emqx/autoscaled-cores",
  severity: "warning",
  summary: "An autoscaler changes the number of core nodes",
  why: "Each new core node copies all data, each one less leaves a member behind that is down; the scale of kind EMQX cannot be read at all",
  fix: "give the cluster a fixed number of core nodes, and scale replicants",
  source: sources.operatorTypes,
  *check(cluster) {
    const cores = new Map<string, EmqxInstance>();
    for (const instance of emqxInstances(cluster)) {
      const { object, settings } = instance;
      if (settings.get("node.role")?.text === "replicant") continue;
      cores.set(`${object.namespace}/${object.kind}/${object.name}`, instance);
    }
    for (const kind of ["HorizontalPodAutoscaler", "ScaledObject"]) {
      for (const { namespace, root } of cluster.ofKind(kind)) {
        const target = root.get("spec", "scaleTargetRef");
        const key = `${namespace}/${target.get("kind").text ?? "Deployment"}/${target.get("name").text}`;
        if (cores.has(key)) yield { at: target.get("name"), message: `the ${kind} scales core nodes` };
      }
    }
  },
};
