// Pods as the Pod Security Standards look at them, with the level that their namespace asks for.
// https://kubernetes.io/docs/concepts/security/pod-security-standards/
import type { Cluster } from "../../model/cluster.ts";
import type { Value } from "../../model/value.ts";
import { allContainers, type Workload } from "../../model/workload.ts";
import type { Finding } from "../../rule.ts";

export type Level = "privileged" | "baseline" | "restricted";

/** One control of the standards; its level is the lowest that demands it. */
export interface Control {
  readonly code: `security/${string}`;
  readonly level: "baseline" | "restricted";
  /** A warning by default: unless a namespace enforces the level, the pod runs. */
  readonly severity?: "error";
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
  readonly violations: (pod: SecuredPod) => Iterable<Finding>;
  /** Another rule says it better, so that one value is one finding. */
  readonly isToldElsewhere?: (finding: Finding) => boolean;
}

export interface SecuredPod {
  readonly workload: Workload;
  /** The pod's spec. */
  readonly spec: Value;
  /** Annotations of the template. */
  readonly annotations: Value;
  /** Containers of every sort, ephemeral ones among them. */
  readonly containers: readonly Secured[];
  /** The pod itself and its containers, as far as they have a securityContext. */
  readonly settled: readonly Secured[];
  readonly isWindows: boolean;
  /** Root in the pod is nobody on the node. */
  readonly hasOwnUsers: boolean;
  /** The minor version whose standards hold. */
  readonly version: number;
  /** What is asked of it, whoever asks. */
  readonly level: Level;
  /** Undefined when the namespace, or its label, is not rendered. */
  readonly enforced: Enforced | undefined;
}

/** Something that has a securityContext. */
export interface Secured {
  readonly value: Value;
  /** Who it is, for messages. */
  readonly who: string;
  readonly name: string;
  readonly context: Value;
}

interface Enforced {
  readonly level: Level;
  readonly at: Value;
}

/** What runs the nodes has to reach into them. */
const systemNamespace = "kube-system";

export function securedPods(cluster: Cluster): readonly SecuredPod[] {
  return cluster.once(allPods);
}

function allPods(cluster: Cluster): readonly SecuredPod[] {
  return cluster.workloads.map((workload) => {
    const { pod, template, object } = workload;
    const labels = cluster.find("Namespace", "", object.namespace)?.root.get("metadata", "labels");
    const asked = minor(labels?.get("pod-security.kubernetes.io/enforce-version").text?.replace(/^v/, ""));
    const containers = [
      ...allContainers(workload).map(({ value }) => value),
      ...pod.get("ephemeralContainers").items(),
    ].map(toSecured);
    const own = { value: pod, who: "the pod", name: "", context: pod.get("securityContext") };
    const enforced = labels && enforcedBy(labels.get("pod-security.kubernetes.io/enforce"));
    const version = Math.min(asked ?? Infinity, minor(cluster.facts.kubernetesVersion) ?? Infinity);
    return {
      workload,
      spec: pod,
      annotations: template.get("metadata", "annotations"),
      containers,
      settled: [own, ...containers].filter(({ context }) => context.exists),
      isWindows: pod.get("os", "name").text === "windows",
      hasOwnUsers: pod.get("hostUsers").boolean === false && version >= 35,
      version,
      level: enforced?.level ?? (object.namespace === systemNamespace ? "privileged" : "restricted"),
      enforced,
    };
  });
}

function toSecured(value: Value): Secured {
  const name = value.get("name").text ?? "";
  return { value, name, who: `the container \`${name}\``, context: value.get("securityContext") };
}

function enforcedBy(at: Value): Enforced | undefined {
  const level = (["privileged", "baseline", "restricted"] as const).find((each) => each === at.text);
  return level && { level, at };
}

/** `36` of `1.36`. */
function minor(version: string | undefined): number | undefined {
  const text = /^1\.(\d+)$/.exec(version ?? "")?.[1];
  return text === undefined ? undefined : Number(text);
}
