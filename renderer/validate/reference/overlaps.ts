// What two objects claim and one can have.
import type { Cluster } from "../model/cluster.ts";
import { workloadsMatching } from "../model/selection.ts";
import { textMap, type Value } from "../model/value.ts";
import type { Finding, Rule } from "../rule.ts";

const ownSelector = new Set(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"]);

export const selectorsOverlap: Rule = {
  code: "reference/selectors-overlap",
  severity: "warning",
  summary: "The selector of a workload matches the pods of another one",
  why: "Each of them takes the other's pods for its own where nobody owns them, and commands that go by the selector mean both",
  fix: "add a label that only the pods of this workload have to its selector and template",
  source: "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector",
  *check(cluster) {
    for (const { object } of cluster.workloads) {
      if (!ownSelector.has(object.kind)) continue;
      const at = object.root.get("spec", "selector");
      if (textMap(at.get("matchLabels")).size + at.get("matchExpressions").items().length === 0) continue;
      const other = workloadsMatching(cluster, object.namespace, at).find(
        (workload) => workload.object !== object,
      );
      if (!other) continue;
      const { kind, name } = other.object;
      yield {
        at: at.changed,
        message: `the pods of ${kind}/${name} have these labels, too`,
        related: [{ at: other.template.get("metadata", "labels"), message: `the labels of ${kind}/${name}` }],
      };
    }
  },
};

export const nodePortTwice: Rule = {
  code: "reference/node-port-twice",
  severity: "error",
  summary: "Two Services want the same port of the nodes",
  why: "The API server refuses the second one",
  fix: "choose another number, or leave the choice to the cluster",
  *check(cluster) {
    yield* twice(nodePorts(cluster), (name) => `the port ${name} of the nodes is taken already`);
  },
};

export const routeTwice: Rule = {
  code: "reference/route-twice",
  severity: "warning",
  summary: "Two Ingresses answer for the same host and path",
  why: "Which of them counts depends on the controller; some refuse the second one",
  fix: "keep one of them, or give them different paths",
  source: "https://kubernetes.io/docs/concepts/services-networking/ingress/",
  *check(cluster) {
    yield* twice(ingressPaths(cluster), (name) => `${name.split(" ").pop()} is routed already`);
  },
};

type Claim = readonly [what: string, at: Value];

function* twice(claims: Iterable<Claim>, message: (what: string) => string): Iterable<Finding> {
  const seen = new Map<string, Value>();
  for (const [what, at] of claims) {
    const first = seen.get(what);
    if (!first) seen.set(what, at);
    else {
      const { kind, name } = first.object.id;
      yield { at, message: message(what), related: [{ at: first, message: `${kind}/${name} has it` }] };
    }
  }
}

function* nodePorts(cluster: Cluster): Iterable<Claim> {
  for (const { root } of cluster.ofKind("Service", "")) {
    for (const port of root.get("spec", "ports").items()) {
      const at = port.get("nodePort");
      const protocol = port.get("protocol").text ?? "TCP";
      if (at.number) yield [`${at.number}/${protocol}`, at];
    }
  }
}

// Ingresses of different classes are served by different controllers, and canaries double a route on purpose.
function* ingressPaths(cluster: Cluster): Iterable<Claim> {
  for (const { root, annotations } of cluster.ofKind("Ingress", "networking.k8s.io")) {
    if ([...annotations.keys()].some((key) => /canary/.test(key))) continue;
    const own = annotations.get("kubernetes.io/ingress.class");
    const ingressClass = root.get("spec", "ingressClassName").text ?? own ?? "";
    for (const rule of root.get("spec", "rules").items()) {
      for (const at of rule.get("http", "paths").items()) {
        const path = at.get("path").text ?? "/";
        const type = at.get("pathType").text ?? "";
        yield [`${ingressClass} ${type} ${rule.get("host").text ?? "*"}${path}`, at.get("path")];
      }
    }
  }
}
