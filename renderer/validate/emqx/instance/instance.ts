// What runs EMQX, seen the same way whether we write the pods or the operator does.
import type { Cluster } from "../../model/cluster.ts";
import { type Environment, environmentOf } from "../../model/environment.ts";
import type { KubeObject } from "../../model/object.ts";
import { textMap, type Value } from "../../model/value.ts";
import type { Workload } from "../../model/workload.ts";
import { type EmqxImage, readEmqxImage } from "./image.ts";
import { fileAt, type Mount, mountAt, mountsOf } from "./mounts.ts";
import { type ConfigFile, readConfigFile, readSettings, type Settings } from "./settings.ts";

export interface EmqxInstance {
  readonly object: KubeObject;
  /** Undefined when the operator makes the pods. */
  readonly workload: Workload | undefined;
  /** The pod's spec, or that of the operator's core template. */
  readonly pod: Value;
  /** The container; for the operator the template's spec, which has its fields. */
  readonly container: Value;
  readonly image: EmqxImage;
  /** Those of the pods. */
  readonly labels: ReadonlyMap<string, string>;
  readonly replicas: number | undefined;
  /** What a finding about the number of nodes points at. */
  readonly replicasAt: Value;
  /** More than one node is wished for. */
  readonly isClustered: boolean;
  readonly environment: Environment;
  readonly mounts: readonly Mount[];
  readonly files: readonly ConfigFile[];
  /** The emqx.conf of the image, with its defaults, is covered by another one. */
  readonly replacesConfig: boolean;
  readonly settings: Settings;
}

export function emqxInstances(cluster: Cluster): readonly EmqxInstance[] {
  return cluster.once(findInstances);
}

/** The instances whose pods are written here, with their workload. */
export function emqxWorkloads(cluster: Cluster): readonly (EmqxInstance & { readonly workload: Workload })[] {
  return cluster.once(findWorkloads);
}

function findWorkloads(cluster: Cluster): readonly (EmqxInstance & { readonly workload: Workload })[] {
  return emqxInstances(cluster).flatMap((instance) => {
    const { workload } = instance;
    return workload ? [{ ...instance, workload }] : [];
  });
}

/** The EMQX objects of the operator, as far as its API of today. */
export function emqxResources(cluster: Cluster): readonly KubeObject[] {
  return cluster.ofKind("EMQX", "apps.emqx.io");
}

function findInstances(cluster: Cluster): readonly EmqxInstance[] {
  const ours = cluster.workloads.flatMap((workload): readonly EmqxInstance[] => {
    if (workload.runsToEnd) return [];
    for (const { value } of workload.containers) {
      const image = readEmqxImage(value.get("image"));
      if (image) return [fromWorkload(cluster, workload, value, image)];
    }
    return [];
  });
  const theirs = emqxResources(cluster).flatMap((object): readonly EmqxInstance[] => {
    const image = readEmqxImage(object.root.get("spec", "image"));
    return image ? [fromResource(cluster, object, image)] : [];
  });
  return [...ours, ...theirs];
}

function fromWorkload(
  cluster: Cluster,
  workload: Workload,
  container: Value,
  image: EmqxImage,
): EmqxInstance {
  const { object, pod, replicas } = workload;
  const mounts = mountsOf({
    mounts: container.get("volumeMounts"),
    volumes: pod.get("volumes"),
    templates: object.kind === "StatefulSet" ? object.root.get("spec", "volumeClaimTemplates").items() : [],
  });
  const environment = environmentOf(cluster, workload, { value: container });
  const { files, isComplete } = mountedConfig(cluster, object.namespace, mounts);
  return {
    object,
    workload,
    pod,
    container,
    image,
    labels: workload.labels,
    replicas,
    replicasAt: object.root.get("spec", "replicas"),
    isClustered: (replicas ?? 2) > 1,
    environment,
    mounts,
    files,
    replacesConfig:
      files.some(({ name }) => name === "emqx.conf") ||
      mountAt(mounts, "/opt/emqx/etc/emqx.conf") !== undefined,
    settings: readSettings(files, environment, isComplete),
  };
}

const configPaths = [
  ["base.hocon", "/opt/emqx/etc/base.hocon"],
  ["cluster.hocon", "/opt/emqx/data/configs/cluster.hocon"],
  ["emqx.conf", "/opt/emqx/etc/emqx.conf"],
] as const;

function mountedConfig(
  cluster: Cluster,
  namespace: string,
  mounts: readonly Mount[],
): { readonly files: readonly ConfigFile[]; readonly isComplete: boolean } {
  const files: ConfigFile[] = [];
  let isComplete = true;
  for (const [name, path] of configPaths) {
    const file = fileAt(cluster, namespace, mounts, path);
    if (file?.value) files.push(readConfigFile(name, file.value));
    else if (file) isComplete = false;
  }
  return { files, isComplete };
}

/** The operator's own defaults are those of its version 2.2. */
function fromResource(cluster: Cluster, object: KubeObject, image: EmqxImage): EmqxInstance {
  const spec = object.root.get("spec");
  const template = spec.get("coreTemplate", "spec");
  const replicasAt = template.get("replicas");
  const replicas = replicasAt.number ?? (template.exists ? 2 : 1);
  const mounts = mountsOf({
    mounts: template.get("extraVolumeMounts"),
    volumes: template.get("extraVolumes"),
    templates: [],
  });
  const environment = environmentOf(cluster, { object }, { value: template });
  const data = spec.get("config", "data");
  const files = data.exists ? [readConfigFile("emqx.conf", data)] : [];
  return {
    object,
    workload: undefined,
    pod: template,
    container: template,
    image,
    labels: new Map([
      ...textMap(spec.get("coreTemplate", "metadata", "labels")),
      ["apps.emqx.io/instance", object.name],
      ["apps.emqx.io/managed-by", "emqx-operator"],
      ["apps.emqx.io/db-role", "core"],
    ]),
    replicas,
    replicasAt,
    isClustered: replicas > 1 || (spec.get("replicantTemplate", "spec", "replicas").number ?? 0) > 0,
    environment,
    mounts,
    files,
    replacesConfig: true,
    settings: readSettings(files, environment, true),
  };
}
