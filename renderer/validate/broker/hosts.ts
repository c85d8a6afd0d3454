// Hosts and ports in variables, and what answers there.
import type { Related, Rule } from "../rule.ts";
import { type Connection, connections, resolveHost, toPort } from "./connections.ts";
import { byValue, type Group, namesOf } from "./groups.ts";
import { refusalOf } from "./refusals.ts";
import { type BrokerService, brokerServices, setting } from "./services.ts";

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
        message: `${by.name} is \`${host}\`, and the namespace ${target.namespace} has no Service \`${target.service}\``,
        related: [readBy(same)],
      };
    }
  },
};

/** In a note, because other overlays have other services, and the mistake is the same. */
function readBy(connections: Group<Connection>): Related {
  const [{ client }] = connections;
  const at = client.workload.object.root.get("kind");
  return { at, message: `read by ${namesOf(connections.map((each) => each.client))}` };
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
      const [{ at, connection, message }, ...others] = same;
      const { by } = connection;
      const server = at.node === by.at.node ? [] : [{ at: by.at, message: `${by.name} names the server` }];
      const readers = readBy([connection, ...others.map((refusal) => refusal.connection)]);
      yield { at, message: `connections ${message}`, related: [...server, readers] };
    }
  },
};

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
