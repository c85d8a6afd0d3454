// A Service hands its traffic to the pods that its selector means.
import { workloadsSelectedBy } from "../model/selection.ts";
import { mayHaveUnseenPods } from "../model/unseen-pods.ts";
import { textMap } from "../model/value.ts";
import type { Rule } from "../rule.ts";

export const serviceSelectsNothing: Rule = {
  code: "reference/service-selects-nothing",
  severity: "error",
  summary: "The selector of a Service matches no pod",
  why: "The Service has no endpoints, so every connection to it is refused",
  fix: "give the selector labels that the pods' template has",
  *check(cluster) {
    for (const service of cluster.ofKind("Service", "")) {
      const at = service.root.get("spec", "selector");
      const selector = textMap(at);
      if (selector.size === 0 || mayHaveUnseenPods(cluster, service.namespace)) continue;
      if (workloadsSelectedBy(cluster, service.namespace, selector).length > 0) continue;
      const labels = [...selector].map(([key, value]) => `${key}=${value}`).join(", ");
      yield { at: at.changed, message: `no pod has the labels ${labels}` };
    }
  },
};
