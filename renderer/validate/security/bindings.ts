// Who is given roles, and what that comes to.
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";
import type { Value } from "../model/value.ts";
import type { Rule } from "../rule.ts";
import { type Grant, grantsIn, rbacGroup, saying } from "./roles.ts";

const source = "https://kubernetes.io/docs/concepts/security/rbac-good-practices/";

function bindings(cluster: Cluster): readonly KubeObject[] {
  return ["RoleBinding", "ClusterRoleBinding"].flatMap((kind) => cluster.ofKind(kind, rbacGroup));
}

function* subjectsOf(
  cluster: Cluster,
): Iterable<{ role: string; kind: string; name: string; at: Value; binding: KubeObject }> {
  for (const binding of bindings(cluster)) {
    const role = binding.root.get("roleRef", "name").text ?? "";
    for (const subject of binding.root.get("subjects").items()) {
      const at = subject.get("name");
      yield { role, kind: subject.get("kind").text ?? "", name: at.text ?? "", at, binding };
    }
  }
}

export const clusterAdmin: Rule = {
  code: "security/cluster-admin",
  severity: "warning",
  summary: "Somebody is given the role cluster-admin",
  why: "Nothing is closed to its holders; one leaked token is the loss of the cluster, or of the namespace",
  fix: "write a role with what is needed",
  source,
  *check(cluster) {
    for (const { root, kind } of bindings(cluster)) {
      const at = root.get("roleRef", "name");
      if (at.text !== "cluster-admin" || root.get("roleRef", "kind").text !== "ClusterRole") continue;
      const what = kind === "RoleBinding" ? "the namespace" : "the whole cluster";
      yield { at, message: `everything in ${what} is allowed` };
    }
  },
};

/** What is public by nature: the version, health, and the keys by which others check tokens. */
const givenToAnybody: readonly string[] = [
  "system:public-info-viewer",
  "system:service-account-issuer-discovery",
];
/** What Kubernetes itself lets all accounts do. */
const givenToAll: readonly string[] = [...givenToAnybody, "system:discovery", "system:basic-user"];

export const anonymousSubject: Rule = {
  code: "security/anonymous-access",
  severity: "error",
  summary: "A role is given to those who did not log in",
  why: "Whoever reaches the API server has the role, without a password or token",
  fix: "name the users, groups or accounts that need it",
  source: `${source}#least-privilege`,
  *check(cluster) {
    for (const { role, kind, name, at } of subjectsOf(cluster)) {
      const isAnonymous =
        (kind === "User" && name === "system:anonymous") ||
        (kind === "Group" && name === "system:unauthenticated");
      if (isAnonymous && !givenToAnybody.includes(role))
        yield { at, message: `everybody who reaches the API server has the role \`${role}\`` };
    }
  },
};

export const everybodySubject: Rule = {
  code: "security/access-for-all-accounts",
  severity: "warning",
  summary: "A role is given to all accounts there are",
  why: "Every pod of the cluster has the role, also those of other teams and of charts that nobody read",
  fix: "name the users, groups or accounts that need it",
  source: `${source}#least-privilege`,
  *check(cluster) {
    for (const { role, kind, name, at } of subjectsOf(cluster)) {
      const isAll = name === "system:authenticated" || name === "system:serviceaccounts";
      if (kind === "Group" && isAll && !givenToAll.includes(role))
        yield { at, message: `all accounts of the cluster have the role \`${role}\`` };
    }
  },
};

export const defaultAccountSubject: Rule = {
  code: "security/role-of-default-account",
  severity: "warning",
  summary: "A role is given to the account that pods have when they name none",
  why: "Whatever runs in the namespace has the role, also what is added to it later",
  fix: "make an account for the pods that need the role, and name it in serviceAccountName",
  source,
  *check(cluster) {
    for (const { role, kind, name, at } of subjectsOf(cluster))
      if (kind === "ServiceAccount" && name === "default")
        yield { at, message: `all pods that name no account have the role \`${role}\`` };
  },
};

const reads: readonly string[] = ["get", "list", "watch", "*"];

function readsSecrets({ groups, resources, verbs, isNamed }: Grant): Value | undefined {
  if (isNamed || !groups.some(({ text }) => text === "" || text === "*")) return undefined;
  return verbs.some(({ text }) => text !== undefined && reads.includes(text))
    ? saying(resources, "secrets")
    : undefined;
}

/** Bindings by what they give: a ClusterRole for the whole cluster. */
function clusterWide(cluster: Cluster): ReadonlyMap<string, KubeObject> {
  return new Map(
    cluster
      .ofKind("ClusterRoleBinding", rbacGroup)
      .map((binding) => [binding.root.get("roleRef", "name").text ?? "", binding] as const),
  );
}

export const allSecrets: Rule = {
  code: "security/all-secrets-readable",
  severity: "warning",
  summary: "Somebody may read the Secrets of all namespaces",
  why: "Among them are tokens of accounts with more rights, so reading them is as good as cluster-admin",
  fix: "bind the role in the namespaces where it is needed, or name the Secrets under `resourceNames`",
  source,
  *check(cluster) {
    const everywhere = cluster.once(clusterWide);
    for (const grant of grantsIn(cluster)) {
      const binding = grant.role.kind === "ClusterRole" ? everywhere.get(grant.role.name) : undefined;
      const at = binding && readsSecrets(grant);
      if (!at) continue;
      yield {
        at,
        message: "the Secrets of all namespaces can be read",
        related: [{ at: binding.root.get("roleRef", "name"), message: "given for the whole cluster here" }],
      };
    }
  },
};

export const namespaceSecrets: Rule = {
  code: "security/secrets-readable",
  severity: "info",
  summary: "A role may read all Secrets of a namespace",
  why: "Passwords of everything else there come along with the one that is needed",
  fix: "name the Secrets under `resourceNames`; list and watch cannot be limited so, get can",
  source,
  *check(cluster) {
    for (const grant of grantsIn(cluster)) {
      const at = grant.role.kind === "Role" ? readsSecrets(grant) : undefined;
      if (at) yield { at, message: "all Secrets of the namespace can be read" };
    }
  },
};
