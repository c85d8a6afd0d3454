// The Service of a StatefulSet gives each of its pods a name.
import { isSubset } from "../model/selection.ts";
import { textMap } from "../model/value.ts";
import type { Rule } from "../rule.ts";

export const podsWithoutNames: Rule = {
  code: "reference/pods-without-names",
  severity: "warning",
  summary: "The Service that a StatefulSet names gives its pods no names",
  why: "Addresses such as `db-0.db` do not exist, so nothing finds a single pod",
  fix: "name a Service with `clusterIP: None` and the pods' labels as selector",
  source: "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#limitations",
  *check(cluster) {
    for (const { object, labels, replicas = 1 } of cluster.workloads) {
      if (object.kind !== "StatefulSet") continue;
      const at = object.root.get("spec", "serviceName");
      const service = cluster.find("Service", object.namespace, at.text ?? "");
      if (!service) continue;
      const address = service.root.get("spec", "clusterIP");
      const selector = service.root.get("spec", "selector");
      const related = [{ at, message: `StatefulSet/${object.name} names it` }];
      // The one pod of a single replica is found by the name of the Service.
      if (address.text !== "None" && replicas > 1)
        yield { at: address, message: `the Service \`${service.name}\` is not headless`, related };
      else if (address.text === "None" && selector.exists && !isSubset(textMap(selector), labels))
        yield {
          at: selector.changed,
          message: `the Service \`${service.name}\` does not select the pods of the StatefulSet`,
          related,
        };
    }
  },
};
