// Selectors that mean too little or too much.
import { selects, workloadsMatching, workloadsSelectedBy } from "../model/selection.ts";
import { mayHaveUnseenPods } from "../model/unseen-pods.ts";
import { textMap } from "../model/value.ts";
import type { Rule } from "../rule.ts";

const ownSelector = new Set(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"]);

export const selectorMissesTemplate: Rule = {
  code: "reference/selector-misses-template",
  severity: "error",
  summary: "The selector of a workload does not match the labels of its own pods",
  why: "The API server refuses the workload",
  fix: "give the template the labels of the selector",
  *check(cluster) {
    for (const { object, labels } of cluster.workloads) {
      const at = object.root.get("spec", "selector");
      if (!ownSelector.has(object.kind) || !at.exists || selects(at, labels)) continue;
      yield {
        at: at.changed,
        message: "the pods' template does not have the labels that the selector asks for",
      };
    }
  },
};

export const serviceSelectsSeveral: Rule = {
  code: "reference/service-selects-several",
  severity: "warning",
  summary: "The selector of a Service matches the pods of several workloads",
  why: "Connections go to pods of different programs in turn",
  fix: "add a label to the selector that only the meant pods have",
  *check(cluster) {
    for (const service of cluster.ofKind("Service", "")) {
      const at = service.root.get("spec", "selector");
      const workloads = workloadsSelectedBy(cluster, service.namespace, textMap(at)).filter(
        ({ runsToEnd }) => !runsToEnd,
      );
      if (workloads.length < 2) continue;
      const names = workloads.map(({ object }) => `${object.kind}/${object.name}`);
      yield {
        at: at.changed,
        message: `the pods of ${names.slice(0, 3).join(" and ")}${names.length > 3 ? " and others" : ""} have these labels`,
        related: workloads.slice(0, 3).map(({ object, template }) => ({
          at: template.get("metadata", "labels"),
          message: `the labels of ${object.kind}/${object.name}`,
        })),
      };
    }
  },
};

export const networkPolicySelectsNothing: Rule = {
  code: "reference/network-policy-selects-nothing",
  severity: "warning",
  summary: "The selector of a NetworkPolicy matches no pod",
  why: "The policy protects nothing, and what it should restrict stays open",
  fix: "give the selector labels that the pods' template has",
  *check(cluster) {
    for (const { root, namespace } of cluster.ofKind("NetworkPolicy", "networking.k8s.io")) {
      const at = root.get("spec", "podSelector");
      const isForAll =
        at.get("matchLabels").entries().length + at.get("matchExpressions").items().length === 0;
      if (isForAll || mayHaveUnseenPods(cluster, namespace)) continue;
      if (workloadsMatching(cluster, namespace, at).length > 0) continue;
      yield { at: at.changed, message: "the policy's selector matches no pod" };
    }
  },
};
