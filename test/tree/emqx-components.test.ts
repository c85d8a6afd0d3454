/** What each component of the EMQX half adds, and what it must not break. */
import { describe, expect, it } from "vitest";
import {
  environmentOf,
  type NetworkPolicy,
  ofKind,
  one,
  podTemplates,
  type Service,
  secretReferences,
  selects,
  type Workload,
} from "./objects.ts";
import { type KubernetesObject, rendered } from "./rendered.ts";

const combination = (name: string): Promise<readonly KubernetesObject[]> =>
  rendered(`test/tree/emqx-combinations/${name}`);

/** The ports at which pods of EMQX accept connections from everywhere, the cluster's outside included. */
function openPorts(objects: readonly KubernetesObject[]): readonly number[] {
  const labels = one<Workload>(objects, "StatefulSet", "emqx").spec.template.metadata.labels;
  return ofKind<NetworkPolicy>(objects, "NetworkPolicy")
    .filter((policy) => selects(policy.spec.podSelector.matchLabels, labels))
    .flatMap((policy) => policy.spec.ingress ?? [])
    .filter((rule) => rule.from === undefined)
    .flatMap((rule) => rule.ports?.map((port) => port.port) ?? []);
}

describe("exposure", () => {
  it("leaves EMQX closed to the outside unless a component opens it", async () => {
    const objects = await rendered("base/emqx");
    expect(ofKind<Service>(objects, "Service").map((service) => service.spec.type)).not.toContain("NodePort");
    expect(openPorts(objects)).toEqual([]);
  });

  it("node-port gives MQTT and the dashboard the fixed ports 31883 and 30083", async () => {
    const objects = await combination("node-port");
    const service = one<Service>(objects, "Service", "emqx-node-port");
    expect(service.spec.type).toBe("NodePort");
    const ports = service.spec.ports.map(({ port, nodePort }) => [port, nodePort]);
    expect(ports).toEqual([
      [1883, 31883],
      [18083, 30083],
    ]);
    expect(openPorts(objects)).toEqual([1883, 18083]);
  });

  it("load-balancer lets devices in through TLS only, with their own addresses", async () => {
    const objects = await combination("load-balancer");
    const service = one<Service>(objects, "Service", "emqx-load-balancer");
    expect(service.spec.type).toBe("LoadBalancer");
    expect(service.spec.externalTrafficPolicy).toBe("Local");
    expect(service.spec.ports.map((port) => port.port)).toEqual([8883, 8084]);
    expect(openPorts(objects)).toEqual([8883, 8084]);
  });

  it("dashboard-ingress reaches the dashboard through TLS and only from the ingress controller", async () => {
    const objects = await combination("dashboard-ingress");
    const ingress = one<KubernetesObject>(objects, "Ingress", "emqx-dashboard")["spec"] as {
      readonly tls: readonly { readonly hosts: readonly string[] }[];
      readonly rules: readonly { readonly host: string }[];
    };
    expect(ingress.tls.flatMap((entry) => entry.hosts)).toEqual(ingress.rules.map((rule) => rule.host));
    expect(openPorts(objects)).toEqual([]);
  });
});

