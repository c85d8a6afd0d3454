// The fields that a kustomization file may have and their types: the interfaces of schema.ts as shapes.
import type {
  ConfigMapArgs,
  FieldOptions,
  FieldSpecEntry,
  GeneratorOptions,
  GvkFields,
  HelmChart,
  HelmGlobals,
  ImageTag,
  Label,
  LegacyHelmChart,
  LegacySortOptions,
  Metadata,
  Patch,
  PatchOptions,
  PlainValue,
  Replacement,
  ReplacementEntry,
  Replica,
  SecretArgs,
  Selector,
  SortOptions,
  SourceSelector,
  TargetSelector,
  Var,
  VarTarget,
  WrittenKustomization,
} from "./schema.ts";
import {
  anything,
  type Fields,
  fields,
  flag,
  integer,
  list,
  map,
  type Shape,
  text,
  textMap,
  texts,
} from "./shape.ts";

const freeMap: Shape<Readonly<Record<string, PlainValue>>> = map(anything);

const gvk: Fields<GvkFields> = { group: text, version: text, kind: text };
const named = { ...gvk, name: text, namespace: text };
export const selector: Shape<Selector> = fields<Selector>(
  { ...named, labelSelector: text, annotationSelector: text },
  { keepsNull: true, inlined: Object.keys(named) },
);

const ofFieldSpec: Fields<FieldSpecEntry> = { ...gvk, path: text, create: flag };

export const fieldSpecs: Shape<readonly FieldSpecEntry[]> = list(
  fields<FieldSpecEntry>(ofFieldSpec, { inlined: Object.keys(gvk) }),
);

/** Those of the transformers of names, which kustomize reads with another library. */
export const fieldSpecsOfNames: Shape<readonly FieldSpecEntry[]> = list(fields<FieldSpecEntry>(ofFieldSpec));

export const patches = list(
  fields<Patch>({
    path: text,
    patch: text,
    target: selector,
    options: fields<PatchOptions>({ allowNameChange: flag, allowKindChange: flag }),
  }),
);

export const images = list(
  fields<ImageTag>({ name: text, newName: text, newTag: text, tagSuffix: text, digest: text }),
);

const label = fields<Label>({
  pairs: textMap,
  includeSelectors: flag,
  includeTemplates: flag,
  fields: fieldSpecs,
});

const fieldOptions = fields<FieldOptions>({ delimiter: text, index: integer, encoding: text, create: flag });

const target = fields<TargetSelector>(
  { select: selector, reject: list(selector), fieldPaths: texts, options: fieldOptions },
  { keepsNull: true },
);

const ofReplacement: Fields<Replacement> = {
  source: fields<SourceSelector>(
    { ...named, fieldPath: text, options: fieldOptions },
    { inlined: Object.keys(named) },
  ),
  sourceValue: text,
  targets: list(target),
};

/** What a file of replacements holds. */
export const replacement: Shape<Replacement> = fields<Replacement>(ofReplacement);

const replacementEntry = fields<ReplacementEntry>(
  { ...ofReplacement, path: text },
  { inlined: Object.keys(ofReplacement) },
);

const variable = fields<Var>({
  name: text,
  objref: fields<VarTarget>({ ...named, apiVersion: text }),
  fieldref: fields<NonNullable<Var["fieldref"]>>({ fieldPath: text }),
});

const generatorOptions = fields<GeneratorOptions>({
  labels: textMap,
  annotations: textMap,
  disableNameSuffixHash: flag,
  immutable: flag,
});

/** Of a struct within what a plugin is configured by. */
function inlined<T>(shapes: Fields<T>): Shape<T> {
  return fields<T>(shapes, { inlined: Object.keys(shapes) });
}

const configMap = {
  name: text,
  namespace: text,
  behavior: text,
  options: generatorOptions,
  literals: texts,
  files: texts,
  envs: texts,
  env: text,
};

const helmChart = inlined<HelmChart>({
  name: text,
  version: text,
  repo: text,
  releaseName: text,
  namespace: text,
  valuesFile: text,
  additionalValuesFiles: texts,
  valuesInline: freeMap,
  valuesMerge: text,
  includeCRDs: flag,
  skipHooks: flag,
  skipTests: flag,
  apiVersions: texts,
  kubeVersion: text,
  nameTemplate: text,
  debug: flag,
  devel: flag,
});

const legacyHelmChart = fields<LegacyHelmChart>({
  chartName: text,
  chartVersion: text,
  chartRepoUrl: text,
  chartHome: text,
  chartRepoName: text,
  helmBin: text,
  helmHome: text,
  values: text,
  valuesLocal: freeMap,
  valuesMerge: text,
  releaseName: text,
  releaseNamespace: text,
  extraArgs: texts,
});

/** What a kustomization file may hold, deprecated fields included. */
export const writtenKustomization = fields<WrittenKustomization>({
  kind: text,
  apiVersion: text,
  metadata: fields<Metadata>({ name: text, namespace: text, labels: textMap, annotations: textMap }),
  openapi: textMap,
  resources: texts,
  components: texts,
  crds: texts,
  configMapGenerator: list(inlined<ConfigMapArgs & { readonly env?: string }>(configMap)),
  secretGenerator: list(inlined<SecretArgs & { readonly env?: string }>({ ...configMap, type: text })),
  generatorOptions,
  helmGlobals: inlined<HelmGlobals>({ chartHome: text, configHome: text }),
  helmCharts: list(helmChart),
  namespace: text,
  namePrefix: text,
  nameSuffix: text,
  labels: list(label),
  commonLabels: textMap,
  commonAnnotations: textMap,
  patches,
  patchesStrategicMerge: texts,
  patchesJson6902: patches,
  images,
  replicas: list(fields<Partial<Replica>>({ name: text, count: integer })),
  replacements: list(replacementEntry),
  vars: list(variable),
  sortOptions: fields<SortOptions>({
    order: text,
    legacySortOptions: fields<LegacySortOptions>({ orderFirst: texts, orderLast: texts }),
  }),
  buildMetadata: texts,
  configurations: texts,
  generators: texts,
  transformers: texts,
  validators: texts,
  bases: texts,
  imageTags: images,
  helmChartInflationGenerator: list(legacyHelmChart),
});
