// What is mounted into a service's container, and what lies behind it.
import type { Cluster } from "../model/cluster.ts";
import type { Value } from "../model/value.ts";
import type { BrokerService } from "./services.ts";

export interface Mount {
  /** The entry of `volumeMounts`. */
  readonly value: Value;
  /** Without a slash at its end. */
  readonly path: string;
  /** Only a part of the volume is mounted. */
  readonly subPath: string | undefined;
  /** The volume, or the claim template that stands for it; undefined when the pod has none of that name. */
  readonly volume: Value | undefined;
  /** It outlives the pod: a claim, or a template of one. */
  readonly isClaim: boolean;
}

export function mountsOf({ workload, container }: BrokerService): readonly Mount[] {
  const volumes = byName(workload.pod.get("volumes"), ["name"]);
  const templates = byName(workload.object.root.get("spec", "volumeClaimTemplates"), ["metadata", "name"]);
  return container.value
    .get("volumeMounts")
    .items()
    .map((value) => {
      const name = value.get("name").text ?? "";
      const template = templates.get(name);
      const volume = template ?? volumes.get(name);
      const isClaim = template !== undefined || volume?.get("persistentVolumeClaim").exists === true;
      return {
        value,
        path: withoutSlash(value.get("mountPath").text ?? ""),
        subPath: value.get("subPath").text ?? value.get("subPathExpr").text,
        volume,
        isClaim: isClaim || volume?.get("ephemeral").exists === true,
      };
    });
}

/** The mount that a path lies in: the longest one. */
export function mountOf(mounts: readonly Mount[], path: string): Mount | undefined {
  return mounts
    .filter((mount) => isWithin(path, mount.path))
    .reduce<Mount | undefined>(
      (best, mount) => (best && best.path.length >= mount.path.length ? best : mount),
      undefined,
    );
}

/** Whether a path is a directory or lies below it. */
export function isWithin(path: string, directory: string): boolean {
  const inner = withoutSlash(path);
  return directory === "" || inner === directory || inner.startsWith(`${directory}/`);
}

/** The specification of the claim behind a mount, where it is rendered. */
export function claimOf(cluster: Cluster, { volume }: Mount, namespace: string): Value | undefined {
  if (!volume) return undefined;
  const name = volume.get("persistentVolumeClaim", "claimName").text;
  if (name !== undefined) return cluster.find("PersistentVolumeClaim", namespace, name)?.root.get("spec");
  const own = volume.get("spec");
  return own.exists ? own : undefined;
}

/** The files of the ConfigMap behind a mount, by name; undefined where it is not rendered. */
export function filesOf(
  cluster: Cluster,
  { volume, subPath, value }: Mount,
  namespace: string,
): ReadonlyMap<string, Value> | undefined {
  const source = volume?.get("configMap");
  if (!source?.exists) return undefined;
  const data = cluster.find("ConfigMap", namespace, source.get("name").text ?? "")?.root.get("data");
  if (!data) return undefined;
  const items = source.get("items").items();
  const files = items.length
    ? items.map((item) => [item.get("path").text ?? "", data.get(item.get("key").text ?? "")] as const)
    : data.entries();
  if (subPath === undefined) return new Map(files);
  // A single file has the name that the mount gives it.
  const name = value.get("mountPath").text?.split("/").at(-1) ?? "";
  return new Map(files.filter(([path]) => path === subPath).map(([, file]) => [name, file]));
}

function byName(list: Value, path: readonly string[]): ReadonlyMap<string, Value> {
  return new Map(list.items().map((item) => [item.get(...path).text ?? "", item]));
}

/** A path without the slashes at its end. */
export function withoutSlash(path: string): string {
  let end = path.length;
  while (path[end - 1] === "/") end--;
  return path.slice(0, end);
}
