import { describe, expect, test } from "vitest";
import { check, findingsOf } from "./checking.ts";

/** A Deployment with these lines in its spec and in its only container. */
function deployment({
  spec = "",
  pod = "",
  container = "",
}: {
  spec?: string;
  pod?: string;
  container?: string;
}): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  ${spec}
  template:
    metadata: {labels: {app: web}}
    spec:
      ${pod}
      containers:
        - name: web
          ${container.includes("image:") ? "" : "image: web:1"}
          ${container}
`;
}

function configMap(metadata: string): string {
  return `{apiVersion: v1, kind: ConfigMap, metadata: {${metadata}}}`;
}

const container = "spec.template.spec.containers[0]";
/** As messages have it. */
const named = "spec.template.spec.containers[name=web]";

describe("fields", () => {
  test("an unknown field is reported at its key", () => {
    expect(check(deployment({ spec: "replica: 3" }))).toEqual(["schema/unknown-field spec.replica:key"]);
  });

  test("the message of an unknown field says what was meant", () => {
    expect(findingsOf(deployment({ container: "enviroment: []" }))[0]).toMatchObject({
      message: `\`${named}\` has no field \`enviroment\``,
    });
    expect(findingsOf(deployment({ container: "imagePullPolice: Always" }))[0]?.help).toBe(
      "did you mean `imagePullPolicy`?",
    );
  });

  test("a missing field is reported at the map that lacks it", () => {
    expect(
      check("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 1}}"),
    ).toEqual(["schema/missing-field spec", "schema/missing-field spec"]);
  });

  test("a container of a pod has an image, which the API server asks for and its description does not", () => {
    expect(check(deployment({ pod: "initContainers: [{name: a}]", container: "image: null" }))).toEqual([
      "schema/missing-field spec.template.spec.initContainers[0]",
      `schema/missing-field ${container}`,
    ]);
    const prometheus = "{apiVersion: monitoring.coreos.com/v1, kind: Prometheus, metadata: {name: a}";
    expect(check(`${prometheus}, spec: {containers: [{name: prometheus, args: [a]}]}}`)).toEqual([]);
  });

  test("null stands for nothing: it is no value, and does not make up for one", () => {
    expect(check(deployment({ spec: "replicas: null", container: "command: null" }))).toEqual([]);
    expect(check("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: null}")).toEqual([]);
    expect(
      check(
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: a}, roleRef: null}",
      ),
    ).toEqual(["schema/missing-field "].map((line) => line.trimEnd()));
  });

  test("null is no item of a list", () => {
    expect(check(deployment({ container: "args: [a, null]" }))).toEqual([
      `schema/wrong-type ${container}.args[1]`,
    ]);
  });

  test("what a status says is not checked: the cluster writes it", () => {
    expect(check(`${deployment({})}\nstatus: {nonsense: true}`)).toEqual([]);
  });

  test("free-form values are not checked", () => {
    expect(
      check(
        "{apiVersion: apps/v1, kind: ControllerRevision, metadata: {name: a}, revision: 1, data: {x: [1]}}",
      ),
    ).toEqual([]);
  });
});

