// The order of kinds: what others need comes first. Field specs are sorted by it, and so is the output.
// Source: kustomize kyaml/resid/gvk.go
import type { Gvk } from "../resource/gvk.ts";

/** Kinds that come before all others, first to last. */
export const firstKinds: readonly string[] = [
  "Namespace",
  "ResourceQuota",
  "StorageClass",
  "CustomResourceDefinition",
  "ServiceAccount",
  "PodSecurityPolicy",
  "Role",
  "ClusterRole",
  "RoleBinding",
  "ClusterRoleBinding",
  "ConfigMap",
  "Secret",
  "Endpoints",
  "Service",
  "LimitRange",
  "PriorityClass",
  "PersistentVolume",
  "PersistentVolumeClaim",
  "Deployment",
  "StatefulSet",
  "CronJob",
  "PodDisruptionBudget",
];

/** Kinds that come after all others. */
export const lastKinds: readonly string[] = [
  "MutatingWebhookConfiguration",
  "ValidatingWebhookConfiguration",
];

const ranks: ReadonlyMap<string, number> = new Map([
  ...firstKinds.map((kind, i): [string, number] => [kind, i - firstKinds.length]),
  ...lastKinds.map((kind, i): [string, number] => [kind, i + 1]),
]);

/** Whether `a` comes before `b`: by rank of the kind, then by group, version and kind. */
export function comesBefore(a: Gvk, b: Gvk): boolean {
  const left = ranks.get(a.kind) ?? 0;
  const right = ranks.get(b.kind) ?? 0;
  if (left !== right) return left < right;
  return sortText(a) < sortText(b);
}

// Blanks become words that sort after letters.
function sortText({ group, version, kind }: Gvk): string {
  return `${group || "~G"}_${version || "~V"}_${kind || "~K"}`;
}
