// How nodes find each other.
import { environmentOf } from "../model/environment.ts";
import type { Rule } from "../rule.ts";
import { emqxWorkloads } from "./pods.ts";

const strategies = ["manual", "static", "dns", "etcd", "k8s", "singleton"];

export const unknownStrategy: Rule = {
  code: "emqx/unknown-discovery-strategy",
  severity: "error",
  summary: "The discovery strategy is none that EMQX 5 knows",
  why: "EMQX checks its configuration first and does not start",
  fix: `write one of ${strategies.join(", ")}, in small letters`,
  source: "emqx_conf schema of EMQX 5.8.9",
  *check(cluster) {
    for (const { workload, container } of emqxWorkloads(cluster)) {
      const { variables } = environmentOf(cluster, workload, container);
      const strategy = variables.get("EMQX_CLUSTER__DISCOVERY_STRATEGY");
      if (strategy?.text === undefined || strategies.includes(strategy.text)) continue;
      yield { at: strategy.at, message: `EMQX knows no discovery strategy \`${strategy.text}\`` };
    }
  },
};
