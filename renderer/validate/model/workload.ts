// What makes pods, seen the same way whatever its kind.
import type { KubeObject } from "./object.ts";
import { perObject } from "./per-object.ts";
import { textMap, type Value } from "./value.ts";

export interface Workload {
  readonly object: KubeObject;
  /** The template: its metadata and spec. The object itself for a Pod. */
  readonly template: Value;
  /** The pod's spec. */
  readonly pod: Value;
  /** The pod's labels. */
  readonly labels: ReadonlyMap<string, string>;
  /** Containers that run all the time; init containers that restart always (sidecars) among them. */
  readonly containers: readonly Container[];
  /** Containers that run to their end before. */
  readonly initContainers: readonly Container[];
  /** How many pods there are wished to be; 1 where nothing is said. Undefined for a DaemonSet. */
  readonly replicas: number | undefined;
  /** It ends by itself: Job and CronJob. */
  readonly runsToEnd: boolean;
}

export interface Container {
  readonly value: Value;
  readonly name: string;
  /** The reference as written; empty when there is none. */
  readonly image: string;
  readonly isInit: boolean;
}

const templatePaths: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  Deployment: ["spec", "template"],
  StatefulSet: ["spec", "template"],
  DaemonSet: ["spec", "template"],
  ReplicaSet: ["spec", "template"],
  ReplicationController: ["spec", "template"],
  Job: ["spec", "template"],
  CronJob: ["spec", "jobTemplate", "spec", "template"],
};

const groups: ReadonlySet<string> = new Set(["", "apps", "batch"]);

/** The workload that an object is: one, or none. */
export const workloadsOf: (object: KubeObject) => readonly Workload[] = perObject(readWorkloads);

function readWorkloads(object: KubeObject): readonly Workload[] {
  const path = Object.hasOwn(templatePaths, object.kind) ? templatePaths[object.kind] : undefined;
  if (!path || !groups.has(object.group)) return [];
  const template = object.root.get(...path);
  const pod = template.get("spec");
  const init = pod.get("initContainers").items();
  const isSidecar = (container: Value): boolean => container.get("restartPolicy").text === "Always";
  return [
    {
      object,
      template,
      pod,
      labels: textMap(template.get("metadata", "labels")),
      containers: [
        ...pod
          .get("containers")
          .items()
          .map((value) => toContainer(value, false)),
        ...init.filter(isSidecar).map((value) => toContainer(value, true)),
      ],
      initContainers: init.filter((value) => !isSidecar(value)).map((value) => toContainer(value, true)),
      replicas: object.kind === "DaemonSet" ? undefined : (object.root.get("spec", "replicas").number ?? 1),
      runsToEnd: object.kind === "Job" || object.kind === "CronJob",
    },
  ];
}

function toContainer(value: Value, isInit: boolean): Container {
  return { value, name: value.get("name").text ?? "", image: value.get("image").text ?? "", isInit };
}

/** All containers of a pod, init containers first, as they start. */
export function allContainers({ initContainers, containers }: Workload): readonly Container[] {
  return [...initContainers, ...containers];
}
