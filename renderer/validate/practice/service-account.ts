// The old name of a field that Kubernetes copies to the new one.
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Value } from "../model/value.ts";
import type { Rule } from "../rule.ts";

export const deprecatedServiceAccount: Rule = {
  code: "practice/deprecated-service-account-field",
  severity: "warning",
  summary: "A pod names its account by the deprecated field serviceAccount",
  why: "Tools and patches that know only serviceAccountName overlook it, and both may then say different things",
  fix: "write serviceAccountName",
  source: "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/",
  *check(cluster) {
    for (const { pod } of cluster.workloads) {
      const at = pod.get("serviceAccount");
      const isDouble = pod.get("serviceAccountName").exists;
      if (!at.exists) continue;
      yield {
        at,
        atKey: true,
        message: "`serviceAccount` is the old name of `serviceAccountName`",
        ...(isDouble ? { help: "remove it; serviceAccountName is there as well" } : { edit: renamed(at) }),
      };
    }
  },
};

function renamed(at: Value): Edit {
  return { at: at.keyPlace, old: "serviceAccount", text: "serviceAccountName" };
}
