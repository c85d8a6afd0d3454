// The data of the database and of RabbitMQ.
import type { Rule } from "../rule.ts";
import { type BrokerService, servicesNamed, setting } from "./services.ts";
import { mountOf, mountsOf, withoutSlash } from "./volumes.ts";

const image = "https://github.com/docker-library/docs/blob/master/postgres/README.md";
export const nodeNameSource = "https://www.rabbitmq.com/docs/relocate";

/** Where the image of PostgreSQL keeps its data when PGDATA is not set. */
const usualData = "/var/lib/postgresql/data";
/** Where RabbitMQ keeps its data. */
export const queues = "/var/lib/rabbitmq/mnesia";

export const stateInDeployment: Rule = {
  code: "broker/data-in-deployment",
  severity: "error",
  summary: "The database or RabbitMQ is no StatefulSet",
  why: "A Deployment starts the new pod beside the old one, so two servers open one data directory, and it gives pods a new name each time, under which RabbitMQ finds none of its queues",
  fix: "make it a StatefulSet with a headless Service and volumeClaimTemplates",
  source: nodeNameSource,
  *check(cluster) {
    for (const { name, workload } of servicesNamed(cluster, "db", "mq")) {
      const { kind, root } = workload.object;
      if (kind === "StatefulSet") continue;
      yield { at: root.get("kind"), message: `\`${name}\` is a ${kind}, and it keeps data` };
    }
  },
};

export const dataNotKept: Rule = {
  code: "broker/data-not-kept",
  severity: "error",
  summary: "The data directory of the database or of RabbitMQ lies in no claim",
  why: "The data ends with the pod, or stays behind on one node: devices, messages, queues and what devices left to be retained",
  fix: "mount a claim there, from volumeClaimTemplates",
  source: image,
  *check(cluster) {
    for (const service of servicesNamed(cluster, "db", "mq")) {
      const directory = dataOf(service);
      if (directory === undefined) continue;
      const mount = mountOf(mountsOf(service), directory);
      if (mount?.isClaim) continue;
      const at = mount ? mount.value.get("name") : service.container.value.get("volumeMounts");
      const where = mount ? "in a volume that is no claim" : "in no volume";
      yield { at, message: `\`${service.name}\` keeps its data in ${directory}, ${where}` };
    }
  },
};

/** Undefined when it cannot be known. */
export function dataOf(service: BrokerService): string | undefined {
  if (service.name === "mq")
    return service.environment.variables.has("RABBITMQ_MNESIA_BASE") ? undefined : queues;
  const { variables, isComplete } = service.environment;
  if (!variables.has("PGDATA")) return isComplete ? usualData : undefined;
  return setting(service, "PGDATA")?.text;
}

export const dataAtVolumeRoot: Rule = {
  code: "broker/data-at-volume-root",
  severity: "error",
  summary: "The data directory of the database is the root of its volume",
  why: "A fresh block volume holds lost+found; initdb refuses a directory that is not empty",
  fix: "set PGDATA to a directory below the mount, such as /var/lib/postgresql/data/pgdata",
  source: image,
  *check(cluster) {
    for (const service of servicesNamed(cluster, "db")) {
      const data = dataOf(service);
      if (data === undefined) continue;
      const directory = withoutSlash(data);
      const mount = mountsOf(service).find(
        ({ path, subPath }) => path === directory && subPath === undefined,
      );
      if (!mount?.isClaim) continue;
      const variable = service.environment.variables.get("PGDATA");
      yield {
        at: variable?.at ?? service.container.value.get("env"),
        atKey: !variable,
        message: variable
          ? `PGDATA is the root of the volume at ${directory}`
          : `without PGDATA the data lies at the root of the volume at ${directory}`,
        related: [{ at: mount.value.get("mountPath"), message: "the volume is mounted here" }],
      };
    }
  },
};
