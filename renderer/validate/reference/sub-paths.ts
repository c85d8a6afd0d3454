// Single files of ConfigMaps and Secrets that are mounted over other files.
import { nearest } from "../../diagnostics/suggest.ts";
import type { Cluster } from "../model/cluster.ts";
import { keysOf } from "../model/keys.ts";
import type { Value } from "../model/value.ts";
import { allContainers } from "../model/workload.ts";
import type { Rule } from "../rule.ts";

export const missingSubPath: Rule = {
  code: "reference/missing-sub-path",
  severity: "error",
  summary: "A mount takes a file out of a ConfigMap or Secret that is not in it",
  why: "An empty directory is mounted where the file should be, and the program cannot read it",
  fix: "use the name of one of the files, or add it",
  source: "https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath",
  *check(cluster) {
    for (const workload of cluster.workloads) {
      const { namespace } = workload.object;
      const volumes = new Map(
        workload.pod
          .get("volumes")
          .items()
          .map((volume) => [volume.get("name").text, volume]),
      );
      for (const { value } of allContainers(workload)) {
        for (const mount of value.get("volumeMounts").items()) {
          const at = mount.get("subPath");
          const volume = at.text === undefined ? undefined : volumes.get(mount.get("name").text);
          const files = volume && filesOf(cluster, namespace, volume);
          // A deeper path leads below a directory that `items` make.
          const [first = ""] = (at.text ?? "").split("/");
          if (!files || files.some((file) => file.split("/")[0] === first)) continue;
          const close = nearest(first, files);
          yield {
            at,
            message: `the volume \`${mount.get("name").text}\` has no file \`${at.text}\``,
            help: close ? `did you mean \`${close}\`?` : helpFor(files),
          };
        }
      }
    }
  },
};

function helpFor(files: readonly string[]): string {
  return files.length === 0 ? "it has no files at all; add this one" : `it has ${files.join(", ")}`;
}

/** The files of a volume; undefined where the rendered objects do not tell. */
function filesOf(cluster: Cluster, namespace: string, volume: Value): readonly string[] | undefined {
  const map = volume.get("configMap");
  const secret = volume.get("secret");
  const source = map.exists ? map : secret;
  if (!source.exists || source.get("optional").boolean === true) return undefined;
  const items = source.get("items").items();
  if (items.length > 0) return items.flatMap((item) => item.get("path").text ?? []);
  const name = map.exists ? map.get("name").text : secret.get("secretName").text;
  const keys = keysOf(cluster, map.exists ? "ConfigMap" : "Secret", namespace, name ?? "");
  return keys && [...keys];
}
