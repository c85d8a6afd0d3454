// What of the broker can be reached from outside of the cluster.
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";
import type { Value } from "../model/value.ts";
import type { Rule } from "../rule.ts";
import { podsBehind, targetPort } from "./connections.ts";
import { routes } from "./routes.ts";
import { type BrokerService, isProduction, serviceOf } from "./services.ts";

/** Ports that are for the cluster itself, and what they are. */
const inner: ReadonlyMap<number, string> = new Map([
  [5432, "the database"],
  [5672, "AMQP without TLS"],
  [15672, "RabbitMQ's management"],
  [15692, "RabbitMQ's metrics"],
  [3001, "the decoder, which runs the code that it is given"],
]);

interface Opening {
  readonly object: KubeObject;
  /** The entry of `ports`. */
  readonly entry: Value;
  readonly service: BrokerService;
  /** The port of the pods. */
  readonly port: number;
}

/** Ports of the broker's pods that Services of a type open to the outside. */
function openings(cluster: Cluster, type: "LoadBalancer" | "NodePort"): readonly Opening[] {
  return cluster
    .ofKind("Service", "")
    .filter(({ root }) => root.get("spec", "type").text === type)
    .flatMap((object) => {
      const [pods] = podsBehind(cluster, object);
      const service = pods && serviceOf(cluster, pods);
      if (!service) return [];
      return object.root
        .get("spec", "ports")
        .items()
        .flatMap((entry) => {
          const port = targetPort(entry, pods);
          return port === undefined ? [] : [{ object, entry, service, port }];
        });
    });
}

export const innerPortExposed: Rule = {
  code: "broker/inner-port-exposed",
  severity: "error",
  summary: "A port that is for the cluster only is open to the outside",
  why: "The database, RabbitMQ's management and AMQP are behind one password there, and the decoder runs code without any",
  fix: "make it a ClusterIP Service and use kubectl port-forward",
  source: "https://github.com/DPIclimate/broker/blob/master/compose/docker-compose-prod.yml",
  *check(cluster) {
    for (const type of ["LoadBalancer", "NodePort"] as const) {
      for (const { object, entry, port } of openings(cluster, type)) {
        const what = inner.get(port);
        if (what === undefined) continue;
        yield {
          at: entry.get("port"),
          message: `the Service \`${object.name}\` opens ${port} to the outside: ${what}`,
          related: [{ at: object.root.get("spec", "type"), message: "its type" }],
        };
      }
    }
    for (const { object, port, backend, service } of routes(cluster)) {
      const what = service && inner.get(port ?? 0);
      if (what === undefined) continue;
      yield {
        at: backend,
        message: `the ${object.kind} \`${object.name}\` opens ${port} to the outside: ${what}`,
      };
    }
  },
};

export const nodePort: Rule = {
  code: "broker/node-port",
  severity: "error",
  summary: "A service of the broker is offered on every node's own address in production",
  why: "The port is out of the standard range and, unless it is written down, another one after each deletion; there is no TLS and no check in front",
  fix: "use an Ingress for HTTP, and a LoadBalancer with TLS for MQTT",
  source: "https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport",
  *check(cluster) {
    if (!isProduction(cluster)) return;
    const done = new Set<KubeObject>();
    for (const { object, service } of openings(cluster, "NodePort")) {
      if (done.has(object)) continue;
      done.add(object);
      const at = object.root.get("spec", "type");
      yield { at, message: `the Service \`${object.name}\` opens \`${service.name}\` on every node` };
    }
  },
};

export const plainMqttExposed: Rule = {
  code: "broker/plain-mqtt-exposed",
  severity: "error",
  summary: "MQTT without TLS is open to the outside in production",
  why: "Devices' passwords and measurements cross the internet in plain text",
  fix: "offer 8883 with a certificate, or put EMQX in front",
  source: "https://www.rabbitmq.com/docs/mqtt#tls",
  *check(cluster) {
    if (!isProduction(cluster)) return;
    for (const { object, entry, service, port } of openings(cluster, "LoadBalancer")) {
      if (service.name !== "mq" || port !== 1883 || endsTls(object)) continue;
      yield {
        at: entry.get("port"),
        message: `the Service \`${object.name}\` offers MQTT without TLS to everybody`,
      };
    }
  },
};

/** The load balancer itself decrypts. */
function endsTls({ annotations }: KubeObject): boolean {
  return [...annotations.keys()].some((key) => /ssl-cert|tls-(ports|cert)|certificate/.test(key));
}

export const sourceUnknown: Rule = {
  code: "broker/load-balancer-hides-source",
  severity: "warning",
  summary: "The load balancer for MQTT neither limits sources nor keeps them",
  why: "RabbitMQ sees the address of a node in place of the device's, so nobody who tries passwords can be told apart or kept out",
  fix: "set externalTrafficPolicy to Local, or loadBalancerSourceRanges",
  source: "https://kubernetes.io/docs/tutorials/services/source-ip/",
  *check(cluster) {
    const done = new Set<KubeObject>();
    for (const { object, service, port } of openings(cluster, "LoadBalancer")) {
      const isMqtt = service.name === "mq" && (port === 1883 || port === 8883);
      const policy = object.root.get("spec", "externalTrafficPolicy");
      const ranges = object.root.get("spec", "loadBalancerSourceRanges").items();
      if (!isMqtt || done.has(object) || policy.text === "Local" || ranges.length > 0) continue;
      done.add(object);
      yield {
        at: policy,
        message: `the Service \`${object.name}\` lets RabbitMQ see nodes in place of devices`,
      };
    }
  },
};