describe("types", () => {
  test.each([
    ["a string where a number belongs", { spec: 'replicas: "3"' }, "spec.replicas"],
    ["a fraction where an integer belongs", { spec: "replicas: 1.5" }, "spec.replicas"],
    [
      "a number where a string belongs",
      { container: "env: [{name: A, value: 1}]" },
      `${container}.env[0].value`,
    ],
    ["a boolean where a string belongs", { container: "args: [true]" }, `${container}.args[0]`],
    ["a string where a boolean belongs", { container: "stdin: yes-please" }, `${container}.stdin`],
    ["a map where a list belongs", { container: "args: {a: b}" }, `${container}.args`],
    ["a list where a map belongs", { container: "resources: [a]" }, `${container}.resources`],
    ["a scalar where a map belongs", { container: "resources: many" }, `${container}.resources`],
    ["a map where a scalar belongs", { container: "image: {name: a}" }, `${container}.image`],
    [
      "a boolean as int-or-string",
      { container: "livenessProbe: {httpGet: {port: true}}" },
      `${container}.livenessProbe.httpGet.port`,
    ],
  ])("%s", (_, parts, path) => {
    expect(check(deployment(parts))).toEqual([`schema/wrong-type ${path}`]);
  });

  test.each([
    ["an integer written as a float", { spec: "replicas: 3.0" }],
    ["a date, which JSON has as a string", { container: "args: [2026-01-31]" }],
    [
      "a port by number and by name",
      {
        container:
          "livenessProbe: {httpGet: {port: http}}\n          readinessProbe: {tcpSocket: {port: 80}}",
      },
    ],
  ])("%s is taken", (_, parts) => {
    expect(check(deployment(parts))).toEqual([]);
  });

  test("help says how a string is written", () => {
    expect(findingsOf(deployment({ container: "args: [8080]" }))[0]).toMatchObject({
      message: `\`${named}.args[0]\` must be a string, not the number \`8080\``,
      help: 'put it in quotes: "8080"',
    });
  });
});

describe("limits", () => {
  test.each([
    [
      "a word that is not in the list",
      { container: "imagePullPolicy: always" },
      `schema/not-allowed ${container}.imagePullPolicy`,
    ],
    [
      "a quantity with the wrong suffix",
      { container: "resources: {limits: {memory: 1GB}}" },
      `schema/format ${container}.resources.limits.memory`,
    ],
    [
      "a port beyond 65535",
      { container: "ports: [{containerPort: 65536}]" },
      `schema/limit ${container}.ports[0].containerPort`,
    ],
    [
      "a name of a port that is too long",
      { container: "ports: [{containerPort: 1, name: prometheus-metrics}]" },
      `schema/format ${container}.ports[0].name`,
    ],
    ["fewer than no replicas", { spec: "replicas: -1" }, "schema/limit spec.replicas"],
    ["a number beyond 32 bits", { spec: "replicas: 2147483648" }, "schema/limit spec.replicas"],
    [
      "a percentage without its sign",
      { spec: "strategy: {rollingUpdate: {maxSurge: '25'}}" },
      "schema/format spec.strategy.rollingUpdate.maxSurge",
    ],
    [
      "a name of a container in capitals",
      { pod: "initContainers: [{name: Init, image: a}]" },
      "schema/format spec.template.spec.initContainers[0].name",
    ],
    [
      "a selector that no label can meet",
      { pod: "nodeSelector: {disk: 'a b'}" },
      "schema/format spec.template.spec.nodeSelector.disk",
    ],
    [
      "file modes that are no modes",
      { pod: "volumes: [{name: a, secret: {defaultMode: 644}}]" },
      "schema/limit spec.template.spec.volumes[0].secret.defaultMode",
    ],
  ])("%s", (_, parts, finding) => {
    expect(check(deployment(parts))).toEqual([finding]);
  });

  test("a fraction of a processor is a quantity, written as a number or as a text", () => {
    expect(
      check(deployment({ container: "resources: {requests: {cpu: 0.5, memory: 1e9}, limits: {cpu: 500m}}" })),
    ).toEqual([]);
  });

  test("a schedule is read field by field", () => {
    const cronJob = (schedule: string): readonly string[] =>
      check(
        `{apiVersion: batch/v1, kind: CronJob, metadata: {name: a}, spec: {schedule: ${schedule}, jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: a}]}}}}}}`,
      );
    expect(cronJob('"*/15 2 1,15 jan-mar mon"')).toEqual([]);
    expect(cronJob('"60 * * * *"')).toEqual(["schema/format spec.schedule"]);
  });

  test("what is in a Secret does not show", () => {
    const text =
      "{apiVersion: v1, kind: Secret, metadata: {name: a}, data: {password: hunter2!}, stringData: {pin: 4711}}";
    const shown = JSON.stringify(findingsOf(text).map(({ message, help }) => [message, help]));
    expect(check(text)).toEqual(["schema/format data.password", "schema/wrong-type stringData.pin"]);
    expect(shown).not.toMatch(/hunter2|4711/);
  });
});

