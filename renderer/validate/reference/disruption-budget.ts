// A PodDisruptionBudget holds back evictions of the pods that its selector means.
import type { KubeObject } from "../model/object.ts";
import { workloadsMatching } from "../model/selection.ts";
import { mayHaveUnseenPods } from "../model/unseen-pods.ts";
import type { Workload } from "../model/workload.ts";
import type { Rule } from "../rule.ts";

export const budgetSelectsNothing: Rule = {
  code: "reference/disruption-budget-selects-nothing",
  severity: "warning",
  summary: "The selector of a PodDisruptionBudget matches no pod",
  why: "The budget protects nothing: draining nodes may stop all pods at once",
  fix: "give the selector labels that the pods' template has",
  *check(cluster) {
    for (const budget of cluster.ofKind("PodDisruptionBudget", "policy")) {
      const at = budget.root.get("spec", "selector");
      if (mayHaveUnseenPods(cluster, budget.namespace)) continue;
      if (workloadsMatching(cluster, budget.namespace, at).length > 0) continue;
      yield { at: at.changed, message: "the budget's selector matches no pod" };
    }
  },
};

export const severalBudgets: Rule = {
  code: "reference/several-disruption-budgets",
  severity: "error",
  summary: "Two PodDisruptionBudgets select the same pods",
  why: "The API server refuses every eviction of such a pod, so no node that it runs on can be drained",
  fix: "keep one budget for each workload",
  source: "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
  *check(cluster) {
    const owners = new Map<Workload, KubeObject>();
    for (const budget of cluster.ofKind("PodDisruptionBudget", "policy")) {
      const at = budget.root.get("spec", "selector");
      for (const workload of workloadsMatching(cluster, budget.namespace, at)) {
        const first = owners.get(workload);
        if (!first) {
          owners.set(workload, budget);
          continue;
        }
        const { kind, name } = workload.object;
        yield {
          at: at.changed,
          message: `the pods of ${kind}/${name} have the budget \`${first.name}\` already`,
          related: [{ at: first.root.get("spec", "selector"), message: `\`${first.name}\` selects them` }],
        };
        break;
      }
    }
  },
};
