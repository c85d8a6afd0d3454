// References that a path describes: `spec.rules[].backendRefs[].name`, with what stands beside the name.
import { keyOf, named, type Reference } from "./reference.ts";
import type { Value } from "./value.ts";

export interface Field {
  /** The way to the name; `[]` goes into the items of a list. */
  readonly path: string;
  /** The kind that is meant where nothing else is said. */
  readonly kind: string;
  /** A field `kind` beside the name says which kind is meant. */
  readonly kindField?: boolean;
  /** A field `namespace` beside the name says which namespace is meant. */
  readonly namespaceField?: boolean;
  /** A field `key` beside the name says which key is meant. */
  readonly keyField?: boolean;
  readonly isOptional?: boolean;
}

export function fieldReferences(
  root: Value,
  { path, kind, kindField, namespaceField, keyField, isOptional = false }: Field,
  own: string,
): readonly Reference[] {
  return valuesAt(root, path).flatMap((at) => {
    const beside = at.parent ?? root;
    const wanted = (kindField && beside.get("kind").text) || kind;
    const namespace = (namespaceField && beside.get("namespace").text) || own || "default";
    if (isAction(beside)) return [];
    const flag = beside.get("optional").boolean === true;
    return named(wanted, at, clusterKinds.has(wanted) ? "" : namespace, {
      isOptional: isOptional || flag,
      ...(keyField ? keyOf(beside.get("key")) : {}),
    });
  });
}

/**
 * AWS's controller reads the name of an Ingress's backend as an action that an annotation describes.
 *
 * Source: https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#actions
 */
function isAction(backend: Value): boolean {
  return backend.get("port", "name").text === "use-annotation";
}

/** Kinds that references mean and that live outside of namespaces. */
const clusterKinds: ReadonlySet<string> = new Set([
  "StorageClass",
  "IngressClass",
  "GatewayClass",
  "ClusterIssuer",
  "ClusterSecretStore",
  "ClusterTriggerAuthentication",
]);

function valuesAt(root: Value, path: string): readonly Value[] {
  return path.split(".").reduce<readonly Value[]>(
    (values, part) => {
      const name = part.replace("[]", "");
      const next = values.map((value) => value.get(name));
      return part === name ? next : next.flatMap((list) => list.items());
    },
    [root],
  );
}
