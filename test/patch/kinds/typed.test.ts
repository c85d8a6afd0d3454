// Right and wrong patches of many kinds. The compiler judges them here (`npm run types` fails when a wrong one is taken,
// or a right one refused), and the checks of YAML must come to the same verdict.
// biome-ignore-all format: an expected error must stand on the line below its comment
import { describe, expect, test } from "vitest";
import { Collector } from "../../../renderer/diagnostics/collector.ts";
import { builtInSchemas } from "../../../renderer/openapi/schema-index.ts";
import { checkMergePatch } from "../../../renderer/patch/check/merge-patch.ts";
import { partCheck, reportFound } from "../../../renderer/patch/check/parts.ts";
import { compile } from "../../../renderer/patch/compile/compile.ts";
import { readRecords } from "../../../renderer/patch/compile/records.ts";
import { type MergePatch, mergePatch } from "../../../renderer/patch/index.ts";
import { builtInSource } from "../../../renderer/schema/source/built-in.ts";
import type { Mapping } from "../../../renderer/yaml/node.ts";
import { parseDocument } from "../../../renderer/yaml/parse.ts";

const x = { name: "x" } as const;

interface Case {
  readonly right: MergePatch;
  readonly wrong: MergePatch;
}

const cases: readonly Case[] = [
  {
    right: mergePatch("v1", "ConfigMap", x, { data: { a: "1", b: null } }),
    // @ts-expect-error values of a ConfigMap are strings
    wrong: mergePatch("v1", "ConfigMap", x, { data: { a: 1 } }),
  },
  {
    right: mergePatch("v1", "Secret", x, { stringData: { password: "p" }, type: "Opaque" }),
    // @ts-expect-error it is called stringData
    wrong: mergePatch("v1", "Secret", x, { stringdata: { password: "p" } }),
  },
  {
    right: mergePatch("v1", "Service", x, {
      spec: { type: "NodePort", ports: [{ port: 1883, nodePort: 31883 }] },
    }),
    // @ts-expect-error there is no such type of Service
    wrong: mergePatch("v1", "Service", x, { spec: { type: "NodePorts" } }),
  },
  {
    right: mergePatch("v1", "Service", x, { spec: { ports: [{ port: 80, targetPort: "http" }] } }),
    // @ts-expect-error ports merge by port, so each says its own
    wrong: mergePatch("v1", "Service", x, { spec: { ports: [{ name: "mqtt" }] } }),
  },
  {
    right: mergePatch("v1", "ServiceAccount", x, { imagePullSecrets: [{ name: "registry" }] }),
    // @ts-expect-error a list of maps
    wrong: mergePatch("v1", "ServiceAccount", x, { imagePullSecrets: ["registry"] }),
  },
  {
    right: mergePatch("v1", "PersistentVolumeClaim", x, {
      spec: { resources: { requests: { storage: "20Gi" } } },
    }),
    // @ts-expect-error storage stands below requests
    wrong: mergePatch("v1", "PersistentVolumeClaim", x, { spec: { resources: { storage: "20Gi" } } }),
  },
  {
    right: mergePatch("v1", "Namespace", x, { metadata: { labels: { team: "iot" } } }),
    // @ts-expect-error labels are strings
    wrong: mergePatch("v1", "Namespace", x, { metadata: { labels: { team: 1 } } }),
  },
  {
    right: mergePatch("v1", "Pod", x, { spec: { containers: [{ name: "a", $patch: "delete" }] } }),
    // @ts-expect-error containers merge by name
    wrong: mergePatch("v1", "Pod", x, { spec: { containers: [{ image: "a" }] } }),
  },
  {
    right: mergePatch("v1", "ResourceQuota", x, { spec: { hard: { pods: "10", "limits.memory": "8Gi" } } }),
    // @ts-expect-error a map, not a list
    wrong: mergePatch("v1", "ResourceQuota", x, { spec: { hard: [] } }),
  },
  {
    right: mergePatch("apps/v1", "Deployment", x, {
      spec: { strategy: { type: "Recreate", rollingUpdate: null } },
    }),
    // @ts-expect-error Recreate is meant
    wrong: mergePatch("apps/v1", "Deployment", x, { spec: { strategy: { type: "recreate" } } }),
  },
  {
    right: mergePatch("apps/v1", "StatefulSet", x, { spec: { replicas: 3 } }),
    // @ts-expect-error a number, not a string
    wrong: mergePatch("apps/v1", "StatefulSet", x, { spec: { replicas: "3" } }),
  },
  {
    right: mergePatch("apps/v1", "DaemonSet", x, {
      spec: { template: { spec: { tolerations: [{ operator: "Exists" }], nodeSelector: { a: "b" } } } },
    }),
    // @ts-expect-error tolerations belong to the pod
    wrong: mergePatch("apps/v1", "DaemonSet", x, { spec: { tolerations: [{ operator: "Exists" }] } }),
  },
  {
    right: mergePatch("batch/v1", "Job", x, { spec: { backoffLimit: 2 } }),
    // @ts-expect-error backoffLimit is a number
    wrong: mergePatch("batch/v1", "Job", x, { spec: { backoffLimit: "2" } }),
  },
  {
    right: mergePatch("batch/v1", "CronJob", x, {
      spec: { schedule: "0 3 * * *", concurrencyPolicy: "Forbid" },
    }),
    // @ts-expect-error the schedule is a string
    wrong: mergePatch("batch/v1", "CronJob", x, { spec: { schedule: 3 } }),
  },
  {
    right: mergePatch("networking.k8s.io/v1", "Ingress", x, {
      spec: { tls: [{ hosts: ["a.example.com"], secretName: "tls" }] },
    }),
    // @ts-expect-error hosts, with an s
    wrong: mergePatch("networking.k8s.io/v1", "Ingress", x, { spec: { tls: [{ host: "a.example.com" }] } }),
  },
  {
    right: mergePatch("networking.k8s.io/v1", "NetworkPolicy", x, { $patch: "delete" }),
    // @ts-expect-error there is no such directive
    wrong: mergePatch("networking.k8s.io/v1", "NetworkPolicy", x, { $retainKeys: ["spec"] }),
  },
  {
    right: mergePatch("policy/v1", "PodDisruptionBudget", x, {
      spec: { maxUnavailable: "50%", minAvailable: null },
    }),
    // @ts-expect-error maxUnavailable, not maxUnavailible
    wrong: mergePatch("policy/v1", "PodDisruptionBudget", x, { spec: { maxUnavailible: 1 } }),
  },
  {
    right: mergePatch("autoscaling/v2", "HorizontalPodAutoscaler", x, { spec: { maxReplicas: 5 } }),
    // @ts-expect-error metrics do not merge in kustomize, so an item has to be whole
    wrong: mergePatch("autoscaling/v2", "HorizontalPodAutoscaler", x, { spec: { metrics: { type: "Resource" } }, }),
  },
  {
    right: mergePatch("rbac.authorization.k8s.io/v1", "Role", x, {
      rules: [{ verbs: ["get"], resources: ["pods"], apiGroups: [""] }],
    }),
    // @ts-expect-error verbs are a list
    wrong: mergePatch("rbac.authorization.k8s.io/v1", "Role", x, { rules: [{ verbs: "get" }] }),
  },
  {
    right: mergePatch("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", x, {
      subjects: [{ kind: "ServiceAccount", name: "emqx", namespace: "emqx" }],
    }),
    // @ts-expect-error roleRef is a map
    wrong: mergePatch("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", x, { roleRef: "admin" }),
  },
  {
    right: mergePatch("storage.k8s.io/v1", "StorageClass", x, {
      reclaimPolicy: "Retain",
      allowVolumeExpansion: true,
    }),
    // @ts-expect-error a boolean
    wrong: mergePatch("storage.k8s.io/v1", "StorageClass", x, { allowVolumeExpansion: "true" }),
  },
  {
    right: mergePatch("scheduling.k8s.io/v1", "PriorityClass", x, { value: 1000 }),
    // @ts-expect-error a number
    wrong: mergePatch("scheduling.k8s.io/v1", "PriorityClass", x, { value: "1000" }),
  },
  {
    right: mergePatch("apps.emqx.io/v2beta1", "EMQX", x, {
      spec: { coreTemplate: { spec: { replicas: 3 } } },
    }),
    // @ts-expect-error replicas stand in the template's spec
    wrong: mergePatch("apps.emqx.io/v2beta1", "EMQX", x, { spec: { coreTemplate: { replicas: 3 } } }),
  },
  {
    right: mergePatch("argoproj.io/v1alpha1", "Application", x, { spec: { project: "emqx" } }),
    // @ts-expect-error project is a string
    wrong: mergePatch("argoproj.io/v1alpha1", "Application", x, { spec: { project: { name: "emqx" } } }),
  },
  {
    right: mergePatch("kustomize.toolkit.fluxcd.io/v1", "Kustomization", x, {
      spec: { prune: false, interval: "10m" },
    }),
    // @ts-expect-error a boolean
    wrong: mergePatch("kustomize.toolkit.fluxcd.io/v1", "Kustomization", x, { spec: { prune: "no" } }),
  },
  {
    right: mergePatch("helm.toolkit.fluxcd.io/v2", "HelmRelease", x, {
      spec: { values: { anything: { goes: [1, "a"] } } },
    }),
    // @ts-expect-error the chart is a map
    wrong: mergePatch("helm.toolkit.fluxcd.io/v2", "HelmRelease", x, { spec: { chart: "emqx" } }),
  },
  {
    right: mergePatch("source.toolkit.fluxcd.io/v1", "GitRepository", x, {
      spec: { ref: { tag: "v1.0.0" } },
    }),
    // @ts-expect-error there is no such field
    wrong: mergePatch("source.toolkit.fluxcd.io/v1", "GitRepository", x, { spec: { ref: { tags: "v1.0.0" } }, }),
  },
  {
    right: mergePatch("monitoring.coreos.com/v1", "ServiceMonitor", x, {
      spec: { endpoints: [{ port: "http", interval: "30s" }] },
    }),
    // @ts-expect-error a list
    wrong: mergePatch("monitoring.coreos.com/v1", "ServiceMonitor", x, { spec: { endpoints: { port: "http" } }, }),
  },
  {
    right: mergePatch("cert-manager.io/v1", "Certificate", x, {
      spec: { dnsNames: ["a.example.com"], secretName: "tls" },
    }),
    // @ts-expect-error dnsNames, not dnsName
    wrong: mergePatch("cert-manager.io/v1", "Certificate", x, { spec: { dnsName: "a.example.com" } }),
  },
  {
    right: mergePatch("external-secrets.io/v1", "ExternalSecret", x, { spec: { refreshInterval: "1h" } }),
    // @ts-expect-error a string with a unit
    wrong: mergePatch("external-secrets.io/v1", "ExternalSecret", x, { spec: { refreshInterval: 1 } }),
  },
  {
    right: mergePatch("gateway.networking.k8s.io/v1", "HTTPRoute", x, {
      spec: { hostnames: ["a.example.com"] },
    }),
    // @ts-expect-error a list of strings
    wrong: mergePatch("gateway.networking.k8s.io/v1", "HTTPRoute", x, { spec: { hostnames: "a.example.com" }, }),
  },
  {
    right: mergePatch("keda.sh/v1alpha1", "ScaledObject", x, { spec: { minReplicaCount: 1 } }),
    // @ts-expect-error a number
    wrong: mergePatch("keda.sh/v1alpha1", "ScaledObject", x, { spec: { minReplicaCount: "1" } }),
  },
];

