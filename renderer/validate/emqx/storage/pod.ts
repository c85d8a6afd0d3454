// What the pod lets EMQX do, and what reaches it after it has started.
import type { Cluster } from "../../model/cluster.ts";
import type { Finding, Rule } from "../../rule.ts";
import { type EmqxInstance, emqxInstances, emqxWorkloads } from "../instance/instance.ts";
import { mountAt } from "../instance/mounts.ts";
import { sources } from "../sources.ts";

export const readOnlyRoot: Rule = {
  code: "emqx/read-only-root-without-volumes",
  severity: "warning",
  summary: "The file system is read-only and a directory that EMQX writes is no volume",
  why: "EMQX makes its log directory and writes its configuration when it starts; it ends with Read-only file system",
  fix: "mount volumes at /opt/emqx/data, /opt/emqx/log and /tmp (an emptyDir will do for the last two)",
  source: sources.start,
  *check(cluster) {
    for (const instance of emqxInstances(cluster)) {
      const { container, workload, mounts } = instance;
      const field = workload ? "securityContext" : "containerSecurityContext";
      const at = container.get(field, "readOnlyRootFilesystem");
      if (at.boolean !== true) continue;
      // The operator mounts data and log itself.
      const wanted = workload ? ["/opt/emqx/data", "/opt/emqx/log", "/tmp"] : ["/tmp"];
      const missing = wanted.filter((path) => {
        const mount = mountAt(mounts, path);
        return !mount || mount.isReadOnly;
      });
      if (missing.length > 0) yield { at, message: `${missing.join(", ")} cannot be written` };
    }
  },
};

const safe: ReadonlySet<string> = new Set([
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.tcp_syncookies",
  "net.ipv4.ping_group_range",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.ip_local_reserved_ports",
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
  "net.ipv4.tcp_rmem",
  "net.ipv4.tcp_wmem",
]);

export const unsafeSysctl: Rule = {
  code: "emqx/unsafe-sysctl",
  severity: "warning",
  summary: "The pods set a kernel parameter that Kubernetes does not allow by itself",
  why: "The kubelet rejects the pod with SysctlForbidden unless its own configuration allows the name",
  fix: "set it on the machines, or allow it with the kubelet's allowed-unsafe-sysctls",
  source: "https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/",
  *check(cluster) {
    for (const { pod, workload } of emqxInstances(cluster)) {
      for (const sysctl of pod.get(workload ? "securityContext" : "podSecurityContext", "sysctls").items()) {
        const at = sysctl.get("name");
        if (at.text === undefined || safe.has(at.text)) continue;
        yield { at, message: `\`${at.text}\` is not among the safe kernel parameters` };
      }
    }
  },
};

/** The end that kustomize gives to names of generated objects. */
const hashed = /-[2456789bcdfghkmt]{10}$/;

export const staleConfig: Rule = {
  code: "emqx/config-change-not-rolled-out",
  severity: "warning",
  summary: "A change of the configuration does not reach the pods",
  why: "Variables and files mounted with subPath are read once, when a pod starts; nothing starts the pods when the ConfigMap changes",
  fix: "generate it with configMapGenerator, whose names carry a hash, or put a checksum into the template's annotations",
  source:
    "https://kubernetes.io/docs/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically",
  *check(cluster) {
    for (const instance of emqxWorkloads(cluster)) {
      const annotations = instance.workload.template.get("metadata", "annotations").entries();
      const ofObject = instance.object.annotations;
      const isWatched = [...annotations.map(([key]) => key), ...ofObject.keys()].some((key) =>
        /checksum|hash|reloader/i.test(key),
      );
      if (!isWatched) yield* staleSources(cluster, instance);
    }
  },
};

function* staleSources(cluster: Cluster, { container, mounts, object }: EmqxInstance): Iterable<Finding> {
  const told = new Set<string>();
  const isStale = (kind: string, name: string | undefined): name is string => {
    const key = `${kind}/${name}`;
    if (name === undefined || hashed.test(name) || told.has(key)) return false;
    if (!cluster.find(kind, object.namespace, name)) return false;
    told.add(key);
    return true;
  };
  for (const source of container.get("envFrom").items()) {
    for (const [field, kind] of [
      ["configMapRef", "ConfigMap"],
      ["secretRef", "Secret"],
    ] as const) {
      const at = source.get(field, "name");
      if (isStale(kind, at.text))
        yield { at, message: `the pods do not notice when the ${kind} \`${at.text}\` changes` };
    }
  }
  for (const entry of container.get("env").items()) {
    for (const [field, kind] of [
      ["configMapKeyRef", "ConfigMap"],
      ["secretKeyRef", "Secret"],
    ] as const) {
      const at = entry.get("valueFrom", field, "name");
      if (isStale(kind, at.text))
        yield { at, message: `the pods do not notice when the ${kind} \`${at.text}\` changes` };
    }
  }
  for (const { subPath, volume } of mounts) {
    const kind =
      volume?.kind === "config-map" ? "ConfigMap" : volume?.kind === "secret" ? "Secret" : undefined;
    if (!kind || subPath === undefined || !volume || !isStale(kind, volume.name)) continue;
    const at =
      kind === "ConfigMap" ? volume.at.get("configMap", "name") : volume.at.get("secret", "secretName");
    yield { at, message: `the pods do not notice when the ${kind} \`${volume.name}\` changes` };
  }
}
