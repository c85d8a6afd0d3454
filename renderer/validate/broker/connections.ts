// Whom the services connect to, as their variables say, and what answers there.
import type { Cluster } from "../model/cluster.ts";
import type { Variable } from "../model/environment.ts";
import { numberOfPort } from "../model/network-policy.ts";
import type { KubeObject } from "../model/object.ts";
import { workloadsSelectedBy } from "../model/selection.ts";
import { textMap, type Value } from "../model/value.ts";
import type { Workload } from "../model/workload.ts";
import { type BrokerService, brokerServices, setting } from "./services.ts";

export interface Connection {
  readonly client: BrokerService;
  /** The variable that names the host. */
  readonly by: Variable;
  readonly host: string;
  /** Undefined when it is no number. */
  readonly port: number | undefined;
  /** What the port stands in; the host's variable when it stands in the code. */
  readonly portAt: Value;
}

/** All connections whose host is known. */
export function connections(cluster: Cluster): readonly Connection[] {
  return cluster.once(findConnections);
}

function findConnections(cluster: Cluster): readonly Connection[] {
  return brokerServices(cluster).flatMap((client) => {
    const { name, facts } = client;
    return [
      facts.clientOf.includes("db") ? toServer(client, "PGHOST", "PGPORT", 5432) : undefined,
      facts.clientOf.includes("mq") ? toServer(client, "RABBITMQ_HOST", "RABBITMQ_PORT", 5672) : undefined,
      // An MQTT client whose port stands in the code.
      name === "website" ? toServer(client, "RABBITMQ_HOST", undefined, 1883) : undefined,
      name === "website" ? toUrl(client, "IOTA_API_URL") : undefined,
      name === "ict-mqtt" ? toServer(client, "ICT_MQTT_SERVER", "ICT_MQTT_PORT", 1883) : undefined,
    ].flatMap((connection) => connection ?? []);
  });
}

function toServer(
  client: BrokerService,
  hostVariable: string,
  portVariable: string | undefined,
  usual: number,
): Connection | undefined {
  const by = setting(client, hostVariable);
  if (!by || by.text.trim() === "") return undefined;
  const port = portVariable === undefined ? undefined : client.environment.variables.get(portVariable);
  const isKnown = !port || port.text !== undefined;
  const number = port ? toPort(port.text) : usual;
  return { client, by, host: by.text.trim(), port: isKnown ? number : undefined, portAt: (port ?? by).at };
}

function toUrl(client: BrokerService, variable: string): Connection | undefined {
  const by = setting(client, variable);
  const match = /^(https?):\/\/(?:[^@/]*@)?([^:/]+)(?::(\d+))?(?:\/|$)/.exec(by?.text ?? "");
  if (!by || !match) return undefined;
  const [, scheme, host = "", port] = match;
  return { client, by, host, port: toPort(port ?? (scheme === "https" ? "443" : "80")), portAt: by.at };
}

/** A port number; undefined for anything else. */
export function toPort(text: string | undefined): number | undefined {
  const number = /^\d{1,5}$/.test(text ?? "") ? Number(text) : 0;
  return number > 0 && number < 65536 ? number : undefined;
}

export type Target =
  | { readonly kind: "service"; readonly service: KubeObject }
  | { readonly kind: "missing"; readonly service: string; readonly namespace: string }
  | { readonly kind: "outside" }
  /** It lies in a namespace that is not rendered, or is made by something that is. */
  | { readonly kind: "unknown" };

/** What a host name means to pods of a namespace. */
export function resolveHost(cluster: Cluster, host: string, namespace: string): Target {
  const labels = host.toLowerCase().replace(/\.$/, "").split(".");
  const [first = "", second, third] = labels;
  if (second === undefined) return inNamespace(cluster, first, namespace);
  const isInside = third === "svc" || (third === undefined && cluster.once(namespaces).has(second));
  if (isInside) {
    return cluster.once(namespaces).has(second) ? inNamespace(cluster, first, second) : { kind: "unknown" };
  }
  // `db-0.db-headless`: a pod of a headless Service.
  if (third === undefined || labels[3] === "svc") {
    const service = cluster.find("Service", third ?? namespace, second);
    return service ? { kind: "service", service } : { kind: "unknown" };
  }
  return { kind: "outside" };
}

function inNamespace(cluster: Cluster, name: string, namespace: string): Target {
  const service = cluster.find("Service", namespace, name);
  if (service) return { kind: "service", service };
  // Operators make Services whose names begin with that of the object they are made for.
  const parts = name.split("-");
  const owners = parts.map((_, i) => ownerKey(namespace, parts.slice(0, i + 1).join("-")));
  if (owners.some((owner) => cluster.once(customNames).has(owner))) return { kind: "unknown" };
  return { kind: "missing", service: name, namespace };
}

/** The pods behind a Service. */
export function podsBehind(cluster: Cluster, service: KubeObject): readonly Workload[] {
  return workloadsSelectedBy(cluster, service.namespace, textMap(service.root.get("spec", "selector")));
}

/** The port of a Service with a number; a headless one hands on every port. */
export function servicePort(service: KubeObject, number: number): Value | undefined {
  return service.root
    .get("spec", "ports")
    .items()
    .find((port) => port.get("port").number === number);
}

/** The port that a Service's port leads to in some pods; undefined for a name that they do not have. */
export function targetPort(port: Value, pods: Workload): number | undefined {
  const target = port.get("targetPort");
  if (!target.exists) return port.get("port").number;
  return target.number ?? numberOfPort(pods, target.text, "TCP");
}

export function isHeadless(service: KubeObject): boolean {
  return service.root.get("spec", "clusterIP").text === "None";
}

/** The namespaces whose Services are rendered; others may hold anything. */
function namespaces(cluster: Cluster): ReadonlySet<string> {
  return new Set(cluster.ofKind("Service", "").map(({ namespace }) => namespace));
}

/** Groups of custom resources that never become a Service. */
const serviceless = ["external-secrets.io", "bitnami.com", "cert-manager.io", "monitoring.coreos.com"];

function customNames(cluster: Cluster): ReadonlySet<string> {
  const custom = cluster.objects.filter(
    ({ group }) => group.includes(".") && !group.endsWith(".k8s.io") && !serviceless.includes(group),
  );
  return new Set(custom.map(({ namespace, name }) => ownerKey(namespace, name)));
}

function ownerKey(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}
