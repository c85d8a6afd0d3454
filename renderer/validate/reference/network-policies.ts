// Ports and peers that NetworkPolicies name.
import { nearest } from "../../diagnostics/suggest.ts";
import type { Cluster } from "../model/cluster.ts";
import { rulesOf } from "../model/network-policy.ts";
import type { KubeObject } from "../model/object.ts";
import { workloadsIn, workloadsMatching } from "../model/selection.ts";
import { mayHaveUnseenPods } from "../model/unseen-pods.ts";
import type { Value } from "../model/value.ts";
import type { Workload } from "../model/workload.ts";
import type { Rule } from "../rule.ts";

const source = "https://kubernetes.io/docs/concepts/services-networking/network-policies/";

export const unknownPolicyPort: Rule = {
  code: "reference/unknown-policy-port",
  severity: "warning",
  summary: "A NetworkPolicy lets a port name in that the pods do not have",
  why: "The name means no port, so what should pass is blocked",
  fix: "use the name of one of the pods' ports, or its number",
  source,
  *check(cluster) {
    for (const policy of cluster.ofKind("NetworkPolicy", "networking.k8s.io")) {
      const named = rulesOf(policy, "Ingress").flatMap((rule) => namedPorts(rule));
      if (named.length === 0) continue;
      const pods = selected(cluster, policy, policy.root.get("spec", "podSelector"));
      const names = new Set(pods.flatMap(portNames));
      for (const at of named) {
        if (pods.length === 0 || names.has(at.text ?? "")) continue;
        const close = nearest(at.text ?? "", names);
        yield {
          at,
          message: `the pods have no port named \`${at.text}\``,
          help: close ? `did you mean \`${close}\`?` : `they have ${[...names].join(", ") || "none"}`,
        };
      }
    }
  },
};

export const peerSelectsNothing: Rule = {
  code: "reference/network-policy-peer-selects-nothing",
  severity: "info",
  summary: "A rule of a NetworkPolicy is about pods that there are not",
  why: "What should pass is blocked, or the rule is left over from something that is gone",
  fix: "give the selector labels that the pods' template has, or a namespaceSelector if they are in another namespace",
  source,
  *check(cluster) {
    for (const policy of cluster.ofKind("NetworkPolicy", "networking.k8s.io")) {
      if (mayHaveUnseenPods(cluster, policy.namespace)) continue;
      const rules = [
        ...rulesOf(policy, "Ingress").map((rule) => rule.get("from")),
        ...rulesOf(policy, "Egress").map((rule) => rule.get("to")),
      ];
      for (const peer of rules.flatMap((peers) => peers.items())) {
        const at = peer.get("podSelector");
        if (peer.get("namespaceSelector").exists || !at.exists) continue;
        if (isOptIn(cluster, policy, at) || selected(cluster, policy, at).length > 0) continue;
        yield { at: at.changed, message: `no pod of the namespace ${policy.namespace} has these labels` };
      }
    }
  },
};

// Labels that no pod has are there for pods to come, which ask for access by them.
function isOptIn(cluster: Cluster, { namespace }: KubeObject, selector: Value): boolean {
  const expressions = selector.get("matchExpressions").items();
  const keys = [
    ...selector
      .get("matchLabels")
      .entries()
      .map(([key]) => key),
    ...expressions.map((expression) => expression.get("key").text),
  ];
  const used = cluster.once(usedLabels);
  return keys.some((key) => !used.has(`${namespace}\0${key}`));
}

function usedLabels(cluster: Cluster): ReadonlySet<string> {
  return new Set(
    cluster.workloads.flatMap(({ object, labels }) =>
      [...labels.keys()].map((key) => `${object.namespace}\0${key}`),
    ),
  );
}

function namedPorts(rule: Value): readonly Value[] {
  return rule
    .get("ports")
    .items()
    .map((entry) => entry.get("port"))
    .filter((port) => port.text !== undefined && port.number === undefined);
}

/** The pods of the policy's own namespace that a selector means; an empty one means all of them. */
function selected(cluster: Cluster, { namespace }: KubeObject, selector: Value): readonly Workload[] {
  const parts = [...selector.get("matchLabels").entries(), ...selector.get("matchExpressions").items()];
  return parts.length === 0
    ? workloadsIn(cluster, namespace)
    : workloadsMatching(cluster, namespace, selector);
}

function portNames({ containers }: Workload): readonly string[] {
  return containers.flatMap(({ value }) =>
    value
      .get("ports")
      .items()
      .flatMap((port) => port.get("name").text ?? []),
  );
}
