// Merges the values of a chart with those of a kustomization.
// Source: kustomize api/internal/builtins/HelmChartInflationGenerator.go, replaceValuesInline; kyaml yaml/merge2
import type { Place } from "../../diagnostics/location.ts";
import type { SchemaIndex } from "../../openapi/schema-index.ts";
import { merge } from "../../strategic-merge/merge.ts";
import { mapItems, withField, withoutField } from "../../yaml/edit.ts";
import {
  field,
  isNull,
  type Mapping,
  mapping,
  type Node,
  placeOf,
  type Scalar,
  type Step,
} from "../../yaml/node.ts";
import { aliasForm } from "../../yaml/parse/aliases.ts";

export interface ValuesMergeContext {
  readonly schemas: SchemaIndex;
  readonly step: Step;
  readonly fail: (message: string, node: Node) => never;
  /** Told of each value that is lost because an alias stands in its place. */
  readonly onLost: (at: Place) => void;
}

/** `changes` over `values`, either of which may be the chart's file. */
export function mergeValues(
  values: Mapping,
  changes: Mapping,
  { schemas, step, fail, onLost }: ValuesMergeContext,
): Mapping {
  const [dest, patch] = withoutAliases(values, changes, { fail, onLost });
  const shares = { replace: (_: Node, next: Scalar) => next, latest: (node: Scalar) => node };
  const merged = merge(unquoted(dest), patch, undefined, { schemas, step, shares, fail, newItems: "last" });
  return merged?.kind === "mapping" ? merged : mapping([], [], values.source, values.at);
}

type Losses = Pick<ValuesMergeContext, "fail" | "onLost">;

// kyaml's walker knows no aliases: it drops a field that is one, and what the other side says about it, and it stops where
// an alias would change a value. `<<: *name` is such a field, too; `<<: [*a, *b]` stays, below all other fields.
function withoutAliases(values: Mapping, changes: Mapping, losses: Losses): readonly [Mapping, Mapping] {
  let [dest, patch] = [values, changes];
  for (const { text: name } of values.keys) {
    const value = field(values, name) as Node;
    const form = aliasForm(value);
    const change = field(patch, name);
    if (form === "value" || form === "merged") losses.onLost(placeOf(value));
    if (form === "value" || (form === "listed" && isNull(change))) patch = withoutField(patch, name);
    if (form && (form !== "listed" || field(patch, name))) dest = withoutField(dest, name);
  }
  for (const { text: name } of patch.keys) {
    const change = field(patch, name) as Node;
    const form = aliasForm(change);
    const before = field(dest, name);
    if (form === "value" && before && !isNull(before)) {
      losses.fail(`\`${name}\` is an alias in the chart's values, which kustomize cannot merge`, change);
    }
    if (form === "value" || form === "merged") losses.onLost(placeOf(change));
    if (form === "value") dest = withoutField(dest, name);
    if (form && (form !== "listed" || before)) patch = withoutField(patch, name);
  }
  const names = new Set([...dest.keys, ...patch.keys].map((key) => key.text));
  for (const name of names) {
    const [before, change] = [field(dest, name), field(patch, name)];
    if (before?.kind !== "mapping" && change?.kind !== "mapping") continue;
    const [left, right] = withoutAliases(mapped(before, values), mapped(change, changes), losses);
    if (before?.kind === "mapping" && left !== before) dest = set(dest, name, left);
    if (change?.kind === "mapping" && right !== change) patch = set(patch, name, right);
  }
  return [dest, patch];
}

// A value that replaces a quoted one keeps its own type here.
function unquoted(node: Node): Node {
  if (node.kind === "scalar") return node.style === "plain" ? node : { ...node, style: "plain" };
  if (node.kind === "sequence") return mapItems(node, unquoted);
  return { ...node, values: node.values.map(unquoted) };
}

function mapped(node: Node | undefined, { source, at }: Place): Mapping {
  return node?.kind === "mapping" ? node : mapping([], [], source, at);
}

function set(node: Mapping, name: string, value: Node): Mapping {
  const key = node.keys.find(({ text }) => text === name);
  return key ? withField(node, key, value) : node;
}
