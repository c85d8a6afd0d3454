// What a container may use, and what is kept for it.
import type { RuleCode } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type { Cluster } from "../model/cluster.ts";
import type { Value } from "../model/value.ts";
import { allContainers } from "../model/workload.ts";
import type { Rule } from "../rule.ts";

interface About {
  readonly code: RuleCode;
  readonly severity: Rule["severity"];
  readonly path: readonly [kind: "requests" | "limits", resource: "cpu" | "memory" | "ephemeral-storage"];
  readonly what: string;
  readonly why: string;
}

const table: readonly About[] = [
  {
    code: "practice/no-cpu-request",
    severity: "warning",
    path: ["requests", "cpu"],
    what: "request for CPU",
    why: "The scheduler takes the pod for one that needs nothing, and puts it where nothing is left",
  },
  {
    code: "practice/no-memory-request",
    severity: "warning",
    path: ["requests", "memory"],
    what: "request for memory",
    why: "The scheduler takes the pod for one that needs nothing, and it is the first to be evicted",
  },
  {
    code: "practice/no-memory-limit",
    severity: "warning",
    path: ["limits", "memory"],
    what: "limit of memory",
    why: "A leak takes the whole node down, and other pods with it",
  },
  {
    code: "practice/no-cpu-limit",
    severity: "off",
    path: ["limits", "cpu"],
    what: "limit of CPU",
    why: "The container may take all that is left of the node; a limit also slows it down when nobody else needs the CPU",
  },
  {
    code: "practice/no-ephemeral-storage-limit",
    severity: "off",
    path: ["limits", "ephemeral-storage"],
    what: "limit of ephemeral storage",
    why: "Logs and temporary files can fill the disk of the node, which then evicts its pods",
  },
];

export const resourceRules: readonly Rule[] = table.map(
  ({ code, severity, path: [kind, resource], what, why }) => ({
    code,
    severity,
    summary: `A container has no ${what}`,
    why,
    fix: `set resources.${kind}.${resource}`,
    source: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
    *check(cluster) {
      const defaults = cluster.once(defaultAmounts);
      for (const workload of cluster.workloads) {
        const { namespace } = workload.object;
        // A limit is taken for the request where there is none.
        if (defaults.has(`${namespace} limits ${resource}`)) continue;
        if (defaults.has(`${namespace} ${kind} ${resource}`)) continue;
        for (const { value, name } of allContainers(workload)) {
          const at = value.get("resources", kind, resource);
          const isGiven =
            at.exists || (kind === "requests" && value.get("resources", "limits", resource).exists);
          // A resource of the pod as a whole counts for all of its containers; a misspelt one is another rule's matter.
          if (
            isGiven ||
            isMisspelt(value.get("resources", kind), resource) ||
            workload.pod.get("resources", kind, resource).exists
          )
            continue;
          yield { at, message: `\`${name}\` has no ${what}` };
        }
      }
    },
  }),
);

const amounts: readonly string[] = ["cpu", "memory", "ephemeral-storage"];

function isUnknown(name: string): boolean {
  return !amounts.includes(name) && !name.includes("/") && !name.startsWith("hugepages-");
}

function isMisspelt(map: Value, resource: string): boolean {
  return map.entries().some(([name]) => isUnknown(name) && nearest(name, amounts) === resource);
}

export const unknownResource: Rule = {
  code: "practice/unknown-resource",
  severity: "error",
  summary: "A container asks for a resource that does not exist",
  why: "The API server refuses the object: names without a domain are those that Kubernetes knows",
  fix: `write one of ${amounts.join(", ")} or hugepages-<size>, or the domain of a device before the name`,
  source: "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-types",
  *check(cluster) {
    for (const { value } of cluster.workloads.flatMap(allContainers)) {
      for (const [name, at] of ["requests", "limits"].flatMap((kind) =>
        value.get("resources", kind).entries(),
      )) {
        if (!isUnknown(name)) continue;
        const close = nearest(name, amounts);
        const help = close ? { help: `did you mean \`${close}\`?` } : {};
        yield { at, atKey: true, message: `there is no resource \`${name}\``, ...help };
      }
    }
  },
};

/** What LimitRanges give to containers that say nothing, as `namespace limits memory`. */
function defaultAmounts(cluster: Cluster): ReadonlySet<string> {
  const given = new Set<string>();
  for (const { root, namespace } of cluster.ofKind("LimitRange", "")) {
    for (const limit of root.get("spec", "limits").items()) {
      if (limit.get("type").text !== "Container") continue;
      for (const [name] of limit.get("default").entries()) given.add(`${namespace} limits ${name}`);
      for (const [name] of limit.get("defaultRequest").entries()) given.add(`${namespace} requests ${name}`);
    }
  }
  return given;
}
