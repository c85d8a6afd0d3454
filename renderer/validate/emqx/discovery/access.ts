// Discovery by the Kubernetes API reads the Endpoints of the headless Service, and has to be allowed to.
import type { Cluster } from "../../model/cluster.ts";
import type { KubeObject } from "../../model/object.ts";
import type { Value } from "../../model/value.ts";
import type { Finding, Rule } from "../../rule.ts";
import { discoveryText, strategyOf } from "../instance/discovery.ts";
import { emqxWorkloads } from "../instance/instance.ts";
import { sources } from "../sources.ts";

const rbacGroup = "rbac.authorization.k8s.io";

export const noAccess: Rule = {
  code: "emqx/discovery-not-allowed",
  severity: "error",
  summary: "No Role lets the pods read the Endpoints that discovery asks for",
  why: "The Kubernetes API answers 403, so no node finds another",
  fix: 'bind a Role with apiGroups [""], resources [endpoints] and verbs [get] to the pods\' ServiceAccount',
  source: sources.k8sDiscovery,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const { settings, pod, object } = instance;
      if (strategyOf(instance) !== "k8s") continue;
      const service = discoveryText(instance, settings.get("cluster.k8s.service_name"));
      const account = pod.get("serviceAccountName");
      const name = account.text ?? "default";
      if (mayRead(cluster, object.namespace, name, service)) continue;
      yield {
        at: account,
        message: `the ServiceAccount \`${name}\` may not read Endpoints in the namespace`,
      };
    }
  },
};

function mayRead(cluster: Cluster, namespace: string, account: string, service: string | undefined): boolean {
  const index = cluster.once(bindingsBySubject);
  const subjects = [
    `${namespace}/${account}`,
    `system:serviceaccounts:${namespace}`,
    "system:serviceaccounts",
  ];
  return subjects
    .flatMap((subject) => index.get(subject) ?? [])
    .some((binding) => {
      if (binding.kind === "RoleBinding" && binding.namespace !== namespace) return false;
      const kind = binding.root.get("roleRef", "kind").text ?? "";
      const name = binding.root.get("roleRef", "name").text ?? "";
      const rules = cluster
        .find(kind, kind === "Role" ? namespace : "", name)
        ?.root.get("rules")
        .items();
      // A ClusterRole of the cluster itself (view, edit) is not among the objects.
      return rules ? rules.some((rule) => allows(rule, service)) : kind === "ClusterRole";
    });
}

/** Who is bound: `namespace/account`, or the name of a group. */
function bindingsBySubject(cluster: Cluster): ReadonlyMap<string, readonly KubeObject[]> {
  const index = new Map<string, KubeObject[]>();
  for (const binding of [...cluster.ofKind("RoleBinding"), ...cluster.ofKind("ClusterRoleBinding")]) {
    for (const subject of binding.root.get("subjects").items()) {
      const name = subject.get("name").text ?? "";
      const isAccount = subject.get("kind").text === "ServiceAccount";
      const key = isAccount ? `${subject.get("namespace").text ?? binding.namespace}/${name}` : name;
      const known = index.get(key);
      if (known) known.push(binding);
      else index.set(key, [binding]);
    }
  }
  return index;
}

function allows(rule: Value, service: string | undefined): boolean {
  const has = (field: string, ...wanted: readonly string[]): boolean =>
    rule
      .get(field)
      .items()
      .some(({ text }) => text === "*" || wanted.includes(text ?? ""));
  const names = rule.get("resourceNames");
  const isNamed =
    !names.exists || service === undefined || names.items().some(({ text }) => text === service);
  const groups = rule.get("apiGroups").items();
  const isCore = groups.some(({ text }) => text === "" || text === "*");
  return isCore && has("resources", "endpoints") && has("verbs", "get") && isNamed;
}

export const noToken: Rule = {
  code: "emqx/discovery-without-token",
  severity: "error",
  summary: "Discovery by the Kubernetes API has no token",
  why: "EMQX sends an empty token and the Kubernetes API refuses it, so no node finds another",
  fix: "set `automountServiceAccountToken: true` in the pod's spec",
  source: sources.k8sDiscovery,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      if (strategyOf(instance) !== "k8s") continue;
      const at = automount(cluster, instance.pod, instance.object.namespace);
      if (at.boolean !== false) continue;
      yield { at, message: "the pods get no token for the Kubernetes API, which discovery asks" };
    }
  },
};

export const unneededToken: Rule = {
  code: "emqx/token-not-needed",
  severity: "info",
  summary: "The pods get a token for the Kubernetes API that nothing uses",
  why: "Whoever breaks into the broker can use it",
  fix: "set `automountServiceAccountToken: false` in the pod's spec",
  source: sources.chart,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      if (strategyOf(instance) !== "dns" || instance.workload.containers.length > 1) continue;
      const at = automount(cluster, instance.pod, instance.object.namespace);
      if (at.boolean === false) continue;
      yield { at, message: "discovery by DNS needs no token, and the pods get one" };
    }
  },
};

/** The pod's own word counts before that of its ServiceAccount. */
function automount(cluster: Cluster, pod: Value, namespace: string): Value {
  const own = pod.get("automountServiceAccountToken");
  if (own.exists) return own;
  const account = cluster.find("ServiceAccount", namespace, pod.get("serviceAccountName").text ?? "default");
  const theirs = account?.root.get("automountServiceAccountToken");
  return theirs?.exists ? theirs : own;
}

export const wrongRbacGroup: Rule = {
  code: "emqx/wrong-rbac-group",
  severity: "error",
  summary: "A Role or its binding names an API group or version that does not exist",
  why: "The API server refuses the object, so discovery is not allowed to read the Endpoints",
  fix: `write ${rbacGroup}, with the version v1 in apiVersion`,
  source: "https://kubernetes.io/docs/reference/using-api/deprecation-guide/#rbac-resources-v122",
  *check(cluster) {
    const namespaces = new Set(emqxWorkloads(cluster).map(({ object }) => object.namespace));
    for (const kind of ["Role", "RoleBinding"])
      for (const object of cluster.ofKind(kind))
        if (namespaces.has(object.namespace)) yield* groupsOf(object);
  },
};

function* groupsOf({ root, group, version }: KubeObject): Iterable<Finding> {
  if (group !== rbacGroup || version !== "v1") {
    const at = root.get("apiVersion");
    yield { at, message: `there is no API \`${at.text}\`` };
  }
  const roleRef = root.get("roleRef", "apiGroup");
  const subjects = root
    .get("subjects")
    .items()
    .map((subject) => subject.get("apiGroup"));
  for (const at of [roleRef, ...subjects]) {
    if ((at.text ?? "") === "" || at.text === rbacGroup) continue;
    yield { at, message: `there is no API group \`${at.text}\`` };
  }
}
