// Classes are the cluster's own, so that most of them are never rendered: a name is doubted only for a reason.
import { nearest } from "../../diagnostics/suggest.ts";
import { allReferences } from "../model/all-references.ts";
import type { Cluster } from "../model/cluster.ts";
import { globMatcher } from "../model/name-globs.ts";
import type { Rule } from "../rule.ts";

const kinds: ReadonlySet<string> = new Set([
  "StorageClass",
  "IngressClass",
  "GatewayClass",
  "PriorityClass",
  "RuntimeClass",
  "ClusterIssuer",
  "ClusterSecretStore",
]);

/** Every cluster has them. */
const given = ["PriorityClass/system-cluster-critical", "PriorityClass/system-node-critical"];

export const missingClass: Rule = {
  code: "reference/missing-class",
  severity: "warning",
  summary: "An object refers to a class or a cluster-wide issuer or store that is not known",
  why: "What asks for a class that is not there stays pending, or is refused",
  fix: "correct the name, or list what the cluster has in a policy as `installed`",
  parameters: {
    installed: {
      summary:
        "what the cluster has, as `StorageClass/gp3`; `*` stands for any characters. Without it only what looks like a misspelt name of a rendered class is reported",
      default: [],
    },
  },
  *check(cluster, context) {
    const installed = context.list("installed");
    const isKnown = globMatcher([...given, ...installed]);
    for (const { kind, name, at } of cluster.once(allReferences)) {
      if (!kinds.has(kind) || isKnown(`${kind}/${name}`) || cluster.find(kind, "", name)) continue;
      const close = misspelt(name, cluster.once(classNames).get(kind) ?? []);
      const isListed = installed.some((pattern) => pattern.startsWith(`${kind}/`));
      if (!close && !isListed) continue;
      yield {
        at,
        message: `there is no ${kind} \`${name}\``,
        ...(close ? { help: `did you mean \`${close}\`?` } : {}),
      };
    }
  },
};

// `gp2` and `gp3` are two classes.
function misspelt(name: string, known: readonly string[]): string | undefined {
  const letters = (text: string): string => text.replaceAll(/\d/g, "");
  const close = nearest(name, known);
  return close !== undefined && letters(close) !== letters(name) ? close : undefined;
}

function classNames(cluster: Cluster): ReadonlyMap<string, readonly string[]> {
  const rendered = [...kinds].map((kind) => [kind, cluster.ofKind(kind).map(({ name }) => name)] as const);
  return new Map(rendered);
}
