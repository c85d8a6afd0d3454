// Identity of an object, and the rules by which two identities are the same.
import { type Gvk, gvkString } from "./gvk.ts";

export interface ResId extends Gvk {
  readonly name: string;
  /** As written: empty when the object names no namespace. */
  readonly namespace: string;
  /** What comparisons use: `default` for none, a fixed word for cluster-scoped kinds. */
  readonly effectiveNamespace: string;
}

/** Stands for the namespace of cluster-scoped objects, so that they compare equal whatever theirs says. */
export const clusterScope = "_non_namespaceable_";

export function makeResId(gvk: Gvk, name: string, namespace: string, clusterScoped: boolean): ResId {
  return {
    group: gvk.group,
    version: gvk.version,
    kind: gvk.kind,
    name,
    namespace,
    effectiveNamespace: clusterScoped ? clusterScope : namespace === "" ? "default" : namespace,
  };
}

export function isClusterScoped(id: ResId): boolean {
  return id.effectiveNamespace === clusterScope;
}

/** Equal for two ids exactly when they name the same object. */
export function idKey(id: ResId): string {
  return `${id.group}\0${id.version}\0${id.kind}\0${id.effectiveNamespace}\0${id.name}`;
}

/** `Deployment.v1.apps/name.namespace`, kustomize's own spelling. */
export function idString(id: ResId): string {
  return `${gvkString(id)}/${id.name || "[noName]"}.${id.namespace || "[noNs]"}`;
}

/** How people name an object: `Deployment/web` or `Deployment/web in shop`. */
export function friendlyId(id: ResId): string {
  return `${id.kind}/${id.name}${id.namespace ? ` in ${id.namespace}` : ""}`;
}
