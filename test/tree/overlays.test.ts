/** What must hold of an environment as a whole, whatever it is made of. */
import { describe, expect, it } from "vitest";
import {
  allContainers,
  ofKind,
  one,
  podTemplates,
  type Service,
  secretReferences,
  selects,
  type Workload,
} from "./objects.ts";
import { type KubernetesObject, rendered } from "./rendered.ts";

const namespaces = ["emqx", "iota"];

describe.each(["overlays/dev", "overlays/prod"])("%s", (dir) => {
  it("puts every object into one of its two namespaces, which enforce the restricted profile", async () => {
    const objects = await rendered(dir);
    const own = ofKind(objects, "Namespace");
    expect(own.map((namespace) => namespace.metadata.name).sort()).toEqual(namespaces);
    for (const namespace of own) {
      expect(namespace.metadata.labels?.["pod-security.kubernetes.io/enforce"]).toBe("restricted");
      // A controller that deletes the namespace deletes its volumes.
      expect(namespace.metadata.annotations?.["argocd.argoproj.io/sync-options"]).toBe(
        "Prune=false,Delete=false",
      );
      expect(namespace.metadata.annotations?.["kustomize.toolkit.fluxcd.io/prune"]).toBe("disabled");
    }
    for (const object of objects) {
      if (object.kind !== "Namespace")
        expect(namespaces, nameOf(object)).toContain(object.metadata.namespace);
    }
  });

  it("applies a namespace before what lives in it", async () => {
    const objects = await rendered(dir);
    const wave = (object: KubernetesObject): number =>
      Number(object.metadata.annotations?.["argocd.argoproj.io/sync-wave"] ?? 0);
    for (const object of objects) {
      if (object.kind === "Namespace") continue;
      const namespace = one<KubernetesObject>(objects, "Namespace", object.metadata.namespace ?? "");
      expect(wave(namespace), nameOf(object)).toBeLessThan(wave(object));
    }
  });

  it("carries the name of the environment on every object but on no selector", async () => {
    const objects = await rendered(dir);
    for (const object of objects)
      expect(object.metadata.labels?.["environment"], nameOf(object)).toBe(dir.slice(9));
    for (const service of ofKind<Service>(objects, "Service"))
      expect(service.spec.selector).not.toHaveProperty("environment");
    for (const set of ofKind<Workload>(objects, "StatefulSet")) {
      // Labels of a claim template cannot be changed once the set exists.
      for (const claim of set.spec.volumeClaimTemplates ?? []) {
        expect(claim.metadata.labels ?? {}).not.toHaveProperty("environment");
      }
    }
  });

  it("reaches pods with every Service, and the pods of one workload only", async () => {
    const objects = await rendered(dir);
    const templates = podTemplates(objects);
    for (const service of ofKind<Service>(objects, "Service")) {
      const owners = templates.filter(
        ({ owner, template }) =>
          owner.metadata.namespace === service.metadata.namespace &&
          selects(service.spec.selector, template.metadata.labels),
      );
      expect(
        owners.map(({ owner }) => owner.metadata.name),
        nameOf(service),
      ).toHaveLength(1);
      const ports = allContainers(owners[0]?.template.spec ?? { containers: [] }).flatMap(
        (c) => c.ports ?? [],
      );
      for (const { targetPort, port } of service.spec.ports) {
        const target = targetPort ?? port;
        const found = ports.some((entry) => entry.name === target || entry.containerPort === target);
        expect(found, `${nameOf(service)} port ${String(target)}`).toBe(true);
      }
    }
  });

  it("selects its own pods with every workload", async () => {
    for (const { owner, template } of podTemplates(await rendered(dir))) {
      if (owner.kind !== "Deployment" && owner.kind !== "StatefulSet") continue;
      expect(
        selects((owner as Workload).spec.selector.matchLabels, template.metadata.labels),
        nameOf(owner),
      ).toBe(true);
    }
  });

  it("refers to ConfigMaps and claims that exist", async () => {
    const objects = await rendered(dir);
    const known = new Set(
      objects.map((object) => `${object.kind}/${object.metadata.namespace}/${object.metadata.name}`),
    );
    for (const { owner, template } of podTemplates(objects)) {
      const references = [
        ...(template.spec.volumes ?? []).flatMap((volume) => [
          ["ConfigMap", volume.configMap?.name],
          ["PersistentVolumeClaim", volume.persistentVolumeClaim?.claimName],
          ...(volume.projected?.sources ?? []).map((source) => ["ConfigMap", source.configMap?.name]),
        ]),
        ...allContainers(template.spec).flatMap((container) => [
          ...(container.envFrom ?? []).map((source) => ["ConfigMap", source.configMapRef?.name]),
          ...(container.env ?? []).map((entry) => ["ConfigMap", entry.valueFrom?.configMapKeyRef?.name]),
        ]),
      ];
      for (const [kind, name] of references) {
        if (name === undefined) continue;
        expect(known, nameOf(owner)).toContain(`${kind}/${owner.metadata.namespace}/${name}`);
      }
    }
  });

  it("names hosts across namespaces that exist, with their full name", async () => {
    const objects = await rendered(dir);
    const text = JSON.stringify(objects);
    const hosts = new Set(
      [...text.matchAll(/([a-z0-9-]+)\.(emqx|iota)\.svc\.cluster\.local/g)].map((match) => match[0]),
    );
    const services = ofKind(objects, "Service").map(
      ({ metadata }) => `${metadata.name}.${metadata.namespace}.svc.cluster.local`,
    );
    for (const host of hosts) expect(services).toContain(host);
  });

  it("holds no secret", async () => {
    const objects = await rendered(dir);
    expect(ofKind(objects, "Secret")).toEqual([]);
    for (const { owner, template } of podTemplates(objects)) {
      for (const { env = [] } of allContainers(template.spec)) {
        for (const { name, value } of env) {
          if (!/PASS|SECRET|COOKIE|API_KEY$/.test(name)) continue;
          expect(value, `${nameOf(owner)} ${name}`).toBeUndefined();
        }
      }
    }
    for (const map of ofKind(objects, "ConfigMap")) {
      for (const key of Object.keys((map["data"] ?? {}) as object)) {
        expect(key, nameOf(map)).not.toMatch(/PASSWORD|_PASS$|COOKIE|TOKEN/);
      }
    }
  });

  it("names every image with its registry and a tag", async () => {
    const reference =
      /^(localhost:\d+|[a-z0-9-]+(\.[a-z0-9-]+)+)\/[a-z0-9./_-]+:[\w.-]+(@sha256:[0-9a-f]{64})?$/;
    for (const { owner, template } of podTemplates(await rendered(dir))) {
      for (const { image } of allContainers(template.spec)) {
        expect(image, nameOf(owner)).toMatch(reference);
        expect(image).not.toMatch(/:(latest|main|master)$/);
      }
    }
  });

  it("keeps pods within the restricted profile and away from the machine they run on", async () => {
    for (const { owner, template } of podTemplates(await rendered(dir))) {
      const { spec } = template;
      expect(spec.hostNetwork ?? false).toBe(false);
      for (const volume of spec.volumes ?? []) expect(volume.hostPath, nameOf(owner)).toBeUndefined();
      expect(spec.securityContext, nameOf(owner)).toMatchObject({
        seccompProfile: { type: "RuntimeDefault" },
      });
      for (const container of allContainers(spec)) {
        const context = { ...spec.securityContext, ...container.securityContext };
        expect(context, `${nameOf(owner)} ${container.name}`).toMatchObject({
          runAsNonRoot: true,
          runAsUser: expect.any(Number),
          allowPrivilegeEscalation: false,
          capabilities: { drop: ["ALL"] },
        });
      }
    }
  });

  it("states what every container needs, and the memory it may take", async () => {
    for (const { owner, template } of podTemplates(await rendered(dir))) {
      for (const { name, resources } of allContainers(template.spec)) {
        expect(Object.keys(resources?.requests ?? {}).sort(), `${nameOf(owner)} ${name}`).toEqual([
          "cpu",
          "memory",
        ]);
        expect(resources?.limits?.["memory"], `${nameOf(owner)} ${name}`).toBeDefined();
      }
    }
  });
});

