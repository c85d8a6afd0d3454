// What Prometheus is told to scrape.
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";
import { selects } from "../model/selection.ts";
import type { Value } from "../model/value.ts";
import type { Rule } from "../rule.ts";

export const monitorSelectsNothing: Rule = {
  code: "reference/monitor-selects-nothing",
  severity: "warning",
  summary: "The selector of a ServiceMonitor matches no Service",
  why: "Nothing is scraped, and alerts on what is missing stay silent",
  fix: "give the selector labels that the Service itself has, not those of its pods",
  *check(cluster) {
    for (const monitor of cluster.ofKind("ServiceMonitor")) {
      const at = monitor.root.get("spec", "selector");
      if (!looksElsewhere(monitor) && servicesOf(cluster, monitor).length === 0)
        yield { at: at.changed, message: "no Service has the labels that the monitor asks for" };
    }
  },
};

export const monitorPortUnknown: Rule = {
  code: "reference/monitor-port-unknown",
  severity: "error",
  summary: "A ServiceMonitor scrapes a port name that the Service does not have",
  why: "Nothing is scraped, and alerts on what is missing stay silent",
  fix: "use the name of one of the Service's ports",
  *check(cluster) {
    for (const monitor of cluster.ofKind("ServiceMonitor")) {
      const services = servicesOf(cluster, monitor);
      const names = services.flatMap(({ root }) => portNames(root));
      for (const endpoint of monitor.root.get("spec", "endpoints").items()) {
        const at = endpoint.get("port");
        if (at.text === undefined || services.length === 0 || names.includes(at.text)) continue;
        yield {
          at,
          message: `no selected Service has a port named \`${at.text}\``,
          help: `there are ${names.join(", ") || "none"}`,
          related: services.slice(0, 2).map(({ root, name }) => ({
            at: root.get("spec", "ports"),
            message: `the ports of Service/${name}`,
          })),
        };
      }
    }
  },
};

function servicesOf(cluster: Cluster, { root, namespace }: KubeObject): readonly KubeObject[] {
  const selector = root.get("spec", "selector");
  return cluster
    .ofKind("Service", "")
    .filter((service) => service.namespace === namespace && selects(selector, service.labels));
}

function looksElsewhere({ root }: KubeObject): boolean {
  const namespaces = root.get("spec", "namespaceSelector");
  return namespaces.get("any").boolean === true || namespaces.get("matchNames").items().length > 0;
}

function portNames(service: Value): readonly string[] {
  return service
    .get("spec", "ports")
    .items()
    .flatMap((port) => port.get("name").text ?? []);
}
