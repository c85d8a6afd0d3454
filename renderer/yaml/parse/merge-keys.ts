// `<<: *base`: the fields of other mappings, below the mapping's own.
import type { Collector } from "../../diagnostics/collector.ts";
import { indexOfKey, type Mapping, type Node, placeOf, type Scalar } from "../node.ts";
import { type AliasForm, aliased, aliasForm } from "./aliases.ts";
import type { TextRole } from "./tagged.ts";

/**
 * The mapping with its merge key expanded. Of a manifest kustomize drops the first key `<<`, even one in quotes, which
 * merges nothing.
 * Source: kyaml yaml/rnode.go, DeAnchor
 */
export function mergedMapping(node: Mapping, role: TextRole, collector: Collector): Mapping {
  const at = node.keys.findIndex((key) => key.tag === "merge");
  const dropped = role === "manifest" ? node.keys.findIndex((key) => key.text === "<<") : at;
  if (at < 0 && dropped < 0) return node;
  const own: Mapping = {
    ...node,
    keys: node.keys.filter((_, i) => i !== at && i !== dropped),
    values: node.values.filter((_, i) => i !== at && i !== dropped),
  };
  if (at < 0) return own;
  const again = node.keys.findIndex((key, i) => i > at && key.tag === "merge");
  if (again > 0) {
    collector.halt("yaml/alias", "a mapping can have one merge key only", {
      at: placeOf(node.keys[again] as Scalar),
      help: "merge several mappings with a list: <<: [*a, *b]",
    });
  }
  const keys: Scalar[] = [];
  const values: Node[] = [];
  const merged = node.values[at] as Node;
  const sources = mergeSources(merged, collector);
  const form = aliasForm(merged) ? "merged" : "listed";
  for (const mapping of [...sources.map((source) => withForm(source, form)), own]) {
    mapping.keys.forEach((key, i) => {
      const known = keys.findIndex(({ text }) => text === key.text);
      const position = known < 0 ? keys.length : known;
      keys[position] = key;
      values[position] = mapping.values[indexOfKey(mapping, key.text)] ?? (mapping.values[i] as Node);
    });
  }
  return { ...node, keys, values };
}

function withForm(source: Mapping, form: AliasForm): Mapping {
  return { ...source, values: source.values.map((value) => aliased(value, form)) };
}

// Of several sources the first one wins, so it comes last.
function mergeSources(value: Node, collector: Collector): readonly Mapping[] {
  if (value.kind === "mapping") return [value];
  const items = value.kind === "sequence" ? value.items : [];
  if (value.kind === "scalar" || items.some((item) => item.kind !== "mapping")) {
    return collector.halt("yaml/alias", "only mappings can be merged", {
      at: placeOf(value),
      help: "write <<: *name, or <<: [*name, *other]",
    });
  }
  return items.toReversed() as Mapping[];
}
