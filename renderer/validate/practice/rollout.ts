// What happens to the old pods while new ones start.
import type { Cluster } from "../model/cluster.ts";
import type { Value } from "../model/value.ts";
import type { Workload } from "../model/workload.ts";
import type { Rule } from "../rule.ts";
import { leastReplicas } from "./scalers.ts";

const source = "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy";

function* deployments(cluster: Cluster): Iterable<{ workload: Workload; strategy: Value }> {
  for (const workload of cluster.workloads)
    if (workload.object.kind === "Deployment")
      yield { workload, strategy: workload.object.root.get("spec", "strategy") };
}

export const stuckRollout: Rule = {
  code: "practice/rollout-cannot-move",
  severity: "error",
  summary: "A rollout may neither start a pod nor stop one",
  why: "The API server refuses the Deployment: maxSurge and maxUnavailable cannot both be 0",
  fix: "set `maxSurge: 1`",
  source: "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable",
  *check(cluster) {
    for (const { strategy } of deployments(cluster)) {
      const [surge, gone] = ["maxSurge", "maxUnavailable"].map((name) => strategy.get("rollingUpdate", name));
      if (!surge || !gone || !/^0%?$/.test(surge.text ?? "") || !/^0%?$/.test(gone.text ?? "")) continue;
      const related = [{ at: gone, message: "none may be stopped" }];
      yield { at: surge, message: "no pod may be started, and none stopped", related };
    }
  },
};

export const stopsBeforeStart: Rule = {
  code: "practice/update-stops-all-pods",
  severity: "info",
  summary: "An update stops all pods of a Deployment before it starts new ones",
  why: "Nothing answers in between, although there are several pods",
  fix: "use the strategy RollingUpdate and let one pod be unavailable, if the program bears two versions at once",
  source,
  *check(cluster) {
    for (const { workload, strategy } of deployments(cluster)) {
      const replicas = leastReplicas(cluster, workload) ?? 0;
      if (replicas < 2) continue;
      const [type, gone] = [strategy.get("type"), strategy.get("rollingUpdate", "maxUnavailable")];
      if (type.text === "Recreate") yield { at: type, message: `all ${replicas} pods are stopped first` };
      if (gone.text === "100%" || (gone.number ?? 0) >= replicas)
        yield { at: gone, message: `all ${replicas} pods may be stopped at once` };
    }
  },
};

const singleNode: readonly string[] = ["ReadWriteOnce", "ReadWriteOncePod"];

export const heldVolume: Rule = {
  code: "practice/rollout-waits-for-volume",
  severity: "warning",
  summary: "A new pod needs a volume that the old one still has",
  why: "Only one node can have the volume; where the new pod comes to another it waits for the old one, which waits for the new one to be ready",
  fix: "set the Deployment's strategy to Recreate, or use a StatefulSet",
  source: "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes",
  *check(cluster) {
    for (const { workload, strategy } of deployments(cluster)) {
      const { pod, object, replicas = 1 } = workload;
      const isShared = replicas > 1;
      if (!isShared && strategy.get("type").text === "Recreate") continue;
      for (const volume of pod.get("volumes").items()) {
        const at = volume.get("persistentVolumeClaim", "claimName");
        const claim = at.text && cluster.find("PersistentVolumeClaim", object.namespace, at.text);
        if (!claim) continue;
        const modes = claim.root.get("spec", "accessModes");
        if (modes.items().length === 0) continue;
        if (!modes.items().every(({ text }) => singleNode.includes(text ?? ""))) continue;
        const message = isShared
          ? `${replicas} pods share a volume that one node can have`
          : "the new pod needs the volume that the old one has";
        const help = isShared
          ? "use a StatefulSet with a volume for each pod, or an access mode for several nodes"
          : undefined;
        const related = [{ at: modes, message: "the claim's access mode" }];
        yield { at, message, related, ...(help ? { help } : {}) };
      }
    }
  },
};
