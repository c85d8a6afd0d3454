// What lies where in a container: volumes and the files that ConfigMaps and Secrets put there.
import type { Cluster } from "../../model/cluster.ts";
import type { Value } from "../../model/value.ts";

export interface Mount {
  readonly at: Value;
  /** Without a slash at the end. */
  readonly path: string;
  readonly subPath: string | undefined;
  readonly isReadOnly: boolean;
  /** The volume, or the claim template of that name. */
  readonly volume: Volume | undefined;
}

export interface Volume {
  readonly at: Value;
  readonly kind: "config-map" | "secret" | "empty" | "claim" | "template" | "host" | "other";
  /** Of the ConfigMap, Secret or claim. */
  readonly name: string;
}

/** A file that a volume puts into the container. */
export interface MountedFile {
  readonly mount: Mount;
  /** The key of the ConfigMap; undefined when the rendered objects do not tell what is in the file. */
  readonly value: Value | undefined;
}

/** Where the fields of a pod and of the operator's template differ. */
export interface MountSource {
  readonly mounts: Value;
  readonly volumes: Value;
  readonly templates: readonly Value[];
}

export function mountsOf({ mounts, volumes, templates }: MountSource): readonly Mount[] {
  const byName = new Map<string, Volume>();
  for (const at of volumes.items()) byName.set(at.get("name").text ?? "", toVolume(at));
  for (const at of templates) {
    const name = at.get("metadata", "name").text ?? "";
    byName.set(name, { at, kind: "template", name });
  }
  return mounts.items().map((at) => ({
    at,
    path: (at.get("mountPath").text ?? "").replace(/(?<=.)\/+$/, ""),
    subPath: at.get("subPath").text,
    isReadOnly: at.get("readOnly").boolean === true,
    volume: byName.get(at.get("name").text ?? ""),
  }));
}

const sources: readonly (readonly [field: string, kind: Volume["kind"], name: string])[] = [
  ["configMap", "config-map", "name"],
  ["secret", "secret", "secretName"],
  ["persistentVolumeClaim", "claim", "claimName"],
  ["emptyDir", "empty", ""],
  ["hostPath", "host", ""],
];

function toVolume(at: Value): Volume {
  for (const [field, kind, name] of sources) {
    const source = at.get(field);
    if (source.node) return { at, kind, name: source.get(name).text ?? "" };
  }
  return { at, kind: "other", name: "" };
}

/** The mount that a path lies in: the deepest one. */
export function mountAt(mounts: readonly Mount[], path: string): Mount | undefined {
  let best: Mount | undefined;
  for (const mount of mounts) {
    const isWithin = path === mount.path || path.startsWith(`${mount.path === "/" ? "" : mount.path}/`);
    if (isWithin && (!best || mount.path.length >= best.path.length)) best = mount;
  }
  return best;
}

/** What stands at a path; undefined when no ConfigMap, Secret or the like puts a file there. */
export function fileAt(
  cluster: Cluster,
  namespace: string,
  mounts: readonly Mount[],
  path: string,
): MountedFile | undefined {
  const mount = mountAt(mounts, path);
  if (!mount?.volume) return undefined;
  if (mount.path === path && mount.subPath === undefined) return undefined;
  const { volume } = mount;
  const inVolume = mount.path === path ? (mount.subPath ?? "") : path.slice(mount.path.length + 1);
  if (volume.kind === "secret") return { mount, value: undefined };
  if (volume.kind !== "config-map") return undefined;
  const key = keyOf(volume.at.get("configMap", "items"), inVolume);
  if (key === undefined) return undefined;
  const map = cluster.find("ConfigMap", namespace, volume.name);
  if (!map) return { mount, value: undefined };
  const value = map.root.get("data", key);
  return value.exists ? { mount, value } : undefined;
}

/** The key that a file of a volume comes from; undefined when the volume's items leave it out. */
function keyOf(items: Value, path: string): string | undefined {
  if (!items.exists) return path;
  return items.itemWith("path", path)?.get("key").text;
}
