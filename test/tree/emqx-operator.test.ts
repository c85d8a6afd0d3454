/** The cluster as an object of the EMQX Operator. */
import { describe, expect, it } from "vitest";
import { type Container, type NetworkPolicy, ofKind, one, selects, type Volume } from "./objects.ts";
import { type KubernetesObject, rendered } from "./rendered.ts";

interface NodeTemplate {
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
