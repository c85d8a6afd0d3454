// What containers may do to the node's files and their own.
import type { Cluster } from "../model/cluster.ts";
import type { Value } from "../model/value.ts";
import { allContainers } from "../model/workload.ts";
import type { Rule } from "../rule.ts";
import { isRuntimeSocket, isSensitivePath } from "./host-paths.ts";
import { type SecuredPod, securedPods } from "./pod-security/pod.ts";

const source = "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath";

/** Without those whose namespace lets them do everything, and those it refuses: `security/pod-refused` tells of these. */
function askedPods(cluster: Cluster): readonly SecuredPod[] {
  return securedPods(cluster).filter(({ enforced, level }) => !enforced && level !== "privileged");
}

function hostPathsOf(pod: Value): readonly Value[] {
  return pod
    .get("volumes")
    .items()
    .map((volume) => volume.get("hostPath", "path"))
    .filter(({ exists }) => exists);
}

export const runtimeSocket: Rule = {
  code: "security/runtime-socket",
  severity: "warning",
  summary: "A pod has the socket of the container runtime",
  why: "Through it the pod can start any container on the node, one with all rights among them",
  fix: "remove the volume; use the API server, or a tool that builds images without a daemon",
  source,
  *check(cluster) {
    const pods = securedPods(cluster).filter(({ enforced, level }) => !enforced || level === "privileged");
    for (const at of pods.flatMap(({ spec }) => hostPathsOf(spec)))
      if (isRuntimeSocket(at.text))
        yield { at, message: `\`${at.text}\` controls all containers of the node` };
  },
};

export const sensitivePath: Rule = {
  code: "security/sensitive-host-path",
  severity: "warning",
  summary: "A pod sees a directory that the node is run from",
  why: "Keys, tokens of other pods and the programs of the node stand there",
  fix: "mount the one file that is needed, for reading, or none",
  source,
  *check(cluster) {
    for (const at of askedPods(cluster).flatMap(({ spec }) => hostPathsOf(spec)))
      if (isSensitivePath(at.text))
        yield { at, message: `the pod sees ${at.text === "/" ? "all files" : at.text} of its node` };
  },
};

export const writablePath: Rule = {
  code: "security/writable-host-path",
  severity: "warning",
  summary: "A container may write into a directory of its node",
  why: "Files can be left there that the node, or another pod, runs or reads",
  fix: "set `readOnly: true` on the mount",
  source,
  *check(cluster) {
    for (const { workload } of askedPods(cluster)) {
      const paths = new Map<string, string>();
      for (const volume of workload.pod.get("volumes").items()) {
        const path = volume.get("hostPath", "path").text;
        if (path !== undefined) paths.set(volume.get("name").text ?? "", path);
      }
      if (paths.size === 0) continue;
      for (const { value, name } of allContainers(workload)) {
        for (const mount of value.get("volumeMounts").items()) {
          const path = paths.get(mount.get("name").text ?? "");
          const at = mount.get("readOnly");
          if (path !== undefined && at.boolean !== true)
            yield { at, message: `the container \`${name}\` may write to \`${path}\` of its node` };
        }
      }
    }
  },
};

export const writableRoot: Rule = {
  code: "security/writable-root",
  severity: "info",
  summary: "A container may change the files of its image",
  why: "Who gets into it can put programs there and replace its own",
  fix: "set `readOnlyRootFilesystem: true`, and mount an emptyDir where it has to write",
  source: "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
  *check(cluster) {
    for (const workload of cluster.workloads) {
      if (workload.pod.get("os", "name").text === "windows") continue;
      for (const { value, name } of allContainers(workload)) {
        const at = value.get("securityContext", "readOnlyRootFilesystem");
        if (at.boolean !== true)
          yield { at, message: `the container \`${name}\` may change the files of its image` };
      }
    }
  },
};
