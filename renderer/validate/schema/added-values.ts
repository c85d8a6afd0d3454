// Values that a definition does not list as it is published, and that something adds to it in the cluster.
import type { SchemaFinding } from "../../schema/check/finding.ts";
import type { KubeObject } from "../model/object.ts";

/**
 * By group and field: the Flux Operator adds its kinds to what alerts and receivers may name.
 *
 * Source: flux-operator internal/builder/templates.go, notificationPatchTmpl
 */
const added: Readonly<Record<string, readonly string[]>> = {
  "notification.toolkit.fluxcd.io/kind": ["FluxInstance", "ResourceSet", "ResourceSetInputProvider"],
};

export function isAddedValue({ group }: KubeObject, { code, path, node }: SchemaFinding): boolean {
  if (code !== "schema/not-allowed" || node.kind !== "scalar") return false;
  return added[`${group}/${path.at(-1)}`]?.includes(node.text) === true;
}
