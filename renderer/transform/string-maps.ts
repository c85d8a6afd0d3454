// Labels and annotations: entries set in maps that field specs point at.
import { applyFieldSpec } from "../fieldspecs/apply.ts";
import type { FieldSpec } from "../fieldspecs/field-spec.ts";
import type { BuildContext } from "../load/context.ts";
import { type Resource, withNode } from "../resource/resource.ts";
import { plainStyle } from "../yaml/held.ts";
import { isNull, type Mapping, type Node, type Step } from "../yaml/node.ts";
import { failWith } from "./failure.ts";
import { type EntryValue, setEntry, settleStyle } from "./setters.ts";
import { SharedWrites } from "./shared-scalars.ts";

export interface StringMapEntry {
  readonly key: string;
  readonly value: string;
  /** The entry's own place in the kustomization. */
  readonly step: Step;
}

/** Source: kustomize api/filters/labels and api/filters/annotations */
export function setStringMaps(
  resources: readonly Resource[],
  entries: readonly StringMapEntry[],
  fieldSpecs: readonly FieldSpec[],
  context: BuildContext,
): readonly Resource[] {
  if (entries.length === 0) return resources;
  const sorted = entries.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  for (const { step, key, value } of sorted) context.watcher?.started(step, `${key}: ${value}`);
  return resources.map((resource) => {
    let root = resource.node;
    for (const entry of sorted) {
      const before = root;
      root = setOne(before, resource, entry, fieldSpecs, context);
      if (root === before) continue;
      context.watcher?.applied(entry.step, {
        before: withNode(resource, before),
        after: withNode(resource, root),
      });
    }
    return withNode(resource, root);
  });
}

function setOne(
  start: Mapping,
  resource: Resource,
  { key, value, step }: StringMapEntry,
  fieldSpecs: readonly FieldSpec[],
  context: BuildContext,
): Mapping {
  const shares = new SharedWrites();
  const entry: EntryValue = { key, text: value, step, shared: { key }, style: plainStyle };
  const fail = failWith("transform/failed", resource, step, context.collector);
  const set = (node: Node): Node => {
    if (isNull(node)) return node;
    if (node.kind !== "mapping") return fail(`\`${key}\` needs a map to stand in`, node);
    return setEntry(node, entry, shares);
  };
  let root = start;
  for (const spec of fieldSpecs) {
    root = applyFieldSpec(root, resource.id, spec, { create: "mapping", step, set, fail });
  }
  settleStyle(entry, shares);
  return shares.spread(root);
}