describe("TLS", () => {
  it.each(["tls", "tls-private-ca", "mutual-tls"])(
    "%s never serves the demo key of the image",
    async (name) => {
      const objects = await combination(name);
      const [broker] = one<Workload>(objects, "StatefulSet", "emqx").spec.template.spec.containers;
      if (broker === undefined) throw new Error("no container");
      const environment = environmentOf(broker, objects);
      const mounts = broker.volumeMounts?.map((mount) => mount.mountPath) ?? [];
      for (const listener of ["SSL", "WSS"]) {
        for (const file of ["CERTFILE", "KEYFILE", "CACERTFILE"]) {
          const path = environment.get(`EMQX_LISTENERS__${listener}__DEFAULT__SSL_OPTIONS__${file}`) ?? "";
          expect(mounts.filter((mount) => path.startsWith(`${mount}/`))).toHaveLength(1);
        }
      }
      // A single file would keep the old certificate after a renewal.
      expect(broker.volumeMounts?.find((mount) => mount.name === "tls")?.subPath).toBeUndefined();
    },
  );

  it("puts the certificate where the pods look for it, before they start", async () => {
    const objects = await combination("tls-private-ca");
    const certificate = one<KubernetesObject>(objects, "Certificate", "emqx-tls");
    const spec = certificate["spec"] as {
      readonly secretName: string;
      readonly issuerRef: { readonly name: string };
    };
    const volumes = one<Workload>(objects, "StatefulSet", "emqx").spec.template.spec.volumes ?? [];
    expect(volumes.map((volume) => volume.secret?.secretName)).toContain(spec.secretName);
    expect(ofKind(objects, "Issuer").map((issuer) => issuer.metadata.name)).toContain(spec.issuerRef.name);
    expect(Number(certificate.metadata.annotations?.["argocd.argoproj.io/sync-wave"])).toBeLessThan(0);
  });

  it("mutual-tls turns away clients without a certificate", async () => {
    const objects = await combination("mutual-tls");
    const data = one<KubernetesObject>(objects, "ConfigMap", "emqx-env")["data"] as Record<string, string>;
    for (const listener of ["SSL", "WSS"]) {
      const options = `EMQX_LISTENERS__${listener}__DEFAULT__SSL_OPTIONS__`;
      expect(data[`${options}VERIFY`]).toBe("verify_peer");
      expect(data[`${options}FAIL_IF_NO_PEER_CERT`]).toBe("true");
      expect(data[`${options}CACERTFILE`]).toBe("/run/secrets/emqx-client-ca/ca.crt");
    }
  });
});

describe("discovery-k8s", () => {
  it("may read the Endpoints of its own Service and nothing else", async () => {
    const objects = await combination("discovery-k8s");
    expect(one<KubernetesObject>(objects, "Role", "emqx-discovery")["rules"]).toEqual([
      { apiGroups: [""], resources: ["endpoints"], resourceNames: ["emqx-headless"], verbs: ["get"] },
    ]);
    const binding = one<KubernetesObject>(objects, "RoleBinding", "emqx-discovery");
    expect(binding["subjects"]).toEqual([{ kind: "ServiceAccount", name: "emqx", namespace: "emqx" }]);
    const pod = one<Workload>(objects, "StatefulSet", "emqx").spec.template.spec;
    expect(pod.serviceAccountName).toBe("emqx");
    expect(pod.automountServiceAccountToken).toBe(true);
  });

  it("is the only way to get a token into a pod", async () => {
    for (const { template } of podTemplates(await rendered("overlays/prod/emqx"))) {
      expect(template.spec.automountServiceAccountToken).toBe(false);
    }
  });
});

describe("metrics", () => {
  it("scrapes each pod once", async () => {
    const objects = await combination("metrics");
    const monitor = one<KubernetesObject>(objects, "ServiceMonitor", "emqx")["spec"] as {
      readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
      readonly endpoints: readonly { readonly port: string }[];
    };
    const matched = ofKind<Service>(objects, "Service").filter((service) =>
      selects(monitor.selector.matchLabels, service.metadata.labels),
    );
    expect(matched.map((service) => service.metadata.name)).toEqual(["emqx-dashboard"]);
    expect(matched[0]?.spec.ports.map((port) => port.name)).toContain(monitor.endpoints[0]?.port);
  });
});

describe("ephemeral", () => {
  it("is one node without a claim", async () => {
    const { spec } = one<Workload>(await combination("ephemeral"), "StatefulSet", "emqx");
    expect(spec.replicas).toBe(1);
    expect(spec.volumeClaimTemplates).toBeUndefined();
    expect(spec.template.spec.volumes?.find((volume) => volume.name === "data")?.emptyDir).toBeDefined();
  });
});

