// How Kubernetes learns whether a container works.
import type { Cluster } from "../model/cluster.ts";
import { workloadsSelectedBy } from "../model/selection.ts";
import { textMap, type Value } from "../model/value.ts";
import type { Workload } from "../model/workload.ts";
import type { Rule } from "../rule.ts";

const source =
  "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/";

export const noReadinessProbe: Rule = {
  code: "practice/no-readiness-probe",
  severity: "warning",
  summary: "A pod behind a Service says nowhere when it is ready",
  why: "Connections go to the pod while its program still starts, and a rolling update does not wait for it",
  fix: "add a readinessProbe to the container that answers",
  source,
  *check(cluster) {
    for (const { containers, pod } of cluster.once(servedWorkloads)) {
      if (containers.some(({ value }) => value.get("readinessProbe").exists)) continue;
      if (pod.get("readinessGates").items().length > 0) continue;
      const [main] = containers;
      yield { at: main?.value ?? pod, message: "no container of the pod has a readinessProbe" };
    }
  },
};

export const noLivenessProbe: Rule = {
  code: "practice/no-liveness-probe",
  severity: "off",
  summary: "A container that runs all the time has no livenessProbe",
  why: "A program that hangs is never started again; one that ends when it fails needs no probe",
  fix: "add a livenessProbe that fails only when a restart helps",
  source,
  *check(cluster) {
    for (const { containers, runsToEnd } of cluster.workloads) {
      if (runsToEnd) continue;
      for (const { value, name } of containers)
        if (!value.get("livenessProbe").exists)
          yield { at: value, message: `\`${name}\` has no livenessProbe` };
    }
  },
};

export const noStartupProbe: Rule = {
  code: "practice/no-startup-probe",
  severity: "off",
  summary: "A container is asked whether it is alive while it still starts",
  why: "When starting takes longer than usual the livenessProbe restarts the container, again and again",
  fix: "add a startupProbe",
  source,
  *check(cluster) {
    for (const { containers } of cluster.workloads) {
      for (const { value, name } of containers)
        if (value.get("livenessProbe").exists && !value.get("startupProbe").exists)
          yield { at: value.get("startupProbe"), message: `\`${name}\` has no startupProbe` };
    }
  },
};

export const probePortNotDeclared: Rule = {
  code: "practice/probe-port-not-declared",
  severity: "off",
  summary: "A probe asks a port number that its container does not declare",
  why: "One of the two numbers is most likely old",
  fix: "declare the port, or correct the number",
  source,
  *check(cluster) {
    for (const { containers } of cluster.workloads) {
      for (const { value } of containers) {
        const ports = value
          .get("ports")
          .items()
          .map((port) => port.get("containerPort").number);
        for (const at of probePorts(value))
          if (at.number !== undefined && !ports.includes(at.number))
            yield { at, message: `the container declares no port ${at.number}` };
      }
    }
  },
};

function probePorts(container: Value): readonly Value[] {
  return ["livenessProbe", "readinessProbe", "startupProbe"].flatMap((probe) =>
    ["httpGet", "tcpSocket", "grpc"].map((how) => container.get(probe, how, "port")),
  );
}

/** The workloads that Services send to; asked through `cluster.once`. */
export function servedWorkloads(cluster: Cluster): ReadonlySet<Workload> {
  const served = new Set<Workload>();
  for (const { root, namespace } of cluster.ofKind("Service", "")) {
    if (root.get("spec", "publishNotReadyAddresses").boolean === true) continue;
    const selector = textMap(root.get("spec", "selector"));
    for (const workload of workloadsSelectedBy(cluster, namespace, selector))
      if (!workload.runsToEnd) served.add(workload);
  }
  return served;
}
