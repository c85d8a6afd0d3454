// Connections that lead to a port where nothing answers.
import type { Cluster } from "../model/cluster.ts";
import type { Value } from "../model/value.ts";
import {
  type Connection,
  isHeadless,
  podsBehind,
  resolveHost,
  servicePort,
  targetPort,
} from "./connections.ts";
import { serviceOf, wronglyDeclared } from "./services.ts";

export interface Refusal {
  readonly connection: Connection;
  readonly at: Value;
  readonly message: string;
}

/** Why a connection is refused; undefined where it is not, or where that is not known. */
export function refusalOf(cluster: Cluster, connection: Connection): Refusal | undefined {
  const { client, host, port, portAt, by } = connection;
  const target = resolveHost(cluster, host, client.namespace);
  if (target.kind !== "service" || port === undefined) return undefined;
  const { service } = target;
  // A headless Service hands on every port, and an outer name stands for a host.
  const entry = isHeadless(service) ? undefined : servicePort(service, port);
  if (!entry && !isHeadless(service)) {
    if (service.root.get("spec", "type").text === "ExternalName") return undefined;
    const fixed = client.name === "website" && by.name === "RABBITMQ_HOST" ? ", as its code has it" : "";
    const message = `go to port ${port}${fixed}, which the Service \`${service.name}\` does not have`;
    return { connection, at: portAt, message };
  }
  for (const pods of podsBehind(cluster, service)) {
    const server = serviceOf(cluster, pods);
    const number = entry ? targetPort(entry, pods) : port;
    if (!server || number === undefined || server.facts.ports.includes(number)) continue;
    const message = `are led to port ${number} of \`${server.name}\`, which listens on ${server.facts.ports.join(", ")}`;
    const at = wronglyDeclared(server, number) ?? (entry ? entry.get("targetPort") : portAt);
    return { connection, at, message };
  }
  return undefined;
}
