// What Prometheus is told to scrape: the Services of a ServiceMonitor, the pods of a PodMonitor.
import type { Cluster } from "../model/cluster.ts";
import { addTo } from "../model/lists.ts";
import type { KubeObject } from "../model/object.ts";
import { selects, workloadsIn, workloadsMatching } from "../model/selection.ts";
import { mayHaveUnseenPods } from "../model/unseen-pods.ts";
import { textMap, type Value } from "../model/value.ts";
import type { Rule } from "../rule.ts";

const why = "Nothing is scraped, and alerts on what is missing stay silent";

export const monitorSelectsNothing: Rule = {
  code: "reference/monitor-selects-nothing",
  severity: "warning",
  summary: "The selector of a ServiceMonitor or PodMonitor matches nothing",
  why,
  fix: "give a ServiceMonitor labels that the Service itself has, not those of its pods, and a PodMonitor those of the pods",
  *check(cluster) {
    for (const monitor of monitors(cluster)) {
      if (looksElsewhere(monitor) || targetsOf(cluster, monitor).length > 0) continue;
      const isOfPods = monitor.kind === "PodMonitor";
      const mayBeUnseen = isOfPods
        ? mayHaveUnseenPods(cluster, monitor.namespace)
        : !cluster.once(servicesByNamespace).has(monitor.namespace);
      if (mayBeUnseen) continue;
      yield {
        at: monitor.root.get("spec", "selector").changed,
        message: `no ${isOfPods ? "pod" : "Service"} has the labels that the monitor asks for`,
      };
    }
  },
};

export const monitorPortUnknown: Rule = {
  code: "reference/monitor-port-unknown",
  severity: "error",
  summary: "A ServiceMonitor or PodMonitor scrapes a port name that is not there",
  why,
  fix: "use the name of one of the Service's, or of the pods', ports",
  *check(cluster) {
    for (const monitor of monitors(cluster)) {
      const targets = targetsOf(cluster, monitor);
      const names = targets.flatMap(({ ports }) => ports);
      const isOfPods = monitor.kind === "PodMonitor";
      const list = isOfPods ? "podMetricsEndpoints" : "endpoints";
      for (const endpoint of monitor.root.get("spec", list).items()) {
        const at = endpoint.get("port");
        if (at.text === undefined || targets.length === 0 || names.includes(at.text)) continue;
        yield {
          at,
          message: `no selected ${isOfPods ? "pod" : "Service"} has a port named \`${at.text}\``,
          help: `there are ${names.join(", ") || "none"}`,
          related: targets.slice(0, 2).map((target) => ({
            at: target.at,
            message: `the ports of ${target.name}`,
          })),
        };
      }
    }
  },
};

function monitors(cluster: Cluster): readonly KubeObject[] {
  return [...cluster.ofKind("ServiceMonitor"), ...cluster.ofKind("PodMonitor")];
}

interface Target {
  readonly name: string;
  readonly ports: readonly string[];
  readonly at: Value;
}

function targetsOf(cluster: Cluster, { kind, root, namespace }: KubeObject): readonly Target[] {
  const selector = root.get("spec", "selector");
  if (kind === "ServiceMonitor") {
    return candidates(cluster, namespace, selector)
      .filter((service) => selects(selector, service.labels))
      .map(({ root: service, name }) => {
        const at = service.get("spec", "ports");
        return { name: `Service/${name}`, ports: namesOf(at.items()), at };
      });
  }
  const isForAll = textMap(selector.get("matchLabels")).size === 0;
  const pods = isForAll ? workloadsIn(cluster, namespace) : workloadsMatching(cluster, namespace, selector);
  return pods
    .filter(({ labels }) => selects(selector, labels))
    .map(({ object, pod, containers }) => ({
      name: `${object.kind}/${object.name}`,
      ports: namesOf(containers.flatMap(({ value }) => value.get("ports").items())),
      at: pod.get("containers"),
    }));
}

function looksElsewhere({ root }: KubeObject): boolean {
  const namespaces = root.get("spec", "namespaceSelector");
  return namespaces.get("any").boolean === true || namespaces.get("matchNames").items().length > 0;
}

function namesOf(ports: readonly Value[]): readonly string[] {
  return ports.flatMap((port) => port.get("name").text ?? []);
}

// A scan of all Services for every monitor would be quadratic.
function candidates(cluster: Cluster, namespace: string, selector: Value): readonly KubeObject[] {
  const byLabel = cluster.once(servicesByLabel);
  const lists = [...textMap(selector.get("matchLabels"))].map(
    ([key, value]) => byLabel.get(`${namespace}\0${key}\0${value}`) ?? [],
  );
  const all = cluster.once(servicesByNamespace).get(namespace) ?? [];
  return lists.reduce((least, list) => (list.length < least.length ? list : least), all);
}

function servicesByNamespace(cluster: Cluster): ReadonlyMap<string, readonly KubeObject[]> {
  const index = new Map<string, KubeObject[]>();
  for (const service of cluster.ofKind("Service", "")) addTo(index, service.namespace, service);
  return index;
}

function servicesByLabel(cluster: Cluster): ReadonlyMap<string, readonly KubeObject[]> {
  const index = new Map<string, KubeObject[]>();
  for (const service of cluster.ofKind("Service", ""))
    for (const [key, value] of service.labels)
      addTo(index, `${service.namespace}\0${key}\0${value}`, service);
  return index;
}
