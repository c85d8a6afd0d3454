// The network of the pods themselves.
import type { Rule } from "../../rule.ts";
import { discoveryServiceOf } from "../instance/discovery.ts";
import { emqxWorkloads } from "../instance/instance.ts";
import { notSet } from "../placed.ts";
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
