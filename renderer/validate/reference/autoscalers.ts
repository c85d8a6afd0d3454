// One workload has one number of replicas, so one autoscaler may set it.
import type { Value } from "../model/value.ts";
import type { Rule } from "../rule.ts";

export const severalAutoscalers: Rule = {
  code: "reference/several-autoscalers",
  severity: "error",
  summary: "Two autoscalers scale the same workload",
  why: "Each sets the number of replicas back to its own again and again; newer clusters stop scaling altogether",
  fix: "put all metrics into one autoscaler; KEDA makes a HorizontalPodAutoscaler of its own",
  source: "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/",
  *check(cluster) {
    const seen = new Map<string, Value>();
    const scalers = [...cluster.ofKind("HorizontalPodAutoscaler"), ...cluster.ofKind("ScaledObject")];
    for (const { root, namespace } of scalers) {
      const target = root.get("spec", "scaleTargetRef");
      const at = target.get("name");
      if (at.text === undefined) continue;
      const name = `${target.get("kind").text ?? "Deployment"}/${at.text}`;
      const key = `${namespace}\0${name}`;
      const first = seen.get(key);
      if (first) {
        const { kind, name: other } = first.object.id;
        const message = `${name} is scaled by ${kind}/${other} already`;
        yield { at, message, related: [{ at: first, message: "it is scaled here" }] };
      } else seen.set(key, at);
    }
  },
};
