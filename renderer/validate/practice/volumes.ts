// Volumes that tie what they hold to one machine.
import type { Rule } from "../rule.ts";

export const volumeOfOneNode: Rule = {
  code: "practice/volume-of-one-node",
  severity: "warning",
  summary: "A PersistentVolume is a disk or directory of one node",
  why: "Its pod can run on that node only, and what it holds ends with the node",
  fix: "let a StorageClass make volumes that follow the pod, or keep copies elsewhere",
  source: "https://kubernetes.io/docs/concepts/storage/volumes/#local",
  *check(cluster) {
    for (const { root } of cluster.ofKind("PersistentVolume", "")) {
      for (const name of ["local", "hostPath"]) {
        const at = root.get("spec", name, "path");
        if (at.exists) yield { at, message: `the volume is \`${at.text}\` of one node` };
      }
    }
  },
};
