// Pods find each other by the names that the headless Service of their StatefulSet gives them.
import type { Cluster } from "../../model/cluster.ts";
import { inNamespace } from "../../model/namespaced.ts";
import type { KubeObject } from "../../model/object.ts";
import { isSubset } from "../../model/selection.ts";
import { textMap } from "../../model/value.ts";
import type { Workload } from "../../model/workload.ts";
import type { Rule } from "../../rule.ts";
import { discoveryServiceOf, discoveryText, strategyOf } from "../instance/discovery.ts";
import { type EmqxInstance, emqxWorkloads } from "../instance/instance.ts";
import { sources } from "../sources.ts";

/** The headless Service that selects the pods under another name. */
function otherService(cluster: Cluster, { object, labels }: Workload): string | undefined {
  return inNamespace(cluster, object.namespace, "Service", "").find(({ root }) => {
    const selector = textMap(root.get("spec", "selector"));
    const isHeadless = root.get("spec", "clusterIP").text === "None";
    return isHeadless && selector.size > 0 && isSubset(selector, labels);
  })?.name;
}

export const discoveryService: Rule = {
  code: "emqx/no-discovery-service",
  severity: "error",
  summary: "The StatefulSet's serviceName names no headless Service of its pods",
  why: "The names of the pods exist only through that Service; without it no node finds another",
  fix: "add a Service of that name with `clusterIP: None` and the pods' labels as selector",
  source: sources.createCluster,
  *check(cluster) {
    for (const { workload } of statefulSets(cluster)) {
      const at = workload.object.root.get("spec", "serviceName");
      const service = discoveryServiceOf(cluster, workload.object);
      const related = [{ at, message: "the StatefulSet names it" }];
      if (!service) {
        const message = at.exists
          ? `there is no Service \`${at.text}\` that gives the pods their names`
          : "the StatefulSet names no Service that gives the pods their names";
        const other = otherService(cluster, workload);
        yield { at, message, ...(other ? { help: `\`${other}\` is headless and selects the pods` } : {}) };
        continue;
      }
      const clusterIp = service.root.get("spec", "clusterIP");
      const selector = service.root.get("spec", "selector");
      if (clusterIp.text !== "None") {
        const message = `the Service \`${service.name}\` gives the pods no names because it is not headless`;
        yield { at: clusterIp, message, related };
      } else if (!isSubset(textMap(selector), workload.labels)) {
        const message = `the Service \`${service.name}\` gives the pods no names because it does not select them`;
        yield { at: selector.changed, message, related };
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

export const unnamedPorts: Rule = {
  code: "emqx/discovery-service-without-named-port",
  severity: "error",
  summary: "The discovery Service has no named port while nodes find each other by SRV records",
  why: "DNS makes SRV records of named ports only, so discovery finds nobody and every node stays alone",
  fix: "name a port of the Service, such as `name: erlang-dist` with port 4370",
  source: sources.dnsDiscovery,
  *check(cluster) {
    for (const instance of statefulSets(cluster)) {
      if (strategyOf(instance) !== "dns" || recordType(instance) !== "srv") continue;
      const service = discoveryServiceOf(cluster, instance.workload.object);
      if (!service) continue;
      const at = service.root.get("spec", "ports");
      if (at.items().some((port) => (port.get("name").text ?? "") !== "")) continue;
      const message =
        at.items().length > 0
          ? `no port of the Service \`${service.name}\` has a name, so there is no SRV record`
          : `the Service \`${service.name}\` has no port, so there is no SRV record`;
      yield { at, message };
    }
  },
};

export function recordType(instance: EmqxInstance): string | undefined {
  const setting = instance.settings.get("cluster.dns.record_type");
  if (setting) return discoveryText(instance, setting);
  return instance.settings.isComplete ? "a" : undefined;
}

function statefulSets(
  cluster: Cluster,
): readonly (EmqxInstance & { readonly workload: { object: KubeObject } })[] {
  return emqxWorkloads(cluster).filter(({ object }) => object.kind === "StatefulSet");
}
