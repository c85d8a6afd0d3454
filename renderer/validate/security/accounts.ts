// The accounts of pods and their tokens.
import type { Cluster } from "../model/cluster.ts";
import type { Workload } from "../model/workload.ts";
import type { Rule } from "../rule.ts";

const source = "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/";

function accountOf({ pod, object }: Workload): string {
  const name = pod.get("serviceAccountName").text || pod.get("serviceAccount").text || "default";
  return `${object.namespace}/${name}`;
}

/**
 * The accounts that are given a role, as `namespace/name`; `/name` where the binding does not say of which namespace, which is
 * the matter of `reference/subject-without-namespace`; `*` when a group of accounts is.
 */
function boundAccounts(cluster: Cluster): ReadonlySet<string> {
  const accounts = new Set<string>();
  for (const kind of ["RoleBinding", "ClusterRoleBinding"]) {
    for (const { root, namespace } of cluster.ofKind(kind)) {
      for (const subject of root.get("subjects").items()) {
        const name = subject.get("name").text ?? "";
        if (subject.get("kind").text === "ServiceAccount")
          accounts.add(`${subject.get("namespace").text ?? namespace}/${name}`);
        else if (name.startsWith("system:serviceaccounts")) accounts.add("*");
      }
    }
  }
  return accounts;
}

export const needlessToken: Rule = {
  code: "security/needless-token",
  severity: "info",
  summary: "Pods get a token for the API server although their account has no role",
  why: "Whoever gets into the pod can talk to the API server, where the account may be given more one day",
  fix: "set `automountServiceAccountToken: false` on the pod or its account",
  source: `${source}#opt-out-of-api-credential-automounting`,
  *check(cluster) {
    const bound = cluster.once(boundAccounts);
    if (bound.has("*")) return;
    for (const workload of cluster.workloads) {
      const { pod, object } = workload;
      const account = accountOf(workload);
      const name = account.slice(object.namespace.length + 1);
      const known = cluster.find("ServiceAccount", object.namespace, name);
      const at = pod.get("automountServiceAccountToken");
      const isMounted = at.boolean ?? known?.root.get("automountServiceAccountToken").boolean ?? true;
      // The roles of an account that is made elsewhere are given elsewhere.
      if (!isMounted || bound.has(account) || bound.has(`/${name}`) || (!known && name !== "default"))
        continue;
      yield { at, message: `the pods get a token of the account \`${name}\`, which has no role` };
    }
  },
};

export const defaultAccount: Rule = {
  code: "security/default-account",
  severity: "off",
  summary: "Pods run under the account default",
  why: "They share it with all pods of the namespace that name none, so none can be given or denied anything alone",
  fix: "make a ServiceAccount for the workload and name it in serviceAccountName",
  source,
  *check(cluster) {
    for (const workload of cluster.workloads) {
      if (!accountOf(workload).endsWith("/default")) continue;
      const at = workload.pod.get("serviceAccountName");
      yield { at, message: "the pods run under the account `default`" };
    }
  },
};

const longestSeconds = 86_400;

export const longToken: Rule = {
  code: "security/long-lived-token",
  severity: "warning",
  summary: "A token of an account is good for longer than a day",
  why: "Who copies it can use it long after the pod is gone",
  fix: "leave out expirationSeconds, and let pods take projected tokens, which are renewed",
  source: "https://kubernetes.io/docs/concepts/security/service-accounts/#authenticating-credentials",
  *check(cluster) {
    for (const { pod } of cluster.workloads) {
      const volumes = pod.get("volumes").items();
      for (const token of volumes.flatMap((volume) => volume.get("projected", "sources").items())) {
        const at = token.get("serviceAccountToken", "expirationSeconds");
        if ((at.number ?? 0) > longestSeconds)
          yield { at, message: `the token is good for ${Math.floor((at.number ?? 0) / 3600)} hours` };
      }
    }
    for (const { root } of cluster.ofKind("Secret", "")) {
      const at = root.get("type");
      if (at.text === "kubernetes.io/service-account-token")
        yield { at, message: "the token in this Secret never expires" };
    }
  },
};
