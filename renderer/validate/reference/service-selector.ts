// A Service hands its traffic to the pods that its selector means.
import type { Cluster } from "../model/cluster.ts";
import { workloadsSelectedBy } from "../model/selection.ts";
import { mayHaveUnseenPods } from "../model/unseen-pods.ts";
import { textMap, type Value } from "../model/value.ts";
import type { Workload } from "../model/workload.ts";
import type { Finding, Rule } from "../rule.ts";

export const serviceSelectsNothing: Rule = {
  code: "reference/service-selects-nothing",
  severity: "error",
  summary: "The selector of a Service matches no pod",
  why: "The Service has no endpoints, so every connection to it is refused",
  fix: "give the selector labels that the pods' template has",
  *check(cluster) {
    for (const service of cluster.ofKind("Service", "")) {
      const at = service.root.get("spec", "selector");
      const selector = new Map([...textMap(at)].filter(([key]) => !ofControllers.has(key)));
      if (selector.size === 0 || mayHaveUnseenPods(cluster, service.namespace)) continue;
      if (workloadsSelectedBy(cluster, service.namespace, selector).length > 0) continue;
      yield missed(at, selector, cluster.once(workloadsByNamespace).get(service.namespace) ?? []);
    }
  },
};

/** Labels that no template has: the controllers give them to each pod. */
const ofControllers: ReadonlySet<string> = new Set([
  "apps.kubernetes.io/pod-index",
  "batch.kubernetes.io/controller-uid",
  "batch.kubernetes.io/job-completion-index",
  "batch.kubernetes.io/job-name",
  "controller-revision-hash",
  "controller-uid",
  "job-name",
  "pod-template-hash",
  "statefulset.kubernetes.io/pod-name",
]);

/** Where one label is at fault for the pods that have most of the others, it is that one. */
function missed(at: Value, selector: ReadonlyMap<string, string>, workloads: readonly Workload[]): Finding {
  const entries = [...selector];
  const missingIn = ({ labels }: Workload): readonly (readonly [string, string])[] =>
    entries.filter(([key, value]) => labels.get(key) !== value);
  const [closest] = workloads.toSorted((a, b) => missingIn(a).length - missingIn(b).length);
  const missing = closest ? missingIn(closest) : entries;
  const [wrong] = missing;
  if (closest && wrong && missing.length === 1 && entries.length > 1) {
    const [key, value] = wrong;
    const { kind, name } = closest.object;
    const own = closest.labels.get(key);
    return {
      at: at.get(key),
      message: `no pod has the label ${key}=${value} beside the others`,
      help: `the pods of ${kind}/${name} have ${own === undefined ? "no such label" : `${key}=${own}`}`,
    };
  }
  const labels = entries.map(([key, value]) => `${key}=${value}`).join(", ");
  const message = `no pod has the label${entries.length > 1 ? "s" : ""} ${labels}`;
  return { at: at.changed, message };
}

/** Workloads that a selector is compared with, so that many wrong ones do not take long. */
const comparedAtMost = 200;

function workloadsByNamespace(cluster: Cluster): ReadonlyMap<string, readonly Workload[]> {
  const found = new Map<string, Workload[]>();
  for (const workload of cluster.workloads) {
    const known = found.get(workload.object.namespace);
    if (!known) found.set(workload.object.namespace, [workload]);
    else if (known.length < comparedAtMost) known.push(workload);
  }
  return found;
}
