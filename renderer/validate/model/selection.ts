// Which pods a selector means.
import type { Cluster } from "./cluster.ts";
import { addTo } from "./lists.ts";
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
  if (selector.size === 0) return [];
  const labels = [...selector].map((label) => withLabel(cluster, namespace, ...label));
  return smallest(labels).filter(({ labels }) => isSubset(selector, labels));
}

/** The workloads of a namespace whose pods a label selector selects. */
export function workloadsMatching(cluster: Cluster, namespace: string, selector: Value): readonly Workload[] {
  const labels = [...textMap(selector.get("matchLabels"))];
  const choices = selector
    .get("matchExpressions")
    .items()
    .filter((expression) => expression.get("operator").text === "In")
    .map((expression) => {
      const key = expression.get("key").text ?? "";
      const values = expression.get("values").items();
      const texts = new Set(values.map(({ text }) => text ?? ""));
      return [...texts].flatMap((value) => withLabel(cluster, namespace, key, value));
    });
  const lists = [...labels.map((label) => withLabel(cluster, namespace, ...label)), ...choices];
  const candidates = lists.length > 0 ? smallest(lists) : workloadsIn(cluster, namespace);
  return candidates.filter(({ labels }) => selects(selector, labels));
}

/** The workloads of a namespace. */
export function workloadsIn(cluster: Cluster, namespace: string): readonly Workload[] {
  return cluster.once(workloadsByNamespace).get(namespace) ?? [];
}

// Labels that everything has are often the first of a selector, and a scan of all workloads for each would be quadratic.
function smallest(lists: readonly (readonly Workload[])[]): readonly Workload[] {
  return lists.reduce((least, list) => (list.length < least.length ? list : least));
}

function withLabel(cluster: Cluster, namespace: string, key: string, value: string): readonly Workload[] {
  return cluster.once(workloadsByLabel).get(labelKey(namespace, key, value)) ?? [];
}

function workloadsByLabel(cluster: Cluster): ReadonlyMap<string, readonly Workload[]> {
  const index = new Map<string, Workload[]>();
  for (const workload of cluster.workloads)
    for (const [key, value] of workload.labels)
      addTo(index, labelKey(workload.object.namespace, key, value), workload);
  return index;
}

function workloadsByNamespace(cluster: Cluster): ReadonlyMap<string, readonly Workload[]> {
  const index = new Map<string, Workload[]>();
  for (const workload of cluster.workloads) addTo(index, workload.object.namespace, workload);
  return index;
}

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace}\0${key}\0${value}`;
}
