// A PodDisruptionBudget holds back evictions of the pods that its selector means.
import { workloadsMatching } from "../model/selection.ts";
import { mayHaveUnseenPods } from "../model/unseen-pods.ts";
import type { Rule } from "../rule.ts";

export const budgetSelectsNothing: Rule = {
  code: "reference/disruption-budget-selects-nothing",
  severity: "error",
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
