// A plugin configuration (`apiVersion: builtin`) read as a kustomization of one entry: its settings are those of a
// kustomization's field, so they are checked, placed and run in the same way.
import { Collector } from "../diagnostics/collector.ts";
import { mapItems } from "../yaml/edit.ts";
import { emitDocument } from "../yaml/emit.ts";
import { jsonText } from "../yaml/go-json.ts";
import {
  isNull,
  type Mapping,
  mapping,
  type Node,
  placeOf,
  type Scalar,
  scalar,
  sequence,
} from "../yaml/node.ts";
import { canonical, fieldName } from "./canonical.ts";
import { goText, toValue } from "./go-values.ts";
import { writtenKustomization } from "./known-fields.ts";
import { type KustomizationFile, readKustomization } from "./read.ts";
import { isLoose, type Report } from "./report.ts";
import { anything, itemShape, type Shape } from "./shape.ts";

/** Makes the kustomization with these fields; undefined when one is wrong, which is reported. */
export function pluginFile(
  config: Mapping,
  fields: Readonly<Record<string, Node | undefined>>,
  collector: Collector,
): KustomizationFile | undefined {
  const own = new Collector();
  const root = withTexts(mappingOf(config, fields), writtenKustomization);
  const file = readKustomization(root, config.source, own, {
    ignoredFields: { code: "plugin/unknown-field", why: "so it does nothing" },
  });
  for (const found of own.sorted())
    if (found.severity === "error" || found.code === "plugin/unknown-field") collector.add(found);
  return file;
}

/** Refuses a configuration that kustomize cannot print, because that is how it hands it to the plugin. */
export function checkPrintable(config: Mapping, collector: Collector): void {
  emitDocument(config, ({ message, node, help }) =>
    collector.halt("emit/not-representable", message, { at: placeOf(node), help }),
  );
}

/** Reads a setting that may be missing; what is wrong ends the work at hand. */
export function readSetting<T>(
  node: Node | undefined,
  shape: Shape<T>,
  name: string,
  collector: Collector,
): T | undefined {
  if (!node || isNull(node)) return undefined;
  const report: Report = (code, message, details) => {
    if (!isLoose(code)) collector.halt(code, message, details);
  };
  return toValue(canonical(withTexts(node, shape), shape, [name], report)) as T;
}

/** A map of nodes that are there. */
export function mappingOf(config: Mapping, fields: Readonly<Record<string, Node | undefined>>): Mapping {
  const keys: Scalar[] = [];
  const values: Node[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (!value) continue;
    keys.push(scalar(name, "str", "plain", value.source, value.at));
    values.push(value);
  }
  return mapping(keys, values, config.source, config.at);
}

/**
 * Unlike in a kustomization, numbers and booleans may stand where a text is meant, unless the field comes from a struct
 * within the struct: there kustomize does not look what is meant.
 */
export function withTexts(node: Node, shape: Shape): Node {
  if (shape.kind === "map" && shape.item.kind === "anything") return node; // values of any type
  switch (node.kind) {
    case "sequence":
      return mapItems(node, (item, i) => withTexts(item, itemShape(shape, i)));
    case "mapping":
      return {
        ...node,
        // by the newer rules, in which `n` is no boolean: the object was a manifest before it became settings
        keys: node.keys.map((key) => (key.tag === "str" ? { ...key, style: "double" } : key)),
        values: node.values.map((value, i) => withTexts(value, partShape(shape, node.keys[i]?.text ?? ""))),
      };
    case "scalar":
      return asText(node, shape);
  }
}

function partShape(shape: Shape, written: string): Shape {
  if (shape.kind !== "fields") return itemShape(shape, written);
  const name = fieldName(shape.fields, written) ?? written;
  return shape.inlined?.includes(name) ? anything : itemShape(shape, name);
}

function asText(node: Scalar, shape: Shape): Scalar {
  if (node.tag === "binary" || node.tag === "timestamp")
    return { ...node, tag: "str", style: "double", text: jsonText(node) };
  if (node.style !== "plain" || node.tag === "null") return node;
  const isOther = node.tag === "int" || node.tag === "float" || node.tag === "bool";
  if (!isOther) return { ...node, tag: "str", style: "double" };
  return shape.kind === "text" ? { ...node, tag: "str", style: "double", text: goText(node) } : node;
}

/** A list of the nodes that are there. */
export function listOf(config: Mapping, ...items: readonly (Node | undefined)[]): Node {
  return sequence(
    items.filter((item) => item !== undefined),
    config.source,
    config.at,
  );
}

/** A setting by its name, whose case does not matter to kustomize. */
export function setting(config: Mapping, name: string): Node | undefined {
  const exact = config.keys.findIndex((key) => key.text === name);
  const i =
    exact >= 0 ? exact : config.keys.findIndex((key) => key.text.toLowerCase() === name.toLowerCase());
  return config.values[i];
}

/** The settings of these names as one map. */
export function settings(config: Mapping, names: readonly string[]): Mapping {
  return mappingOf(config, Object.fromEntries(names.map((name) => [name, setting(config, name)])));
}
