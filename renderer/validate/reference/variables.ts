// Variables of a container: set twice, or used and not set.
import { environmentOf } from "../model/environment.ts";
import type { Value } from "../model/value.ts";
import { allContainers } from "../model/workload.ts";
import type { Rule } from "../rule.ts";

export const variableTwice: Rule = {
  code: "reference/variable-twice",
  severity: "warning",
  summary: "A container sets a variable twice",
  why: "The later one wins without a word; whoever edits the first one changes nothing",
  fix: "remove one of them",
  *check(cluster) {
    for (const workload of cluster.workloads) {
      for (const { value } of allContainers(workload)) {
        const seen = new Map<string, Value>();
        for (const entry of value.get("env").items()) {
          const at = entry.get("name");
          const first = seen.get(at.text ?? "");
          if (first) {
            yield {
              at,
              message: `\`${at.text}\` is set already`,
              related: [{ at: first, message: "it is set here" }],
            };
          } else seen.set(at.text ?? "", at);
        }
      }
    }
  },
};

export const unknownVariable: Rule = {
  code: "reference/unknown-variable",
  severity: "warning",
  summary: "An argument or variable uses $(NAME), and the container has no such variable",
  why: "The text stays as it is, so the program is given the letters `$(NAME)`",
  fix: "set the variable before it is used, or write `$$(NAME)` if the letters are meant",
  source:
    "https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/",
  *check(cluster) {
    for (const workload of cluster.workloads) {
      for (const container of allContainers(workload)) {
        const { variables, isComplete } = environmentOf(cluster, workload, container);
        if (!isComplete) continue;
        const texts = ["command", "args"].flatMap((list) => container.value.get(list).items());
        const values = container.value
          .get("env")
          .items()
          .map((entry) => entry.get("value"));
        for (const at of [...texts, ...values])
          for (const name of usedNames(at.text ?? ""))
            if (!variables.has(name)) yield { at, message: `there is no variable \`${name}\`` };
      }
    }
  },
};

// `$(date)` is a shell's, and so is everything else in a script.
function usedNames(text: string): readonly string[] {
  if (text.includes("\n")) return [];
  return [...text.matchAll(/(?<!\$)(?:\$\$)*\$\(([A-Z_][A-Z0-9_]*)\)/g)].map(([, name]) => name ?? "");
}
