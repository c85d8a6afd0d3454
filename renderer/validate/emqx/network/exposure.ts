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

export const missedWebSocket: Rule = {
  code: "emqx/ingress-misses-websocket-path",
  severity: "warning",
  summary: "An Ingress leads to the WebSocket listener without its path",
  why: "The listener answers on its path only, `/mqtt` unless it is set; all else gets 404",
  fix: "route the path of the listener, with pathType Prefix or Exact",
  source: sources.listenerSchema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const paths = new Map<number | undefined, string>();
      for (const { type, port, isEnabled, settings } of listenersOf(instance)) {
        if (!isEnabled || (type !== "ws" && type !== "wss")) continue;
        const path = settings.get("websocket.mqtt_path");
        if (!path || path.text !== undefined) paths.set(port, path?.text ?? "/mqtt");
      }
      const services = new Map(servicesOf(cluster, instance).map((service) => [service.name, service]));
      if (services.size === 0) continue;
      for (const ingress of cluster.ofKind("Ingress", "networking.k8s.io")) {
        if (ingress.namespace !== instance.object.namespace) continue;
        for (const rule of ingress.root.get("spec", "rules").items()) {
          for (const each of rule.get("http", "paths").items()) {
            const backend = each.get("backend", "service");
            const service = services.get(backend.get("name").text ?? "");
            const wish = backend.get("port");
            const port =
              service &&
              portsOf(service, instance).find(({ name, port: number }) => {
                return wish.get("name").exists
                  ? name === wish.get("name").text
                  : number === wish.get("number").number;
              });
            const path = paths.get(port?.target);
            const at = each.get("path");
            if (path === undefined || port?.target === undefined || covers(each, path)) continue;
            yield {
              at,
              message: `the WebSocket listener answers on \`${path}\`, not on \`${at.text ?? "/"}\``,
            };
          }
        }
      }
    }
  },
};

/** Whether requests for a path reach the backend. */
function covers(rule: KubeObject["root"], path: string): boolean {
  const own = rule.get("path").text ?? "/";
  const type = rule.get("pathType").text;
  if (type === "Exact") return own === path;
  // Controllers read their own patterns: `/mqtt(/|$)(.*)`.
  if (type === "ImplementationSpecific") return true;
  const prefix = own.replace(/\/+$/, "");
  return path === prefix || path.startsWith(`${prefix}/`);
}
