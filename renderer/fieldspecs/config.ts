// The field specs of all transformers: the defaults, and how those of `configurations`, `crds` and bases join them.
// Source: kustomize api/internal/plugins/builtinconfig and api/types/fieldspec.go
import type { Gvk } from "../resource/gvk.ts";
import { gvkString, isSelectedBy, sameGvk } from "../resource/gvk.ts";
import { goSort } from "../text/go-sort.ts";
import { commonAnnotationSpecs } from "./defaults/annotations.ts";
import { imageSpecs } from "./defaults/images.ts";
import { commonLabelSpecs, templateLabelSpecs } from "./defaults/labels.ts";
import { namePrefixSpecs, nameSuffixSpecs } from "./defaults/name-affixes.ts";
import { nameReferences } from "./defaults/name-references.ts";
import { namespaceSpecs } from "./defaults/namespace.ts";
import { replicaSpecs } from "./defaults/replicas.ts";
import { varReferenceSpecs } from "./defaults/var-references.ts";
import type { FieldSpec } from "./field-spec.ts";
import { comesBefore } from "./gvk-order.ts";

/** Objects of one type and the fields that refer to them by name. */
export interface NameReference extends Gvk {
  readonly fieldSpecs: readonly FieldSpec[];
}

/** All lists are sorted by Gvk; those within a NameReference keep the order in which they were given. */
export interface TransformerConfig {
  readonly namePrefix: readonly FieldSpec[];
  readonly nameSuffix: readonly FieldSpec[];
  readonly namespace: readonly FieldSpec[];
  readonly commonLabels: readonly FieldSpec[];
  readonly labels: readonly FieldSpec[];
  readonly templateLabels: readonly FieldSpec[];
  readonly commonAnnotations: readonly FieldSpec[];
  readonly nameReference: readonly NameReference[];
  readonly varReference: readonly FieldSpec[];
  readonly images: readonly FieldSpec[];
  readonly replicas: readonly FieldSpec[];
}

/** The fields of a TransformerConfig that hold plain field specs. */
export const fieldSpecLists = [
  "namePrefix",
  "nameSuffix",
  "namespace",
  "commonLabels",
  "labels",
  "templateLabels",
  "commonAnnotations",
  "varReference",
  "images",
  "replicas",
] as const satisfies readonly (keyof TransformerConfig)[];

/** Two specs point at the same fields and disagree about making them. */
export interface Conflict {
  readonly error: string;
}

const none: TransformerConfig = {
  namePrefix: [],
  nameSuffix: [],
  namespace: [],
  commonLabels: [],
  labels: [],
  templateLabels: [],
  commonAnnotations: [],
  nameReference: [],
  varReference: [],
  images: [],
  replicas: [],
};

/** A config with the given lists, sorted. */
export function makeConfig(lists: Partial<TransformerConfig>): TransformerConfig {
  const config: { -readonly [Name in keyof TransformerConfig]: TransformerConfig[Name] } = {
    ...none,
    ...lists,
  };
  for (const name of fieldSpecLists) config[name] = goSort([...config[name]], comesBefore);
  config.nameReference = goSort([...config.nameReference], comesBefore);
  return config;
}

/** The config without field specs. */
export const noConfig = makeConfig({});

let defaults: TransformerConfig | undefined;

/** What every kustomization starts from; always the same object. */
export function defaultConfig(): TransformerConfig {
  defaults ??= makeConfig({
    namePrefix: namePrefixSpecs,
    nameSuffix: nameSuffixSpecs,
    namespace: namespaceSpecs,
    commonLabels: commonLabelSpecs,
    templateLabels: templateLabelSpecs,
    commonAnnotations: commonAnnotationSpecs,
    nameReference: nameReferences,
    varReference: varReferenceSpecs,
    images: imageSpecs,
    replicas: replicaSpecs,
  });
  return defaults;
}

const merged = new WeakMap<TransformerConfig, WeakMap<TransformerConfig, TransformerConfig | Conflict>>();

/**
 * Joins two configs; what is already there is left out. Every kustomization joins the defaults again, so each pair is
 * merged once, and `a` itself comes back when `b` adds nothing.
 */
export function mergeConfig(a: TransformerConfig, b: TransformerConfig): TransformerConfig | Conflict {
  if (b === noConfig) return a;
  // Nothing stands twice in the defaults, or against another one.
  if (b === defaultConfig() && (a === b || a === noConfig)) return b;
  let results = merged.get(a);
  if (!results) {
    results = new WeakMap();
    merged.set(a, results);
  }
  let result = results.get(b);
  if (!result) {
    result = joinConfigs(a, b);
    results.set(b, result);
  }
  return result;
}

function joinConfigs(a: TransformerConfig, b: TransformerConfig): TransformerConfig | Conflict {
  const lists: { -readonly [Name in keyof TransformerConfig]?: TransformerConfig[Name] } = {};
  let changed = false;
  for (const name of fieldSpecLists) {
    const list = joinSpecs(a[name], b[name]);
    if ("error" in list) return { error: `${name}: ${list.error}` };
    lists[name] = list;
    changed ||= list !== a[name];
  }
  const references = joinReferences(a.nameReference, b.nameReference);
  if ("error" in references) return references;
  lists.nameReference = references;
  return changed || references !== a.nameReference ? makeConfig(lists) : a;
}

/** Joins lists of field specs from left to right, unsorted; the first list stays as it is. */
export function mergeFieldSpecs(lists: readonly (readonly FieldSpec[])[]): readonly FieldSpec[] | Conflict {
  let result: readonly FieldSpec[] = lists[0] ?? [];
  for (const list of lists.slice(1)) {
    const joined = joinSpecs(result, list);
    if ("error" in joined) return joined;
    result = joined;
  }
  return result;
}

function joinSpecs(own: readonly FieldSpec[], more: readonly FieldSpec[]): readonly FieldSpec[] | Conflict {
  let result: FieldSpec[] | undefined;
  const byPath = new Map<string, FieldSpec[]>();
  for (const spec of own) addTo(byPath, spec);
  for (const spec of more) {
    // A spec for any kind counts as present as soon as one kind has its path.
    const present = byPath.get(spec.path)?.find((known) => isSelectedBy(known, spec));
    if (!present) {
      result ??= [...own];
      result.push(spec);
      addTo(byPath, spec);
    } else if (present.create !== spec.create) {
      const kind = spec.kind === "" ? "any kind" : spec.kind;
      return { error: `\`${spec.path}\` of ${kind} is there both with and without \`create\`` };
    }
  }
  return result ?? own;
}

function addTo(byPath: Map<string, FieldSpec[]>, spec: FieldSpec): void {
  const known = byPath.get(spec.path);
  if (known) known.push(spec);
  else byPath.set(spec.path, [spec]);
}

function joinReferences(
  own: readonly NameReference[],
  more: readonly NameReference[],
): readonly NameReference[] | Conflict {
  let result = own;
  for (const reference of more) {
    if (!result.some((known) => sameGvk(known, reference))) {
      result = [...result, reference];
      continue;
    }
    for (const [i, known] of result.entries()) {
      if (!sameGvk(known, reference)) continue;
      const fieldSpecs = joinSpecs(known.fieldSpecs, reference.fieldSpecs);
      if ("error" in fieldSpecs)
        return { error: `nameReference of ${gvkString(known)}: ${fieldSpecs.error}` };
      if (fieldSpecs !== known.fieldSpecs) result = result.with(i, { ...known, fieldSpecs });
    }
  }
  return result;
}
