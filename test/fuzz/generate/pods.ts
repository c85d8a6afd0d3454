// Pods and what holds templates of them.

import type { Fields, Value } from "./value.ts";
import { aName, anyText, anyValue, labels, maybe, nameOf, type World } from "./world.ts";

const images = [
  "nginx",
  "nginx:1.25",
  "example.com/broker:1.0.0",
  "localhost:5000/a/b:v1",
  "redis@sha256:24a0c4b4a4c0eb97a1aabb8e29f18e917d05abfe1b7a7c07857230879ce7d3d3",
  "redis:6.2@sha256:24a0c4b4a4c0eb97a1aabb8e29f18e917d05abfe1b7a7c07857230879ce7d3d3",
];

function envVar(world: World): Fields {
  const { random } = world;
  const name = random.pick(["A", "B", "LOG_LEVEL", "HOST"]);
  const key = random.pick(["k", "a.conf", "LOG_LEVEL"]);
  return random.oneOf<Fields>(
    [
      4,
      () => ({
        name,
        value: anyText(world, random.pick(["1", "info", "$(A)", "x-$(SOME_VAR)-y", "$(WEB_NAME)"])),
      }),
    ],
    [1, () => ({ name, valueFrom: { configMapKeyRef: { name: nameOf(world, "ConfigMap"), key } } })],
    [
      1,
      () => ({ name, valueFrom: { secretKeyRef: { name: nameOf(world, "Secret"), key, optional: true } } }),
    ],
    [0.5, () => ({ name, valueFrom: { fieldRef: { fieldPath: "metadata.name" } } })],
  );
}

function port(world: World): Fields {
  const { random } = world;
  return {
    containerPort: random.pick([80, 1883, 8083, 443]),
    ...maybe(random, {
      name: [0.6, () => random.pick(["http", "mqtt", "ws"])],
      protocol: [0.3, () => random.pick(["TCP", "UDP"])],
    }),
  };
}

function container(world: World, name: string): Fields {
  const { random } = world;
  return {
    name,
    image: random.pick(images),
    ...maybe(random, {
      command: [0.15, () => random.many(1, 3, () => anyText(world, random.pick(["sh", "-c", "echo $(A)"])))],
      args: [
        0.25,
        () => random.many(1, 4, () => anyText(world, random.pick(["--x", "--host=$(WEB_NAME)", "-v"]))),
      ],
      env: [0.4, () => random.many(0, 3, () => envVar(world))],
      envFrom: [
        0.25,
        () =>
          random.many(1, 2, () =>
            random.chance(0.5)
              ? { configMapRef: { name: nameOf(world, "ConfigMap") } }
              : { secretRef: { name: nameOf(world, "Secret") }, prefix: "P_" },
          ),
      ],
      ports: [0.4, () => random.many(1, 3, () => port(world))],
      volumeMounts: [
        0.25,
        () =>
          random.many(1, 2, () => ({ name: random.pick(["v", "w"]), mountPath: random.pick(["/v", "/w"]) })),
      ],
      resources: [
        0.2,
        () => ({ requests: { cpu: anyValue(world, "100m"), memory: "128Mi" }, limits: { cpu: 1 } }),
      ],
      readinessProbe: [
        0.15,
        () => ({ httpGet: { path: "/", port: random.pick<Value>([80, "http"]) }, periodSeconds: 5 }),
      ],
      securityContext: [0.1, () => ({ runAsUser: 1000, capabilities: { drop: ["ALL"], add: ["NET_RAW"] } })],
      imagePullPolicy: [0.2, () => "Always"],
    }),
  };
}

function volume(world: World): Fields {
  const { random } = world;
  const name = random.pick(["v", "w", "x"]);
  return random.oneOf<Fields>(
    [
      2,
      () => ({
        name,
        configMap: {
          name: nameOf(world, "ConfigMap"),
          ...maybe(random, { items: [0.4, () => [{ key: "k", path: "p" }]] }),
        },
      }),
    ],
    [2, () => ({ name, secret: { secretName: nameOf(world, "Secret"), defaultMode: 420 } })],
    [1, () => ({ name, emptyDir: {} })],
    [1, () => ({ name, persistentVolumeClaim: { claimName: nameOf(world, "PersistentVolumeClaim") } })],
    [
      1,
      () => ({
        name,
        projected: {
          sources: [
            { configMap: { name: nameOf(world, "ConfigMap") } },
            { secret: { name: nameOf(world, "Secret") } },
          ],
        },
      }),
    ],
  );
}

/** The spec of a pod. */
export function podSpec(world: World): Fields {
  const { random } = world;
  const selector = (): Value => ({ labelSelector: { matchLabels: labels(world) }, topologyKey: "zone" });
  return {
    containers: random.many(1, 3, (i) => container(world, ["main", "side", "log"][i] ?? "main")),
    ...maybe(random, {
      initContainers: [0.2, () => [container(world, "init")]],
      volumes: [0.35, () => random.many(1, 3, () => volume(world))],
      serviceAccountName: [0.25, () => nameOf(world, "ServiceAccount")],
      imagePullSecrets: [0.1, () => [{ name: nameOf(world, "Secret") }]],
      nodeSelector: [0.1, () => ({ disk: anyText(world, "ssd") })],
      tolerations: [
        0.1,
        () => [
          { key: "a", operator: "Exists" },
          { key: "b", effect: "NoSchedule" },
        ],
      ],
      hostAliases: [0.05, () => [{ ip: "1.2.3.4", hostnames: ["a", "b"] }]],
      terminationGracePeriodSeconds: [0.1, () => anyValue(world, 30)],
      affinity: [
        0.1,
        () => ({
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [selector()],
            preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: selector() }],
          },
        }),
      ],
      topologySpreadConstraints: [
        0.1,
        () => [
          {
            maxSkew: 1,
            topologyKey: "zone",
            whenUnsatisfiable: "DoNotSchedule",
            labelSelector: { matchLabels: labels(world) },
          },
        ],
      ],
    }),
  };
}

/** A template of pods. */
export function podTemplate(world: World, given?: Fields): Fields {
  const { random } = world;
  const metadata = maybe(random, {
    labels: [0.8, () => given ?? labels(world)],
    annotations: [0.2, () => ({ note: anyText(world), [aName(world)]: anyText(world, "x") })],
  });
  return { ...(Object.keys(metadata).length > 0 ? { metadata } : {}), spec: podSpec(world) };
}
