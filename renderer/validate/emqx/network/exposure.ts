// What Services and Ingresses open to others.
import type { KubeObject } from "../../model/object.ts";
import type { Finding, Rule } from "../../rule.ts";
import { emqxInstances } from "../instance/instance.ts";
import { listenersOf } from "../instance/listeners.ts";
import { portsOf, servicesOf } from "../instance/services.ts";
import { sources } from "../sources.ts";
import { clusterPorts } from "./closed.ts";
import { policiesOf } from "./policies.ts";

function isExternal({ root }: KubeObject): boolean {
  const type = root.get("spec", "type").text;
  return type === "LoadBalancer" || type === "NodePort" || root.get("spec", "externalIPs").items().length > 0;
}

export const exposedClusterPorts: Rule = {
  code: "emqx/cluster-ports-exposed",
  severity: "warning",
  summary: "The ports between the nodes are open to others",
  why: "Whoever reaches port 4370 needs only the cookie to run any code on the broker; 5369 is not protected either",
  fix: "take the ports out of the Service, and let NetworkPolicies name the nodes' own pods as peers",
  source: sources.clusterSecurity,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const ports = new Set(clusterPorts(instance));
      for (const service of servicesOf(cluster, instance)) {
        if (!isExternal(service)) continue;
        for (const { at, target } of portsOf(service, instance)) {
          if (target === undefined || !ports.has(target)) continue;
          const type = service.root.get("spec", "type").text ?? "ClusterIP";
          yield {
            at: at.get("port"),
            message: `the ${type} Service opens port ${target}, which is for the nodes alone`,
          };
        }
      }
      for (const policy of policiesOf(cluster, instance, "Ingress")) yield* openRules(policy, ports);
    }
  },
};

/** Rules that name a port of the nodes and no peers, or any pod of any namespace. */
function* openRules({ root }: KubeObject, ports: ReadonlySet<number>): Iterable<Finding> {
  for (const rule of root.get("spec", "ingress").items()) {
    const peers = rule.get("from").items();
    const isAnyone = peers.some(
      (peer) => isEmptyMap(peer.get("namespaceSelector")) && !peer.get("podSelector", "matchLabels").exists,
    );
    const isWorld = peers.some((peer) => peer.get("ipBlock", "cidr").text === "0.0.0.0/0");
    if (peers.length > 0 && !isAnyone && !isWorld) continue;
    for (const port of rule.get("ports").items()) {
      const at = port.get("port");
      if (at.number === undefined || !ports.has(at.number)) continue;
      yield { at, message: `the policy opens port ${at.number} to everyone, and it is for the nodes alone` };
    }
  }
}

function isEmptyMap(value: KubeObject["root"]): boolean {
  return value.node?.kind === "mapping" && value.node.keys.length === 0;
}

export const headlessLoadBalancer: Rule = {
  code: "emqx/headless-load-balancer",
  severity: "error",
  summary: "A Service is headless and of a type that needs an address",
  why: "The API server refuses it",
  fix: "make two Services: a headless one for the nodes, another for the clients",
  source: "https://kubernetes.io/docs/concepts/services-networking/service/#headless-services",
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      for (const { root } of servicesOf(cluster, instance)) {
        const type = root.get("spec", "type");
        if (root.get("spec", "clusterIP").text !== "None") continue;
        if (type.text !== "LoadBalancer" && type.text !== "NodePort") continue;
        yield { at: type, message: `a Service with \`clusterIP: None\` cannot be of type ${type.text}` };
      }
    }
  },
};

export const sessionAffinity: Rule = {
  code: "emqx/session-affinity",
  severity: "info",
  summary: "A Service sends each client to the same node",
  why: "MQTT needs none of it: a session is taken over by whatever node the client reaches; clients behind one address all land on one node",
  fix: "remove `sessionAffinity`",
  source: sources.createCluster,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      for (const { root } of servicesOf(cluster, instance)) {
        const at = root.get("spec", "sessionAffinity");
        if (at.text === "ClientIP") yield { at, message: "clients behind one address all land on one node" };
      }
    }
  },
};

export const lostAddress: Rule = {
  code: "emqx/client-address-lost",
  severity: "warning",
  summary: "The broker does not see the addresses of its clients",
  why: "Traffic from outside comes with the address of a cluster node, so bans, flapping detection and rules by address hit everyone or nobody",
  fix: "set `externalTrafficPolicy: Local`, or use the PROXY protocol on both sides",
  source:
    "https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip",
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const proxied = new Set<number | undefined>();
      const mqtt = new Set<number | undefined>();
      for (const { type, port, isEnabled, settings } of listenersOf(instance)) {
        if (!isEnabled || type === "http" || type === "https") continue;
        mqtt.add(port);
        if (settings.get("proxy_protocol")?.text === "true") proxied.add(port);
      }
      for (const service of servicesOf(cluster, instance)) {
        const { root } = service;
        const type = root.get("spec", "type").text;
        const at = root.get("spec", "externalTrafficPolicy");
        if ((type !== "LoadBalancer" && type !== "NodePort") || at.text === "Local") continue;
        const open = portsOf(service, instance).filter(
          ({ target }) => mqtt.has(target) && !proxied.has(target),
        );
        if (open.length === 0) continue;
        yield { at, message: `the Service \`${service.name}\` hides the addresses of the clients` };
      }
    }
  },
};
