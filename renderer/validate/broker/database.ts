// The connections that the database can serve.
import type { Cluster } from "../model/cluster.ts";
import type { Rule } from "../rule.ts";
import { type BrokerService, brokerServices, commandLine, servicesNamed } from "./services.ts";

export const tooFewConnections: Rule = {
  code: "broker/too-few-database-connections",
  severity: "warning",
  summary: "The services may open more connections than the database takes",
  why: "Who comes late is refused; the REST API answers 401 then, and front ends drop messages",
  fix: "raise max_connections of the database, or lower the number of pods",
  source: "https://www.postgresql.org/docs/14/runtime-config-connection.html",
  parameters: {
    "per-pod": { summary: "Connections that a pod keeps at most", default: 5 },
    reserved: { summary: "Connections left for people, backups and migrations", default: 10 },
  },
  *check(cluster, context) {
    for (const database of servicesNamed(cluster, "db")) {
      const needed = (cluster.once(clientPods).get(database.namespace) ?? 0) * context.number("per-pod");
      const most = maximumOf(database);
      const left = most - context.number("reserved");
      if (needed < left) continue;
      yield {
        at: database.container.value.get("args"),
        message: `the services may open ${needed} connections, and the database has ${left} for them`,
      };
    }
  },
};

/** By namespace: the most pods that clients of the database are scaled to. */
function clientPods(cluster: Cluster): ReadonlyMap<string, number> {
  const pods = new Map<string, number>();
  for (const client of brokerServices(cluster).filter(({ facts }) => facts.clientOf.includes("db")))
    pods.set(client.namespace, (pods.get(client.namespace) ?? 0) + podsOf(cluster, client));
  return pods;
}

function podsOf(cluster: Cluster, { workload, namespace }: BrokerService): number {
  const { kind, name } = workload.object;
  const scaler = cluster.once(maxima).get(`${namespace}\0${kind}\0${name}`);
  return Math.max(workload.replicas ?? 1, scaler ?? 0);
}

function maxima(cluster: Cluster): ReadonlyMap<string, number> {
  return new Map(
    cluster.ofKind("HorizontalPodAutoscaler", "autoscaling").map(({ root, namespace }) => {
      const target = root.get("spec", "scaleTargetRef");
      const key = `${namespace}\0${target.get("kind").text}\0${target.get("name").text}`;
      return [key, root.get("spec", "maxReplicas").number ?? 0];
    }),
  );
}

function maximumOf({ container }: BrokerService): number {
  const given = /\bmax_connections\s*=\s*'?(\d+)/.exec(commandLine(container.value).join(" "))?.[1];
  return given === undefined ? 100 : Number(given);
}
