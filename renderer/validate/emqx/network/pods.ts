// The network of the pods themselves.
import type { Rule } from "../../rule.ts";
import { discoveryServiceOf } from "../instance/discovery.ts";
import { emqxInstances, emqxWorkloads } from "../instance/instance.ts";
import { listenersOf } from "../instance/listeners.ts";
import { portsOf, servicesOf } from "../instance/services.ts";
import { notSet, placed } from "../placed.ts";
import { sources } from "../sources.ts";
import { clusterPorts } from "./closed.ts";

export const hostNetwork: Rule = {
  code: "emqx/host-network",
  severity: "warning",
  summary: "The pods use the network of their machine",
  why: "They do not find their own names, and two nodes on one machine collide on 1883, 4370 and 5369",
  fix: "remove `hostNetwork`, and open the ports with a Service",
  source: sources.entrypoint,
  *check(cluster) {
    for (const { pod } of emqxWorkloads(cluster)) {
      const at = pod.get("hostNetwork");
      if (at.boolean === true) yield { at, message: "the nodes take the names and ports of their machines" };
    }
  },
};

export const ipv6Only: Rule = {
  code: "emqx/ipv6-not-configured",
  severity: "error",
  summary: "The Services are for IPv6 alone and EMQX is not told so",
  why: "The nodes listen for each other on IPv4, and the image looks for an IPv4 address when it names the node",
  fix: "set EMQX_HOST, EMQX_CLUSTER__PROTO_DIST=inet6_tcp, EMQX_RPC__LISTEN_ADDRESS=:: and EMQX_DASHBOARD__LISTENERS__HTTP__INET6=true",
  source: "https://github.com/emqx/emqx-operator/issues/327",
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const { settings, environment } = instance;
      const service = discoveryServiceOf(cluster, instance.object);
      const families = service?.root.get("spec", "ipFamilies");
      const isOnly = families?.items().length === 1 && families.items()[0]?.text === "IPv6";
      if (!families || !isOnly || !settings.isComplete) continue;
      const missing = [
        ...(environment.variables.has("EMQX_HOST") || settings.get("node.name") ? [] : ["EMQX_HOST"]),
        ...(settings.get("cluster.proto_dist")?.text?.startsWith("inet6") === false ||
        !settings.get("cluster.proto_dist")
          ? ["cluster.proto_dist"]
          : []),
        ...(settings.get("rpc.listen_address") ? [] : ["rpc.listen_address"]),
        ...(settings.get("dashboard.listeners.http.inet6") ? [] : ["dashboard.listeners.http.inet6"]),
      ];
      if (missing.length === 0) continue;
      const related = [{ at: families, message: "the Service is for IPv6 alone" }];
      yield { ...notSet(instance), message: `${missing.join(", ")} still mean IPv4`, related };
    }
  },
};

interface Mesh {
  readonly name: string;
  readonly key: string;
  readonly on: readonly string[];
  readonly exclusions: readonly string[];
}

const meshes: readonly Mesh[] = [
  {
    name: "Istio",
    key: "sidecar.istio.io/inject",
    on: ["true"],
    exclusions: [
      "traffic.sidecar.istio.io/excludeInboundPorts",
      "traffic.sidecar.istio.io/excludeOutboundPorts",
    ],
  },
  {
    name: "Linkerd",
    key: "linkerd.io/inject",
    on: ["enabled", "ingress"],
    exclusions: ["config.linkerd.io/skip-inbound-ports", "config.linkerd.io/skip-outbound-ports"],
  },
];

