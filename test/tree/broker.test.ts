/** What must hold for every pod of the broker, in both environments and in every combination the documentation names. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  allContainers,
  environmentOf,
  ofKind,
  one,
  podTemplates,
  type Service,
  selects,
  type Workload,
} from "./objects.ts";
import { type KubernetesObject, rendered as render } from "./rendered.ts";

/** Each directory is rendered once, however many tests look at it. */
const renders = new Map<string, Promise<readonly KubernetesObject[]>>();
function rendered(dir: string): Promise<readonly KubernetesObject[]> {
  const known = renders.get(dir) ?? render(dir);
  renders.set(dir, known);
  return known;
}

const combinations = readdirSync(new URL("broker-combinations", import.meta.url))
  .filter((name) => !name.startsWith("emqx"))
  .map((name) => `test/tree/broker-combinations/${name}`);
const builds = ["base/broker", "overlays/dev/broker", "overlays/prod/broker", ...combinations];

/** Secrets that a namespace must hold already; nothing in the tree may bring them. */
const secrets = [
  "db-auth",
  "mq-auth",
  "api-admin",
  "ttn-auth",
  "ttn-webhook-auth",
  "ubidots-auth",
  "eagleio-auth",
  "axistech-auth",
  "greenbrain-auth",
  "emqx-bridge",
  "website-mqtt",
  "mq-tls",
];

/** Singletons: two pods at once would create, send or poll twice. */
const singletons = [
  "website",
  "lm",
  "ttn-processor",
  "ydoc",
  "wombat",
  "dragino-json",
  "delivery",
  "lts-logger",
  "frred",
  "ict-eagleio",
  "ict-mqtt",
  "axistech",
  "greenbrain",
];

