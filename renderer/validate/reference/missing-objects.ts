// References by name to what is not there.

import type { RuleCode, Severity } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type { Cluster } from "../model/cluster.ts";
import { isProvided } from "../model/providers.ts";
import { type Reference, referencesOf } from "../model/references.ts";
import type { Finding, Parameter, Rule } from "../rule.ts";

interface About {
  readonly code: RuleCode;
  readonly severity?: Severity;
  readonly kinds: readonly string[];
  readonly what: string;
  readonly why: string;
  /** Names that every cluster has. */
  readonly given?: readonly string[];
}

const waits = "The pod is scheduled and never starts: it waits for what is not there";

const table: readonly About[] = [
  {
    code: "reference/missing-config-map",
    severity: "warning",
    kinds: ["ConfigMap"],
    what: "a ConfigMap",
    why: `${waits}, unless somebody creates it by hand`,
    given: ["kube-root-ca.crt", "openshift-service-ca.crt", "istio-ca-root-cert"],
  },
  {
    code: "reference/missing-secret",
    severity: "warning",
    kinds: ["Secret"],
    what: "a Secret",
    why: `${waits}, unless somebody creates it by hand`,
  },
  {
    code: "reference/missing-service-account",
    kinds: ["ServiceAccount"],
    what: "a ServiceAccount",
    why: "No pod is created at all: the API server refuses pods of an account that is not there",
    given: ["default"],
  },
  {
    code: "reference/missing-claim",
    kinds: ["PersistentVolumeClaim"],
    what: "a PersistentVolumeClaim",
    why: "The pod cannot be scheduled until the claim is there",
  },
  {
    code: "reference/missing-service",
    kinds: ["Service"],
    what: "a Service",
    why: "What is sent there is answered with an error, and names that the Service would give do not exist",
    given: ["kubernetes"],
  },
  {
    code: "reference/missing-role",
    severity: "warning",
    kinds: ["Role", "ClusterRole"],
    what: "a role",
    why: "The binding is created and gives nobody any right, unless the role comes from elsewhere",
    given: [
      "admin",
      "edit",
      "view",
      "cluster-admin",
      "system:*",
      "extension-apiserver-authentication-reader",
    ],
  },
  {
    code: "reference/missing-scale-target",
    severity: "warning",
    kinds: ["Deployment", "StatefulSet", "ReplicaSet"],
    what: "a workload",
    why: "The autoscaler has nothing to scale, and the load finds as many pods as ever",
  },
];

const external: Parameter = {
  summary: "names of what is created outside of this tree; `*` stands for any characters",
  default: [],
};

export const missingObjects: readonly Rule[] = table.map(
  ({ code, severity = "error", kinds, what, why, given = [] }): Rule => ({
    code,
    severity,
    summary: `An object refers to ${what} that is neither rendered nor made by what is`,
    why,
    fix: "correct the name, add the object, or list it in a policy as `external` if it comes from elsewhere",
    parameters: { external },
    *check(cluster, context) {
      const isKnown = globMatcher([...given, ...context.list("external")]);
      const missing = new Map<string, Reference[]>();
      for (const reference of cluster.once(allReferences)) {
        const { kind, name, namespace, isOptional } = reference;
        if (!kinds.includes(kind) || isOptional || isKnown(name)) continue;
        if (isProvided(cluster, kind, namespace, name) || cluster.find(kind, namespace, name)) continue;
        const key = `${kind}\0${namespace}\0${name}`;
        const known = missing.get(key);
        if (known) known.push(reference);
        else missing.set(key, [reference]);
      }
      for (const references of missing.values()) yield toFinding(cluster, references);
    },
  }),
);

export const missingKey: Rule = {
  code: "reference/missing-key",
  severity: "error",
  summary: "An object refers to a key that a ConfigMap or Secret does not have",
  why: waits,
  fix: "correct the key, or add it to the data",
  *check(cluster) {
    for (const { kind, name, namespace, key, keyAt, isOptional, at } of cluster.once(allReferences)) {
      if (key === undefined || isOptional) continue;
      const holder = cluster.find(kind, namespace, name);
      if (!holder) continue;
      const keys = ["data", "stringData", "binaryData"].flatMap((field) =>
        holder.root
          .get(field)
          .entries()
          .map(([has]) => has),
      );
      if (keys.includes(key)) continue;
      const close = nearest(key, keys);
      yield {
        at: keyAt ?? at,
        message: `the ${kind} \`${name}\` has no key \`${key}\``,
        help: close ? `did you mean \`${close}\`?` : `it has ${keys.join(", ") || "none"}`,
      };
    }
  },
};

/** Every reference of every object, each once: a volume that takes several keys of one map refers to it once. */
function allReferences(cluster: Cluster): readonly Reference[] {
  return cluster.objects.flatMap((object) => {
    const seen = new Set<string>();
    return referencesOf(object).filter(({ at, key = "" }) => {
      const identity = `${at.pathText}\0${key}`;
      if (seen.has(identity)) return false;
      seen.add(identity);
      return true;
    });
  });
}

/** What is missing is one finding, however many want it. */
function toFinding(cluster: Cluster, [first, ...others]: readonly Reference[]): Finding {
  const { kind, name, namespace, at } = first as Reference;
  const related = others.slice(0, 3).map((other) => ({
    at: other.at,
    message: `${other.at.object.id.kind}/${other.at.object.id.name} wants it, too`,
  }));
  const there = cluster.ofKind(kind).filter((object) => object.namespace === namespace);
  const close = nearest(
    name,
    there.map((object) => object.name),
  );
  const elsewhere = cluster.ofKind(kind).find((object) => object.name === name);
  const message = `there is no ${kind} \`${name}\`${namespace === "" ? "" : ` in ${namespace}`}`;
  if (close) return { at, message, related, help: `did you mean \`${close}\`?` };
  if (elsewhere) return { at, message, related, help: `there is one in ${elsewhere.namespace}` };
  return { at, message, related };
}

/** Whether a name matches one of the patterns. */
function globMatcher(patterns: readonly string[]): (name: string) => boolean {
  if (patterns.length === 0) return () => false;
  const parts = patterns.map((pattern) => pattern.split("*"));
  return (name) => parts.some((texts) => matchesParts(name, texts));
}

// The texts between the stars, one after the other; no regular expression, because a policy may hold any text.
function matchesParts(name: string, texts: readonly string[]): boolean {
  const [first = "", ...rest] = texts;
  const last = rest.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length)
    return false;
  let at = first.length;
  const end = name.length - last.length;
  for (const text of rest) {
    const found = name.indexOf(text, at);
    if (found < 0 || found + text.length > end) return false;
    at = found + text.length;
  }
  return true;
}
