// Where a node keeps its data.
import type { Rule } from "../../rule.ts";
import { bytesOf } from "../image/memory.ts";
import { type EmqxInstance, emqxInstances, emqxWorkloads } from "../instance/instance.ts";
import { type Mount, mountAt } from "../instance/mounts.ts";
import { sources } from "../sources.ts";

const dataPath = "/opt/emqx/data";

export function dataMount({ mounts }: EmqxInstance): Mount | undefined {
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
      const message = `\`${at.text}\` is less than the ${least}Mi that the data of a node needs`;
      yield { at, message, help: `ask for ${least}Mi or more` };
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
