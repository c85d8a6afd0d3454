// What `kustomize edit add label` and `edit add annotation` do to a kustomization.
// Source: kustomize v5.8.1 kustomize/commands/edit/add/addmetadata.go
import type { Collector } from "../../diagnostics/collector.ts";
import { withItem } from "../../yaml/edit.ts";
import { field, type Mapping, type Node, placeOf, type Scalar, scalar, textAt } from "../../yaml/node.ts";
import { append, itemsOf, mapNode, set, textNode } from "./nodes.ts";

export interface AddOptions {
  /** Whether a pair may take the place of one with the same key. */
  readonly force: boolean;
  readonly collector: Collector;
}

/** Adds to a map of strings. */
export function addPairs(
  root: Mapping,
  name: "commonLabels" | "commonAnnotations" | "pairs",
  pairs: Mapping,
  { force, collector }: AddOptions,
): Mapping {
  const present = field(root, name);
  let result: Mapping = present?.kind === "mapping" ? present : { ...pairs, keys: [], values: [] };
  pairs.keys.forEach((key, i) => {
    const earlier = field(result, key.text);
    if (earlier && !force) reportTaken(key, earlier, name, collector);
    result = set(result, key.text, unquoted(pairs.values[i] as Node));
  });
  return set(root, name, result);
}

/** Adds to the first entry of `labels` with the same settings, or a new one. */
export function addLabels(
  root: Mapping,
  pairs: Mapping,
  includeTemplates: boolean,
  options: AddOptions,
): Mapping {
  const wanted = String(includeTemplates);
  const i = itemsOf(root, "labels").findIndex(
    (item) =>
      (textAt(item, "includeSelectors") ?? "false") === "false" &&
      (textAt(item, "includeTemplates") ?? "false") === wanted,
  );
  const list = field(root, "labels");
  const entry = itemsOf(root, "labels")[i];
  if (list?.kind === "sequence" && entry?.kind === "mapping") {
    return set(root, "labels", withItem(list, i, addPairs(entry, "pairs", pairs, options)));
  }
  const at = placeOf(pairs);
  const flag = scalar(wanted, "bool", "plain", at.source, at.at);
  const made = addPairs(mapNode({ includeTemplates: flag }, at), "pairs", pairs, options);
  return append(root, "labels", [made]);
}

// The command line takes `key:"value"`, so quotes around a value are not part of it.
function unquoted(value: Node): Node {
  if (value.kind !== "scalar" || !/^".*"$/s.test(value.text)) return value;
  return textNode(value.text.slice(1, -1), placeOf(value));
}

function reportTaken(key: Scalar, earlier: Node, name: string, collector: Collector): never {
  const what = name === "commonAnnotations" ? "annotation" : "label";
  const force = name === "commonAnnotations" ? "forceCommonAnnotations" : "forceCommonLabels";
  return collector.halt("argocd/override", `the kustomization sets the ${what} \`${key.text}\` itself`, {
    at: placeOf(key),
    notes: [{ message: "it is set here", at: placeOf(earlier) }],
    help: `\`${force}: true\` lets the Application win`,
  });
}
