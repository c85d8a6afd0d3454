// Volumes of the database and of RabbitMQ: who may read them, and when they are deleted.
import type { Rule } from "../rule.ts";
import { brokerServices, isProduction, servicesNamed } from "./services.ts";
import { dataOf, nodeNameSource, queues } from "./storage.ts";
import { claimOf, isWithin, mountOf, mountsOf } from "./volumes.ts";

export const nodeNameInPath: Rule = {
  code: "broker/node-name-in-mount",
  severity: "error",
  summary: "A volume is mounted at the directory of one RabbitMQ node name",
  why: "The directory is called after the pod; under another name RabbitMQ starts empty beside its queues",
  fix: `mount the volume at ${queues}`,
  source: nodeNameSource,
  *check(cluster) {
    for (const service of servicesNamed(cluster, "mq")) {
      for (const { value, path } of mountsOf(service)) {
        if (!path.includes("/rabbit@")) continue;
        yield { at: value.get("mountPath"), message: `${path} holds the data of that node name only` };
      }
    }
  },
};

export const cookieMode: Rule = {
  code: "broker/cookie-becomes-readable",
  severity: "error",
  summary: "The volume that holds RabbitMQ's cookie gets its group at every start",
  why: "fsGroup makes .erlang.cookie readable to the group; the node then refuses to start: it must be accessible by owner only",
  fix: `mount the claim at ${queues}, or set fsGroupChangePolicy to OnRootMismatch`,
  source: "https://github.com/docker-library/rabbitmq/issues/171",
  *check(cluster) {
    for (const service of servicesNamed(cluster, "mq")) {
      const security = service.workload.pod.get("securityContext");
      if (!security.get("fsGroup").exists) continue;
      if (security.get("fsGroupChangePolicy").text === "OnRootMismatch") continue;
      const mount = mountOf(mountsOf(service), "/var/lib/rabbitmq/.erlang.cookie");
      if (!mount?.isClaim) continue;
      yield {
        at: security.get("fsGroupChangePolicy"),
        message: `fsGroup is applied to ${mount.path} again and again, the cookie included`,
        related: [{ at: mount.value.get("mountPath"), message: "the cookie lies in this volume" }],
      };
    }
  },
};

export const claimsDeleted: Rule = {
  code: "broker/data-deleted-with-set",
  severity: "warning",
  summary:
    "The volumes of the database or of RabbitMQ are deleted with their StatefulSet or their class's policy",
  why: "Deleting the set, renaming it or scaling it to zero then deletes the data as well",
  fix: "set Retain",
  source:
    "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention",
  *check(cluster) {
    for (const service of servicesNamed(cluster, "db", "mq")) {
      const policy = service.workload.object.root.get("spec", "persistentVolumeClaimRetentionPolicy");
      for (const field of ["whenDeleted", "whenScaled"]) {
        const at = policy.get(field);
        if (at.text === "Delete") yield { at, message: `${field} deletes the data of \`${service.name}\`` };
      }
      if (!isProduction(cluster)) continue;
      for (const mount of mountsOf(service).filter(({ path }) => isWithin(dataOf(service) ?? "/", path))) {
        const name = claimOf(cluster, mount, service.namespace)?.get("storageClassName");
        const found = name?.text === undefined ? undefined : cluster.find("StorageClass", "", name.text);
        if (!found || !name || found.root.get("reclaimPolicy").text === "Retain") continue;
        yield {
          at: found.root.get("reclaimPolicy"),
          message: `the class \`${found.name}\` deletes the data of \`${service.name}\` with its claim`,
          related: [{ at: name, message: "the claim asks for it" }],
        };
      }
    }
  },
};

export const noFileGroup: Rule = {
  code: "broker/volume-without-group",
  severity: "error",
  summary: "A service that is not root mounts a claim, and its pod has no fsGroup",
  why: "A fresh volume belongs to root, so the service may not write to it",
  fix: "set fsGroup in the pod's securityContext to the group of the image: 999 for db and mq, 1000 otherwise",
  source: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
  *check(cluster) {
    for (const service of brokerServices(cluster)) {
      const pod = service.workload.pod.get("securityContext");
      const own = service.container.value.get("securityContext", "runAsUser");
      const user = (own.exists ? own : pod.get("runAsUser")).number ?? service.facts.user;
      if (user === 0 || pod.get("fsGroup").exists) continue;
      const writes = mountsOf(service).find(
        ({ isClaim, value }) => isClaim && value.get("readOnly").boolean !== true,
      );
      if (!writes) continue;
      yield {
        at: pod.get("fsGroup"),
        message: `\`${service.name}\` runs as ${user} and may not write to ${writes.path}`,
        related: [{ at: writes.value.get("mountPath"), message: "the claim is mounted here" }],
      };
    }
  },
};
