// References by name to what is not there.

import type { RuleCode, Severity } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { originalId } from "../../resource/resource.ts";
import { allReferences } from "../model/all-references.ts";
import type { Cluster } from "../model/cluster.ts";
import { globMatcher } from "../model/name-globs.ts";
import type { KubeObject } from "../model/object.ts";
import { isProvided } from "../model/providers.ts";
import type { Reference } from "../model/reference.ts";
import type { Finding, Parameter, Rule } from "../rule.ts";

interface About {
  readonly code: RuleCode;
  readonly severity?: Severity;
  readonly kinds: readonly string[];
  readonly what: string;
  readonly why: string;
  /** Names that every cluster has. */
  readonly given?: readonly string[];
  /** Where several rules are about one kind: whether this one is about what these objects want. */
  readonly isFor?: (references: readonly Reference[]) => boolean;
}

function isSubject({ at }: Reference): boolean {
  return at.object.id.kind.endsWith("Binding");
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
    isFor: (references) => !references.every(isSubject),
  },
  {
    code: "reference/missing-subject",
    severity: "warning",
    kinds: ["ServiceAccount"],
    what: "an account, to give it a role,",
    why: "The role is given to nobody, and later to whoever makes an account of that name",
    given: ["default"],
    isFor: (references) => references.every(isSubject),
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
    kinds: ["Deployment", "StatefulSet", "ReplicaSet", "DaemonSet"],
    what: "a workload",
    why: "The autoscaler has nothing to scale, and the load finds as many pods as ever",
  },
  {
    code: "reference/missing-custom-resource",
    severity: "warning",
    kinds: ["Issuer", "SecretStore", "TriggerAuthentication", "Gateway"],
    what: "an issuer, a secret store, an authentication or a gateway",
    why: "The operator waits for it, and what it should make never comes",
  },
];

const external: Parameter = {
  summary: "names of what is created outside of this tree; `*` stands for any characters",
  default: [],
};

export const missingObjects: readonly Rule[] = table.map(
  ({ code, severity = "error", kinds, what, why, given = [], isFor = () => true }): Rule => ({
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
        if (cluster.find(kind, namespace, name) || isProvided(cluster, kind, namespace, name)) continue;
        if (isElsewhere(cluster, reference)) continue;
        const key = `${kind}\0${namespace}\0${name}`;
        const known = missing.get(key);
        if (known) known.push(reference);
        else missing.set(key, [reference]);
      }
      for (const references of missing.values()) if (isFor(references)) yield toFinding(cluster, references);
    },
  }),
);

/** What is missing is one finding, however many want it; whoever fails without it comes first. */
function toFinding(cluster: Cluster, references: readonly Reference[]): Finding {
  const first = references.find((reference) => !isSubject(reference)) ?? (references[0] as Reference);
  const { kind, name, namespace, at } = first;
  const related = references
    .filter((other) => other !== first)
    .slice(0, 3)
    .map((other) => ({
      at: other.at,
      message: `${other.at.object.id.kind}/${other.at.object.id.name} wants it, too`,
    }));
  const names = cluster.once(namesByPlace).get(`${kind}\0${namespace}`) ?? [];
  const close = nearest(name, names.slice(0, comparedAtMost));
  const elsewhere = cluster.once(objectsByName).get(`${kind}\0${name}`);
  // Where the object names no namespace, whoever applies it chooses one.
  const isNamed = namespace !== "" && (at.object.id.namespace !== "" || namespace !== "default");
  const message = `there is no ${kind} \`${name}\`${isNamed ? ` in ${namespace}` : ""}`;
  if (close) return { at, message, related, help: `did you mean \`${close}\`?` };
  if (elsewhere) return { at, message, related, help: placeOf(elsewhere, name) };
  return { at, message, related };
}

function placeOf({ name, resource }: KubeObject, wanted: string): string {
  const { namespace } = resource.id;
  const where = namespace === "" ? "without a namespace" : `in ${namespace}`;
  return name === wanted ? `there is one ${where}` : `\`${name}\` is generated ${where}`;
}

/** Names that a missing one is compared with, so that many missing ones of many do not take long. */
const comparedAtMost = 500;

// A namespace of which nothing is rendered is somebody else's, unless the object itself is in another one by mistake.
function isElsewhere(cluster: Cluster, { kind, name, namespace }: Reference): boolean {
  if (namespace === "" || cluster.once(namespaces).has(namespace)) return false;
  return !cluster.once(objectsByName).has(`${kind}\0${name}`);
}

function namespaces(cluster: Cluster): ReadonlySet<string> {
  return new Set(cluster.objects.map(({ namespace }) => namespace));
}

/** By kind and name, and by the name that a generated one was given. */
function objectsByName(cluster: Cluster): ReadonlyMap<string, KubeObject> {
  const objects = new Map<string, KubeObject>();
  for (const object of cluster.objects) {
    if (object.resource.build.needsHash)
      objects.set(`${object.kind}\0${originalId(object.resource).name}`, object);
  }
  for (const object of cluster.objects) objects.set(`${object.kind}\0${object.name}`, object);
  return objects;
}

function namesByPlace(cluster: Cluster): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { kind, name, namespace } of cluster.objects) {
    const known = names.get(`${kind}\0${namespace}`);
    if (known) known.push(name);
    else names.set(`${kind}\0${namespace}`, [name]);
  }
  return names;
}
