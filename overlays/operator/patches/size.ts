// Kustomize has no merge rules for custom resources (a list would be replaced whole), so these are operations.
import { jsonPatch } from "emqx-gitops/patch";
import { emqxNode, resources, storageClassName } from "../../sizes.ts";

export const patch = jsonPatch("apps.emqx.io/v2beta1", "EMQX", { name: "emqx" })
  .replace("spec.coreTemplate.spec.resources", resources(emqxNode.cpu, emqxNode.memory))
  .replace("spec.coreTemplate.spec.volumeClaimTemplates.resources.requests.storage", emqxNode.storage)
  .add("spec.coreTemplate.spec.volumeClaimTemplates.storageClassName", storageClassName);
