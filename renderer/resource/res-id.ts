// Identity of an object, and the rules by which two identities are the same.
import { type Gvk, gvkString } from "./gvk.ts";

export interface ResId extends Gvk {
  readonly name: string;
  /** As written: empty when the object names no namespace. */
  readonly namespace: string;
  /** What comparisons use: `default` for none, a fixed word for cluster-scoped kinds. */
  readonly effectiveNamespace: string;
  /** For idKey alone, which keeps what it made. */
  madeKey: string | undefined;
}

/** Stands for the namespace of cluster-scoped objects, so that they compare equal whatever theirs says. */
export const clusterScope = "_non_namespaceable_";

export function makeResId(gvk: Gvk, name: string, namespace: string, clusterScoped: boolean): ResId {
  return newId(
    gvk,
    name,
    namespace,
    clusterScoped ? clusterScope : namespace === "" ? "default" : namespace,
    undefined,
  );
}

function newId(
  { group, version, kind }: Gvk,
  name: string,
  namespace: string,
  effectiveNamespace: string,
  madeKey: string | undefined,
): ResId {
  return { group, version, kind, name, namespace, effectiveNamespace, madeKey };
}

/** The id as kustomize remembers it: it stores the effective namespace, so that of an object without one is "default". */
export function rememberedId(id: ResId): ResId {
  return newId(id, id.name, id.effectiveNamespace, id.effectiveNamespace, id.madeKey);
}

/** The id with group and version of another one. */
export function withApiOf(id: ResId, { group, version }: Gvk): ResId {
  if (id.group === group && id.version === version) return id;
  return newId({ group, version, kind: id.kind }, id.name, id.namespace, id.effectiveNamespace, undefined);
}

export function isClusterScoped(id: ResId): boolean {
  return id.effectiveNamespace === clusterScope;
}

/** Equal for two ids exactly when they name the same object. */
export function idKey(id: ResId): string {
  id.madeKey ??= `${id.group}\0${id.version}\0${id.kind}\0${id.effectiveNamespace}\0${id.name}`;
  return id.madeKey;
}

/** `Deployment.v1.apps/name.namespace`, kustomize's own spelling. */
export function idString(id: ResId): string {
  return `${gvkString(id)}/${id.name || "[noName]"}.${id.namespace || "[noNs]"}`;
}

/** How people name an object: `Deployment/web` or `Deployment/web in shop`. */
export function friendlyId(id: ResId): string {
  return `${id.kind}/${id.name}${id.namespace ? ` in ${id.namespace}` : ""}`;
}
