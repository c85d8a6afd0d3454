// Which pods a selector means.
import type { Cluster } from "./cluster.ts";
import { textMap, type Value } from "./value.ts";
import type { Workload } from "./workload.ts";

type Labels = ReadonlyMap<string, string>;

/** Whether all labels of a plain selector (that of a Service) are among the labels; an empty one selects nothing. */
export function isSubset(selector: Labels, labels: Labels): boolean {
  if (selector.size === 0) return false;
  for (const [key, value] of selector) if (labels.get(key) !== value) return false;
  return true;
}

/** Whether a label selector (matchLabels, matchExpressions) selects the labels; an empty one selects everything. */
export function selects(selector: Value, labels: Labels): boolean {
  for (const [key, value] of textMap(selector.get("matchLabels")))
    if (labels.get(key) !== value) return false;
  return selector
    .get("matchExpressions")
    .items()
    .every((expression) => holds(expression, labels));
}

function holds(expression: Value, labels: Labels): boolean {
  const own = labels.get(expression.get("key").text ?? "");
  const values = expression
    .get("values")
    .items()
    .map(({ text }) => text);
  switch (expression.get("operator").text) {
    case "In":
      return own !== undefined && values.includes(own);
    case "NotIn":
      return own === undefined || !values.includes(own);
    case "Exists":
      return own !== undefined;
    case "DoesNotExist":
      return own === undefined;
    default:
      return false;
  }
}

/** The workloads of a namespace whose pods a plain selector selects. */
export function workloadsSelectedBy(
  cluster: Cluster,
  namespace: string,
  selector: Labels,
): readonly Workload[] {
  const [first] = selector;
  if (!first) return [];
  const candidates = cluster.once(workloadsByLabel).get(labelKey(namespace, ...first)) ?? [];
  return candidates.filter(({ labels }) => isSubset(selector, labels));
}

/** The workloads of a namespace whose pods a label selector selects. */
export function workloadsMatching(cluster: Cluster, namespace: string, selector: Value): readonly Workload[] {
  const [first] = textMap(selector.get("matchLabels"));
  const candidates = first
    ? (cluster.once(workloadsByLabel).get(labelKey(namespace, ...first)) ?? [])
    : cluster.workloads.filter(({ object }) => object.namespace === namespace);
  return candidates.filter(({ labels }) => selects(selector, labels));
}

// A scan of all workloads for every Service would be quadratic.
function workloadsByLabel(cluster: Cluster): ReadonlyMap<string, readonly Workload[]> {
  const index = new Map<string, Workload[]>();
  for (const workload of cluster.workloads) {
    for (const [key, value] of workload.labels) {
      const at = labelKey(workload.object.namespace, key, value);
      const known = index.get(at);
      if (known) known.push(workload);
      else index.set(at, [workload]);
    }
  }
  return index;
}

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace}\0${key}\0${value}`;
}
