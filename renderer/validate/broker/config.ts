// Files from ConfigMaps that the database and RabbitMQ read once.
import type { Rule } from "../rule.ts";
import { brokerServices, servicesNamed } from "./services.ts";
import { mountsOf } from "./volumes.ts";

export const configNotFollowed: Rule = {
  code: "broker/config-change-unnoticed",
  severity: "error",
  summary: "The settings of the database or of RabbitMQ can change without a restart of the pod",
  why: "Both read their files once, and a file mounted by subPath is never renewed: the cluster runs on settings that stand nowhere any more",
  fix: "generate the ConfigMap with its hash in the name, or put a checksum of it into the template's annotations",
  source: "https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/configmapgenerator/",
  *check(cluster) {
    for (const service of servicesNamed(cluster, "db", "mq")) {
      const { workload, namespace } = service;
      const annotations = workload.template.get("metadata", "annotations").entries();
      if (annotations.some(([key]) => /checksum|hash|reloader/i.test(key))) continue;
      if (
        workload.object.root
          .get("metadata", "annotations")
          .entries()
          .some(([key]) => /reloader/.test(key))
      )
        continue;
      const seen = new Set<string>();
      for (const { volume, value } of mountsOf(service)) {
        const at = volume?.get("configMap", "name");
        const name = at?.text;
        if (!at || name === undefined || seen.has(name)) continue;
        seen.add(name);
        if (!cluster.find("ConfigMap", namespace, name) || /-[a-z0-9]{10}$/.test(name)) continue;
        yield {
          at,
          message: `nothing restarts \`${service.name}\` when the ConfigMap \`${name}\` changes`,
          related: [{ at: value.get("mountPath"), message: "it is mounted here" }],
        };
      }
    }
  },
};

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
const labels = ["name", "instance", "component", "part-of"].map((name) => `app.kubernetes.io/${name}`);

export const labelMissing: Rule = {
  code: "broker/standard-label-missing",
  severity: "warning",
  summary: "A service of the broker lacks one of the standard labels",
  why: "Network policies, budgets, monitors and dashboards find the services by them",
  fix: "add app.kubernetes.io/name and component at the object, instance and part-of in the overlay's `labels`",
  source: "https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/",
  *check(cluster) {
    for (const service of brokerServices(cluster)) {
      const { object } = service.workload;
      const missing = labels.filter((label) => !object.labels.has(label));
      if (missing.length === 0) continue;
      yield {
        at: object.root.get("metadata", "labels"),
        message: `\`${service.name}\` has no label ${missing.join(", ")}`,
      };
    }
  },
};
