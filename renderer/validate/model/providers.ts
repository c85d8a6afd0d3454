// Objects that other objects make in the cluster: what is not rendered may still be there.
import type { Cluster } from "./cluster.ts";
import type { KubeObject } from "./object.ts";
import type { Value } from "./value.ts";

/** Whether something in the cluster makes an object of this name. */
export function isProvided(cluster: Cluster, kind: string, namespace: string, name: string): boolean {
  return cluster.once(providedNames).has(`${kind}\0${namespace}\0${name}`);
}

type Made = readonly (readonly [kind: string, name: string | undefined])[];

const makers: Readonly<Record<string, (root: Value, name: string) => Made>> = {
  ExternalSecret: (root, name) => [["Secret", root.get("spec", "target", "name").text ?? name]],
  SealedSecret: (root, name) => [["Secret", root.get("spec", "template", "metadata", "name").text ?? name]],
  Certificate: (root) => [["Secret", root.get("spec", "secretName").text]],
  VaultStaticSecret: (root) => [["Secret", root.get("spec", "destination", "name").text]],
  SopsSecret: (root) =>
    root
      .get("spec", "secretTemplates")
      .items()
      .map((template) => ["Secret", template.get("name").text] as const),
};

function providedNames(cluster: Cluster): ReadonlySet<string> {
  const names = new Set<string>();
  for (const object of cluster.objects)
    for (const [kind, name] of madeBy(object)) names.add(`${kind}\0${object.namespace}\0${name ?? ""}`);
  return names;
}

function madeBy({ kind, root, name }: KubeObject): Made {
  return Object.hasOwn(makers, kind) ? (makers[kind]?.(root, name) ?? []) : [];
}
