// What an EMQX node is told by the manifests, whoever makes its pods.
import { describe, expect, test } from "vitest";
import { expanded, podName } from "../../renderer/validate/emqx/instance/expand.ts";
import { isAtLeast } from "../../renderer/validate/emqx/instance/image.ts";
import { type EmqxInstance, emqxInstances } from "../../renderer/validate/emqx/instance/instance.ts";
import { listenersOf } from "../../renderer/validate/emqx/instance/listeners.ts";
import { nodeNameOf } from "../../renderer/validate/emqx/instance/node-name.ts";
import { portsOf, servicesOf } from "../../renderer/validate/emqx/instance/services.ts";
import { Cluster } from "../../renderer/validate/model/cluster.ts";
import { project } from "../project.ts";

function clusterOf(objects: string): Cluster {
  const files = { "app/kustomization.yaml": "resources: [objects.yaml]\n", "app/objects.yaml": objects };
  const { resources, problems } = project(files).render("app");
  expect(problems).toEqual([]);
  return new Cluster(resources, { directory: "app", environment: "prod", kubernetesVersion: "1.36" });
}

function only(objects: string): EmqxInstance {
  const [instance, ...others] = emqxInstances(clusterOf(objects));
  if (!instance || others.length > 0) throw new Error("one instance was meant");
  return instance;
}

const statefulSet = (container: string, pod = ""): string => `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: emqx, namespace: mqtt }
spec:
  replicas: 3
  serviceName: emqx-headless
  selector: { matchLabels: { app: emqx } }
  template:
    metadata: { labels: { app: emqx } }
    spec:
      ${pod}
      containers:
        - name: emqx
          image: docker.io/emqx/emqx:5.8.9
          ${container}
`;

const configMap = (name: string, data: string): string => `---
apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}, namespace: mqtt }
data:
  ${data}
`;

describe("the configuration of all layers", () => {
  const layered = statefulSet(
    `env: [{ name: EMQX_MQTT__MAX_PACKET_SIZE, value: 3MB }]
          volumeMounts:
            - { name: config, mountPath: /opt/emqx/etc/base.hocon, subPath: base.hocon }
            - { name: config, mountPath: /opt/emqx/etc/emqx.conf, subPath: main }`,
    "volumes: [{ name: config, configMap: { name: files } }]",
  );
  const files = configMap(
    "files",
    `base.hocon: |
    mqtt { max_packet_size = 1MB, max_inflight = 10, retry_interval = 30s }
    authentication = [{ mechanism = jwt }, { mechanism = scram }]
  main: |
    mqtt { max_packet_size = 2MB, max_inflight = 20 }
    authentication = [{ mechanism = password_based }]`,
  );

  test("base.hocon is below emqx.conf, and both are below the environment", () => {
    const { settings, replacesConfig } = only(layered + files);
    expect(settings.get("mqtt.retry_interval")?.text).toBe("30s");
    expect(settings.get("mqtt.max_inflight")?.text).toBe("20");
    expect(settings.get("mqtt.max_packet_size")?.text).toBe("3MB");
    expect(settings.isComplete).toBe(true);
    expect(replacesConfig).toBe(true);
  });

  test("a list of a higher layer replaces the whole list", () => {
    const paths = only(layered + files)
      .settings.below("authentication")
      .map(({ path }) => path);
    expect(paths).toEqual(["authentication.1.mechanism"]);
  });

  test("a finding in a file has its place in the file of the repository", () => {
    const setting = only(layered + files).settings.get("mqtt.max_inflight");
    const { source, at, end } = setting?.within ?? {};
    expect(source?.text.slice(at, end)).toBe("20");
  });

  test("it is not complete when a source is not among the objects", () => {
    expect(only(layered).settings.isComplete).toBe(false);
    expect(only(statefulSet("envFrom: [{ secretRef: { name: elsewhere } }]")).settings.isComplete).toBe(
      false,
    );
  });

  test("an include, an error or a substitution is not taken for nothing", () => {
    const withText = (text: string): EmqxInstance =>
      only(layered + configMap("files", `base.hocon: "a = 1"\n  main: ${JSON.stringify(text)}`));
    expect(withText('include "more.conf"').settings.isComplete).toBe(false);
    expect(withText("mqtt {").settings.isComplete).toBe(false);
    expect(withText("node.cookie = \u0024{COOKIE}").settings.get("node.cookie")).toMatchObject({
      text: undefined,
    });
  });

  test("an alias is found under the name of the table", () => {
    const { settings } = only(statefulSet("env: [{ name: EMQX_NODE__DB_ROLE, value: replicant }]"));
    expect(settings.get("node.role")?.text).toBe("replicant");
  });
});

describe("the operator's objects", () => {
  const operated = `
apiVersion: apps.emqx.io/v2beta1
kind: EMQX
metadata: { name: emqx, namespace: mqtt }
spec:
  image: emqx/emqx-enterprise:5.8.9
  config:
    data: |
      dashboard.listeners.http.bind = 18083
      listeners.tcp.default.bind = 1884
  coreTemplate:
    spec: { env: [{ name: EMQX_MQTT__MAX_INFLIGHT, value: "5" }] }
`;

  test("have the same settings, and two nodes where a template does not say how many", () => {
    const { settings, replicas, image } = only(operated);
    expect(settings.get("mqtt.max_inflight")?.text).toBe("5");
    expect(replicas).toBe(2);
    expect(image.isEnterprise).toBe(true);
  });

  test("have listeners", () => {
    const tcp = listenersOf(only(operated)).find(({ name }) => name === "tcp:default");
    expect(tcp).toMatchObject({ port: 1884, isEnabled: true });
  });
});

