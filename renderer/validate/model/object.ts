// A rendered object, ready to be asked.
import { isClusterScoped } from "../../resource/res-id.ts";
import type { Resource } from "../../resource/resource.ts";
import { textMap, Value } from "./value.ts";

export interface KubeObject {
  readonly resource: Resource;
  readonly kind: string;
  readonly group: string;
  readonly version: string;
  readonly name: string;
  /** `default` where a namespaced object says nothing; empty for what lives outside namespaces. */
  readonly namespace: string;
  readonly root: Value;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
}

/** Builds may share resources; what is kept of an object then serves all of them. */
const known = new WeakMap<Resource, KubeObject>();

export function toObject(resource: Resource): KubeObject {
  const object = known.get(resource) ?? readObject(resource);
  known.set(resource, object);
  return object;
}

function readObject(resource: Resource): KubeObject {
  const { id } = resource;
  const root = Value.of(resource);
  return {
    resource,
    kind: id.kind,
    group: id.group,
    version: id.version,
    name: id.name,
    namespace: isClusterScoped(id) ? "" : id.effectiveNamespace,
    root,
    labels: textMap(root.get("metadata", "labels")),
    annotations: textMap(root.get("metadata", "annotations")),
  };
}