describe("a patch that the compiler", () => {
  test.each(cases.map((one) => [`${one.right.apiVersion} ${one.right.kind}`, one.right] as const))(
    "takes has no findings: %s",
    (_, patch) => {
      expect(findings(patch)).toEqual([]);
    },
  );

  test.each(cases.map((one) => [`${one.wrong.apiVersion} ${one.wrong.kind}`, one.wrong] as const))(
    "refuses has findings: %s",
    (_, patch) => {
      expect(findings(patch)).not.toEqual([]);
    },
  );

  test("judges is one of at least 25 kinds", () => {
    expect(
      new Set(cases.map(({ right }) => `${right.apiVersion}/${right.kind}`)).size,
    ).toBeGreaterThanOrEqual(25);
  });
});

test("kinds and API versions that do not exist are refused", () => {
  // @ts-expect-error there is no such kind
  mergePatch("apps/v1", "StatefulSets", x, {});
  // @ts-expect-error there is no such API version
  mergePatch("app/v1", "StatefulSet", x, {});
  // @ts-expect-error a patch needs a body
  mergePatch("apps/v1", "StatefulSet", x);
});

function findings(patch: MergePatch): readonly string[] {
  const records = readRecords(patch);
  if ("error" in records) return [records.error];
  const compiled = compile(records, []);
  const text = "error" in compiled ? "" : (compiled.text ?? "");
  const collector = new Collector();
  const node = parseDocument({ path: "patch.yaml", text }, collector) as Mapping;
  const types = partCheck(builtInSource(), patch.kind);
  checkMergePatch(
    node,
    node,
    builtInSource().schemaOf(patch.apiVersion, patch.kind),
    builtInSchemas().forType(patch.apiVersion, patch.kind),
    { types, collector, hasTarget: false, isKnownKind: true },
  );
  reportFound(types, collector);
  return collector.sorted().map(({ message }) => message);
}
