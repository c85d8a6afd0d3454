// The last touch: labels and annotations that the build itself adds, and annotations as kustomize leaves them.
import type { KustomizationFile } from "../kustomization/read.ts";
import type { BuildContext } from "../load/context.ts";
import { stepOf } from "../load/layer.ts";
import { type Resource, withNode } from "../resource/resource.ts";
import { originText, type Trail, transformationsText } from "../resource/trail.ts";
import { newAnnotation } from "../transform/new-annotations.ts";
import { setStringMaps } from "../transform/string-maps.ts";
import { withField, withoutField, withValueAt } from "../yaml/edit.ts";
import {
  field,
  indexOfKey,
  type Mapping,
  mapping,
  type Node,
  placeOf,
  scalar,
  withValues,
} from "../yaml/node.ts";

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
    const strings = withStringAnnotations(withoutStaleTrail(resource.node, metadata));
    return withNode(resource, resource.trail ? withTrail(strings, resource.trail, metadata) : strings);
  });
}

const originAnnotation = "config.kubernetes.io/origin";
const transformationsAnnotation = "alpha.config.kubernetes.io/transformations";

// What an earlier build wrote there is not true of this one, so kustomize removes it.
function withoutStaleTrail(root: Mapping, metadata: readonly string[]): Mapping {
  const stale = [
    ...(metadata.includes("originAnnotations") ? [] : [originAnnotation]),
    ...(metadata.includes("transformerAnnotations") ? [] : [transformationsAnnotation]),
  ];
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

function withTrail(root: Mapping, { origin, transformations }: Trail, metadata: readonly string[]): Mapping {
  let result = root;
  if (origin && metadata.includes("originAnnotations")) {
    result = withAnnotation(result, originAnnotation, originText(origin));
  }
  if (transformations.length > 0 && metadata.includes("transformerAnnotations")) {
    result = withAnnotation(result, transformationsAnnotation, transformationsText(transformations));
  }
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

const metadataLabels = { group: "", version: "", kind: "", path: "metadata/labels", create: true };

// kustomize writes the annotations of every object anew, as strings: a null becomes a text, an empty map vanishes.
function withStringAnnotations(root: Mapping): Mapping {
  const i = indexOfKey(root, "metadata");
  const metadata = root.values[i];
  if (metadata?.kind !== "mapping") {
    return metadata
      ? root
      : withField(root, plainKey(root, "metadata"), mapping([], [], root.source, root.at));
  }
  const at = indexOfKey(metadata, "annotations");
  const annotations = metadata.values[at];
  if (!annotations) return root;
  if (annotations.kind !== "mapping" || annotations.keys.length === 0) {
    return withValueAt(root, i, withoutField(metadata, "annotations"));
  }
  if (annotations.values.every(staysAsItIs)) return root;
  const values = annotations.values.map((value) => newAnnotation(value, value.written));
  return withValueAt(root, i, withValueAt(metadata, at, withValues(annotations, values)));
}

/** Only of folded texts, and of those that begin with a tab, does the form matter when they are printed. */
function staysAsItIs(node: Node): boolean {
  if (node.kind !== "scalar" || node.tag !== "str") return false;
  return node.style !== "folded" && !node.text.startsWith("\t");
}

function plainKey(root: Mapping, name: string): ReturnType<typeof scalar> {
  return scalar(name, "str", "plain", root.source, root.at);
}
