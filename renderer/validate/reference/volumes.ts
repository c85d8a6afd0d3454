// Volumes of a pod and their mounts.
import { nearest } from "../../diagnostics/suggest.ts";
import type { Cluster } from "../model/cluster.ts";
import type { Value } from "../model/value.ts";
import { allContainers, type Workload } from "../model/workload.ts";
import type { Rule } from "../rule.ts";

export const unknownVolume: Rule = {
  code: "reference/unknown-volume",
  severity: "error",
  summary: "A container mounts a volume that its pod does not have",
  why: "The API server refuses the pod",
  fix: "add the volume to the pod, or correct the name of the mount",
  *check(cluster) {
    for (const { mount, names } of mountsOf(cluster)) {
      const at = mount.get("name");
      if (at.text === undefined || names.has(at.text)) continue;
      const close = nearest(at.text, names.keys());
      yield {
        at,
        message: `the pod has no volume \`${at.text}\``,
        ...(close ? { help: `did you mean \`${close}\`?` } : {}),
      };
    }
  },
};

export const unusedVolume: Rule = {
  code: "reference/unused-volume",
  severity: "warning",
  summary: "No container mounts a volume of its pod",
  why: "The pod waits for the volume and nobody reads it; most often a mount was forgotten",
  fix: "mount the volume, or remove it",
  *check(cluster) {
    for (const workload of cluster.workloads) {
      const used = new Set(
        allContainers(workload).flatMap(({ value }) =>
          ["volumeMounts", "volumeDevices"].flatMap((list) =>
            value
              .get(list)
              .items()
              .map((mount) => mount.get("name").text),
          ),
        ),
      );
      for (const [name, at] of volumesOf(workload))
        if (!used.has(name)) yield { at, message: `no container mounts the volume \`${name}\`` };
    }
  },
};

function* mountsOf(cluster: Cluster): Iterable<{ mount: Value; names: ReadonlyMap<string, Value> }> {
  for (const workload of cluster.workloads) {
    const names = volumesOf(workload);
    for (const { value } of allContainers(workload))
      for (const list of ["volumeMounts", "volumeDevices"])
        for (const mount of value.get(list).items()) yield { mount, names };
  }
}

/** The volumes of a pod by name, those of claim templates among them. */
function volumesOf({ object, pod }: Workload): ReadonlyMap<string, Value> {
  const names = new Map<string, Value>();
  for (const volume of pod.get("volumes").items())
    names.set(volume.get("name").text ?? "", volume.get("name"));
  if (object.kind === "StatefulSet") {
    for (const claim of object.root.get("spec", "volumeClaimTemplates").items())
      names.set(claim.get("metadata", "name").text ?? "", claim.get("metadata", "name"));
  }
  return names;
}
