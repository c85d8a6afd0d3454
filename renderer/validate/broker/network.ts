// Who of the broker may talk to whom: what the services need, what the network policies let through, and the difference.
import type { Cluster } from "../model/cluster.ts";
import { inNamespace } from "../model/namespaced.ts";
import type { Peer } from "../model/network-peer.ts";
import { connects, directionsOf, opensPort, passes, policiesOf } from "../model/network-policy.ts";
import type { Finding, Rule } from "../rule.ts";
import { connections, isHeadless, podsBehind, resolveHost, servicePort, targetPort } from "./connections.ts";
import { refusalOf } from "./refusals.ts";
import { type BrokerService, isProduction, serviceOf, servicesByNamespace } from "./services.ts";

const concept = "https://kubernetes.io/docs/concepts/services-networking/network-policies/";

/** An address that is on the internet whatever the cluster (example.com had it). */
const internet: Peer = { kind: "address", address: "93.184.216.34" };
const https = { number: 443, protocol: "TCP" } as const;
const names = { number: 53, protocol: "UDP" } as const;

export const noDefaultDeny: Rule = {
  code: "broker/network-not-closed",
  severity: "warning",
  summary: "The broker's namespace is not closed by a policy for all of its pods",
  why: "What no policy mentions is open: every pod of the cluster reaches RabbitMQ and the database, and a service that is taken over reaches everything",
  fix: "add a NetworkPolicy with an empty podSelector, both policyTypes and no rules",
  source: concept,
  *check(cluster) {
    if (!isProduction(cluster) || hasOtherPolicies(cluster)) return;
    for (const [namespace, [service]] of cluster.once(servicesByNamespace)) {
      const closed = new Set(
        inNamespace(cluster, namespace, "NetworkPolicy", "networking.k8s.io")
          .filter(({ root }) => root.get("spec", "podSelector").entries().length === 0)
          .flatMap(directionsOf),
      );
      const open = (["Ingress", "Egress"] as const).filter((direction) => !closed.has(direction));
      if (open.length === 0 || !service) continue;
      const home = cluster.find("Namespace", "", namespace)?.root.get("metadata", "name");
      yield {
        at: home ?? service.workload.object.root.get("metadata", "name"),
        message: `no policy closes the ${open.map((one) => one.toLowerCase()).join(" and the ")} of all pods in \`${namespace}\``,
      };
    }
  },
};

/** Policies of a network plugin of its own kind, which say more than can be read here. */
function hasOtherPolicies(cluster: Cluster): boolean {
  const kinds = [
    "CiliumNetworkPolicy",
    "CiliumClusterwideNetworkPolicy",
    "GlobalNetworkPolicy",
    "AdminNetworkPolicy",
  ];
  const calico = cluster.ofKind("NetworkPolicy").some(({ group }) => group.endsWith("projectcalico.org"));
  return calico || kinds.some((kind) => cluster.ofKind(kind).length > 0);
}

export const neededEdgeClosed: Rule = {
  code: "broker/needed-connection-blocked",
  severity: "error",
  summary: "The network policies block a connection that a service needs",
  why: "The connection times out; the service waits or starts again for ever",
  fix: "let the policies of both ends pass it: egress of the client and ingress of the server",
  source: concept,
  *check(cluster) {
    if (hasOtherPolicies(cluster)) return;
    for (const edge of neededEdges(cluster)) {
      const { client, server, port } = edge;
      const verdict = connects(cluster, client.workload, server.workload, { number: port, protocol: "TCP" });
      if (verdict === "blocked") yield blocked(cluster, edge);
    }
    for (const services of cluster.once(servicesByNamespace).values()) {
      for (const client of services) yield* outerEdges(cluster, client);
    }
  },
};

interface Edge {
  readonly client: BrokerService;
  readonly server: BrokerService;
  readonly port: number;
}

/** What the variables of the services lead to. */
function neededEdges(cluster: Cluster): readonly Edge[] {
  return connections(cluster).flatMap((connection) => {
    const { client, host, port } = connection;
    const target = resolveHost(cluster, host, client.namespace);
    // Where nothing answers, no policy needs to let anything pass.
    if (target.kind !== "service" || port === undefined || refusalOf(cluster, connection)) return [];
    const { service } = target;
    const entry = isHeadless(service) ? undefined : servicePort(service, port);
    return podsBehind(cluster, service).flatMap((pods) => {
      const server = serviceOf(cluster, pods);
      const number = entry ? targetPort(entry, pods) : port;
      return server && number !== undefined ? [{ client, server, port: number }] : [];
    });
  });
}

