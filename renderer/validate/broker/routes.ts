// What Ingresses and HTTPRoutes lead to the services of the broker.
import type { Cluster } from "../model/cluster.ts";
import { numberOfPort } from "../model/network-policy.ts";
import type { KubeObject } from "../model/object.ts";
import type { Value } from "../model/value.ts";
import { podsBehind } from "./connections.ts";
import type { BrokerService } from "./services.ts";
import { serviceOf } from "./services.ts";
import { withoutSlash } from "./volumes.ts";

export interface Route {
  readonly object: KubeObject;
  /** `*` where every host is meant. */
  readonly hosts: readonly string[];
  readonly path: string;
  readonly isExact: boolean;
  /** Where the path stands; what should hold it where there is none. */
  readonly at: Value;
  /** Where the backend's name stands. */
  readonly backend: Value;
  /** The service behind it, and the port of its pods; undefined for what is none of the broker's. */
  readonly service: BrokerService | undefined;
  readonly port: number | undefined;
}

/** All routes whose backends are rendered. */
export function routes(cluster: Cluster): readonly Route[] {
  return cluster.once(findRoutes);
}

function findRoutes(cluster: Cluster): readonly Route[] {
  return [
    ...cluster.ofKind("Ingress", "networking.k8s.io").flatMap((object) => ofIngress(cluster, object)),
    ...cluster
      .ofKind("HTTPRoute", "gateway.networking.k8s.io")
      .flatMap((object) => ofHttpRoute(cluster, object)),
  ];
}

function ofIngress(cluster: Cluster, object: KubeObject): readonly Route[] {
  return object.root
    .get("spec", "rules")
    .items()
    .flatMap((rule) =>
      rule
        .get("http", "paths")
        .items()
        .map((entry) => {
          const backend = entry.get("backend", "service");
          const port = backend.get("port", "number");
          const at = entry.get("path");
          return {
            object,
            hosts: [rule.get("host").text ?? "*"],
            path: at.text ?? "/",
            isExact: entry.get("pathType").text === "Exact",
            at,
            backend: backend.get("name"),
            ...behind(
              cluster,
              object.namespace,
              backend.get("name"),
              port.exists ? port : backend.get("port", "name"),
            ),
          };
        }),
    );
}

function ofHttpRoute(cluster: Cluster, object: KubeObject): readonly Route[] {
  const names = object.root
    .get("spec", "hostnames")
    .items()
    .flatMap(({ text }) => text ?? []);
  const hosts = names.length > 0 ? names : ["*"];
  return object.root
    .get("spec", "rules")
    .items()
    .flatMap((rule) =>
      rule
        .get("backendRefs")
        .items()
        .flatMap((backend) => {
          const namespace = backend.get("namespace").text ?? object.namespace;
          const target = behind(cluster, namespace, backend.get("name"), backend.get("port"));
          const matches = rule.get("matches").items();
          const paths =
            matches.length > 0 ? matches.map((match) => match.get("path")) : [rule.get("matches")];
          return paths.map((path) => ({
            object,
            hosts,
            path: path.get("value").text ?? "/",
            isExact: path.get("type").text === "Exact",
            at: path.get("value"),
            backend: backend.get("name"),
            ...target,
          }));
        }),
    );
}

function behind(
  cluster: Cluster,
  namespace: string,
  name: Value,
  port: Value,
): { readonly service: BrokerService | undefined; readonly port: number | undefined } {
  const found = cluster.find("Service", namespace, name.text ?? "");
  const [pods] = found ? podsBehind(cluster, found) : [];
  const service = pods && serviceOf(cluster, pods);
  const entry = found?.root
    .get("spec", "ports")
    .items()
    .find((item) => item.get(port.number === undefined ? "name" : "port").text === port.text);
  if (!pods || !entry) return { service, port: undefined };
  const target = entry.get("targetPort");
  const number = target.exists
    ? (target.number ?? numberOfPort(pods, target.text, "TCP"))
    : entry.get("port").number;
  return { service, port: number };
}

/** Whether a request for a path takes a route, other routes aside. */
export function takes({ path, isExact }: Route, request: string): boolean {
  const prefix = withoutSlash(path);
  return isExact ? path === request : request === prefix || request.startsWith(`${prefix}/`);
}
