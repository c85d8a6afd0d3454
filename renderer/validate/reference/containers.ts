// Names of containers and of their ports.
import { nearest } from "../../diagnostics/suggest.ts";
import type { Cluster } from "../model/cluster.ts";
import type { Value } from "../model/value.ts";
import type { Workload } from "../model/workload.ts";
import type { Finding, Rule } from "../rule.ts";

export const containerTwice: Rule = {
  code: "reference/container-twice",
  severity: "error",
  summary: "An init container or a debug container has the name of another container",
  why: "The API server refuses the pod",
  fix: "give one of them another name",
  *check(cluster) {
    for (const { pod } of cluster.workloads) {
      const seen = new Map<string, Value>();
      for (const list of ["containers", "initContainers", "ephemeralContainers"]) {
        const names = pod
          .get(list)
          .items()
          .map((container) => container.get("name"));
        for (const at of names) {
          const first = seen.get(at.text ?? "");
          if (first)
            yield {
              at,
              message: `there is a container \`${at.text}\` already`,
              related: [{ at: first, message: "it is here" }],
            };
        }
        // Within one list the schema has the say.
        for (const at of names) seen.set(at.text ?? "", at);
      }
    }
  },
};

export const portNameTwice: Rule = {
  code: "reference/port-name-twice",
  severity: "error",
  summary: "A container gives two of its ports the same name",
  why: "The API server refuses the pod",
  fix: "give one of them another name",
  *check(cluster) {
    for (const { containers, initContainers } of cluster.workloads) {
      for (const { value } of [...containers, ...initContainers]) {
        const seen = new Map<string, Value>();
        for (const port of value.get("ports").items()) {
          const at = port.get("name");
          const first = at.text === undefined ? undefined : seen.get(at.text);
          if (first)
            yield {
              at,
              message: `there is a port named \`${at.text}\` already`,
              related: [{ at: first, message: "it is here" }],
            };
          else if (at.text !== undefined) seen.set(at.text, at);
        }
      }
    }
  },
};

export const unknownContainer: Rule = {
  code: "reference/unknown-container",
  severity: "warning",
  summary: "A container is named that the pod does not have",
  why: "What is meant for the container has no effect, or the object is refused",
  fix: "use the name of one of the pod's containers",
  *check(cluster) {
    for (const workload of cluster.workloads) {
      const names = namesOf(workload);
      for (const at of meantIn(workload)) yield* unlessKnown(at, at.text ?? "", names);
      const annotations = workload.template.get("metadata", "annotations");
      for (const [key, at] of annotations.entries()) {
        const [prefix, name = ""] = key.split("/");
        if (prefix === "container.apparmor.security.beta.kubernetes.io")
          yield* unlessKnown(at, name, names, true);
      }
    }
    for (const { at, workload } of scaledContainers(cluster))
      yield* unlessKnown(at, at.text ?? "", namesOf(workload));
  },
};

function* unlessKnown(at: Value, name: string, names: ReadonlySet<string>, atKey = false): Iterable<Finding> {
  if (name === "" || names.has(name)) return;
  const close = nearest(name, names);
  yield {
    at,
    atKey,
    message: `the pod has no container \`${name}\``,
    help: close ? `did you mean \`${close}\`?` : `it has ${[...names].join(", ")}`,
  };
}

function namesOf({ pod }: Workload): ReadonlySet<string> {
  const lists = ["containers", "initContainers"];
  return new Set(
    lists.flatMap((list) =>
      pod
        .get(list)
        .items()
        .map((container) => container.get("name").text ?? ""),
    ),
  );
}

function meantIn({ template, pod, containers, initContainers }: Workload): readonly Value[] {
  const main = template.get("metadata", "annotations", "kubectl.kubernetes.io/default-container");
  const debug = pod.get("ephemeralContainers").items();
  const limits = [...containers, ...initContainers].flatMap(({ value }) =>
    value
      .get("env")
      .items()
      .map((entry) => entry.get("valueFrom", "resourceFieldRef", "containerName")),
  );
  return [main, ...debug.map((container) => container.get("targetContainerName")), ...limits];
}

function* scaledContainers(cluster: Cluster): Iterable<{ at: Value; workload: Workload }> {
  const byName = new Map(
    cluster.workloads.map((each) => [
      `${each.object.namespace}/${each.object.kind}/${each.object.name}`,
      each,
    ]),
  );
  for (const { root, namespace } of cluster.ofKind("HorizontalPodAutoscaler")) {
    const target = root.get("spec", "scaleTargetRef");
    const workload = byName.get(`${namespace}/${target.get("kind").text}/${target.get("name").text}`);
    for (const metric of workload ? root.get("spec", "metrics").items() : [])
      if (workload) yield { at: metric.get("containerResource", "container"), workload };
  }
  for (const { root, namespace } of cluster.ofKind("VerticalPodAutoscaler")) {
    const target = root.get("spec", "targetRef");
    const workload = byName.get(`${namespace}/${target.get("kind").text}/${target.get("name").text}`);
    const policies = root.get("spec", "resourcePolicy", "containerPolicies").items();
    for (const policy of policies) {
      const at = policy.get("containerName");
      if (workload && at.text !== "*") yield { at, workload };
    }
  }
}
