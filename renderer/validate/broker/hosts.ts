// Hosts and ports in variables, and what answers there.
import type { Cluster } from "../model/cluster.ts";
import type { Value } from "../model/value.ts";
import type { Rule } from "../rule.ts";
import {
  type Connection,
  connections,
  isHeadless,
  podsBehind,
  resolveHost,
  servicePort,
  targetPort,
  toPort,
} from "./connections.ts";
import { byValue, namesOf } from "./groups.ts";
import { type BrokerService, brokerServices, serviceOf, setting } from "./services.ts";

const dns = "https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/";

export const unknownHost: Rule = {
  code: "broker/unknown-host",
  severity: "error",
  summary: "A service of the broker is told of a host that does not exist",
  why: "The name cannot be resolved, so the connection is never made",
  fix: "name a Service of the same namespace, or one of another as <service>.<namespace>.svc.cluster.local",
  source: dns,
  parameters: {
    outside: {
      summary: "Short names that are resolved by something this overlay does not render",
      default: [],
    },
  },
  *check(cluster, context) {
    const outside = new Set(context.list("outside"));
    for (const same of byValue(connections(cluster), ({ by }) => by.at)) {
      const [{ client, by, host }] = same;
      if (outside.has(host)) continue;
      const target = resolveHost(cluster, host, client.namespace);
      if (target.kind !== "missing") continue;
      yield {
        at: by.at,
        message: `${by.name} of ${clientsOf(same)} is \`${host}\`, and the namespace ${target.namespace} has no Service \`${target.service}\``,
      };
    }
  },
};

function clientsOf(connections: readonly Connection[]): string {
  return namesOf(connections.map(({ client }) => client));
}

export const underscoreInHost: Rule = {
  code: "broker/underscore-in-host",
  severity: "error",
  summary: "A host in a variable has an underscore",
  why: "The services of the compose file have such names; in Kubernetes none can, so the host cannot be resolved",
  fix: "write a hyphen, as in the name of the Service",
  source: "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/",
  *check(cluster) {
    const seen = new Set<unknown>();
    for (const service of brokerServices(cluster)) {
      for (const { name, from } of service.environment.variables.values()) {
        const found = from === "secret" ? undefined : setting(service, name);
        const host = found && hostIn(name, found.text);
        if (!found || !host?.includes("_") || seen.has(found.at.node)) continue;
        seen.add(found.at.node);
        yield { at: found.at, message: `the host \`${host}\` in ${name} has an underscore` };
      }
    }
  },
};

function hostIn(name: string, text: string): string | undefined {
  const url = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^:/]+)/.exec(text);
  if (url) return url[1];
  return /(^PG|_)HOST$|_SERVER$/.test(name) && /^[\w.-]+$/.test(text) ? text : undefined;
}

export const portNotServed: Rule = {
  code: "broker/port-not-served",
  severity: "error",
  summary: "A service of the broker connects to a port where nothing answers",
  why: "The connection is refused",
  fix: "name the port of the Service, and let the Service lead to the port that the server listens on",
  source: "https://kubernetes.io/docs/concepts/services-networking/service/",
  *check(cluster) {
    const refused = connections(cluster).flatMap((connection) => refusalOf(cluster, connection) ?? []);
    for (const same of byValue(refused, ({ at }) => at)) {
      const [{ at, connection, message }] = same;
      const clients = clientsOf(same.map((refusal) => refusal.connection));
      const { by } = connection;
      const related = at.node === by.at.node ? [] : [{ at: by.at, message: `${by.name} names the server` }];
      yield { at, message: `connections of ${clients} ${message}`, related };
    }
  },
};

interface Refusal {
  readonly connection: Connection;
  readonly at: Value;
  readonly message: string;
}

function refusalOf(cluster: Cluster, connection: Connection): Refusal | undefined {
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
    return { connection, at: entry ? entry.get("targetPort") : portAt, message };
  }
  return undefined;
}

export const portNoNumber: Rule = {
  code: "broker/port-is-no-number",
  severity: "error",
  summary: "A variable that holds a port holds something else",
  why: "The services turn it into a number while they start and end with a ValueError",
  fix: "write a number between 1 and 65535, and `enableServiceLinks: false`, so that no Service sets such a variable",
  source: "https://github.com/DPIclimate/broker/tree/master/src/python",
  *check(cluster) {
    const wrong = brokerServices(cluster).flatMap((service) =>
      portsOf(service)
        .flatMap((name) => setting(service, name) ?? [])
        .filter(({ text }) => toPort(text) === undefined)
        .map((variable) => ({ service, variable })),
    );
    for (const same of byValue(wrong, ({ variable }) => variable.at)) {
      const { name, text, at } = same[0].variable;
      const services = namesOf(same.map(({ service }) => service));
      yield { at, message: `${name} of ${services} is \`${text}\`, which is no port` };
    }
  },
};

function portsOf({ facts }: BrokerService): readonly string[] {
  return [
    ...(facts.clientOf.includes("db") ? ["PGPORT"] : []),
    ...(facts.clientOf.includes("mq") ? ["RABBITMQ_PORT"] : []),
    ...(facts.name === "ict-mqtt" ? ["ICT_MQTT_PORT"] : []),
  ];
}