describe.each(builds)("%s", (dir) => {
  it("sends each Service to the pods of exactly one workload, at a port that they open", async () => {
    const objects = await rendered(dir);
    for (const service of ofKind<Service>(objects, "Service")) {
      const targets = podTemplates(objects).filter(({ template }) =>
        selects(service.spec.selector, template.metadata.labels),
      );
      expect(
        targets.map(({ owner }) => owner.metadata.name),
        service.metadata.name,
      ).toHaveLength(1);
      const ports = targets.flatMap(({ template }) => template.spec.containers.flatMap((c) => c.ports ?? []));
      for (const port of service.spec.ports) {
        expect(ports.some((open) => open.name === port.targetPort && open.containerPort === port.port)).toBe(
          true,
        );
      }
    }
  });

  it("selects its own pods only, and names the headless Service of each StatefulSet", async () => {
    const objects = await rendered(dir);
    const workloads = [
      ...ofKind<Workload>(objects, "Deployment"),
      ...ofKind<Workload>(objects, "StatefulSet"),
    ];
    for (const workload of workloads) {
      const selector = workload.spec.selector.matchLabels;
      const matching = podTemplates(objects).filter(({ template }) =>
        selects(selector, template.metadata.labels),
      );
      expect(matching.map(({ owner }) => owner.metadata.name)).toEqual([workload.metadata.name]);
      if (workload.kind !== "StatefulSet") continue;
      const service = one<Service>(objects, "Service", workload.spec.serviceName ?? "");
      expect(service.spec.clusterIP).toBe("None");
      expect(selects(service.spec.selector, workload.spec.template.metadata.labels)).toBe(true);
      expect(workload.spec.persistentVolumeClaimRetentionPolicy).toEqual({
        whenDeleted: "Retain",
        whenScaled: "Retain",
      });
    }
  });

  it("finds every ConfigMap, claim and account it refers to, and brings no Secret", async () => {
    const objects = await rendered(dir);
    const names = (kind: string): readonly string[] => ofKind(objects, kind).map((o) => o.metadata.name);
    expect(names("Secret")).toEqual([]);
    for (const { template } of podTemplates(objects)) {
      expect(names("ServiceAccount")).toContain(template.spec.serviceAccountName);
      for (const volume of template.spec.volumes ?? []) {
        if (volume.configMap) expect(names("ConfigMap")).toContain(volume.configMap.name);
        if (volume.secret) expect(secrets).toContain(volume.secret.secretName);
        const claim = volume.persistentVolumeClaim;
        if (claim) expect(names("PersistentVolumeClaim")).toContain(claim.claimName);
      }
      for (const container of allContainers(template.spec)) {
        for (const { configMapRef } of container.envFrom ?? []) {
          expect(names("ConfigMap")).toContain(configMapRef?.name);
        }
        for (const { valueFrom } of container.env ?? []) {
          if (valueFrom?.secretKeyRef) expect(secrets).toContain(valueFrom.secretKeyRef.name);
          if (valueFrom?.configMapKeyRef)
            expect(names("ConfigMap")).toContain(valueFrom.configMapKeyRef.name);
        }
      }
    }
  });

  it("keeps every pod within the restricted profile, without an API token", async () => {
    for (const { owner, template } of podTemplates(await rendered(dir))) {
      const label = owner.metadata.name;
      expect(template.spec.automountServiceAccountToken, label).toBe(false);
      expect((template.spec as { readonly enableServiceLinks?: boolean }).enableServiceLinks, label).toBe(
        false,
      );
      const pod = template.spec.securityContext ?? {};
      expect(pod, label).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
      expect(typeof pod["runAsUser"], label).toBe("number");
      expect(pod["fsGroup"], label).toBe(pod["runAsUser"]);
      for (const container of allContainers(template.spec)) {
        expect(container.securityContext, `${label}/${container.name}`).toMatchObject({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        });
      }
    }
  });

  it("uses no node-local storage, pins every image and gives every container requests and a memory limit", async () => {
    for (const { owner, template } of podTemplates(await rendered(dir))) {
      expect(template.spec.hostNetwork).toBeUndefined();
      for (const volume of template.spec.volumes ?? []) expect(volume.hostPath).toBeUndefined();
      for (const container of allContainers(template.spec)) {
        const label = `${owner.metadata.name}/${container.name}`;
        expect(container.image, label).toMatch(/^[a-z0-9.-]+(:[0-9]+)?\/.+:[A-Za-z0-9][A-Za-z0-9._-]*$/);
        expect(container.image, label).not.toMatch(/:latest$/);
        expect(Object.keys(container.resources?.requests ?? {}), label).toEqual(["cpu", "memory"]);
        expect(container.resources?.limits, label).toHaveProperty("memory");
      }
    }
  });

  it("never runs two pods of a service that would do its work twice", async () => {
    for (const workload of ofKind<Workload>(await rendered(dir), "Deployment")) {
      if (!singletons.includes(workload.metadata.name)) continue;
      expect(workload.spec.replicas, workload.metadata.name).toBe(1);
      expect((workload.spec as { readonly strategy?: unknown }).strategy).toEqual({ type: "Recreate" });
    }
  });

  it("carries no password or token in clear", async () => {
    const objects = await rendered(dir);
    for (const { template } of podTemplates(objects)) {
      for (const container of allContainers(template.spec)) {
        for (const [name, value] of environmentOf(container, objects)) {
          if (!/PASS|TOKEN|SECRET|KEY/.test(name)) continue;
          // The front ends import, but never use, the TTN client: they get a word that is no token.
          expect(value, name).toMatch(/^(unused|[a-z-]+\/(username|password|passwords|token))$/);
        }
      }
    }
    const data = ofKind<KubernetesObject>(objects, "ConfigMap").flatMap((map) =>
      Object.values(map["data"] as Readonly<Record<string, string>>),
    );
    for (const text of data) expect(text).not.toMatch(/amqp:\/\/[^ ]*:[^ ]*@|password": "(?!@PASSWORD@)/);
  });

  it("probes the port that the service really uses", async () => {
    const objects = await rendered(dir);
    for (const { template } of podTemplates(objects)) {
      for (const container of template.spec.containers) {
        const probes = container as {
          readonly livenessProbe?: { readonly exec?: { readonly command: string[] } };
        };
        const hex = /:([0-9A-F]{4}) 01/.exec(probes.livenessProbe?.exec?.command.at(-1) ?? "")?.[1];
        if (hex === undefined) continue;
        const environment = environmentOf(container, objects);
        const port = environment.get("ICT_MQTT_PORT") ?? environment.get("RABBITMQ_PORT");
        expect(Number.parseInt(hex, 16)).toBe(Number(port));
      }
    }
  });

  it("does not let the database's own pod dial its Service", async () => {
    const objects = await rendered(dir);
    const [postgres] = one<Workload>(objects, "StatefulSet", "db").spec.template.spec.containers;
    if (postgres === undefined) throw new Error("no container");
    const environment = environmentOf(postgres, objects);
    expect(environment.has("PGHOST")).toBe(false);
    const { mountPath } = postgres.volumeMounts?.find((mount) => mount.name === "data") ?? { mountPath: "?" };
    expect(environment.get("PGDATA")).toBe(`${mountPath}/pgdata`);
    const probes = JSON.stringify(postgres);
    expect(probes.match(/pg_isready/g)).toHaveLength(3);
    expect(probes.match(/pg_isready -q -h 127\.0\.0\.1 /g)).toHaveLength(3);
  });

  it("tells RabbitMQ the memory that it has", async () => {
    const objects = await rendered(dir);
    const [rabbitmq] = one<Workload>(objects, "StatefulSet", "mq").spec.template.spec.containers;
    const config = one<KubernetesObject>(objects, "ConfigMap", "mq-config")["data"] as Record<string, string>;
    const bytes = Number(
      /total_memory_available_override_value = (\d+)/.exec(config["memory.conf"] ?? "")?.[1],
    );
    expect(`${bytes / 2 ** 30}Gi`).toBe(rabbitmq?.resources?.limits?.["memory"]);
  });
});

it("is built by the workflow under the tag that the tree uses", () => {
  const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const workflow = read(".github/workflows/images.yaml");
  const tag = /^ {2}TAG: (.+)$/m.exec(workflow)?.[1] ?? "";
  const commit = /^ {2}BROKER_COMMIT: ([0-9a-f]{40})$/m.exec(workflow)?.[1] ?? "";
  expect(tag).toMatch(new RegExp(`^${commit.slice(0, 12)}-\\d+$`));
  const tags = read("base/broker/traits/image-tags/kustomization.yaml").match(/newTag: .+/g);
  expect(tags).toEqual([`newTag: ${tag}`, `newTag: ${tag}`, `newTag: ${tag}`]);
});