describe("lists", () => {
  test.each([
    [
      "two ports with one number and protocol",
      { container: "ports: [{containerPort: 80}, {containerPort: 80, protocol: TCP}]" },
      `${container}.ports[1]`,
    ],
    [
      "two variables with one name",
      { container: "env: [{name: A}, {name: B}, {name: A}]" },
      `${container}.env[2]`,
    ],
    [
      "two volumes at one path",
      { container: "volumeMounts: [{name: a, mountPath: /x}, {name: b, mountPath: /x}]" },
      `${container}.volumeMounts[1]`,
    ],
  ])("%s", (_, parts, path) => {
    expect(check(deployment(parts))).toEqual([`schema/duplicate-item ${path}`]);
  });

  test("one port over two protocols is two ports", () => {
    expect(
      check(deployment({ container: "ports: [{containerPort: 53}, {containerPort: 53, protocol: UDP}]" })),
    ).toEqual([]);
  });

  test("the message names both", () => {
    expect(findingsOf(deployment({ container: "env: [{name: A}, {name: A}]" }))[0]?.message).toBe(
      `\`${named}.env[1]\` repeats item 0 (name A)`,
    );
  });

  test("a value of a set stands there once", () => {
    const finalizers = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, finalizers: [a/b, a/b]}}";
    expect(check(finalizers)).toEqual(["schema/duplicate-item metadata.finalizers[1]"]);
  });
});

describe("names", () => {
  const long = "a".repeat(64);
  test.each([
    ["ConfigMap", "v1", "a.b", true],
    ["ConfigMap", "v1", "a_b", false],
    ["ConfigMap", "v1", `${long}.${long}.${long}.${long}`, false],
    ["Namespace", "v1", "a.b", false],
    ["Service", "v1", "1st", true],
    ["Service", "v1", long, false],
    ["ClusterRole", "rbac.authorization.k8s.io/v1", "system:Admin", true],
    ["ClusterRole", "rbac.authorization.k8s.io/v1", "a%b", false],
  ])("a %s of %s can be called %s: %s", (kind, apiVersion, name, isRight) => {
    expect(check(`{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: "${name}"}}`)).toEqual(
      isRight ? [] : ["schema/name metadata.name"],
    );
  });

  test("a Service began with a letter before Kubernetes 1.36", () => {
    const service = "{apiVersion: v1, kind: Service, metadata: {name: 1st}}";
    expect(check(service, undefined, { kubernetesVersion: "1.35" })).toEqual(["schema/name metadata.name"]);
  });

  test.each([
    ["labels: {'a b': c}", "schema/format metadata.labels.a b:key"],
    ["labels: {a: 'b c'}", "schema/format metadata.labels.a"],
    [`labels: {a: ${long}}`, "schema/format metadata.labels.a"],
    ["annotations: {'a/b/c': d}", "schema/format metadata.annotations.a/b/c:key"],
    [`annotations: {a: ${"x".repeat(262_144)}}`, "schema/limit metadata.annotations"],
    ["namespace: A", "schema/name metadata.namespace"],
  ])("of metadata, %s", (metadata, finding) => {
    expect(check(configMap(`name: a, ${metadata}`))).toEqual([finding]);
  });

  test("annotations take capital letters and any text", () => {
    expect(check(configMap("name: a, annotations: {Example.com/Some-Key: 'a b c'}"))).toEqual([]);
  });

  test("a namespace on an object that is in none is reported at the field", () => {
    expect(check("{apiVersion: v1, kind: PersistentVolume, metadata: {name: a, namespace: b}}")).toEqual([
      "schema/namespace metadata.namespace:key",
    ]);
    expect(
      check(
        "{apiVersion: cert-manager.io/v1, kind: ClusterIssuer, metadata: {name: a, namespace: b}, spec: {}}",
      ),
    ).toEqual(["schema/namespace metadata.namespace:key"]);
  });
});

