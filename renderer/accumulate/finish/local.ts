// Objects that only configure tools, which stay out of the output.
import type { BuildContext } from "../../load/context.ts";
import type { Resource } from "../../resource/resource.ts";
import { fieldAt } from "../../yaml/node.ts";
import { reportTwins } from "./twins.ts";

const localConfig = "config.kubernetes.io/local-config";

export function isLocal({ node }: Resource): boolean {
  const value = fieldAt(node, "metadata", "annotations", localConfig);
  return value !== undefined && !(value.kind === "scalar" && value.text === "false");
}

/**
 * kustomize takes them out by their ids, so one stays that has the id of another object. That shows when the objects
 * are sorted, and only then.
 *
 * @param sorts  whether the objects are put in order after this
 * Source: kustomize api/internal/target/kusttarget.go, IgnoreLocal
 */
export function withoutLocal(
  resources: readonly Resource[],
  sorts: boolean,
  context: BuildContext,
): readonly Resource[] {
  const local = new Set(resources.filter(isLocal));
  if (local.size === 0) return resources;
  const others = new Map(
    resources.flatMap((resource) => (local.has(resource) ? [] : [[exactId(resource), resource]])),
  );
  const seen = new Map<string, Resource>();
  const stays = new Set<Resource>();
  for (const resource of local) {
    const key = exactId(resource);
    const twin = seen.get(key) ?? (sorts ? others.get(key) : undefined);
    if (twin) reportTwins(resource, twin, context);
    if (others.has(key)) stays.add(resource);
    seen.set(key, resource);
  }
  return resources.filter((resource) => !local.has(resource) || stays.has(resource));
}

function exactId({ id: { group, version, kind, namespace, name } }: Resource): string {
  return `${group}\0${version}\0${kind}\0${namespace}\0${name}`;
}
