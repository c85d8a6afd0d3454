// The Pod Security Standards as rules: one for each control, and one for pods that their namespace refuses.
import type { Rule } from "../../rule.ts";
import { baselineControls } from "./baseline.ts";
import { type Control, type Level, securedPods } from "./pod.ts";
import { restrictedControls } from "./restricted.ts";

const source = "https://kubernetes.io/docs/concepts/security/pod-security-standards/";
const controls: readonly Control[] = [...baselineControls, ...restrictedControls];

function holdsFor(control: Control, level: Level): boolean {
  return level === "restricted" || control.level === level;
}

/** Pods whose namespace enforces nothing work all the same; of the others `security/pod-refused` tells. */
function toRule(control: Control): Rule {
  const { code, severity = "warning", summary, why, fix, violations, isToldElsewhere } = control;
  return {
    code,
    severity,
    summary,
    why,
    fix,
    source: `${source}#${control.level}`,
    *check(cluster) {
      for (const pod of securedPods(cluster)) {
        if (pod.enforced || !holdsFor(control, pod.level)) continue;
        for (const finding of violations(pod)) if (!isToldElsewhere?.(finding)) yield finding;
      }
    },
  };
}

export const refusedPod: Rule = {
  code: "security/pod-refused",
  severity: "error",
  summary: "A pod breaks what its own namespace enforces",
  why: "The API server refuses every such pod; the workload is applied, and then has none",
  fix: "put right what is said of it, or lower the namespace's label pod-security.kubernetes.io/enforce",
  source: "https://kubernetes.io/docs/concepts/security/pod-security-admission/",
  *check(cluster) {
    for (const pod of securedPods(cluster)) {
      const { enforced } = pod;
      if (!enforced) continue;
      const related = [{ at: enforced.at, message: `the namespace enforces ${enforced.level}` }];
      for (const control of controls) {
        if (!holdsFor(control, enforced.level)) continue;
        for (const finding of control.violations(pod))
          yield { help: control.fix, ...finding, message: `no pod is let in: ${finding.message}`, related };
      }
    }
  },
};

export const podSecurityRules: readonly Rule[] = [...controls.map(toRule), refusedPod];
