// Where a node keeps its data.
import type { Rule } from "../../rule.ts";
import { bytesOf } from "../image/image.ts";
import { type EmqxInstance, emqxInstances, emqxWorkloads } from "../instance/instance.ts";
import { type Mount, mountAt } from "../instance/mounts.ts";
import { sources } from "../sources.ts";

const dataPath = "/opt/emqx/data";

function dataMount({ mounts }: EmqxInstance): Mount | undefined {
  return mountAt(mounts, dataPath);
}

export const wrongDataPath: Rule = {
  code: "emqx/data-mounted-at-wrong-path",
  severity: "error",
  summary: "A volume is mounted over a part of EMQX, or over a part of its data",
  why: "Below data, only the database is kept and certificates, access rules and cluster.hocon are lost; over etc or all of EMQX, the files of the image are hidden and it does not start",
  fix: "mount the volume at /opt/emqx/data, and configuration as single files with subPath",
  source: sources.dockerfile,
  *check(cluster) {
    for (const { mounts } of emqxInstances(cluster)) {
      for (const { at, path, subPath, volume } of mounts) {
        const isKept = volume?.kind === "claim" || volume?.kind === "template" || volume?.kind === "host";
        const where = at.get("mountPath");
        if (path === "/opt/emqx" || path === "/opt")
          yield { at: where, message: `a volume at \`${path}\` hides EMQX itself` };
        else if (path === "/opt/emqx/etc" && subPath === undefined)
          yield {
            at: where,
            message:
              "a volume at `/opt/emqx/etc` hides emqx.conf, acl.conf, vm.args and the certificates of the image",
          };
        else if (isKept && /^\/opt\/emqx\/data\/(mnesia|configs)$/.test(path))
          yield { at: where, message: `only \`${path}\` is kept, and the rest of /opt/emqx/data is lost` };
      }
    }
  },
};

export const dataNotKept: Rule = {
  code: "emqx/data-not-kept",
  severity: "warning",
  summary: "The data of the nodes is on no volume that lasts",
  why: "Users, API keys, rules and retained messages are gone when all pods are gone at once",
  fix: "add volumeClaimTemplates and mount the volume at /opt/emqx/data",
  source: sources.chart,
  parameters: {
    environments: { summary: "Where data has to last", default: ["prod", "production", "operator"] },
  },
  *check(cluster, context) {
    if (!context.list("environments").includes(cluster.facts.environment)) return;
    for (const instance of emqxInstances(cluster)) {
      const { workload, container, settings, mounts } = instance;
      if (settings.get("node.role")?.text === "replicant") continue;
      if (!workload) {
        const claim = container.get("volumeClaimTemplates");
        if (!claim.exists) yield { at: claim, message: "the nodes keep their data in the pods only" };
        continue;
      }
      const mount = dataMount(instance);
      if (mount && mount.volume?.kind !== "empty") continue;
      // A part that is kept is told by another rule.
      if (mounts.some(({ path }) => path.startsWith(`${dataPath}/mnesia`))) continue;
      const at = mount ? mount.at : container.get("volumeMounts");
      const where = mount ? "in an emptyDir" : "in the container";
      yield { at, atKey: !mount, message: `the nodes keep their data ${where} only` };
    }
  },
};

export const smallVolume: Rule = {
  code: "emqx/data-volume-too-small",
  severity: "warning",
  summary: "The volume of the data is small",
  why: "The default of the Helm chart, 20Mi, is full after the first retained messages; a full volume stops the node",
  fix: "ask for 1Gi or more",
  source: sources.chart,
  parameters: { mebibytes: { summary: "The least size", default: 1024 } },
  *check(cluster, context) {
    const least = context.number("mebibytes");
    for (const instance of emqxInstances(cluster)) {
      const template = instance.workload ? dataMount(instance)?.volume?.at : instance.container;
      const spec = template?.get(instance.workload ? "spec" : "volumeClaimTemplates");
      const at = spec?.get("resources", "requests", "storage");
      const size = bytesOf(at?.text ?? "");
      if (!at || size === undefined || size >= least * 2 ** 20) continue;
      yield { at, message: `\`${at.text}\` is less than the ${least}Mi that the data of a node needs` };
    }
  },
};

