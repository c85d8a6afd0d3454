// Pods find each other by the names that the headless Service of their StatefulSet gives them.
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";
import type { Rule } from "../rule.ts";
import { type EmqxWorkload, emqxWorkloads } from "./pods.ts";

const facts = "EMQX create-cluster documentation; Helm chart of EMQX 5.8.9";

export const discoveryService: Rule = {
  code: "emqx/no-discovery-service",
  severity: "error",
  summary: "The StatefulSet's serviceName names no headless Service",
  why: "The names of the pods exist only through that Service; without it no node finds another",
  fix: "add a Service of that name with `clusterIP: None` and the pods' labels as selector",
  source: facts,
  *check(cluster) {
    for (const { workload } of statefulSets(cluster)) {
      const at = workload.object.root.get("spec", "serviceName");
      const service = discoveryServiceOf(cluster, workload.object);
      if (!service) {
        yield { at, message: `there is no Service \`${at.text ?? ""}\` that gives the pods their names` };
      } else if (service.root.get("spec", "clusterIP").text !== "None") {
        yield {
          at: service.root.get("spec", "clusterIP"),
          message: `the Service \`${service.name}\` gives the pods no names because it is not headless`,
          related: [{ at, message: "the StatefulSet names it" }],
        };
      }
    }
  },
};

export const unreadyAddresses: Rule = {
  code: "emqx/discovery-waits-for-ready",
  severity: "error",
  summary: "The discovery Service does not publish the addresses of pods that are not ready",
  why: "Nodes reach each other before any of them is ready; after a full restart the cluster waits for itself for ever",
  fix: "set `publishNotReadyAddresses: true`",
  source: "https://github.com/emqx/emqx/issues/5636",
  *check(cluster) {
    for (const { workload } of statefulSets(cluster)) {
      const service = discoveryServiceOf(cluster, workload.object);
      const at = service?.root.get("spec", "publishNotReadyAddresses");
      if (!at || at.boolean === true) continue;
      yield { at, message: `the Service \`${service?.name}\` hides pods that are not ready yet` };
    }
  },
};

function statefulSets(cluster: Cluster): readonly EmqxWorkload[] {
  return emqxWorkloads(cluster).filter(({ workload }) => workload.object.kind === "StatefulSet");
}

/** The Service that a StatefulSet names. */
export function discoveryServiceOf(
  cluster: Cluster,
  { root, namespace }: KubeObject,
): KubeObject | undefined {
  return cluster.find("Service", namespace, root.get("spec", "serviceName").text ?? "");
}
