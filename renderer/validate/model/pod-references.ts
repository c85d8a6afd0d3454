// What pods say of other objects by name.
import type { KubeObject } from "./object.ts";
import { keyOf, named, type Reference } from "./reference.ts";
import type { Value } from "./value.ts";
import { allContainers, type Workload, workloadsOf } from "./workload.ts";

export function podReferences(object: KubeObject): readonly Reference[] {
  return workloadsOf(object).flatMap((workload) => [
    ...specReferences(workload.pod, object.namespace),
    ...startedContainers(workload).flatMap((value) => environmentReferences(value, object.namespace)),
  ]);
}

function startedContainers(workload: Workload): readonly Value[] {
  const later = workload.pod.get("ephemeralContainers").items();
  return [...allContainers(workload).map(({ value }) => value), ...later];
}

function specReferences(pod: Value, namespace: string): readonly Reference[] {
  const account = pod.get("serviceAccountName");
  return [
    ...named("ServiceAccount", account.exists ? account : pod.get("serviceAccount"), namespace),
    ...named("PriorityClass", pod.get("priorityClassName"), ""),
    ...named("RuntimeClass", pod.get("runtimeClassName"), ""),
    ...secretNames(pod.get("imagePullSecrets"), namespace),
    ...pod
      .get("volumes")
      .items()
      .flatMap((volume) => volumeReferences(volume, namespace)),
  ];
}

/** The names of a list of references to Secrets. */
export function secretNames(list: Value, namespace: string): readonly Reference[] {
  return list.items().flatMap((item) => named("Secret", item.get("name"), namespace));
}

function volumeReferences(volume: Value, namespace: string): readonly Reference[] {
  const sources = [volume, ...volume.get("projected", "sources").items()];
  const made = volume.get("ephemeral", "volumeClaimTemplate", "spec", "storageClassName");
  return [
    ...named("PersistentVolumeClaim", volume.get("persistentVolumeClaim", "claimName"), namespace),
    ...named("StorageClass", made, ""),
    ...named("Secret", volume.get("csi", "nodePublishSecretRef", "name"), namespace),
    ...sources.flatMap((source) => [
      ...dataReferences("ConfigMap", source.get("configMap"), source.get("configMap", "name"), namespace),
      ...dataReferences("Secret", source.get("secret"), source.get("secret", "name"), namespace),
    ]),
    ...dataReferences("Secret", volume.get("secret"), volume.get("secret", "secretName"), namespace),
  ];
}

// A volume names the keys that it wants, or takes all of them.
function dataReferences(kind: string, source: Value, at: Value, namespace: string): readonly Reference[] {
  const isOptional = source.get("optional").boolean === true;
  const keys = source.get("items").items();
  if (keys.length === 0) return named(kind, at, namespace, { isOptional });
  return keys.flatMap((item) => named(kind, at, namespace, { isOptional, ...keyOf(item.get("key")) }));
}

function environmentReferences(container: Value, namespace: string): readonly Reference[] {
  const kinds = [
    ["ConfigMap", "configMapRef", "configMapKeyRef"],
    ["Secret", "secretRef", "secretKeyRef"],
  ] as const;
  const whole = container.get("envFrom").items();
  const single = container.get("env").items();
  return kinds.flatMap(([kind, wholeField, singleField]) => {
    const sources = [
      ...whole.map((source) => source.get(wholeField)),
      ...single.map((entry) => entry.get("valueFrom", singleField)),
    ];
    return sources.flatMap((source) => {
      const isOptional = source.get("optional").boolean === true;
      return named(kind, source.get("name"), namespace, { isOptional, ...keyOf(source.get("key")) });
    });
  });
}