export const sharedVolume: Rule = {
  code: "emqx/shared-data-volume",
  severity: "error",
  summary: "Several nodes share one volume",
  why: "With ReadWriteOnce the second pod is never scheduled; with ReadWriteMany the nodes write the same files and ruin them",
  fix: "use volumeClaimTemplates, which give each pod a claim of its own",
  source: sources.createCluster,
  *check(cluster) {
    for (const { isClustered, mounts, object } of emqxWorkloads(cluster)) {
      const shared = mounts.find(
        ({ path, volume }) =>
          volume?.kind === "claim" && (path === dataPath || path.startsWith(`${dataPath}/`)),
      );
      if (shared?.volume && isClustered) {
        const claim = shared.volume.at.get("persistentVolumeClaim", "claimName");
        yield { at: claim, message: `all nodes share the claim \`${shared.volume.name}\`` };
      }
      const names = new Set(mounts.map(({ at }) => at.get("name").text));
      for (const template of object.root.get("spec", "volumeClaimTemplates").items()) {
        const name = template.get("metadata", "name");
        if (!names.has(name.text))
          yield {
            at: name,
            message: `no container mounts the claim \`${name.text ?? ""}\``,
            help: "mount it at /opt/emqx/data under the same name",
          };
      }
    }
  },
};

export const ownerOfData: Rule = {
  code: "emqx/data-not-writable",
  severity: "error",
  summary: "EMQX may not write to its volume",
  why: "A new volume belongs to root and EMQX runs as user 1000: it ends with Permission denied for data/configs",
  fix: "set `fsGroup: 1000` in the pod's securityContext; for hostPath, change the owner of the directory",
  source: "https://github.com/emqx/emqx/issues/6348",
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const { pod, container } = instance;
      const mount = dataMount(instance);
      const kind = mount?.volume?.kind;
      if (!mount || (kind !== "template" && kind !== "claim")) continue;
      const group = pod.get("securityContext", "fsGroup");
      const user = [container, pod]
        .map((each) => each.get("securityContext", "runAsUser"))
        .find(({ exists }) => exists);
      // Someone who changes the owner first needs no fsGroup.
      const isRoot = user?.number === 0;
      if (isRoot || group.number === 1000 || (group.exists && group.number === user?.number)) continue;
      if (
        pod
          .get("initContainers")
          .items()
          .some((each) => /chown/.test(JSON.stringify(texts(each))))
      )
        continue;
      const message = group.exists
        ? `fsGroup is ${group.text}, and EMQX runs as 1000`
        : "fsGroup is not set, so the volume belongs to root";
      yield { at: group, message };
    }
  },
};

function texts(container: Mount["at"]): readonly (string | undefined)[] {
  return [...container.get("command").items(), ...container.get("args").items()].map(({ text }) => text);
}

export const otherUser: Rule = {
  code: "emqx/other-user",
  severity: "warning",
  summary: "EMQX runs as another user than that of its image",
  why: "The files in /opt/emqx belong to user 1000, so it may not write its logs and configuration",
  fix: "set `runAsUser: 1000`, or leave it to the image",
  source: sources.dockerfile,
  *check(cluster) {
    for (const { pod, container, workload } of emqxInstances(cluster)) {
      const own = container.get(workload ? "securityContext" : "containerSecurityContext", "runAsUser");
      const at = own.exists ? own : pod.get(workload ? "securityContext" : "podSecurityContext", "runAsUser");
      if (at.number === undefined || at.number === 1000) continue;
      yield { at, message: `EMQX runs as user ${at.text}, and its files belong to 1000` };
    }
  },
};
