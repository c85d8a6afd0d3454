// Variables of a container: set twice, or used and not set.
import { environmentOf } from "../model/environment.ts";
import type { Value } from "../model/value.ts";
import { allContainers } from "../model/workload.ts";
import type { Rule } from "../rule.ts";

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
        const uses = usesIn(container.value);
        if (uses.length === 0) continue;
        const { variables, order, isComplete } = environmentOf(cluster, workload, container);
        if (!isComplete) continue;
        const own = new Map(order.map((name, i) => [name, i]));
        for (const { at, name, before } of uses) {
          const isLate = (own.get(name) ?? -1) >= before && !isInherited(container.value, name);
          if (isLate) yield { at, message: `the variable \`${name}\` is set only after it is used` };
          else if (!variables.has(name)) yield { at, message: `there is no variable \`${name}\`` };
        }
      }
    }
  },
};

/** Kubernetes sets them for every Service of the namespace, rendered or not. */
const ofServices = /_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT(_[0-9]+_(TCP|UDP|SCTP).*)?)$/;

interface Use {
  readonly at: Value;
  readonly name: string;
  /** How many entries of `env` are set by then. */
  readonly before: number;
}

function usesIn(container: Value): readonly Use[] {
  const entries = container.get("env").items();
  const started = ["command", "args"].flatMap((list) => container.get(list).items());
  const texts = [
    ...started.map((at) => ({ at, before: entries.length })),
    ...entries.map((entry, i) => ({ at: entry.get("value"), before: i })),
  ];
  return texts.flatMap(({ at, before }) => {
    const names = usedNames(at.text ?? "").filter((name) => !ofServices.test(name));
    return names.map((name) => ({ at, name, before }));
  });
}

// Set by envFrom, or twice in env: then there is an earlier value.
function isInherited(container: Value, name: string): boolean {
  const entries = container.get("env").items();
  const times = entries.filter((entry) => entry.get("name").text === name).length;
  return times > 1 || container.get("envFrom").items().length > 0;
}

// `$(date)` is a shell's, and so is everything else in a script.
function usedNames(text: string): readonly string[] {
  if (!text.includes("$(") || text.includes("\n")) return [];
  return [...text.matchAll(/(?<!\$)(?:\$\$)*\$\(([A-Z_][A-Z0-9_]*)\)/g)].map(([, name]) => name ?? "");
}
