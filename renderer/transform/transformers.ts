// The transformers of a kustomization in the order kustomize runs them, one row a field.
import { attempt } from "../diagnostics/collector.ts";
import { mergeFieldSpecs } from "../fieldspecs/config.ts";
import type { FieldSpec } from "../fieldspecs/field-spec.ts";
import { type Layer, stepOf } from "../load/layer.ts";
import { type Resource, withTrail } from "../resource/resource.ts";
import { type OriginRecord, type Trail, withRecord } from "../resource/trail.ts";
import { isEmpty } from "../yaml/node.ts";
import { setImage } from "./images.ts";
import { setNamespace } from "./namespace.ts";
import { withNewAnnotations } from "./new-annotations.ts";
import { addAffix } from "./prefix-suffix.ts";
import { prepareLegacyJsonPatches, prepareLegacyMergePatches, preparePatches } from "./prepare-patches.ts";
import { prepareReplacements } from "./replacements/prepare.ts";
import { setReplicas } from "./replicas.ts";
import { type StringMapEntry, setStringMaps } from "./string-maps.ts";
import type { Prepare, RecordedRun, Run } from "./transformer.ts";

/** Source: kustomize api/internal/target/kusttarget_configplugin.go */
const transformers: readonly (readonly [kind: string, prepare: Prepare])[] = [
  ["PatchStrategicMergeTransformer", prepareLegacyMergePatches],
  ["PatchTransformer", preparePatches],
  ["NamespaceTransformer", prepareNamespace],
  ["PrefixTransformer", (layer) => prepareAffix(layer, "prefix")],
  ["SuffixTransformer", (layer) => prepareAffix(layer, "suffix")],
  ["LabelTransformer", prepareLabels],
  ["AnnotationsTransformer", prepareAnnotations],
  ["PatchJson6902Transformer", prepareLegacyJsonPatches],
  ["ReplicaCountTransformer", prepareReplicas],
  ["ImageTagTransformer", prepareImages],
  ["ReplacementTransformer", prepareReplacements],
];

/** Reads all transformer fields of a kustomization. */
export function prepareTransformers(layer: Layer): readonly RecordedRun[] {
  return transformers.flatMap(([kind, prepare]) => {
    const record = layer.trail?.recordOf(kind);
    return prepare(layer).map((run) => ({ run, record }));
  });
}

/** Runs transformers one after the other; one that fails leaves the objects as they were. */
export function runTransformers(
  resources: readonly Resource[],
  runs: readonly RecordedRun[],
): readonly Resource[] {
  let result = resources;
  for (const { run, record } of runs) {
    const next = attempt(() => run(result)) ?? result;
    const recorded = record ? withRecords(next, record) : next;
    result = withoutEmpty(recorded, result);
  }
  return result;
}

/** Objects of one file share their trail, and go on sharing it. */
function withRecords(resources: readonly Resource[], record: OriginRecord): readonly Resource[] {
  const made = new Map<Trail | undefined, Trail>();
  return resources.map((resource) => {
    const trail = made.get(resource.trail) ?? withRecord(resource.trail, record);
    made.set(resource.trail, trail);
    return withTrail(withNewAnnotations(resource), trail);
  });
}

/** Objects that a transformer emptied leave the build. */
function withoutEmpty(resources: readonly Resource[], before: readonly Resource[]): readonly Resource[] {
  return resources.some((resource, i) => resource !== before[i] && isEmpty(resource.node))
    ? resources.filter((resource) => !isEmpty(resource.node))
    : resources;
}

function prepareNamespace({ file, config, context }: Layer): readonly Run[] {
  const { namespace } = file.value;
  if (!namespace) return [];
  const step = stepOf(file, "namespace", "namespace");
  const options = {
    namespace,
    fieldSpecs: config.namespace,
    unsetOnly: false,
    subjects: "defaultOnly",
  } as const;
  return [(resources) => setNamespace(resources, options, step, context)];
}

function prepareAffix({ file, config, context }: Layer, side: "prefix" | "suffix"): readonly Run[] {
  const field = side === "prefix" ? "namePrefix" : "nameSuffix";
  const text = file.value[field];
  if (!text) return [];
  const affix = { side, text, fieldSpecs: config[field] } as const;
  const step = stepOf(file, field, field);
  return [(resources) => addAffix(resources, affix, step, context)];
}

function prepareLabels(layer: Layer): readonly Run[] {
  const { file, config, context } = layer;
  const runs = (file.value.labels ?? []).map((label, i): Run => {
    const entries = entriesOf(layer, "labels", label.pairs ?? {}, "labels", i, "pairs");
    const own = (label.fields ?? []).map(toFieldSpec);
    const more = label.includeSelectors
      ? [config.commonLabels]
      : [...(label.includeTemplates ? [config.templateLabels] : []), [metadataLabels]];
    const merged = mergeFieldSpecs([own, config.labels, ...more]);
    if ("error" in merged) {
      return () =>
        context.collector.halt("kustomization/invalid", `labels: ${merged.error}`, {
          at: file.place("labels", i),
        });
    }
    return (resources) => setStringMaps(resources, entries, merged, context);
  });
  const common = entriesOf(layer, "commonLabels", file.value.commonLabels ?? {}, "commonLabels");
  // kustomize runs the transformer of commonLabels whenever there are `labels`, if only to leave a trail.
  if (runs.length === 0 && common.length === 0) return [];
  return [...runs, (resources) => setStringMaps(resources, common, config.commonLabels, context)];
}

const metadataLabels: FieldSpec = { group: "", version: "", kind: "", path: "metadata/labels", create: true };

function toFieldSpec(spec: Partial<FieldSpec>): FieldSpec {
  const { group = "", version = "", kind = "", path = "", create = false } = spec;
  return { group, version, kind, path, create };
}

function prepareAnnotations(layer: Layer): readonly Run[] {
  const { file, config, context } = layer;
  const entries = entriesOf(
    layer,
    "commonAnnotations",
    file.value.commonAnnotations ?? {},
    "commonAnnotations",
  );
  if (entries.length === 0) return [];
  return [(resources) => setStringMaps(resources, entries, config.commonAnnotations, context)];
}

function entriesOf(
  { file }: Layer,
  by: string,
  pairs: Readonly<Record<string, string>>,
  ...path: readonly (string | number)[]
): readonly StringMapEntry[] {
  return Object.entries(pairs).map(([key, value]) => ({ key, value, step: stepOf(file, by, ...path, key) }));
}

function prepareReplicas({ file, config, context }: Layer): readonly Run[] {
  return (file.value.replicas ?? []).map((replica, i): Run => {
    const step = stepOf(file, "replicas", "replicas", i, "count");
    const { name = "", count } = replica;
    return (resources) => setReplicas(resources, { name, count }, config.replicas, step, context);
  });
}

function prepareImages({ file, config, context }: Layer): readonly Run[] {
  return (file.value.images ?? []).map((image, i): Run => {
    const step = stepOf(file, "images", "images", i);
    return (resources) => setImage(resources, { name: "", ...image }, config.images, step, context);
  });
}
