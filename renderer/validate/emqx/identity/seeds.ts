// Static discovery lists the names of all nodes.
import type { Rule } from "../../rule.ts";
import { discoveryText, strategyOf } from "../instance/discovery.ts";
import { podName } from "../instance/expand.ts";
import { emqxWorkloads } from "../instance/instance.ts";
import { nodeNameOf } from "../instance/node-name.ts";
import { sources } from "../sources.ts";

export const seedMismatch: Rule = {
  code: "emqx/seeds-do-not-match",
  severity: "error",
  summary: "The seeds of static discovery are not the nodes that there are",
  why: "A node that is missing joins nothing, and one that does not exist is waited for",
  fix: "list `EMQX_NAME@<host>` of every pod from 0 to replicas - 1, and change the list whenever you scale",
  source: sources.schema,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const { object, replicas, settings } = instance;
      if (strategyOf(instance) !== "static" || object.kind !== "StatefulSet" || replicas === undefined)
        continue;
      const listed = settings
        .below("cluster")
        .filter(({ path }) => /^cluster\.static\.seeds(\.\d+)?$/.test(path));
      const texts = listed.map((setting) => discoveryText(instance, setting));
      const { prefix, host } = nodeNameOf(instance);
      const [first] = listed;
      if (!first || texts.includes(undefined) || prefix === undefined || !host?.includes(podName)) continue;
      const seeds = new Set(texts.flatMap((text) => (text ?? "").split(",").map((seed) => seed.trim())));
      const nodes = Array.from({ length: replicas }, (_, i) => {
        return `${prefix}@${host.replaceAll(podName, `${object.name}-${i}`)}`;
      });
      const missing = nodes.find((node) => !seeds.has(node));
      const extra = [...seeds].find((seed) => !nodes.includes(seed));
      if (missing !== undefined)
        yield { at: first.at, message: `the node \`${missing}\` is not among the seeds` };
      else if (extra !== undefined)
        yield { at: first.at, message: `the seed \`${extra}\` is none of the ${replicas} nodes` };
    }
  },
};
