// A plugin configuration (`apiVersion: builtin`) read as a kustomization of one entry: its settings are those of a
// kustomization's field, so they are checked, placed and run in the same way.
import { Collector } from "../diagnostics/collector.ts";
import { mapItems } from "../yaml/edit.ts";
import { type Mapping, mapping, type Node, type Scalar, scalar, sequence } from "../yaml/node.ts";
import { binaryText } from "../yaml/scalar-text.ts";
import { type KustomizationFile, readKustomization } from "./read.ts";

/** Makes the kustomization with these fields; undefined when one is wrong, which is reported. */
export function pluginFile(
  config: Mapping,
  fields: Readonly<Record<string, Node | undefined>>,
  collector: Collector,
): KustomizationFile | undefined {
  const own = new Collector();
  const file = readKustomization(mappingOf(config, fields), config.source, own);
  for (const found of own.sorted()) if (found.severity === "error") collector.add(found);
  return file;
}

/** A map of nodes that are there. */
export function mappingOf(config: Mapping, fields: Readonly<Record<string, Node | undefined>>): Mapping {
  const keys: Scalar[] = [];
  const values: Node[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (!value) continue;
    keys.push(scalar(name, "str", "plain", value.source, value.at));
    values.push(withTexts(value, name));
  }
  return mapping(keys, values, config.source, config.at);
}

const notTexts: ReadonlySet<string> = new Set([
  ...["create", "allowNameChange", "allowKindChange", "count", "index"],
  ...["immutable", "disableNameSuffixHash"],
  ...["includeCRDs", "skipHooks", "skipTests", "debug", "devel"],
]);

// Unlike in a kustomization, numbers and booleans may stand here where a string is meant.
function withTexts(node: Node, name: string): Node {
  if (name === "valuesInline") return node; // values of any type
  if (node.kind === "sequence") return mapItems(node, (item) => withTexts(item, name));
  if (node.kind === "mapping") {
    return {
      ...node,
      // by the newer rules, in which `n` is no boolean: the object was a manifest before it became settings
      keys: node.keys.map((key) => (key.tag === "str" ? { ...key, style: "double" } : key)),
      values: node.values.map((value, i) => withTexts(value, node.keys[i]?.text ?? "")),
    };
  }
  if (node.tag === "binary")
    return { ...node, tag: "str", style: "double", text: binaryText(node.text) ?? node.text };
  if (node.style !== "plain" || node.tag === "null" || notTexts.has(name)) return node;
  return { ...node, tag: "str", style: "double" };
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