describe("the difference between the environments", () => {
  it("is three EMQX nodes on different machines in prod, and one node in dev", async () => {
    const prod = one<Workload>(await rendered("overlays/prod/emqx"), "StatefulSet", "emqx").spec;
    expect(prod.replicas).toBeGreaterThanOrEqual(3);
    expect((prod.replicas ?? 0) % 2).toBe(1);
    const [required] = (prod.template.spec.affinity?.podAntiAffinity?.[
      "requiredDuringSchedulingIgnoredDuringExecution"
    ] ?? []) as readonly { readonly topologyKey: string; readonly labelSelector: { matchLabels: object } }[];
    expect(required?.topologyKey).toBe("kubernetes.io/hostname");
    expect(required?.labelSelector.matchLabels).toEqual(prod.selector.matchLabels);
    expect(one<Workload>(await rendered("overlays/dev/emqx"), "StatefulSet", "emqx").spec.replicas).toBe(1);
  });

  it("is that prod keeps its data whatever is deleted", async () => {
    const prod = one<Workload>(await rendered("overlays/prod/emqx"), "StatefulSet", "emqx").spec;
    expect(prod.persistentVolumeClaimRetentionPolicy).toEqual({
      whenDeleted: "Retain",
      whenScaled: "Retain",
    });
    expect(prod.volumeClaimTemplates?.[0]?.spec.storageClassName).toBe("retain");
  });

  it("is that dev asks for nothing a plain cluster lacks", async () => {
    const versions = (await rendered("overlays/dev")).map((object) => object.apiVersion);
    // The groups of Kubernetes itself have no dot, or end like this.
    const foreign = versions.filter((version) => /\..*\//.test(version) && !/\.k8s\.io\//.test(version));
    expect(foreign).toEqual([]);
  });

  it("is that prod opens nothing but load balancers with TLS", async () => {
    const services = ofKind<Service>(await rendered("overlays/prod"), "Service");
    for (const service of services) {
      expect(service.spec.type ?? "ClusterIP", nameOf(service)).not.toBe("NodePort");
      if (service.spec.type !== "LoadBalancer") continue;
      expect([443, 8084, 8883]).toEqual(expect.arrayContaining(service.spec.ports.map((port) => port.port)));
    }
  });

  it("is that prod takes images of a full version, and dev may take what was just built", async () => {
    for (const { owner, template } of podTemplates(await rendered("overlays/prod"))) {
      for (const { image } of allContainers(template.spec)) {
        expect(image, nameOf(owner)).toMatch(/:\w+[.-][\w.-]*\d/);
      }
    }
  });

  it("is that prod fetches every Secret that its pods ask for", async () => {
    const objects = await rendered("overlays/prod");
    const delivered = objects.flatMap((object) => {
      const spec = object["spec"] as {
        readonly secretName?: string;
        readonly target?: { readonly name?: string };
      };
      if (object.kind === "ExternalSecret") return [`${object.metadata.namespace}/${spec.target?.name}`];
      return object.kind === "Certificate" ? [`${object.metadata.namespace}/${spec.secretName}`] : [];
    });
    for (const { owner, template } of podTemplates(objects)) {
      for (const { name } of secretReferences(template.spec)) {
        expect(delivered, nameOf(owner)).toContain(`${owner.metadata.namespace}/${name}`);
      }
    }
  });
});

function nameOf(object: KubernetesObject): string {
  return `${object.kind}/${object.metadata.name}`;
}