describe("kinds", () => {
  const object = (apiVersion: string, kind: string): string =>
    `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: a}}`;

  test("a kind that nothing describes is said to be unchecked, once", () => {
    expect(check(object("example.com/v1", "Widget"))).toEqual(["schema/unknown-kind kind"]);
  });

  test("a kind with a slip, and one in the wrong group, get a hint", () => {
    expect(findingsOf(object("apps/v1", "Deploymnet"))[0]?.help).toBe("did you mean `Deployment`?");
    expect(findingsOf(object("v1", "Deployment"))[0]?.help).toBe("Deployment is a kind of `apps/v1`");
    expect(check(object("v1", "Deployment"))).toEqual(["schema/no-such-kind kind"]);
  });

  test("an alpha or beta version may be served, so it is only unchecked", () => {
    const [finding] = findingsOf(object("external-secrets.io/v1beta1", "ExternalSecret"));
    expect(finding).toMatchObject({ code: "schema/unknown-kind", path: ["apiVersion"] });
    expect(finding?.help).toBe("known is `external-secrets.io/v1`");
  });

  test("a kind in a stable version that nothing describes", () => {
    const [finding] = findingsOf(object("autoscaling/v3", "HorizontalPodAutoscaler"));
    expect(finding).toMatchObject({ code: "schema/unknown-version", path: ["apiVersion"] });
    expect(finding?.help).toBe("known is `autoscaling/v1`, `autoscaling/v2`");
  });

  // kubernetes.io/docs/reference/using-api/deprecation-guide
  test.each([
    ["apps/v1beta2", "Deployment", "1.15", "deprecated"],
    ["apps/v1beta2", "Deployment", "1.16", "removed"],
    ["extensions/v1beta1", "Ingress", "1.21", "deprecated"],
    ["extensions/v1beta1", "Ingress", "1.22", "removed"],
    ["networking.k8s.io/v1beta1", "Ingress", "1.22", "removed"],
    ["apiextensions.k8s.io/v1beta1", "CustomResourceDefinition", "1.22", "removed"],
    ["batch/v1beta1", "CronJob", "1.25", "removed"],
    ["policy/v1beta1", "PodSecurityPolicy", "1.25", "removed"],
    ["policy/v1beta1", "PodDisruptionBudget", "1.24", "deprecated"],
    ["autoscaling/v2beta2", "HorizontalPodAutoscaler", "1.26", "removed"],
    ["storage.k8s.io/v1beta1", "CSIStorageCapacity", "1.27", "removed"],
    ["flowcontrol.apiserver.k8s.io/v1beta2", "FlowSchema", "1.29", "removed"],
    ["flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema", "1.32", "removed"],
  ])("%s %s in Kubernetes %s is %s", (apiVersion, kind, kubernetesVersion, state) => {
    const [first] = check(object(apiVersion, kind), undefined, { kubernetesVersion });
    expect(first).toBe(`schema/${state}-api apiVersion`);
  });

  test("what is gone says what takes its place, and is not checked", () => {
    const found = findingsOf(object("policy/v1beta1", "PodDisruptionBudget"));
    expect(found.map(({ code, help }) => [code, help])).toEqual([["schema/removed-api", "use policy/v1"]]);
  });

  test("what is deprecated is still checked", () => {
    expect(check("{apiVersion: v1, kind: Endpoints, metadata: {name: a}, subset: []}")).toEqual([
      "schema/deprecated-api apiVersion",
      "schema/unknown-field subset:key",
    ]);
  });
});