describe("listeners", () => {
  const ports = (env: string): Record<string, number | undefined> => {
    const open = listenersOf(only(statefulSet(`env: [${env}]`))).filter(({ isEnabled }) => isEnabled);
    return Object.fromEntries(open.map(({ name, port }) => [name, port]));
  };

  test("are those of the image by default", () => {
    const expected = { "tcp:default": 1883, "ssl:default": 8883, "ws:default": 8083, "wss:default": 8084 };
    expect(ports("")).toEqual({ ...expected, "http:dashboard": 18083 });
  });

  test("can be turned off, moved and added", () => {
    const env = [
      "{ name: EMQX_LISTENERS__SSL__DEFAULT__ENABLED, value: 'false' }",
      "{ name: EMQX_LISTENERS__WSS__DEFAULT__ENABLE, value: 'false' }",
      "{ name: EMQX_LISTENERS__TCP__DEFAULT__BIND, value: '0.0.0.0:1884' }",
      "{ name: EMQX_LISTENERS__QUIC__Mine__BIND, value: '14567' }",
      "{ name: EMQX_DASHBOARD__LISTENERS__HTTP__BIND, value: '0' }",
    ];
    expect(ports(env.join(", "))).toEqual({ "tcp:default": 1884, "ws:default": 8083, "quic:mine": 14567 });
  });
});

describe("names", () => {
  const env = `env:
            - { name: POD_NAME, valueFrom: { fieldRef: { fieldPath: metadata.name } } }
            - { name: NAMESPACE, valueFrom: { fieldRef: { fieldPath: metadata.namespace } } }
            - { name: EMQX_HOST, value: $(POD_NAME).emqx-headless.$(NAMESPACE).svc.cluster.local }
            - { name: EARLY, value: $(LATE) }
            - { name: LATE, value: x }
            - { name: HIDDEN, valueFrom: { secretKeyRef: { name: a, key: b } } }
            - { name: USES_HIDDEN, value: $(HIDDEN) }`;

  test("are expanded as Kubernetes does", () => {
    const instance = only(statefulSet(env));
    expect(expanded(instance, "EMQX_HOST")).toBe(`${podName}.emqx-headless.mqtt.svc.cluster.local`);
    expect(expanded(instance, "EARLY")).toBe("$(LATE)");
    expect(expanded(instance, "USES_HIDDEN")).toBeUndefined();
  });

  test("that double each other are given up", () => {
    const doubling = Array.from({ length: 60 }, (_, i) => `{ name: V${i + 1}, value: $(V${i})$(V${i}) }`);
    const instance = only(statefulSet(`env: [{ name: V0, value: x }, ${doubling.join(", ")}]`));
    expect(expanded(instance, "V3")).toBe("xxxxxxxx");
    expect(expanded(instance, "V60")).toBeUndefined();
  });

  test("of nodes come from EMQX_NODE_NAME, else from EMQX_NAME and EMQX_HOST", () => {
    expect(nodeNameOf(only(statefulSet(env)))).toMatchObject({ prefix: "emqx", hasHost: true });
    const whole = only(statefulSet("env: [{ name: EMQX_NODE__NAME, value: mqtt@10.0.0.1 }]"));
    expect(nodeNameOf(whole)).toMatchObject({ prefix: "mqtt", host: "10.0.0.1" });
    expect(nodeNameOf(only(statefulSet("")))).toMatchObject({ prefix: "emqx", hasHost: false });
  });
});

describe("images", () => {
  test.each([
    ["emqx/emqx:5.8.9", 5, 8, true],
    ["emqx/emqx:5.8.9", 5, 9, false],
    ["registry.example.org:5000/emqx/emqx-enterprise:6.0", 5, 9, true],
    ["emqx/emqx:latest", 5, 8, undefined],
    ["emqx/emqx@sha256:0123", 5, 8, undefined],
  ])("%s is at least %d.%d: %s", (image, major, minor, expected) => {
    const instance = only(statefulSet("").replace("docker.io/emqx/emqx:5.8.9", image));
    expect(isAtLeast(instance.image, major, minor)).toBe(expected);
  });

  test.each(["emqx/emqx-operator-controller:2.2.30", "emqx/emqx-exporter:0.2", "nginx"])(
    "%s is no EMQX",
    (image) => {
      expect(emqxInstances(clusterOf(statefulSet("").replace("docker.io/emqx/emqx:5.8.9", image)))).toEqual(
        [],
      );
    },
  );
});

describe("services", () => {
  test("are those that select the pods, with the ports behind the names", () => {
    const cluster = clusterOf(`${statefulSet("ports: [{ name: mqtt, containerPort: 1883 }]")}---
apiVersion: v1
kind: Service
metadata: { name: clients, namespace: mqtt }
spec:
  selector: { app: emqx }
  ports: [{ name: a, port: 80, targetPort: mqtt }, { name: b, port: 81 }, { name: c, port: 82, targetPort: none }]
---
apiVersion: v1
kind: Service
metadata: { name: others, namespace: mqtt }
spec: { selector: { app: other } }
`);
    const [instance] = emqxInstances(cluster);
    if (!instance) throw new Error("there is an instance");
    const services = servicesOf(cluster, instance);
    expect(services.map(({ name }) => name)).toEqual(["clients"]);
    expect(services.flatMap((service) => portsOf(service, instance)).map(({ target }) => target)).toEqual([
      1883,
      81,
      undefined,
    ]);
  });
});