describe("backup", () => {
  it("reaches the API with a key that EMQX loads at boot", async () => {
    const objects = await combination("backup");
    const [broker] = one<Workload>(objects, "StatefulSet", "emqx").spec.template.spec.containers;
    if (broker === undefined) throw new Error("no container");
    const file = environmentOf(broker, objects).get("EMQX_API_KEY__BOOTSTRAP_FILE");
    expect(broker.volumeMounts?.some((mount) => file === `${mount.mountPath}/bootstrap`)).toBe(true);

    const job = podTemplates(objects).find(({ owner }) => owner.kind === "CronJob");
    const emqx = one<Workload>(objects, "StatefulSet", "emqx").spec.template.metadata.labels;
    const allowed = ofKind<NetworkPolicy>(objects, "NetworkPolicy")
      .filter((policy) => selects(policy.spec.podSelector.matchLabels, emqx))
      .flatMap((policy) => policy.spec.ingress ?? [])
      .filter((rule) => rule.ports?.some((port) => port.port === 18083))
      .flatMap((rule) => rule.from ?? [])
      .filter((peer) => peer.podSelector?.matchLabels !== undefined)
      .some((peer) => selects(peer.podSelector?.matchLabels, job?.template.metadata.labels));
    expect(allowed).toBe(true);
  });

  it("keeps its pods out of the Services of EMQX", async () => {
    const objects = await combination("backup");
    const job = podTemplates(objects).find(({ owner }) => owner.kind === "CronJob");
    for (const service of ofKind<Service>(objects, "Service")) {
      expect(selects(service.spec.selector, job?.template.metadata.labels)).toBe(false);
    }
  });

  it("keeps the claim when a controller deletes the rest", async () => {
    const claim = one<KubernetesObject>(await combination("backup"), "PersistentVolumeClaim", "emqx-backup");
    expect(claim.metadata.annotations).toEqual({
      "argocd.argoproj.io/sync-options": "Prune=false,Delete=false",
      "kustomize.toolkit.fluxcd.io/prune": "disabled",
    });
  });

  // A class may wait for a pod before it binds a claim, and controllers wait for the claim; the first backup comes at night.
  it("has a pod at each sync that the claim can bind for", async () => {
    const objects = await combination("backup");
    const checks = podTemplates(objects).filter(
      ({ owner, template }) =>
        owner.kind === "Job" &&
        template.spec.volumes?.some((volume) => volume.persistentVolumeClaim?.claimName === "emqx-backup"),
    );
    expect(checks.map(({ owner }) => owner.metadata.annotations)).toEqual([
      {
        "argocd.argoproj.io/hook": "Sync",
        "argocd.argoproj.io/hook-delete-policy": "BeforeHookCreation",
        "kustomize.toolkit.fluxcd.io/force": "enabled",
      },
    ]);
    for (const service of ofKind<Service>(objects, "Service")) {
      for (const { template } of checks) {
        expect(selects(service.spec.selector, template.metadata.labels)).toBe(false);
      }
    }
  });
});

describe("external-secrets", () => {
  it("delivers every Secret that the pods ask for, with every key", async () => {
    const objects = await combination("external-secrets-with-backup");
    const delivered = new Map(
      ofKind(objects, "ExternalSecret").map((object) => {
        const spec = object["spec"] as {
          readonly target: { readonly name: string; readonly template?: { readonly data: object } };
          readonly data: readonly { readonly secretKey: string }[];
        };
        const keys = Object.keys(spec.target.template?.data ?? {});
        return [spec.target.name, keys.length > 0 ? keys : spec.data.map((entry) => entry.secretKey)];
      }),
    );
    const asked = podTemplates(objects).flatMap(({ template }) => secretReferences(template.spec));
    expect(asked.length).toBeGreaterThanOrEqual(6);
    for (const { name, key } of asked) {
      expect(delivered.has(name), name).toBe(true);
      if (key !== undefined) expect(delivered.get(name)).toContain(key);
    }
    expect(delivered.get("emqx-mqtt-users")).toEqual(["users.csv"]);
    expect(delivered.get("emqx-api-key")).toContain("bootstrap");
  });
});
