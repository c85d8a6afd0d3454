// What some clusters ask for and others do not: off until a policy turns it on.
import type { RuleCode } from "../../diagnostics/diagnostic.ts";
import { allContainers } from "../model/workload.ts";
import type { Finding, Rule } from "../rule.ts";

const off = "off" as const;

export const noPriority: Rule = {
  code: "practice/no-priority-class",
  severity: off,
  summary: "A pod has no priority class",
  why: "When nodes are full, it is chance which pods have to wait",
  fix: "set priorityClassName",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/",
  *check(cluster) {
    for (const { pod } of cluster.workloads) {
      const at = pod.get("priorityClassName");
      if (!at.exists) yield { at, message: "the pod has no priority" };
    }
  },
};

export const barePod: Rule = {
  code: "practice/bare-pod",
  severity: "warning",
  summary: "A Pod stands alone",
  why: "When its node fails or is drained nothing starts it anywhere else, and most changes to it are refused",
  fix: "make it a Deployment, or a Job if it runs to its end",
  source: "https://kubernetes.io/docs/concepts/workloads/pods/#working-with-pods",
  *check(cluster) {
    for (const { root, annotations } of cluster.ofKind("Pod", "")) {
      // Tests and hooks run once, as a part of a sync.
      if (annotations.has("helm.sh/hook") || annotations.has("argocd.argoproj.io/hook")) continue;
      yield { at: root.get("kind"), message: "nothing starts the Pod again on another node" };
    }
  },
};

export const noNodeAffinity: Rule = {
  code: "practice/no-node-affinity",
  severity: off,
  summary: "A pod does not say which nodes it is for",
  why: "In a cluster with nodes of several kinds it may land on a wrong one",
  fix: "set nodeSelector or a nodeAffinity",
  *check(cluster) {
    for (const { pod } of cluster.workloads)
      if (!pod.get("nodeSelector").exists && !pod.get("affinity", "nodeAffinity").exists)
        yield { at: pod, atKey: true, message: "the pod may run on any node" };
  },
};

export const dnsSearches: Rule = {
  code: "practice/dns-tries-search-domains",
  severity: off,
  summary: "A pod looks up every name in the domains of the cluster first",
  why: "Each name from outside takes several questions, which the cluster's DNS has to answer",
  fix: "set dnsConfig.options with ndots 2",
  *check(cluster) {
    for (const { pod } of cluster.workloads) {
      const at = pod.get("dnsConfig", "options");
      if ((pod.get("dnsPolicy").text ?? "ClusterFirst") !== "ClusterFirst") continue;
      if (!at.itemWith("name", "ndots")) yield { at, message: "ndots is not set, and its default is 5" };
    }
  },
};

export const defaultNamespace: Rule = {
  code: "practice/default-namespace",
  severity: off,
  summary: "An object is in the namespace default",
  why: "Everything lands there that nobody thought about: rights and quotas cannot tell it apart",
  fix: "set `namespace` in the kustomization",
  *check(cluster) {
    for (const { root, namespace } of cluster.objects) {
      if (namespace !== "default") continue;
      yield { at: root.get("metadata", "namespace"), message: "the object is in the namespace default" };
    }
  },
};

export const jobStays: Rule = {
  code: "practice/job-stays",
  severity: off,
  summary: "A Job stays for ever when it has ended",
  why: "Ended Jobs and their pods pile up; but a Job that removes itself is made again, and run again, by the next sync",
  fix: "set ttlSecondsAfterFinished, and make the Job a hook of the sync",
  *check(cluster) {
    for (const { root } of cluster.ofKind("Job", "batch")) {
      const at = root.get("spec", "ttlSecondsAfterFinished");
      if (!at.exists) yield { at, message: "nothing removes the Job" };
    }
  },
};

export const secretInVariable: Rule = {
  code: "practice/secret-in-variable",
  severity: off,
  summary: "A container takes a Secret as a variable",
  why: "Variables show in crash reports and to child processes; files do not",
  fix: "mount the Secret as a file, if the program can read one",
  *check(cluster) {
    for (const workload of cluster.workloads) {
      for (const { value } of allContainers(workload)) {
        const single = value
          .get("env")
          .items()
          .map((entry) => entry.get("valueFrom", "secretKeyRef", "name"));
        const whole = value
          .get("envFrom")
          .items()
          .map((entry) => entry.get("secretRef", "name"));
        for (const at of [...single, ...whole])
          if (at.exists) yield { at, message: `the Secret \`${at.text}\` becomes a variable` };
      }
    }
  },
};

export const privilegedPort: Rule = {
  code: "practice/privileged-port",
  severity: off,
  summary: "A container listens on a port below 1024",
  why: "Only root, or a container with NET_BIND_SERVICE, may do that on some nodes",
  fix: "listen on a higher port; the Service can keep the number",
  *check(cluster) {
    yield* portsBelow(cluster.workloads.flatMap(allContainers), (port) => port > 0 && port < 1024);
  },
};

export const sshPort: Rule = {
  code: "practice/ssh-port",
  severity: "warning",
  summary: "A container offers SSH",
  why: "A login into a container leaves no trace in the cluster, and what is changed there is gone with the pod",
  fix: "use kubectl exec or debug, which the cluster can allow, refuse and log",
  *check(cluster) {
    yield* portsBelow(cluster.workloads.flatMap(allContainers), (port) => port === 22);
  },
};

function* portsBelow(
  containers: ReturnType<typeof allContainers>,
  isMeant: (port: number) => boolean,
): Iterable<Finding> {
  for (const { value, name } of containers) {
    for (const port of value.get("ports").items()) {
      const at = port.get("containerPort");
      if (at.number !== undefined && isMeant(at.number))
        yield { at, message: `\`${name}\` listens on port ${at.number}` };
    }
  }
}

interface Wanted {
  readonly code: RuleCode;
  readonly where: "labels" | "annotations";
  readonly parameter: string;
  readonly key: string;
  readonly what: string;
}

const wanted: readonly Wanted[] = [
  { code: "practice/no-owner-label", where: "labels", parameter: "label", key: "owner", what: "label" },
  {
    code: "practice/no-email-annotation",
    where: "annotations",
    parameter: "annotation",
    key: "email",
    what: "annotation",
  },
];

export const metadataRules: readonly Rule[] = wanted.map(({ code, where, parameter, key, what }) => ({
  code,
  severity: off,
  summary: `A workload lacks the ${what} that names who to ask`,
  why: "Whoever meets it in the cluster does not know whom to call",
  fix: `add it with \`${where === "labels" ? "labels" : "commonAnnotations"}\` in the kustomization`,
  parameters: { [parameter]: { summary: `the ${what}'s key`, default: key } },
  *check(cluster, context) {
    const name = context.text(parameter);
    for (const { object } of cluster.workloads) {
      const at = object.root.get("metadata", where, name);
      if (!at.exists) yield { at, message: `there is no ${what} \`${name}\`` };
    }
  },
}));
