// The last touch: labels and annotations that the build itself adds, and annotations as kustomize leaves them.
import type { KustomizationFile } from "../kustomization/read.ts";
import type { BuildContext } from "../load/context.ts";
import { stepOf } from "../load/layer.ts";
import { type Resource, withNode } from "../resource/resource.ts";
import { originAnnotation, type Trail, trailTexts, transformationsAnnotation } from "../resource/trail.ts";
import { setStringMaps } from "../transform/string-maps.ts";
import { withField, withoutField, withValueAt } from "../yaml/edit.ts";
import { field, indexOfKey, type Mapping, mapping, placeOf, type Scalar, scalar } from "../yaml/node.ts";
import { withAnnotationsAnew } from "./closing-annotations.ts";

/** The version that stands in the managed-by label: whose bytes these are. */
const kustomizeVersion = "v5.8.1";

export function close(
  resources: readonly Resource[],
  file: KustomizationFile,
  context: BuildContext,
): readonly Resource[] {
  const metadata = file.value.buildMetadata ?? [];
  let result = resources;
  if (context.options.addManagedByLabel || metadata.includes("managedByLabel")) {
    const step = stepOf(file, "managedByLabel", "buildMetadata");
    const entry = { key: "app.kubernetes.io/managed-by", value: `kustomize-${kustomizeVersion}`, step };
    result = setStringMaps(result, [entry], [metadataLabels], context);
  }
  return result.map((resource) => {
    checkMetadata(resource, context);
    const root = withAnnotationsAnew(withoutStaleTrail(withMetadata(resource.node), metadata));
    return withNode(resource, resource.trail ? withTrail(root, resource.trail, metadata) : root);
  });
}

/** What `buildMetadata` calls the annotations. */
const trailFields: Readonly<Record<string, string>> = {
  [originAnnotation]: "originAnnotations",
  [transformationsAnnotation]: "transformerAnnotations",
};

function isAskedFor(annotation: string, metadata: readonly string[]): boolean {
  return metadata.includes(trailFields[annotation] ?? "");
}

// What an earlier build wrote there is not true of this one, so kustomize removes it.
function withoutStaleTrail(root: Mapping, metadata: readonly string[]): Mapping {
  const stale = Object.keys(trailFields).filter((name) => !isAskedFor(name, metadata));
  const i = indexOfKey(root, "metadata");
  const own = root.values[i];
  const annotations = field(own, "annotations");
  if (own?.kind !== "mapping" || annotations?.kind !== "mapping") return root;
  if (!stale.some((name) => field(annotations, name))) return root;
  const rest = stale.reduce((map, name) => withoutField(map, name), annotations);
  return withValueAt(root, i, withValueAt(own, indexOfKey(own, "annotations"), rest));
}

function checkMetadata({ id, node }: Resource, { collector }: BuildContext): void {
  const metadata = field(node, "metadata");
  if (!metadata || metadata.kind === "mapping") return;
  collector.halt("resource/invalid", `the metadata of ${id.kind}/${id.name} is no map any more`, {
    at: placeOf(metadata),
    help: "a patch or a replacement wrote there; write to a field of it",
  });
}

function withTrail(root: Mapping, trail: Trail, metadata: readonly string[]): Mapping {
  let result = root;
  for (const [name, text] of trailTexts(trail))
    if (isAskedFor(name, metadata)) result = withAnnotation(result, name, text);
  return result;
}

function withAnnotation(root: Mapping, name: string, text: string): Mapping {
  const value = scalar(text, "str", "literal", root.source, root.at);
  const metadata = field(root, "metadata") as Mapping;
  const before = field(metadata, "annotations");
  const annotations = before?.kind === "mapping" ? before : mapping([], [], root.source, root.at);
  const changed = withField(annotations, plainKey(root, name), value);
  return withField(
    root,
    plainKey(root, "metadata"),
    withField(metadata, plainKey(root, "annotations"), changed),
  );
}

function withMetadata(root: Mapping): Mapping {
  if (field(root, "metadata")) return root;
  return withField(root, plainKey(root, "metadata"), mapping([], [], root.source, root.at));
}

const metadataLabels = { group: "", version: "", kind: "", path: "metadata/labels", create: true };

function plainKey(root: Mapping, name: string): Scalar {
  return scalar(name, "str", "plain", root.source, root.at);
}
