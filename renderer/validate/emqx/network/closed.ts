// NetworkPolicies that close what the nodes need.
import type { Cluster } from "../../model/cluster.ts";
import type { KubeObject } from "../../model/object.ts";
import { textMap, type Value } from "../../model/value.ts";
import type { Finding, Rule } from "../../rule.ts";
import { strategyOf } from "../instance/discovery.ts";
import { type EmqxInstance, emqxInstances } from "../instance/instance.ts";
import { listenersOf } from "../instance/listeners.ts";
import { nodeNameOf } from "../instance/node-name.ts";
import { sources } from "../sources.ts";
import { type Direction, isOpen, meansSelf, policiesOf } from "./policies.ts";

/** The ports between the nodes; the number at the end of the node's name counts. */
export function clusterPorts(instance: EmqxInstance): readonly number[] {
  const { settings } = instance;
  const offset = Number(/[0-9]+$/.exec(nodeNameOf(instance).prefix ?? "")?.[0] ?? 0);
  const isStateless = settings.get("rpc.port_discovery")?.text === "stateless";
  const rpc = Number(settings.get("rpc.server_port")?.text ?? 5369);
  return [4370 + offset, isStateless ? 5370 + offset : rpc];
}

/** At the policy that an engineer would change: one that speaks of the ports, else one with rules of the direction. */
function closedBy(
  policies: readonly KubeObject[],
  direction: Direction,
  ports: readonly number[],
): Pick<Finding, "at" | "atKey"> {
  const list = direction === "Ingress" ? "ingress" : "egress";
  const rulesOf = ({ root }: KubeObject): Value => root.get("spec", list);
  const speaks = (policy: KubeObject): boolean =>
    rulesOf(policy)
      .items()
      .some((rule) =>
        rule
          .get("ports")
          .items()
          .some((port) => ports.includes(port.get("port").number ?? 0)),
      );
  const closing = policies.find(speaks) ?? policies.find((each) => rulesOf(each).exists) ?? policies[0];
  if (!closing) throw new Error("the caller saw a policy");
  const rules = rulesOf(closing);
  return { at: rules.exists ? rules : closing.root.get("spec", "policyTypes"), atKey: true };
}

export const closedCluster: Rule = {
  code: "emqx/network-policy-closes-cluster",
  severity: "error",
  summary: "A NetworkPolicy closes the ports between the nodes",
  why: "The listeners never start: a node that joins waits for copies of the others' tables",
  fix: "allow TCP 4370 and 5369 from and to the same pods, in both directions",
  source: sources.clusterSecurity,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      if (!instance.isClustered) continue;
      for (const direction of ["Ingress", "Egress"] as const) {
        const policies = policiesOf(cluster, instance, direction);
        if (policies.length === 0) continue;
        const isPeer = meansSelf(instance);
        const closed = clusterPorts(instance).filter(
          (port) => !isOpen(policies, instance, { direction, port, protocol: "TCP", isPeer }),
        );
        if (closed.length === 0) continue;
        const way = direction === "Ingress" ? "from" : "to";
        const message = `no policy allows TCP ${closed.join(" and ")} ${way} the other nodes`;
        yield { ...closedBy(policies, direction, clusterPorts(instance)), message };
      }
    }
  },
};

export const closedDns: Rule = {
  code: "emqx/network-policy-closes-dns",
  severity: "error",
  summary: "A NetworkPolicy closes DNS for the nodes",
  why: "No node resolves the name of another, so the cluster does not form",
  fix: "allow UDP 53 and TCP 53 out",
  source: sources.clusterSecurity,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const policies = policiesOf(cluster, instance, "Egress");
      if (!instance.isClustered || policies.length === 0) continue;
      const closed = (["UDP", "TCP"] as const).filter(
        (protocol) => !isOpen(policies, instance, { direction: "Egress", port: 53, protocol }),
      );
      if (closed.length === 0) continue;
      yield {
        ...closedBy(policies, "Egress", [53, ...clusterPorts(instance)]),
        message: `no policy allows ${closed.join(" and ")} 53 out, so names are not resolved`,
      };
    }
  },
};

export const closedApiServer: Rule = {
  code: "emqx/network-policy-closes-api-server",
  severity: "error",
  summary: "A NetworkPolicy closes the Kubernetes API, which discovery asks",
  why: "Discovery fails every five seconds and the cluster does not form",
  fix: "allow TCP out to the port of the API server, 443 or 6443",
  source: sources.k8sDiscovery,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const policies = policiesOf(cluster, instance, "Egress");
      if (strategyOf(instance) !== "k8s" || policies.length === 0) continue;
      // The peers are left alone: the server's address is not known here.
      const isSome = [443, 6443, 8443, 16443].some((port) =>
        isOpen(policies, instance, { direction: "Egress", port, protocol: "TCP" }),
      );
      if (!isSome)
        yield {
          ...closedBy(policies, "Egress", clusterPorts(instance)),
          message: "no policy allows the way to the Kubernetes API",
        };
    }
  },
};

export const closedOperator: Rule = {
  code: "emqx/network-policy-closes-operator",
  severity: "error",
  summary: "A NetworkPolicy keeps the operator away from the pods",
  why: "The operator asks every pod for its state on the dashboard's port; without an answer no pod becomes ready and no Service is made",
  fix: "allow the namespace of the operator to reach the dashboard's port, 18083",
  source: "https://github.com/emqx/emqx-operator/issues/998",
  parameters: { namespace: { summary: "Where the operator runs", default: "emqx-operator-system" } },
  *check(cluster, context) {
    const namespace = context.text("namespace");
    for (const instance of emqxInstances(cluster)) {
      if (instance.workload) continue;
      const policies = policiesOf(cluster, instance, "Ingress");
      const port = listenersOf(instance).find(({ type }) => type === "http")?.port;
      if (policies.length === 0 || port === undefined || port === 0) continue;
      const isPeer = (peer: Value): boolean =>
        meansNamespace(cluster, peer, namespace, instance.object.namespace);
      if (isOpen(policies, instance, { direction: "Ingress", port, protocol: "TCP", isPeer })) continue;
      const message = `no policy lets the namespace \`${namespace}\` reach port ${port}`;
      yield { ...closedBy(policies, "Ingress", [port]), message };
    }
  },
};

function meansNamespace(cluster: Cluster, peer: Value, namespace: string, own: string): boolean {
  if (peer.get("ipBlock").exists) return true;
  const selector = peer.get("namespaceSelector");
  if (!selector.exists) return namespace === own;
  const labels = textMap(selector.get("matchLabels"));
  // Labels that only the cluster knows may be those of the operator's namespace.
  const known = cluster.find("Namespace", "", namespace);
  return [...labels].every(([key, value]) => {
    if (key === "kubernetes.io/metadata.name") return value === namespace;
    return !known || known.labels.get(key) === value;
  });
}
