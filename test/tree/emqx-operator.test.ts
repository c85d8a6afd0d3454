/** The cluster as an object of the EMQX Operator. */
import { describe, expect, it } from "vitest";
import {
  type Container,
  type Labels,
  type NetworkPolicy,
  ofKind,
  one,
  type Service,
  selects,
  type Volume,
} from "./objects.ts";
import { type KubernetesObject, rendered } from "./rendered.ts";

interface NodeTemplate {
  readonly metadata: { readonly labels: Labels };
  readonly spec: Container & {
    readonly replicas: number;
    readonly containerSecurityContext: object;
    readonly extraVolumes: readonly Volume[];
    readonly volumeClaimTemplates?: { readonly accessModes: readonly string[] };
  };
}

interface Emqx extends KubernetesObject {
  readonly spec: {
    readonly image: string;
    readonly serviceAccountName: string;
    readonly config: { readonly data: string };
    readonly coreTemplate: NodeTemplate;
    readonly replicantTemplate?: NodeTemplate;
    readonly dashboardServiceTemplate: { readonly metadata: { readonly labels: Labels } };
  };
}

describe.each(["overlays/operator", "test/tree/emqx-combinations/operator-replicants"])("%s", (dir) => {
  it("asks for an odd number of cores with a volume each, under the restricted profile", async () => {
    const emqx = one<Emqx>(await rendered(dir), "EMQX", "emqx");
    expect(emqx.apiVersion).toBe("apps.emqx.io/v2beta1");
    expect(emqx.spec.coreTemplate.spec.replicas % 2).toBe(1);
    expect(emqx.spec.coreTemplate.spec.volumeClaimTemplates?.accessModes).toEqual(["ReadWriteOnce"]);
    for (const template of [emqx.spec.coreTemplate, emqx.spec.replicantTemplate]) {
      if (template === undefined) continue;
      expect(template.spec.containerSecurityContext).toMatchObject({
        runAsNonRoot: true,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] },
      });
    }
  });

  it("leaves the variables to the operator that the operator sets", async () => {
    const emqx = one<Emqx>(await rendered(dir), "EMQX", "emqx");
    for (const template of [emqx.spec.coreTemplate, emqx.spec.replicantTemplate]) {
      const names = template?.spec.env?.map((entry) => entry.name) ?? [];
      expect(names.filter((name) => /^EMQX_(NAME|HOST|CLUSTER__|NODE__)/.test(name))).toEqual([]);
    }
  });

  it("mounts the access rules under the name they have after hashing", async () => {
    const objects = await rendered(dir);
    const acl = one<KubernetesObject>(objects, "ConfigMap", "emqx-config").metadata.name;
    const emqx = one<Emqx>(objects, "EMQX", "emqx");
    for (const template of [emqx.spec.coreTemplate, emqx.spec.replicantTemplate]) {
      if (template === undefined) continue;
      expect(template.spec.extraVolumes.map((volume) => volume.configMap?.name)).toContain(acl);
    }
  });

  it("takes replicants from the edition that has them", async () => {
    const emqx = one<Emqx>(await rendered(dir), "EMQX", "emqx");
    const image =
      emqx.spec.replicantTemplate === undefined ? /\/emqx\/emqx:5\.8\.\d+$/ : /\/emqx-enterprise:5\.8\.\d+$/;
    expect(emqx.spec.image).toMatch(image);
  });

  it("lets the operator ask the pods for their state", async () => {
    const pods = { "apps.emqx.io/instance": "emqx", "apps.emqx.io/managed-by": "emqx-operator" };
    const namespaces = ofKind<NetworkPolicy>(await rendered(dir), "NetworkPolicy")
      .filter((policy) => selects(policy.spec.podSelector.matchLabels, pods))
      .flatMap((policy) => policy.spec.ingress ?? [])
      .filter((rule) => rule.ports?.some((port) => port.port === 18083))
      .flatMap((rule) => rule.from ?? [])
      .map((peer) => peer.namespaceSelector?.matchLabels?.["kubernetes.io/metadata.name"]);
    expect(namespaces).toContain("emqx-operator-system");
  });
});

interface Settings extends KubernetesObject {
  readonly data: Readonly<Record<string, string>>;
}

/** The generated environment of EMQX. */
async function environmentOf(dir: string): Promise<Settings> {
  const objects = await rendered(dir);
  return one<Settings>(objects, "ConfigMap", "emqx-env");
}

describe("the bridge to the broker, in overlays/operator", () => {
  it("has the settings that our own StatefulSet has, and the account from the same Secret", async () => {
    const bridge = ({ data }: Settings): readonly [string, string][] =>
      Object.entries(data).filter(([name]) => /^EMQX_(CONNECTORS|ACTIONS|RULE_ENGINE)__/.test(name));
    const ours = bridge(await environmentOf("overlays/dev/emqx"));
    const theirs = await environmentOf("overlays/operator");
    expect(ours.length).toBeGreaterThan(10);
    expect(bridge(theirs)).toEqual(ours);

    const { spec } = one<Emqx>(await rendered("overlays/operator"), "EMQX", "emqx").spec.coreTemplate;
    expect(spec.envFrom?.map((source) => source.configMapRef?.name)).toEqual([theirs.metadata.name]);
    for (const [suffix, key] of [
      ["USERNAME", "username"],
      ["PASSWORD", "password"],
    ]) {
      const entry = spec.env?.find(({ name }) => name === `EMQX_CONNECTORS__MQTT__IOTA__${suffix}`);
      expect(entry?.valueFrom?.secretKeyRef).toEqual({ name: "emqx-bridge", key });
    }
  });

  it("may reach RabbitMQ", async () => {
    const objects = await rendered("overlays/operator");
    const pods = one<Emqx>(objects, "EMQX", "emqx").spec.coreTemplate.metadata.labels;
    const open = ofKind<NetworkPolicy>(objects, "NetworkPolicy")
      .filter((policy) => selects(policy.spec.podSelector.matchLabels, pods))
      .flatMap((policy) => policy.spec.egress ?? [])
      .filter((rule) => rule.ports?.some((port) => port.port === 1883))
      .flatMap((rule) => rule.to ?? []);
    expect(open).toEqual([
      {
        namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "iota" } },
        podSelector: { matchLabels: { "app.kubernetes.io/name": "mq" } },
      },
    ]);
  });
});

it("lets Services of the components find the operator's pods and its dashboard", async () => {
  const { coreTemplate, dashboardServiceTemplate } = one<Emqx>(
    await rendered("base/emqx-operator"),
    "EMQX",
    "emqx",
  ).spec;
  const nodePort = one<Service>(
    await rendered("test/tree/emqx-combinations/node-port"),
    "Service",
    "emqx-node-port",
  );
  expect(selects(nodePort.spec.selector, coreTemplate.metadata.labels)).toBe(true);
  // The operator declares no container port for MQTT, so a name would lead nowhere.
  expect(nodePort.spec.ports.map((port) => port.targetPort)).toEqual([1883, 18083]);

  const monitor = one<KubernetesObject>(
    await rendered("test/tree/emqx-combinations/metrics"),
    "ServiceMonitor",
    "emqx",
  )["spec"] as { readonly selector: { readonly matchLabels: Labels } };
  expect(selects(monitor.selector.matchLabels, dashboardServiceTemplate.metadata.labels)).toBe(true);
});
