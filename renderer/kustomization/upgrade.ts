// Moves the contents of deprecated fields to their successors, before the build, as kustomize does. On nodes, so that
// everything keeps the place where it was written. The patch fields, commonLabels and vars stay: they have transformers
// of their own.
// kustomize: FixKustomization in api/types/kustomization.go
import { withField, withItem, withoutField } from "../yaml/edit.ts";
import {
  field,
  indexOfKey,
  type Mapping,
  mapping,
  type Node,
  type Scalar,
  type Sequence,
  sequence,
  textAt,
} from "../yaml/node.ts";

/** @param root  a canonical kustomization whose types are right */
export function upgrade(root: Mapping): Mapping {
  let result = moveItems(root, "bases", "resources");
  result = moveItems(result, "imageTags", "images");
  result = upgradeItems(result, "configMapGenerator", envToEnvs);
  result = upgradeItems(result, "secretGenerator", envToEnvs);
  const old = field(result, legacyHelm);
  if (old?.kind !== "sequence") return result;
  result = withHelmGlobals(result, old);
  result = upgradeItems(result, legacyHelm, toHelmChart);
  return moveItems(result, legacyHelm, "helmCharts");
}

const legacyHelm = "helmChartInflationGenerator";

/** Appends the items of one list to another; nothing is left of the first, not even when it is empty. */
function moveItems(root: Mapping, from: string, to: string): Mapping {
  const i = indexOfKey(root, from);
  const moved = root.values[i];
  if (moved?.kind !== "sequence") return root;
  const key = root.keys[i] as Scalar;
  const rest = withoutField(root, from);
  if (moved.items.length === 0) return rest;
  const present = field(rest, to);
  const joined =
    present?.kind === "sequence" ? { ...present, items: [...present.items, ...moved.items] } : moved;
  return withField(rest, { ...key, text: to }, joined);
}

function upgradeItems(root: Mapping, name: string, change: (item: Mapping) => Mapping): Mapping {
  const i = indexOfKey(root, name);
  const list = root.values[i];
  if (list?.kind !== "sequence") return root;
  let changed: Sequence = list;
  list.items.forEach((item, j) => {
    if (item.kind === "mapping") changed = withItem(changed, j, change(item));
  });
  return withField(root, root.keys[i] as Scalar, changed);
}

function envToEnvs(generator: Mapping): Mapping {
  const i = indexOfKey(generator, "env");
  const value = generator.values[i];
  if (!value) return generator;
  const single = sequence(textOf(value) === "" ? [] : [value], value.source, value.at);
  return moveItems({ ...generator, values: generator.values.with(i, single) }, "env", "envs");
}

function textOf(node: Node): string {
  return node.kind === "scalar" ? node.text : "";
}

const chartFields: ReadonlyMap<string, string> = new Map([
  ["chartName", "name"],
  ["chartVersion", "version"],
  ["chartRepoUrl", "repo"],
  ["values", "valuesFile"],
  ["valuesLocal", "valuesInline"],
  ["valuesMerge", "valuesMerge"],
  ["releaseName", "releaseName"],
]);

/** What has no successor is dropped: the release namespace, extra arguments, the helm binary. */
function toHelmChart(old: Mapping): Mapping {
  const keys: Scalar[] = [];
  const values: Node[] = [];
  old.keys.forEach((key, i) => {
    const text = chartFields.get(key.text);
    if (text === undefined) return;
    keys.push({ ...key, text });
    values.push(old.values[i] as Node);
  });
  return { ...old, keys, values };
}

/** The last chart that names a home decides, unless the kustomization has `helmGlobals`. */
function withHelmGlobals(root: Mapping, charts: Sequence): Mapping {
  if (field(root, "helmGlobals")) return root;
  let globals = mapping([], [], charts.source, charts.at);
  for (const chart of charts.items) {
    globals = withHome(globals, chart, "chartHome", "chartHome");
    globals = withHome(globals, chart, "helmHome", "configHome");
  }
  const [first] = globals.keys;
  return first ? withField(root, { ...first, text: "helmGlobals" }, globals) : root;
}

function withHome(globals: Mapping, chart: Node, from: string, to: string): Mapping {
  if (chart.kind !== "mapping" || !textAt(chart, from)) return globals;
  const i = indexOfKey(chart, from);
  return withField(globals, { ...(chart.keys[i] as Scalar), text: to }, chart.values[i] as Node);
}
