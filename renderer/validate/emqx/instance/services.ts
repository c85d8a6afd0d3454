// The Services that lead to an instance.
import type { Cluster } from "../../model/cluster.ts";
import { inNamespace } from "../../model/namespaced.ts";
import type { KubeObject } from "../../model/object.ts";
import { isSubset, workloadsSelectedBy } from "../../model/selection.ts";
import { textMap } from "../../model/value.ts";
import type { Workload } from "../../model/workload.ts";
import { type EmqxInstance, emqxInstances } from "./instance.ts";

/** The Services whose selector means the pods of an instance. */
export function servicesOf(cluster: Cluster, instance: EmqxInstance): readonly KubeObject[] {
  return cluster.once(servicesByObject).get(instance.object) ?? [];
}

function servicesByObject(cluster: Cluster): ReadonlyMap<KubeObject, readonly KubeObject[]> {
  const found = new Map<KubeObject, KubeObject[]>();
  const ours = new Set<Workload | undefined>();
  const theirs = new Map<string, EmqxInstance>();
  for (const instance of emqxInstances(cluster)) {
    if (instance.workload) ours.add(instance.workload);
    else theirs.set(`${instance.object.namespace}/${instance.object.name}`, instance);
    found.set(instance.object, []);
  }
  const namespaces = new Set([...found.keys()].map(({ namespace }) => namespace));
  const services = [...namespaces].flatMap((namespace) => inNamespace(cluster, namespace, "Service", ""));
  for (const service of services) {
    const selector = textMap(service.root.get("spec", "selector"));
    for (const workload of workloadsSelectedBy(cluster, service.namespace, selector))
      if (ours.has(workload)) found.get(workload.object)?.push(service);
    // What the operator makes has its own label on it.
    const other = theirs.get(`${service.namespace}/${selector.get("apps.emqx.io/instance")}`);
    if (other && isSubset(selector, other.labels)) found.get(other.object)?.push(service);
  }
  return found;
}

/** A port of a Service with what it leads to. */
export interface ServicePort {
  readonly at: KubeObject["root"];
  readonly port: number | undefined;
  readonly protocol: string;
  readonly name: string | undefined;
  /** The port of the pod; undefined when it names one that the container does not have. */
  readonly target: number | undefined;
}

export function portsOf(service: KubeObject, { container, workload }: EmqxInstance): readonly ServicePort[] {
  const named = new Map<string, number | undefined>();
  for (const port of container.get("ports").items())
    named.set(port.get("name").text ?? "", port.get("containerPort").number);
  // The operator names the port itself.
  if (!workload) named.set("dashboard", 18083);
  return service.root
    .get("spec", "ports")
    .items()
    .map((at) => {
      const target = at.get("targetPort");
      const port = at.get("port").number;
      const name = target.text;
      return {
        at,
        port,
        protocol: at.get("protocol").text ?? "TCP",
        name: at.get("name").text,
        target: name === undefined ? port : /^\d+$/.test(name) ? Number(name) : named.get(name),
      };
    });
}
