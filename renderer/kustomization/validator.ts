// The interfaces of schema.ts as a zod schema. zod/mini, and parts made once and shared, because making the schema is
// most of what reading a kustomization adds to the start of the command.
import * as z from "zod/mini";
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

/** A schema for each field of an interface, none forgotten. */
export type Fields<T> = { readonly [K in keyof T]-?: z.ZodMiniType<Exclude<T[K], undefined>> };

/** A map that knows its fields. None is required here: kustomize decides that where it uses them. */
export function fields<T>(shape: Fields<T>): z.ZodMiniType<T> {
  const optional: Record<string, z.ZodMiniType> = {};
  for (const [name, schema] of Object.entries<z.ZodMiniType>(shape)) optional[name] = optionalOf(schema);
  return z.strictObject(optional) as unknown as z.ZodMiniType<T>;
}

const optionals = new Map<z.ZodMiniType, z.ZodMiniType>();

function optionalOf(schema: z.ZodMiniType): z.ZodMiniType {
  const known = optionals.get(schema);
  if (known) return known;
  const made = z.exactOptional(schema);
  optionals.set(schema, made);
  return made;
}

const maxInt64 = 2n ** 63n;

/** Whether Go would decode the number into an int64: integral, however it was written, and in range. */
function isInt64(value: unknown): boolean {
  if (typeof value !== "number" && typeof value !== "bigint") return false;
  const digits = String(value); // the range is that of the digits JSON has, which for a large float are not exact
  if (!/^-?\d+$/.test(digits)) return false;
  const exact = BigInt(digits);
  return exact >= -maxInt64 && exact < maxInt64;
}

export const text = z.string();
export const flag = z.boolean();
export const texts = z.array(text);
export const textMap = z.record(text, text);
const integer = z.custom<number | bigint>(isInt64);
const freeMap = z.record(text, z.unknown() as z.ZodMiniType<PlainValue>);

const gvk: Fields<GvkFields> = { group: text, version: text, kind: text };
const named = { ...gvk, name: text, namespace: text };
const selector = fields<Selector>({ ...named, labelSelector: text, annotationSelector: text });

export const patches = z.array(
  fields<Patch>({
    path: text,
    patch: text,
    target: selector,
    options: fields<PatchOptions>({ allowNameChange: flag, allowKindChange: flag }),
  }),
);

export const images = z.array(
  fields<ImageTag>({ name: text, newName: text, newTag: text, tagSuffix: text, digest: text }),
);

const label = fields<Label>({
  pairs: textMap,
  includeSelectors: flag,
  includeTemplates: flag,
  fields: z.array(fields<FieldSpecEntry>({ ...gvk, path: text, create: flag })),
});

const fieldOptions = fields<FieldOptions>({ delimiter: text, index: integer, encoding: text, create: flag });

const target = fields<TargetSelector>({
  select: selector,
  reject: z.array(selector),
  fieldPaths: texts,
  options: fieldOptions,
});

const replacement = fields<ReplacementEntry>({
  source: fields<SourceSelector>({ ...named, fieldPath: text, options: fieldOptions }),
  sourceValue: text,
  targets: z.array(target),
  path: text,
});

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

const helmChart = fields<HelmChart>({
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
  configMapGenerator: z.array(fields<ConfigMapArgs & { readonly env?: string }>(configMap)),
  secretGenerator: z.array(fields<SecretArgs & { readonly env?: string }>({ ...configMap, type: text })),
  generatorOptions,
  helmGlobals: fields<HelmGlobals>({ chartHome: text, configHome: text }),
  helmCharts: z.array(helmChart),
  namespace: text,
  namePrefix: text,
  nameSuffix: text,
  labels: z.array(label),
  commonLabels: textMap,
  commonAnnotations: textMap,
  patches,
  patchesStrategicMerge: texts,
  patchesJson6902: patches,
  images,
  replicas: z.array(fields<Partial<Replica>>({ name: text, count: integer })),
  replacements: z.array(replacement),
  vars: z.array(variable),
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
  helmChartInflationGenerator: z.array(legacyHelmChart),
});

/**
 * Items that kustomize keeps when they are null, and fails on later. Any other null in a list is an item with nothing
 * set.
 */
export const neverNull: ReadonlySet<unknown> = new Set([target, selector]);
