// Autoscalers, and the numbers of pods that they fight over.
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";
import type { Value } from "../model/value.ts";
import type { Workload } from "../model/workload.ts";
import type { Rule } from "../rule.ts";

const source = "https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/";

interface Scaler {
  readonly object: KubeObject;
  /** The name of what it scales. */
  readonly target: Value;
  readonly least: Value;
  readonly most: Value;
}

function scalers(cluster: Cluster): readonly Scaler[] {
  const kinds = [
    ["HorizontalPodAutoscaler", "minReplicas", "maxReplicas"],
    ["ScaledObject", "minReplicaCount", "maxReplicaCount"],
  ] as const;
  return kinds.flatMap(([kind, least, most]) =>
    cluster.ofKind(kind).map((object) => {
      const spec = object.root.get("spec");
      const target = spec.get("scaleTargetRef", "name");
      return { object, target, least: spec.get(least), most: spec.get(most) };
    }),
  );
}

function scalersByTarget(cluster: Cluster): ReadonlyMap<string, Scaler> {
  return new Map(
    scalers(cluster).map((scaler) => {
      const kind = scaler.target.parent?.get("kind").text ?? "Deployment";
      return [`${scaler.object.namespace}/${kind}/${scaler.target.text}`, scaler] as const;
    }),
  );
}

/** What changes the number of a workload's pods. */
export function scalerOf(cluster: Cluster, { object }: Workload): Scaler | undefined {
  return cluster.once(scalersByTarget).get(`${object.namespace}/${object.kind}/${object.name}`);
}

/** How many pods there are at least; undefined for one on each node, and where a ScaledObject may stop all. */
export function leastReplicas(cluster: Cluster, workload: Workload): number | undefined {
  const scaler = scalerOf(cluster, workload);
  if (!scaler) return workload.replicas;
  return scaler.least.number ?? (scaler.object.kind === "ScaledObject" ? undefined : 1);
}

export const foughtOver: Rule = {
  code: "practice/replicas-and-autoscaler",
  severity: "warning",
  summary: "The manifest sets a number of pods that an autoscaler changes",
  why: "Every sync sets the number back, so pods are stopped just when they are needed",
  fix: "remove `replicas` from the manifest",
  source: `${source}#migrating-deployments-and-statefulsets-to-horizontal-autoscaling`,
  *check(cluster) {
    for (const workload of cluster.workloads) {
      const at = workload.object.root.get("spec", "replicas");
      const scaler = at.exists ? scalerOf(cluster, workload) : undefined;
      if (!scaler) continue;
      const related = [{ at: scaler.target, message: `the ${scaler.object.kind} changes it` }];
      yield { at, message: `\`replicas: ${at.text}\` fights with an autoscaler`, related };
    }
  },
};

export const nothingToScale: Rule = {
  code: "practice/autoscaler-without-range",
  severity: "warning",
  summary: "An autoscaler has no room to scale",
  why: "The most that it may start is what always runs, so load changes nothing",
  fix: "raise the maximum, or remove the autoscaler",
  source,
  *check(cluster) {
    for (const { least, most, object } of scalers(cluster)) {
      const floor = least.number ?? (object.kind === "ScaledObject" ? 0 : 1);
      if (most.number !== undefined && most.number <= floor)
        yield { at: most, message: `${floor} always run, and there may be no more than ${most.number}` };
    }
  },
};
