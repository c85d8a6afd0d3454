// Which way of finding each other the nodes are told.
import type { Rule } from "../../rule.ts";
import { strategyOf } from "../instance/discovery.ts";
import { isAtLeast } from "../instance/image.ts";
import { emqxInstances, emqxWorkloads } from "../instance/instance.ts";
import { nodeNameOf } from "../instance/node-name.ts";
import { notSet, placed } from "../placed.ts";
import { meantSettings } from "../settings/names.ts";
import { sources } from "../sources.ts";

const strategies = ["manual", "static", "dns", "etcd", "k8s", "singleton"];
const path = "cluster.discovery_strategy";

export const unknownStrategy: Rule = {
  code: "emqx/unknown-discovery-strategy",
  severity: "error",
  summary: "The discovery strategy is none that EMQX 5 knows",
  why: "EMQX checks its configuration first and does not start",
  fix: `write one of ${strategies.join(", ")}, in small letters`,
  source: sources.schema,
  *check(cluster) {
    for (const { settings, image } of emqxInstances(cluster)) {
      const strategy = settings.get(path);
      if (strategy?.text === undefined || strategies.includes(strategy.text)) continue;
      // It went with 5.4.
      if (strategy.text === "mcast" && isAtLeast(image, 5, 4) === false) continue;
      yield { ...placed(strategy), message: `EMQX knows no discovery strategy \`${strategy.text}\`` };
    }
  },
};

export const noDiscovery: Rule = {
  code: "emqx/no-discovery",
  severity: "error",
  summary: "Several nodes are wished for, and none is told how to find the others",
  why: "Each pod is a broker of its own behind one Service: clients on different pods never see each other's messages",
  fix: "set EMQX_CLUSTER__DISCOVERY_STRATEGY to dns, with the record type srv and the name of the headless Service",
  source: sources.schema,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const strategy = strategyOf(instance);
      if (!instance.isClustered || (strategy !== "manual" && strategy !== "singleton")) continue;
      const setting = instance.settings.get(path);
      if (!setting && meantSettings(instance).has(path)) continue;
      const nodes = instance.replicas === undefined ? "several nodes" : `${instance.replicas} nodes`;
      const message = setting
        ? `${nodes} do not form a cluster with the strategy \`${strategy}\``
        : `${nodes} do not form a cluster: no discovery strategy is set`;
      const related = instance.replicasAt.exists
        ? [{ at: instance.replicasAt, message: "the nodes wished for" }]
        : [];
      yield { ...(setting ? placed(setting) : notSet(instance)), message, related };
    }
  },
};

export const hiddenDiscovery: Rule = {
  code: "emqx/discovery-hidden-from-entrypoint",
  severity: "warning",
  summary: "Discovery is set in a configuration file while the node's name is left to the image",
  why: "The image's start script reads discovery from the environment only, so it names the node by its IP address, and discovery looks for other names",
  fix: "set the discovery in environment variables, or set EMQX_HOST as well",
  source: "https://github.com/emqx/emqx/issues/14896",
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const setting = instance.settings.get(path);
      if (setting?.from !== "file" || !instance.environment.isComplete) continue;
      if (nodeNameOf(instance).hasHost || instance.settings.get("node.name")) continue;
      if (setting.text === "manual" || setting.text === "singleton") continue;
      const message = `the start script does not see this strategy and names the node by its IP address`;
      yield { ...placed(setting), message };
    }
  },
};
