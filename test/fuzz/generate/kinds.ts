// One function for each kind of object: what stands beside its apiVersion, kind and metadata.
import { podSpec, podTemplate } from "./pods.ts";
import { oddScalar, oddText } from "./scalars.ts";
import { Anchored, type Fields, type Value, Verbatim } from "./value.ts";
import { aName, anyText, anyValue, labels, maybe, nameOf, namespaces, type World } from "./world.ts";

type Make = (world: World) => Fields;

function workload(world: World, more: Fields = {}): Fields {
  const own = labels(world);
  const { random } = world;
  return {
    spec: {
      ...maybe(random, { replicas: [0.6, () => anyValue(world, random.int(5))] }),
      selector: {
        matchLabels: own,
        ...maybe(random, { matchExpressions: [0.1, () => [{ key: "a", operator: "Exists" }]] }),
      },
      template: podTemplate(world, own),
      ...more,
    },
  };
}

function claim(world: World): Fields {
  return {
    accessModes: ["ReadWriteOnce"],
    resources: { requests: { storage: anyText(world, "1Gi") } },
    ...maybe(world.random, {
      storageClassName: [0.5, () => nameOf(world, "StorageClass")],
      selector: [0.2, () => ({ matchLabels: labels(world) })],
      volumeName: [0.2, () => nameOf(world, "PersistentVolume")],
    }),
  };
}

function data(world: World): Fields {
  const { random } = world;
  const keys = ["k", "LOG_LEVEL", "a.conf", "z", "port2", "port10", "B", "host", "app.json"];
  return Object.fromEntries(
    random.many(0, 4, () => [
      random.chance(world.oddness / 2) ? `k${oddText(random)}` : random.pick(keys),
      random.chance(0.7)
        ? anyText(world, random.pick(["v", "info", "example.com:1883", "$(WEB_NAME)"]))
        : "a: 1\nb:\n- c\n",
    ]),
  );
}

function subjects(world: World): Value {
  const { random } = world;
  return random.many(1, 2, () => ({
    kind: random.pick(["ServiceAccount", "ServiceAccount", "User", "Group"]),
    name: random.chance(0.3) ? "default" : nameOf(world, "ServiceAccount"),
    ...maybe(random, {
      namespace: [0.5, () => random.pick(namespaces)],
      apiGroup: [0.2, () => "rbac.authorization.k8s.io"],
    }),
  }));
}

function binding(world: World): Fields {
  const kind = world.random.pick(["Role", "ClusterRole"]);
  return {
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind, name: nameOf(world, kind) },
    subjects: subjects(world),
  };
}

function rules(world: World): Fields {
  return {
    rules: world.random.many(0, 2, () => ({
      apiGroups: [""],
      resources: ["pods", "secrets"],
      verbs: ["get", anyText(world, "list")],
      ...maybe(world.random, { resourceNames: [0.4, () => [nameOf(world, "Secret"), aName(world)]] }),
    })),
  };
}

function webhook(world: World): Fields {
  return {
    webhooks: [
      {
        name: "a.example.com",
        clientConfig: {
          service: { name: nameOf(world, "Service"), namespace: world.random.pick(namespaces), path: "/x" },
        },
        ...maybe(world.random, { failurePolicy: [0.4, () => "Fail"] }),
      },
    ],
  };
}

/** Values of any shape, for kinds without a schema. */
function anything(world: World, depth: number): Value {
  const { random } = world;
  const child = (): Value => anything(world, depth - 1);
  if (depth <= 0) return anyValue(world, random.pick<Value>(["text", 5, true, null]));
  return random.oneOf<Value>(
    [4, () => anyValue(world, random.pick<Value>(["text", 5, true, "web", 1.5]))],
    [
      2,
      () =>
        Object.fromEntries(
          random.many(0, 4, () => [random.pick(["a", "b", "name", "c.d", "x1", "x10", "x9", "B"]), child()]),
        ),
    ],
    [1, () => random.many(0, 3, child)],
    [1, () => random.many(1, 3, (i) => ({ name: ["a", "b", "c"][i] ?? "a", value: child() }))],
    [
      0.1,
      () => ({
        base: new Anchored("one", { x: 1, y: child() }),
        again: new Verbatim("*one"),
        more: { "<<": new Verbatim("*one"), y: 2 },
      }),
    ],
  );
}

