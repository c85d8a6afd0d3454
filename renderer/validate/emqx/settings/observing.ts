// Logs and metrics.

import type { KubeObject } from "../../model/object.ts";
import { selects } from "../../model/selection.ts";
import type { Value } from "../../model/value.ts";
import type { Rule } from "../../rule.ts";
import { emqxInstances } from "../instance/instance.ts";
import { servicesOf } from "../instance/services.ts";
import { notSet, placed } from "../placed.ts";
import { sources } from "../sources.ts";

export const plainLogs: Rule = {
  code: "emqx/logs-not-json",
  severity: "info",
  summary: "The logs are text for people",
  why: "What collects logs in a cluster has to guess their fields, and cuts entries of several lines apart",
  fix: "set log.console.formatter to json",
  source: sources.schema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const { settings } = instance;
      const formatter = settings.get("log.console.formatter");
      if (settings.get("log.console.enable")?.text === "false") continue;
      if (formatter?.text === "text") yield { ...placed(formatter), message: "the logs are text, not JSON" };
      else if (!formatter && settings.isComplete)
        yield { ...notSet(instance), message: "log.console.formatter is not set, and its default is text" };
    }
  },
};

export const silentLogs: Rule = {
  code: "emqx/logs-only-in-files",
  severity: "info",
  summary: "The logs go to files in the container",
  why: "`kubectl logs` and what collects logs see nothing; the files fill a volume that nobody reads",
  fix: "set log.console.enable to true",
  source: sources.schema,
  *check(cluster) {
    for (const { settings, environment } of emqxInstances(cluster)) {
      const enable = settings.get("log.console.enable");
      const handler = environment.variables.get("EMQX_DEFAULT_LOG_HANDLER");
      const message = "nothing of the logs comes out of the container";
      if (enable?.text === "false") yield { ...placed(enable), message };
      else if (!enable && handler?.text === "file") yield { at: handler.at, message };
    }
  },
};

export const scrapedTwice: Rule = {
  code: "emqx/scraped-twice",
  severity: "warning",
  summary: "A ServiceMonitor selects two Services of the same pods",
  why: "Prometheus scrapes each pod twice, so sums over the pods are twice what they are",
  fix: "give its selector a label that only one of the Services has",
  source: sources.chart,
  *check(cluster) {
    const services = new Map<string, Set<KubeObject>>();
    for (const instance of emqxInstances(cluster)) {
      const known = services.get(instance.object.namespace) ?? new Set();
      services.set(instance.object.namespace, known);
      for (const service of servicesOf(cluster, instance)) known.add(service);
    }
    for (const monitor of cluster.ofKind("ServiceMonitor", "monitoring.coreos.com")) {
      const selector = monitor.root.get("spec", "selector");
      const ports = new Set(
        monitor.root
          .get("spec", "endpoints")
          .items()
          .map((endpoint) => endpoint.get("port").text),
      );
      const [first, second] = [...(services.get(monitor.namespace) ?? [])].filter(
        ({ labels, root }) => selects(selector, labels) && portNames(root).some((name) => ports.has(name)),
      );
      if (!first || !second) continue;
      const message = `the monitor selects the Services \`${first.name}\` and \`${second.name}\` of the same pods`;
      yield { at: selector.changed, message };
    }
  },
};

function portNames(service: Value): readonly (string | undefined)[] {
  return service
    .get("spec", "ports")
    .items()
    .map((port) => port.get("name").text);
}

export const metricsNeedKey: Rule = {
  code: "emqx/metrics-need-api-key",
  severity: "error",
  summary: "The metrics ask for an API key that the monitor does not send",
  why: "With prometheus.enable_basic_auth every scrape is refused with 401; a dashboard password does not count",
  fix: "give the endpoint `basicAuth` with an API key, or leave prometheus.enable_basic_auth off",
  source: sources.prometheus,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const setting = instance.settings.get("prometheus.enable_basic_auth");
      if (setting?.text !== "true") continue;
      const services = servicesOf(cluster, instance);
      for (const monitor of cluster.ofKind("ServiceMonitor", "monitoring.coreos.com")) {
        const selector = monitor.root.get("spec", "selector");
        const isMeant = services.some(({ labels }) => selects(selector, labels));
        for (const endpoint of isMeant ? monitor.root.get("spec", "endpoints").items() : []) {
          if (["basicAuth", "authorization", "bearerTokenSecret"].some((field) => endpoint.get(field).exists))
            continue;
          const related = [{ at: setting.at, message: "EMQX asks for a key" }];
          yield { at: endpoint, message: "the endpoint sends no key, and EMQX asks for one", related };
        }
      }
    }
  },
};
