// Ports that are named, or meant, elsewhere.
import { nearest } from "../../diagnostics/suggest.ts";
import type { Cluster } from "../model/cluster.ts";
import type { KubeObject } from "../model/object.ts";
import { workloadsSelectedBy } from "../model/selection.ts";
import { textMap, type Value } from "../model/value.ts";
import { allContainers, type Workload } from "../model/workload.ts";
import type { Finding, Rule } from "../rule.ts";

export const unknownTargetPort: Rule = {
  code: "reference/unknown-target-port",
  severity: "error",
  summary: "A Service sends to a port name that its pods do not have",
  why: "The Service has no endpoints for the port, so every connection to it is refused",
  fix: "give a container's port that name, or send to the number",
  *check(cluster) {
    for (const { port, workloads } of servicePorts(cluster)) {
      const at = port.get("targetPort");
      if (at.text === undefined || at.number !== undefined || workloads.length === 0) continue;
      const names = new Set(workloads.flatMap((workload) => portsOf(workload).map(({ name }) => name)));
      if (!names.has(at.text)) yield unknownName(at, at.text, names, "the pods of the Service have");
    }
  },
};

export const targetPortNotOpen: Rule = {
  code: "reference/target-port-not-declared",
  severity: "warning",
  summary: "A Service sends to a port number that none of its pods' containers declares",
  why: "Declaring ports is not required, so it may work; more often one of the two numbers is old",
  fix: "declare the port at the container that listens there, or correct the number",
  *check(cluster) {
    for (const { port, workloads } of servicePorts(cluster)) {
      const target = port.get("targetPort");
      const at = target.exists ? target : port.get("port");
      const ports = workloads.flatMap(portsOf);
      if (at.number === undefined || ports.length === 0) continue;
      if (ports.some(({ number }) => number === at.number)) continue;
      const numbers = [...new Set(ports.map(({ number }) => number))].join(", ");
      yield { at, message: `no container declares the port ${at.number}; declared are ${numbers}` };
    }
  },
};

export const unknownProbePort: Rule = {
  code: "reference/unknown-probe-port",
  severity: "error",
  summary: "A probe or hook names a port that its container does not have",
  why: "The probe fails for ever: the container is never ready, or is killed again and again",
  fix: "use the name of one of the container's ports, or a number",
  *check(cluster) {
    for (const workload of cluster.workloads) {
      for (const { value } of allContainers(workload)) {
        const names = new Set(
          value
            .get("ports")
            .items()
            .map((port) => port.get("name").text),
        );
        for (const at of probePorts(value))
          if (
            at.text !== undefined &&
            at.number === undefined &&
            !/^\d+$/.test(at.text) &&
            !names.has(at.text)
          )
            yield unknownName(at, at.text, names, "the container has");
      }
    }
  },
};

export const unknownBackendPort: Rule = {
  code: "reference/unknown-backend-port",
  severity: "error",
  summary: "An Ingress or route sends to a port that the Service does not have",
  why: "The controller answers every request with an error",
  fix: "use one of the Service's ports",
  *check(cluster) {
    for (const { service, at } of backendPorts(cluster)) {
      const ports = service.root.get("spec", "ports").items();
      const names = ports.map((port) => port.get("name").text);
      const numbers = ports.map((port) => port.get("port").number);
      const isThere = at.number === undefined ? names.includes(at.text) : numbers.includes(at.number);
      if (at.text === undefined || isThere) continue;
      yield {
        at,
        message: `the Service \`${service.name}\` has no port ${at.number ?? `\`${at.text}\``}`,
        help: `it has ${ports.map((_, i) => (names[i] ? `${names[i]} (${numbers[i]})` : numbers[i])).join(", ")}`,
      };
    }
  },
};

interface ServicePort {
  readonly port: Value;
  readonly workloads: readonly Workload[];
}

function* servicePorts(cluster: Cluster): Iterable<ServicePort> {
  for (const { root, namespace } of cluster.ofKind("Service", "")) {
    if (root.get("spec", "type").text === "ExternalName") continue;
    const workloads = workloadsSelectedBy(cluster, namespace, textMap(root.get("spec", "selector")));
    for (const port of root.get("spec", "ports").items()) yield { port, workloads };
  }
}

function portsOf(workload: Workload): readonly { name: string | undefined; number: number | undefined }[] {
  return workload.containers.flatMap(({ value }) =>
    value
      .get("ports")
      .items()
      .map((port) => ({ name: port.get("name").text, number: port.get("containerPort").number })),
  );
}

function probePorts(container: Value): readonly Value[] {
  const handlers = [
    ...["livenessProbe", "readinessProbe", "startupProbe"].map((probe) => container.get(probe)),
    ...["postStart", "preStop"].map((hook) => container.get("lifecycle", hook)),
  ];
  return handlers.flatMap((handler) => [handler.get("httpGet", "port"), handler.get("tcpSocket", "port")]);
}

function* backendPorts(cluster: Cluster): Iterable<{ service: KubeObject; at: Value }> {
  for (const { root, namespace } of cluster.ofKind("Ingress", "networking.k8s.io")) {
    const rules = root.get("spec", "rules").items();
    const paths = rules.flatMap((rule) => rule.get("http", "paths").items());
    for (const holder of [root.get("spec", "defaultBackend"), ...paths.map((path) => path.get("backend"))]) {
      const service = cluster.find("Service", namespace, holder.get("service", "name").text ?? "");
      const port = holder.get("service", "port");
      if (service) yield { service, at: port.get("number").exists ? port.get("number") : port.get("name") };
    }
  }
  for (const kind of ["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute"]) {
    for (const { root, namespace } of cluster.ofKind(kind)) {
      const rules = root.get("spec", "rules").items();
      for (const backend of rules.flatMap((rule) => rule.get("backendRefs").items())) {
        const place = backend.get("namespace").text ?? namespace;
        const service = cluster.find("Service", place, backend.get("name").text ?? "");
        if (service && (backend.get("kind").text ?? "Service") === "Service")
          yield { service, at: backend.get("port") };
      }
    }
  }
}

function unknownName(at: Value, name: string, names: ReadonlySet<string | undefined>, who: string): Finding {
  const known = [...names].filter((each) => each !== undefined);
  const close = nearest(name, known);
  const list = known.length > 0 ? `${who} ${known.join(", ")}` : `${who} no named port`;
  return {
    at,
    message: `there is no port named \`${name}\``,
    help: close ? `did you mean \`${close}\`? ${list}` : list,
  };
}
