// Sizes that patches of several environments and services share.
import { type JsonPatch, jsonPatch, type ObjectOf, type ValueAt } from "emqx-gitops/patch";

type Resources = ValueAt<ObjectOf<"v1", "Pod">, "spec.containers[0].resources">;

/** What a container asks for. The limit of the memory is the request unless it is given; CPU is never limited. */
export function resources(cpu: string, memory: string, memoryLimit: string = memory): Resources {
  return { requests: { cpu, memory }, limits: { memory: memoryLimit } };
}

/** An EMQX node in production, whoever runs it. */
export const emqxNode = { cpu: "1", memory: "4Gi", storage: "20Gi" } as const;

/** The storage class of production: reclaimPolicy Retain, and volumes can grow. */
export const storageClassName = "retain";

/** The size of the claims that a StatefulSet makes, and their class. */
export function claimSize(
  statefulSet: string,
  claim: string,
  storage: string,
): JsonPatch<ObjectOf<"apps/v1", "StatefulSet">> {
  return jsonPatch("apps/v1", "StatefulSet", { name: statefulSet })
    .add(`spec.volumeClaimTemplates[metadata.name=${claim}].spec.storageClassName`, storageClassName)
    .replace(`spec.volumeClaimTemplates[metadata.name=${claim}].spec.resources.requests.storage`, storage);
}
