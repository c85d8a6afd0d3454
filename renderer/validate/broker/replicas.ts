// How many pods a service may have, and how they are replaced.
import type { Cluster } from "../model/cluster.ts";
import { workloadsMatching } from "../model/selection.ts";
import type { Value } from "../model/value.ts";
import type { Rule } from "../rule.ts";
import { type BrokerService, brokerServices, isProduction, serviceOf, servicesNamed } from "./services.ts";

const code = "https://github.com/DPIclimate/broker/tree/master/src/python";

export const tooManyReplicas: Rule = {
  code: "broker/too-many-replicas",
  severity: "error",
  summary: "A service that works only alone has several pods",
  why: "The services keep what they have done to themselves: devices are created twice, messages are delivered twice, people are logged out",
  fix: "set replicas to 1",
  source: code,
  *check(cluster) {
    for (const { facts, name, workload } of brokerServices(cluster)) {
      if (facts.single === undefined) continue;
      const { replicas, object } = workload;
      const at = replicas === undefined ? object.root.get("kind") : object.root.get("spec", "replicas");
      if (replicas === undefined || replicas > 1) {
        const count = replicas === undefined ? "one pod per node" : `${replicas} pods`;
        yield { at, message: `\`${name}\` has ${count}; ${facts.single}` };
      }
    }
  },
};

export const autoscaledSingle: Rule = {
  code: "broker/scaler-of-single-pod",
  severity: "error",
  summary: "A service that works only alone is scaled by load",
  why: "The scaler adds pods when the load grows, which is when two of them do the most harm",
  fix: "remove the scaler",
  source: code,
  *check(cluster) {
    for (const [service, root] of cluster.once(scalers)) {
      const most = [root.get("spec", "maxReplicas"), root.get("spec", "maxReplicaCount")].find(
        (v) => v.exists,
      );
      if (service.facts.single === undefined || (most?.number ?? 2) <= 1) continue;
      const at = root.get("spec", "scaleTargetRef", "name");
      yield { at, message: `\`${service.name}\` is scaled; ${service.facts.single}` };
    }
  },
};

/** What scales a service by load. */
function scalers(cluster: Cluster): ReadonlyMap<BrokerService, Value> {
  const keyOf = (namespace: string, kind: string, name: string): string => `${namespace}\0${kind}\0${name}`;
  const byWorkload = new Map(
    brokerServices(cluster).map((service) => {
      const { kind, name } = service.workload.object;
      return [keyOf(service.namespace, kind, name), service];
    }),
  );
  const all = [
    ...cluster.ofKind("HorizontalPodAutoscaler", "autoscaling"),
    ...cluster.ofKind("ScaledObject", "keda.sh"),
  ];
  const found = all.flatMap(({ root, namespace }) => {
    const target = root.get("spec", "scaleTargetRef");
    const key = keyOf(namespace, target.get("kind").text ?? "Deployment", target.get("name").text ?? "");
    const service = byWorkload.get(key);
    return service ? [[service, root] as const] : [];
  });
  return new Map(found);
}

export const overlappingPods: Rule = {
  code: "broker/pods-overlap",
  severity: "error",
  summary: "The new pod of a service that works only alone starts before the old one has ended",
  why: "For that time there are two: messages are delivered twice, or polled twice, at every rollout",
  fix: "set strategy.type to Recreate",
  source: code,
  *check(cluster) {
    for (const { facts, name, workload } of brokerServices(cluster)) {
      // Other kinds either stop a pod before they replace it or are found by another rule.
      if (
        facts.single === undefined ||
        workload.object.kind !== "Deployment" ||
        name === "db" ||
        name === "mq"
      )
        continue;
      const strategy = workload.object.root.get("spec", "strategy");
      const surge = strategy.get("rollingUpdate", "maxSurge");
      if (strategy.get("type").text === "Recreate" || isNone(surge)) continue;
      yield {
        at: strategy.get("type").exists ? strategy.get("type") : strategy,
        message: `a rollout of \`${name}\` runs two pods at once; ${facts.single}`,
      };
    }
  },
};

function isNone(surge: Value): boolean {
  return surge.text === "0" || surge.text === "0%";
}

export const noBudget: Rule = {
  code: "broker/no-disruption-budget",
  severity: "warning",
  summary: "The REST API or the webhook has several pods and no PodDisruptionBudget",
  why: "Draining nodes may stop all of them at once; The Things Stack does not send again what was refused",
  fix: "add a PodDisruptionBudget with maxUnavailable 1",
  source: "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
  *check(cluster) {
    if (!isProduction(cluster)) return;
    const covered = cluster.once(withBudget);
    for (const service of servicesNamed(cluster, "restapi", "ttn-webhook")) {
      const scaler = cluster.once(scalers).get(service)?.get("spec", "minReplicas");
      const own = service.workload.object.root.get("spec", "replicas");
      const at = scaler?.exists ? scaler : own;
      if ((at.number ?? 1) < 2 || covered.has(service)) continue;
      yield { at, message: `\`${service.name}\` has ${at.text} pods and no PodDisruptionBudget` };
    }
  },
};

function withBudget(cluster: Cluster): ReadonlySet<BrokerService> {
  const covered = cluster
    .ofKind("PodDisruptionBudget", "policy")
    .flatMap(({ root, namespace }) => workloadsMatching(cluster, namespace, root.get("spec", "selector")))
    .flatMap((workload) => serviceOf(cluster, workload) ?? []);
  return new Set(covered);
}
