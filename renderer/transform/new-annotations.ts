// With `buildMetadata`, kustomize notes each transformer on each object, and writes all of its annotations anew for that:
// they become strings, and no longer share their values with other fields (shared-scalars.ts).
import { type Resource, withNode } from "../resource/resource.ts";
import { withValueAt } from "../yaml/edit.ts";
import { field, indexOfKey, type Node, scalar, withValues } from "../yaml/node.ts";
import { isYaml11NonString } from "../yaml/scalar.ts";

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
  const text = old.kind === "scalar" ? old.text : "";
  const { step, earlier } = old.written ?? {};
  const written = step && (earlier ? { step, earlier } : { step });
  return scalar(text, "str", isYaml11NonString(text) ? "double" : "plain", old.source, old.at, written);
}
