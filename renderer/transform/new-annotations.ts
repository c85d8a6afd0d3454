// With `buildMetadata`, kustomize notes each transformer on each object, and writes all of its annotations anew for that:
// they become strings, and no longer share their values with other fields (shared-scalars.ts).
import { type Resource, withNode } from "../resource/resource.ts";
import { withValueAt } from "../yaml/edit.ts";
import { field, indexOfKey, type Node, type Scalar, scalar, type Written, withValues } from "../yaml/node.ts";
import { styleOfNewString } from "../yaml/yaml11.ts";

/** Source: kustomize api/resource/resource.go, AddTransformation */
export function withNewAnnotations(resource: Resource): Resource {
  const root = resource.node;
  const metadata = field(root, "metadata");
  const annotations = field(metadata, "annotations");
  if (metadata?.kind !== "mapping" || annotations?.kind !== "mapping") return resource;
  const next = withValues(annotations, annotations.values.map(newValue));
  const changed = withValueAt(metadata, indexOfKey(metadata, "annotations"), next);
  return withNode(resource, withValueAt(root, indexOfKey(root, "metadata"), changed));
}

function newValue(old: Node): Node {
  const { step, earlier } = old.written ?? {};
  return newAnnotation(old, step && (earlier ? { step, earlier } : { step }));
}

/** An annotation as kustomize writes it. Source: kyaml rnode.go, setMapInMetadata */
export function newAnnotation(old: Node, written: Written | undefined): Scalar {
  const text = old.kind === "scalar" ? old.text : "";
  return scalar(text, "str", styleOfNewString(text), old.source, old.at, written);
}
