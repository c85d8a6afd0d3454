// The field specs that the configuration of a transformer brings.
import type { Collector } from "../diagnostics/collector.ts";
import { type FieldSpec, fieldSpec } from "../fieldspecs/field-spec.ts";
import { fieldSpecs, fieldSpecsOfNames } from "../kustomization/known-fields.ts";
import { readSetting, setting } from "../kustomization/plugin-file.ts";
import type { FieldSpecEntry } from "../kustomization/schema.ts";
import type { Shape } from "../kustomization/shape.ts";
import { mapItems } from "../yaml/edit.ts";
import { field, isNull, type Mapping, type Node, type Scalar, withItems, withValues } from "../yaml/node.ts";

/** What kustomize reads a configuration with. */
export interface Decoder {
  /** Finds a setting by its name. */
  readonly find: (config: Mapping, name: string) => Node | undefined;
  readonly fieldSpecs: Shape<readonly FieldSpecEntry[]>;
  /** The list as the shape wants it. */
  readonly prepare: (list: Node) => Node;
}

/** sigs.k8s.io/yaml, which turns YAML into JSON: the case of names does not matter. */
export const sigsYaml: Decoder = { find: setting, fieldSpecs, prepare: (list) => list };

/** go-yaml alone: the case of names matters, more words are booleans, and what is null is not there. */
export const goYaml: Decoder = {
  find: field,
  fieldSpecs: fieldSpecsOfNames,
  prepare: (list) => {
    if (list.kind !== "sequence") return list;
    const present = list.items.filter((item) => !isNull(item));
    return mapItems(withItems(list, present), asGoYaml);
  },
};

export function fieldSpecsOf(
  config: Mapping,
  { find, fieldSpecs: shape, prepare }: Decoder,
  collector: Collector,
): readonly FieldSpec[] {
  const list = find(config, "fieldSpecs");
  const read = readSetting(list && prepare(list), shape, "fieldSpecs", collector) ?? [];
  return read.map(({ path = "", ...rest }) => fieldSpec(path, rest));
}

function asGoYaml(spec: Node): Node {
  if (spec.kind !== "mapping") return spec;
  const kept = spec.keys.flatMap(({ text }, i) => (text === text.toLowerCase() ? [i] : []));
  const keys = kept.map((i) => spec.keys[i] as Scalar);
  const values = kept.map((i, at) => {
    const value = spec.values[i] as Node;
    return keys[at]?.text === "create" ? asBoolean(value) : value;
  });
  return withValues(spec, values, keys);
}

function asBoolean(node: Node): Node {
  if (node.kind !== "scalar" || !/^(?:[yYnN]|yes|no|on|off)$/.test(node.text)) return node;
  return { ...node, tag: "bool", style: "plain" };
}
