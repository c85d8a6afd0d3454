// What roles let their holders do that is more than it looks.
// https://kubernetes.io/docs/concepts/security/rbac-good-practices/
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";
import type { Value } from "../model/value.ts";
import type { Rule } from "../rule.ts";

export const rbacGroup = "rbac.authorization.k8s.io";
const source = "https://kubernetes.io/docs/concepts/security/rbac-good-practices/";

/** One entry of a role's rules. */
export interface Grant {
  readonly role: KubeObject;
  readonly at: Value;
  readonly groups: readonly Value[];
  readonly resources: readonly Value[];
  readonly verbs: readonly Value[];
  /** It is about certain objects only. */
  readonly isNamed: boolean;
}

export function grantsIn(cluster: Cluster): readonly Grant[] {
  return cluster.once(allGrants);
}

function allGrants(cluster: Cluster): readonly Grant[] {
  return ["Role", "ClusterRole"]
    .flatMap((kind) => cluster.ofKind(kind, rbacGroup))
    .flatMap((role) =>
      role.root
        .get("rules")
        .items()
        .map((at) => ({
          role,
          at,
          groups: at.get("apiGroups").items(),
          resources: at.get("resources").items(),
          verbs: at.get("verbs").items(),
          isNamed: at.get("resourceNames").items().length > 0,
        })),
    );
}

/** The item that says a word. */
export function saying(items: readonly Value[], word: string): Value | undefined {
  return items.find(({ text }) => text === word);
}

function ofGroups(groups: readonly Value[]): string {
  if (groups.length === 0 || saying(groups, "*")) return "";
  return ` of ${groups.map(({ text }) => text || "the core group").join(", ")}`;
}

export const wildcard: Rule = {
  code: "security/wildcard-permission",
  severity: "warning",
  summary: "A role allows everything, now and in later versions",
  why: "`*` means secrets, escalation and whatever an update or a new definition brings; nobody decided that",
  fix: "list the resources and verbs that are needed",
  source,
  *check(cluster) {
    for (const { role, groups, resources, verbs } of grantsIn(cluster)) {
      const [resource, verb] = [saying(resources, "*"), saying(verbs, "*")];
      if (resource)
        yield { at: resource, message: `the ${role.kind} speaks of all resources${ofGroups(groups)}` };
      else if (verb && resources.length > 0) yield { at: verb, message: `the ${role.kind} allows all verbs` };
    }
  },
};

interface Escalation {
  readonly verb: string;
  readonly group: string;
  readonly resources: readonly string[];
  readonly message: string;
  /** Harmless enough when the objects are named. */
  readonly unlessNamed?: boolean;
}

const escalations: readonly Escalation[] = [
  {
    verb: "escalate",
    group: rbacGroup,
    resources: ["roles", "clusterroles"],
    message: "its holders may write permissions into roles that they do not have",
  },
  {
    verb: "bind",
    group: rbacGroup,
    resources: ["roles", "clusterroles"],
    message: "its holders may give themselves any role",
    unlessNamed: true,
  },
  {
    verb: "impersonate",
    group: "",
    resources: ["users", "groups", "serviceaccounts"],
    message: "its holders may act as anybody",
    unlessNamed: true,
  },
  {
    verb: "create",
    group: "",
    resources: ["serviceaccounts/token"],
    message: "its holders may make tokens of other accounts",
    unlessNamed: true,
  },
  {
    verb: "approve",
    group: "certificates.k8s.io",
    resources: ["signers"],
    message: "its holders may approve certificates that log in as anybody",
    unlessNamed: true,
  },
  {
    verb: "sign",
    group: "certificates.k8s.io",
    resources: ["signers"],
    message: "its holders may sign certificates that log in as anybody",
    unlessNamed: true,
  },
  {
    verb: "create",
    group: "",
    resources: ["nodes/proxy"],
    message: "its holders may run commands in every pod of a node, past admission and audit",
  },
];

export const escalation: Rule = {
  code: "security/privilege-escalation-by-role",
  severity: "warning",
  summary: "A role lets its holders take permissions that they were not given",
  why: "Whoever gets hold of such an account, say through its pod, has the cluster",
  fix: "remove it, or name the objects under `resourceNames`",
  source,
  *check(cluster) {
    for (const { groups, resources, verbs, isNamed } of grantsIn(cluster)) {
      for (const { verb, group, resources: meant, message, unlessNamed } of escalations) {
        const at = saying(verbs, verb);
        if (!at || (unlessNamed && isNamed)) continue;
        if (!groups.some(({ text }) => text === group || text === "*")) continue;
        if (resources.some(({ text }) => text !== undefined && meant.includes(text))) yield { at, message };
      }
    }
  },
};

const writes = ["create", "update", "patch", "*"];
const podMakers: Readonly<Record<string, readonly string[]>> = {
  "": ["pods", "replicationcontrollers"],
  apps: ["deployments", "statefulsets", "daemonsets", "replicasets"],
  batch: ["jobs", "cronjobs"],
};

export const podMaker: Rule = {
  code: "security/may-create-pods",
  severity: "off",
  summary: "A role lets its holders make pods",
  why: "A pod can take every Secret, claim and account of its namespace, so its maker has them as well",
  fix: "leave deploying to the GitOps controller",
  source: `${source}#workload-creation`,
  *check(cluster) {
    for (const { groups, resources, verbs } of grantsIn(cluster)) {
      const makers = groups.flatMap(({ text }) => podMakers[text ?? "-"] ?? []);
      const at = resources.find(({ text }) => text !== undefined && makers.includes(text));
      if (!at || !verbs.some(({ text }) => text !== undefined && writes.includes(text))) continue;
      yield { at, message: `its holders may make ${at.text}` };
    }
  },
};

export const collectionDeleter: Rule = {
  code: "security/may-delete-collections",
  severity: "off",
  summary: "A role lets its holders delete all objects of a kind at once",
  why: "One request empties a namespace, and names no object that an audit would show",
  fix: "remove the verb deletecollection",
  source,
  *check(cluster) {
    for (const { verbs } of grantsIn(cluster)) {
      const at = saying(verbs, "deletecollection");
      if (at) yield { at, message: "its holders may delete all objects at once" };
    }
  },
};