function custom(world: World): Fields {
  const { random } = world;
  return {
    spec: {
      ...maybe(random, {
        replicas: [0.3, () => 2],
        image: [0.3, () => "nginx:1.2"],
        list: [0.5, () => random.many(1, 3, () => random.pick(["one", "two", "three"]))],
        items: [
          0.4,
          () => random.many(1, 3, (i) => ({ name: ["a", "b", "c"][i] ?? "a", value: anything(world, 1) })),
        ],
        template: [0.3, () => podTemplate(world)],
        odd: [world.oddness, () => oddScalar(random)],
        ref: [0.3, () => ({ name: nameOf(world, "ConfigMap"), kind: "ConfigMap" })],
        nested: [0.6, () => anything(world, 3)],
      }),
    },
    ...maybe(random, { status: [0.05, () => anything(world, 2)] }),
  };
}

/** By `apiVersion kind`; the number is how often the kind comes. */
export const kinds: Readonly<Record<string, readonly [number, Make]>> = {
  "apps/v1 Deployment": [8, (w) => workload(w)],
  "apps/v1 StatefulSet": [
    3,
    (w) =>
      workload(w, {
        serviceName: nameOf(w, "Service"),
        ...maybe(w.random, {
          volumeClaimTemplates: [
            0.5,
            () => [{ metadata: { name: "data", labels: labels(w) }, spec: claim(w) }],
          ],
        }),
      }),
  ],
  "apps/v1 DaemonSet": [1, (w) => workload(w)],
  "apps/v1 ReplicaSet": [0.3, (w) => workload(w)],
  "extensions/v1beta1 Deployment": [0.3, (w) => workload(w)],
  "v1 ReplicationController": [
    0.3,
    (w) => ({ spec: { replicas: 1, selector: labels(w), template: podTemplate(w) } }),
  ],
  "batch/v1 Job": [1, (w) => ({ spec: { template: podTemplate(w), backoffLimit: anyValue(w, 3) } })],
  "batch/v1 CronJob": [
    0.7,
    (w) => ({
      spec: { schedule: anyText(w, "0 * * * *"), jobTemplate: { spec: { template: podTemplate(w) } } },
    }),
  ],
  "batch/v1beta1 CronJob": [
    0.7,
    (w) => ({
      spec: {
        schedule: "@daily",
        jobTemplate: { metadata: { labels: labels(w) }, spec: { template: podTemplate(w) } },
      },
    }),
  ],
  "v1 Pod": [1.5, (w) => ({ spec: podSpec(w) })],
  "v1 ConfigMap": [
    6,
    (w) => ({
      data: data(w),
      ...maybe(w.random, { binaryData: [0.05, () => ({ b: "aGVsbG8=" })], immutable: [0.05, () => true] }),
    }),
  ],
  "v1 Secret": [
    3,
    (w) => ({
      ...maybe(w.random, {
        type: [0.5, () => "Opaque"],
        data: [0.5, () => ({ k: "aGVsbG8=" })],
        stringData: [0.7, () => data(w)],
      }),
    }),
  ],
  "v1 Service": [
    5,
    (w) => ({
      spec: {
        ports: w.random.many(1, 3, () => ({
          port: w.random.pick([80, 1883, 443]),
          ...maybe(w.random, {
            name: [0.5, () => w.random.pick(["http", "mqtt"])],
            targetPort: [0.5, () => anyValue(w, "http")],
            protocol: [0.3, () => "TCP"],
          }),
        })),
        ...maybe(w.random, {
          selector: [0.7, () => labels(w)],
          type: [0.3, () => "LoadBalancer"],
          clusterIP: [0.2, () => "None"],
        }),
      },
    }),
  ],
  "v1 ServiceAccount": [
    2,
    (w) =>
      maybe(w.random, {
        imagePullSecrets: [0.3, () => [{ name: nameOf(w, "Secret") }]],
        secrets: [0.2, () => [{ name: nameOf(w, "Secret") }]],
      }),
  ],
  "v1 Namespace": [1, () => ({})],
  "v1 PersistentVolumeClaim": [1, (w) => ({ spec: claim(w) })],
  "v1 PersistentVolume": [
    0.5,
    (w) => ({
      spec: {
        capacity: { storage: "1Gi" },
        claimRef: { name: nameOf(w, "PersistentVolumeClaim"), namespace: "default" },
      },
    }),
  ],
  "rbac.authorization.k8s.io/v1 Role": [1, rules],
  "rbac.authorization.k8s.io/v1 ClusterRole": [1, rules],
  "rbac.authorization.k8s.io/v1 RoleBinding": [1, binding],
  "rbac.authorization.k8s.io/v1 ClusterRoleBinding": [1, binding],
  "networking.k8s.io/v1 Ingress": [
    1.5,
    (w) => ({
      spec: {
        rules: [
          {
            host: anyText(w, "a.example.com"),
            http: {
              paths: [
                {
                  path: "/",
                  pathType: "Prefix",
                  backend: { service: { name: nameOf(w, "Service"), port: { number: 80 } } },
                },
              ],
            },
          },
        ],
        ...maybe(w.random, {
          tls: [0.4, () => [{ hosts: ["a.example.com"], secretName: nameOf(w, "Secret") }]],
        }),
      },
    }),
  ],
  "networking.k8s.io/v1 NetworkPolicy": [
    1,
    (w) => ({
      spec: {
        podSelector: { matchLabels: labels(w) },
        ingress: [{ from: [{ podSelector: { matchLabels: labels(w) } }, { namespaceSelector: {} }] }],
        egress: [{ to: [{ podSelector: {} }] }],
      },
    }),
  ],
  "policy/v1beta1 PodDisruptionBudget": [
    0.7,
    (w) => ({ spec: { minAvailable: anyValue(w, 1), selector: { matchLabels: labels(w) } } }),
  ],
  "policy/v1 PodDisruptionBudget": [
    0.3,
    (w) => ({ spec: { maxUnavailable: "50%", selector: { matchLabels: labels(w) } } }),
  ],
  "autoscaling/v2 HorizontalPodAutoscaler": [
    0.7,
    (w) => ({
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: nameOf(w, "Deployment") },
        minReplicas: 1,
        metrics: [{ type: "Resource", resource: { name: "cpu" } }],
      },
    }),
  ],
  "autoscaling/v2beta2 HorizontalPodAutoscaler": [
    0.4,
    (w) => ({
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "StatefulSet", name: nameOf(w, "StatefulSet") },
      },
    }),
  ],
  "storage.k8s.io/v1 StorageClass": [0.3, () => ({ provisioner: "x", parameters: { type: "a" } })],
  "scheduling.k8s.io/v1 PriorityClass": [0.3, (w) => ({ value: anyValue(w, 1000) })],
  "admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration": [0.4, webhook],
  "admissionregistration.k8s.io/v1 MutatingWebhookConfiguration": [0.4, webhook],
  "apiregistration.k8s.io/v1 APIService": [
    0.3,
    (w) => ({ spec: { service: { name: nameOf(w, "Service"), namespace: "default" }, group: "a" } }),
  ],
  "apiextensions.k8s.io/v1 CustomResourceDefinition": [
    0.5,
    (w) => ({
      spec: {
        group: "example.com",
        names: { kind: "Foo", plural: "foos" },
        scope: "Namespaced",
        conversion: {
          webhook: { clientConfig: { service: { name: nameOf(w, "Service"), namespace: "x" } } },
        },
      },
    }),
  ],
  "example.com/v1 Foo": [5, custom],
  "example.com/v1beta1 Foo": [0.7, custom],
  "other.example.com/v1alpha1 Bar": [2, custom],
  "monitoring.coreos.com/v1 ServiceMonitor": [
    0.7,
    (w) => ({ spec: { selector: { matchLabels: labels(w) }, endpoints: [{ port: "http" }] } }),
  ],
  "cert-manager.io/v1 Certificate": [
    0.5,
    (w) => ({ spec: { secretName: nameOf(w, "Secret"), dnsNames: ["a", "b"] } }),
  ],
};
