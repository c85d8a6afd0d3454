// How many nodes there are and what makes them.
import { workloadsSelectedBy } from "../../model/selection.ts";
import { textMap } from "../../model/value.ts";
import type { Rule } from "../../rule.ts";
import { discoveryServiceOf } from "../instance/discovery.ts";
import { emqxInstances, emqxWorkloads } from "../instance/instance.ts";
import { placed } from "../placed.ts";
import { sources } from "../sources.ts";

export const clusteredDeployment: Rule = {
  code: "emqx/clustered-deployment",
  severity: "warning",
  summary: "The nodes of a cluster are the pods of a Deployment",
  why: "Its pods have neither names that last nor volumes of their own, so each restart is a new node without data",
  fix: "use a StatefulSet with a headless Service",
  source: sources.createCluster,
  *check(cluster) {
    for (const { object, isClustered, settings, replicasAt } of emqxWorkloads(cluster)) {
      if (!isClustered || (object.kind !== "Deployment" && object.kind !== "ReplicaSet")) continue;
      if (settings.get("node.role")?.text === "replicant") continue;
      yield { at: replicasAt, message: `the ${object.kind} gives its nodes no names that last` };
    }
  },
};

export const orderedStart: Rule = {
  code: "emqx/ordered-start",
  severity: "warning",
  summary: "The pods start one after the other although the nodes wait for each other",
  why: "Pod 0 waits for tables of the node that stopped last; that pod is not started before pod 0 is ready, so nothing ever starts",
  fix: "set `podManagementPolicy: Parallel`",
  source: "https://github.com/emqx/emqx/issues/10380",
  *check(cluster) {
    for (const { object, isClustered } of emqxWorkloads(cluster)) {
      const at = object.root.get("spec", "podManagementPolicy");
      const keepsData = object.root.get("spec", "volumeClaimTemplates").items().length > 0;
      if (object.kind !== "StatefulSet" || !isClustered || !keepsData || at.text === "Parallel") continue;
      yield { at, message: "the pods start in order, and pod 0 may wait for one that is not started" };
    }
  },
};

export const evenReplicas: Rule = {
  code: "emqx/even-replicas",
  severity: "warning",
  summary: "The number of core nodes is even",
  why: "After a network split in halves neither side has the majority, so the cluster does not heal itself",
  fix: "use 1, 3 or 5 nodes",
  source: sources.chart,
  *check(cluster) {
    for (const { replicas, replicasAt, settings } of emqxInstances(cluster)) {
      if (replicas === undefined || replicas === 0 || replicas % 2 === 1 || !replicasAt.exists) continue;
      if (settings.get("node.role")?.text === "replicant") continue;
      yield { at: replicasAt, message: `${replicas} nodes have no majority after a split in halves` };
    }
  },
};

export const overlappingClusters: Rule = {
  code: "emqx/clusters-overlap",
  severity: "warning",
  summary: "A discovery Service selects the pods of two EMQX workloads",
  why: "With the same cookie they become one cluster, and the nodes that join drop their own data",
  fix: "give each cluster labels of its own and put them into the selector of its Service",
  source: sources.joining,
  *check(cluster) {
    const ours = new Set(emqxWorkloads(cluster).map(({ workload }) => workload));
    for (const { object, workload } of emqxWorkloads(cluster)) {
      const service = discoveryServiceOf(cluster, object);
      if (!service) continue;
      const at = service.root.get("spec", "selector");
      const selected = workloadsSelectedBy(cluster, service.namespace, textMap(at)).filter((each) =>
        ours.has(each),
      );
      const other = selected.find((each) => each !== workload);
      if (!other || !selected.includes(workload)) continue;
      const message = `the Service \`${service.name}\` selects the pods of \`${object.name}\` and of \`${other.object.name}\``;
      yield { at, message };
    }
  },
};

export const shortAutoclean: Rule = {
  code: "emqx/short-autoclean",
  severity: "warning",
  summary: "Nodes that are down are soon removed from the cluster",
  why: "A node that comes back with its volume after that is no member any more, and its data is dropped",
  fix: "leave EMQX_CLUSTER__AUTOCLEAN at its default of 24h",
  source: sources.schema,
  parameters: { minutes: { summary: "How long a node may be down at least", default: 60 } },
  *check(cluster, context) {
    for (const { settings } of emqxInstances(cluster)) {
      const setting = settings.get("cluster.autoclean");
      const minutes = setting?.text === undefined ? undefined : milliseconds(setting.text) / 60_000;
      if (!setting || minutes === undefined || minutes >= context.number("minutes")) continue;
      yield {
        ...placed(setting),
        message: `a node that is down for \`${setting.text}\` is removed from the cluster`,
      };
    }
  },
};

const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  f: 1_209_600_000,
};

/** A duration of EMQX; a plain number counts milliseconds. Infinite where it is none. */
export function milliseconds(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (!/^(?:[0-9.]+(?:ms|[fwdhms]))+$/i.test(text)) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (const [, amount, unit = ""] of text.toLowerCase().matchAll(/([0-9.]+)(ms|[fwdhms])/g))
    sum += Number(amount) * (units[unit] ?? 0);
  return sum;
}
