// Discovery by the Kubernetes API: EMQX builds the names of its peers from what it is told about the Service.
import type { Finding, Rule } from "../../rule.ts";
import { discoveryText, strategyOf } from "../instance/discovery.ts";
import { podIp, podName } from "../instance/expand.ts";
import { type EmqxInstance, emqxWorkloads } from "../instance/instance.ts";
import { nodeNameOf } from "../instance/node-name.ts";
import { notSet, placed } from "../placed.ts";
import { sources } from "../sources.ts";

/** A setting below `cluster.k8s`, with EMQX's default; undefined when it is not known. */
function k8sText(instance: EmqxInstance, name: keyof typeof defaults): string | undefined {
  const setting = instance.settings.get(`cluster.k8s.${name}`);
  if (setting) return discoveryText(instance, setting);
  return instance.settings.isComplete ? defaults[name] : undefined;
}

const defaults = {
  suffix: "pod.local",
  service_name: "emqx",
  namespace: "default",
  address_type: "ip",
} as const;

export const k8sNames: Rule = {
  code: "emqx/k8s-discovery-mismatch",
  severity: "error",
  summary: "What discovery is told about the Service is not what the pods have",
  why: "The names that EMQX computes for its peers are not their real ones: discovered nodes are not responding",
  fix: "set SERVICE_NAME to the StatefulSet's serviceName, NAMESPACE to its namespace, and SUFFIX to `svc.cluster.local` for hostname or `pod.cluster.local` for dns",
  source: sources.k8sDiscovery,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      if (strategyOf(instance) !== "k8s") continue;
      const { root, namespace } = instance.object;
      const addressType = k8sText(instance, "address_type");
      const serviceName = root.get("spec", "serviceName").text;
      const isNamespaceKnown = root.get("metadata", "namespace").exists;
      if (serviceName !== undefined)
        yield* compare(instance, "service_name", (name) => name === serviceName, serviceName);
      if (isNamespaceKnown) yield* compare(instance, "namespace", (name) => name === namespace, namespace);
      const wanted = addressType === "hostname" ? "svc." : addressType === "dns" ? "pod." : undefined;
      // A doubled suffix is a rule of its own.
      const fits = (suffix: string): boolean =>
        suffix.includes(".svc.") ||
        suffix === "" ||
        (suffix !== "pod.local" && suffix.startsWith(wanted ?? ""));
      if (wanted) yield* compare(instance, "suffix", fits, `${wanted}cluster.local`);
    }
  },
};

function* compare(
  instance: EmqxInstance,
  name: keyof typeof defaults,
  fits: (text: string) => boolean,
  expected: string,
): Iterable<Finding> {
  const text = k8sText(instance, name);
  if (text === undefined || fits(text)) return;
  const setting = instance.settings.get(`cluster.k8s.${name}`);
  const path = `cluster.k8s.${name}`;
  if (setting) yield { ...placed(setting), message: `${path} is \`${text}\` and should be \`${expected}\`` };
  else {
    const message = `${path} is not set, and its default \`${text}\` should be \`${expected}\``;
    yield { ...notSet(instance), message };
  }
}

export const doubledSuffix: Rule = {
  code: "emqx/k8s-suffix-doubled",
  severity: "warning",
  summary: "The suffix of discovery has the Service or the namespace in it",
  why: "EMQX puts both before the suffix itself, so the names of the peers have them twice",
  fix: "set the suffix to `svc.cluster.local`",
  source: sources.k8sDiscovery,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const setting = instance.settings.get("cluster.k8s.suffix");
      if (strategyOf(instance) !== "k8s" || !setting) continue;
      const suffix = discoveryText(instance, setting);
      if (!suffix?.includes(".svc.")) continue;
      yield { ...placed(setting), message: `the suffix \`${suffix}\` has more than the domain of Services` };
    }
  },
};

export const k8sHosts: Rule = {
  code: "emqx/k8s-host-mismatch",
  severity: "error",
  summary: "The host of the nodes' names is not the one that discovery computes",
  why: "No node finds itself among what is discovered, so it tries to join for ever and the cluster does not form",
  fix: "leave EMQX_HOST to the image, or write it as the address type has it",
  source: sources.k8sDiscovery,
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      if (strategyOf(instance) !== "k8s") continue;
      const { host, hostAt } = nodeNameOf(instance);
      const type = k8sText(instance, "address_type");
      if (host === undefined || !hostAt || type === undefined) continue;
      const expected = expectedHost(instance, type);
      if (expected === undefined || expected === host) continue;
      // With the type dns, only the form with dashes is known to be wrong when the pod's name is in it.
      if (type === "dns" && !host.includes(podName)) continue;
      yield {
        at: hostAt,
        message: `the node's host is \`${host}\`, and discovery looks for \`${expected}\``,
      };
    }
  },
};

function expectedHost(instance: EmqxInstance, type: string): string | undefined {
  if (type === "ip") return podIp;
  const [service, namespace, suffix] = (["service_name", "namespace", "suffix"] as const).map((name) =>
    k8sText(instance, name),
  );
  if (service === undefined || namespace === undefined || suffix === undefined) return undefined;
  if (type === "hostname") return `${podName}.${service}.${namespace}.${suffix}`;
  return type === "dns" ? `<pod IP with dashes>.${namespace}.${suffix}` : undefined;
}
