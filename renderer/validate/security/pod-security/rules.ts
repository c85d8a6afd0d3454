// The Pod Security Standards as rules: one for each control, and one for pods that their namespace refuses.
import type { Finding, Rule } from "../../rule.ts";
import { baselineControls } from "./baseline.ts";
import { type Control, type Level, type SecuredPod, securedPods } from "./pod.ts";
import { restrictedControls } from "./restricted.ts";

const source = "https://kubernetes.io/docs/concepts/security/pod-security-standards/";
const controls: readonly Control[] = [...baselineControls, ...restrictedControls];

function holdsFor(control: Control, level: Level): boolean {
  return level === "restricted" || control.level === level;
}

function toRule(control: Control): Rule {
  const { code, summary, why, fix, violations } = control;
  return {
    code,
    // What baseline forbids is a way out of the container; restricted is what most pods could do as well.
    severity: control.level === "baseline" ? "error" : "warning",
    summary,
    why,
    fix,
    source: `${source}#${control.level}`,
    *check(cluster) {
      for (const pod of securedPods(cluster)) if (holdsFor(control, pod.level)) yield* violations(pod);
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
      const [first, ...others] = violationsOf(pod, enforced.level);
      if (!first) continue;
      const more = others.length === 0 ? "" : `, and ${others.length} more`;
      yield {
        at: first.at,
        ...(first.atKey ? { atKey: true } : {}),
        message: `no pod is let in: ${first.message}${more}`,
        related: [{ at: enforced.at, message: `the namespace enforces ${enforced.level}` }],
      };
    }
  },
};

function violationsOf(pod: SecuredPod, level: Level): readonly Finding[] {
  return controls.filter((control) => holdsFor(control, level)).flatMap((each) => [...each.violations(pod)]);
}

export const podSecurityRules: readonly Rule[] = [...controls.map(toRule), refusedPod];