function blocked(cluster: Cluster, { client, server, port }: Edge): Finding {
  const peer: Peer = { kind: "pods", workload: server.workload };
  const byEgress =
    passes(cluster, client.workload, "Egress", peer, { number: port, protocol: "TCP" }) === "blocked";
  const closed = byEgress ? client : server;
  const [policy] = policiesOf(cluster, closed.workload, byEgress ? "Egress" : "Ingress");
  const which = byEgress ? `egress of \`${client.name}\`` : `ingress of \`${server.name}\``;
  return {
    at: client.workload.template.get("metadata", "labels").changed,
    message: `\`${client.name}\` does not reach ${port} of \`${server.name}\`: no policy for the ${which} lets it pass`,
    related: policy
      ? [{ at: policy.root.get("spec", "podSelector"), message: `this policy closes the ${which}` }]
      : [],
  };
}

/** Names, and the platforms on the internet that production uses. */
function* outerEdges(cluster: Cluster, client: BrokerService): Generator<Finding> {
  const { facts, workload, name } = client;
  const at = workload.template.get("metadata", "labels").changed;
  const asksNames = facts.clientOf.length > 0 || facts.usesInternet || name === "website";
  if (asksNames && !opensPort(cluster, workload, "Egress", names))
    yield { at, message: `\`${name}\` cannot resolve names: no policy lets it reach port 53 over UDP` };
  if (!isProduction(cluster) || !facts.usesInternet) return;
  if (passes(cluster, workload, "Egress", internet, https) === "blocked")
    yield {
      at,
      message: `\`${name}\` does not reach its platform: no policy lets it out to 443 on the internet`,
    };
}

export const needlessEdgeOpen: Rule = {
  code: "broker/needless-connection-open",
  severity: "warning",
  summary: "The network policies let a service reach another that it has no business with",
  why: "A service that is taken over, the website for instance, then reads the database or publishes as a device",
  fix: "narrow the policies: a label that only the clients of a server have, and the ports that they use",
  source: concept,
  *check(cluster) {
    if (hasOtherPolicies(cluster)) return;
    for (const all of cluster.once(servicesByNamespace).values()) {
      // Policies look at labels, so one workload of each name stands for all.
      const services = [...new Map(all.map((service) => [service.name, service])).values()];
      for (const server of services) {
        if (isProduction(cluster)) yield* needlessInternet(cluster, server);
        if (policiesOf(cluster, server.workload, "Ingress").length === 0) continue;
        for (const client of services) {
          const open =
            server === client
              ? []
              : needless(client, server).filter((port) => isOpen(cluster, client, server, port));
          if (open.length === 0) continue;
          yield {
            at: client.workload.template.get("metadata", "labels").changed,
            message: `\`${client.name}\` reaches ${open.join(", ")} of \`${server.name}\` and needs it for nothing`,
          };
        }
      }
    }
  },
};

function isOpen(cluster: Cluster, client: BrokerService, server: BrokerService, number: number): boolean {
  return connects(cluster, client.workload, server.workload, { number, protocol: "TCP" }) === "passes";
}

/** The ports of a server that a client has no business with. */
function needless(client: BrokerService, server: BrokerService): readonly number[] {
  return server.facts.ports.filter((port) => {
    if (port === 5432) return !client.facts.clientOf.includes("db");
    if (port === 5672) return !client.facts.clientOf.includes("mq");
    if (port === 1883) return client.name !== "website" && client.name !== "ict-mqtt";
    if (port === 5687) return client.name !== "website";
    if (port === 3001) return client.name !== "ttn-processor";
    return true;
  });
}

function* needlessInternet(cluster: Cluster, { facts, workload, name }: BrokerService): Generator<Finding> {
  if (facts.usesInternet || policiesOf(cluster, workload, "Egress").length === 0) return;
  if (passes(cluster, workload, "Egress", internet, https) !== "passes") return;
  const at = workload.template.get("metadata", "labels").changed;
  yield { at, message: `\`${name}\` reaches the internet and needs it for nothing` };
}