export const meshInBetween: Rule = {
  code: "emqx/mesh-intercepts-cluster-ports",
  severity: "warning",
  summary: "A service mesh stands between the nodes",
  why: "The traffic between the nodes is no HTTP and begins before the sidecar is ready, so the cluster breaks or never forms",
  fix: "exclude 4370 and 5369 in both directions with the annotations of the mesh",
  source: "https://github.com/emqx/emqx/issues/1621",
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      if (!instance.isClustered) continue;
      const metadata = instance.workload.template.get("metadata");
      for (const { name, key, on, exclusions } of meshes) {
        const inject = [metadata.get("labels", key), metadata.get("annotations", key)].find(
          ({ exists }) => exists,
        );
        if (!inject || !on.includes(inject.text ?? "")) continue;
        const ports = clusterPorts(instance);
        const open = exclusions.find((exclusion) => {
          const excluded = new Set(
            (metadata.get("annotations", exclusion).text ?? "").split(",").map((each) => each.trim()),
          );
          return !ports.every((port) => excluded.has(String(port)));
        });
        if (open === undefined) continue;
        yield {
          at: inject,
          message: `${name} intercepts the ports between the nodes: \`${open}\` does not have ${ports.join(" and ")}`,
        };
      }
    }
  },
};

/** Annotations that turn the PROXY protocol of a cloud's load balancer on, and what they say then. */
const proxyAnnotations: readonly (readonly [key: string, on: RegExp])[] = [
  ["service.beta.kubernetes.io/aws-load-balancer-proxy-protocol", /./],
  ["service.beta.kubernetes.io/aws-load-balancer-target-group-attributes", /proxy_protocol_v2\.enabled=true/],
  ["service.beta.kubernetes.io/do-loadbalancer-enable-proxy-protocol", /^true$/],
  ["service.beta.kubernetes.io/linode-loadbalancer-default-proxy-protocol", /^v[12]$/],
  ["service.beta.kubernetes.io/scw-loadbalancer-proxy-protocol-v2", /^(?!false$)./],
  ["load-balancer.hetzner.cloud/uses-proxyprotocol", /^true$/],
  ["loadbalancer.openstack.org/proxy-protocol", /^(?!false$)./],
];

export const proxyProtocol: Rule = {
  code: "emqx/proxy-protocol-mismatch",
  severity: "error",
  summary: "The PROXY protocol is on at one side only",
  why: "A listener that waits for the header closes connections without it after 3 seconds; one that does not wait takes it for a broken CONNECT",
  fix: "set PROXY_PROTOCOL of the listener as the load balancer has it, and probe another port",
  source: sources.listenerSchema,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const { settings, container } = instance;
      const listeners = listenersOf(instance).filter(
        ({ isEnabled, type }) => isEnabled && type !== "http" && type !== "https",
      );
      for (const service of servicesOf(cluster, instance)) {
        const annotation = proxyAnnotations.find(([key, on]) =>
          on.test(service.annotations.get(key) ?? ""),
        )?.[0];
        if (annotation === undefined) continue;
        for (const { at, target } of portsOf(service, instance)) {
          const listener = listeners.find(({ port }) => port === target);
          const setting = listener?.settings.get("proxy_protocol");
          if (!listener || setting?.text === "true" || (setting && setting.text === undefined)) continue;
          if (!setting && !settings.isComplete) continue;
          const related = [{ at: at.get("port"), message: `leads to the listener \`${listener.name}\`` }];
          const message = `the load balancer sends the PROXY header and the listener \`${listener.name}\` does not expect it`;
          yield { at: service.root.get("metadata", "annotations", annotation), message, related };
        }
      }
      for (const name of ["startupProbe", "readinessProbe", "livenessProbe"]) {
        const at = container.get(name, "tcpSocket", "port");
        const named = container
          .get("ports")
          .itemWith("name", at.text ?? "")
          ?.get("containerPort").number;
        const listener = listeners.find(({ port }) => port !== undefined && port === (at.number ?? named));
        const setting = listener?.settings.get("proxy_protocol");
        if (setting?.text !== "true") continue;
        const related = [{ ...placed(setting), message: "the listener waits for the PROXY header" }];
        yield { at, message: `the ${name} sends no PROXY header`, related };
      }
    }
  },
};
