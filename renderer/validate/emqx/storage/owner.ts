// Whom the files of EMQX belong to.
import type { Rule } from "../../rule.ts";
import { emqxInstances, emqxWorkloads } from "../instance/instance.ts";
import type { Mount } from "../instance/mounts.ts";
import { sources } from "../sources.ts";
import { dataMount } from "./data.ts";

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
