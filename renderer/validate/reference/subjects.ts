// Whom a binding means.
import type { Rule } from "../rule.ts";

export const subjectWithoutNamespace: Rule = {
  code: "reference/subject-without-namespace",
  severity: "error",
  summary: "A ClusterRoleBinding names a ServiceAccount without its namespace",
  why: "The API server refuses the binding",
  fix: "name the namespace of the account",
  source: "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects",
  *check(cluster) {
    for (const { root } of cluster.ofKind("ClusterRoleBinding", "rbac.authorization.k8s.io")) {
      for (const subject of root.get("subjects").items()) {
        if (subject.get("kind").text !== "ServiceAccount" || subject.get("namespace").text) continue;
        yield {
          at: subject.get("namespace"),
          message: `the ServiceAccount \`${subject.get("name").text}\` has no namespace`,
        };
      }
    }
  },
};
