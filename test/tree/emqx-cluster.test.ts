/** The rules that make several EMQX nodes one cluster, over every way of building it that has our own StatefulSet. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  environmentOf,
  type NetworkPolicy,
  ofKind,
  one,
  type Service,
  selects,
  type Workload,
} from "./objects.ts";
import { type KubernetesObject, rendered } from "./rendered.ts";

const combinations = readdirSync(fileURLToPath(new URL("emqx-combinations", import.meta.url)))
  .filter((name) => !name.startsWith("operator-"))
  .map((name) => `test/tree/emqx-combinations/${name}`);

describe.each(["base/emqx", "overlays/dev/emqx", "overlays/prod/emqx", ...combinations])("%s", (dir) => {
  it("names the nodes by a headless Service that answers before they are ready", async () => {
    const objects = await rendered(dir);
    const emqx = one<Workload>(objects, "StatefulSet", "emqx");
    const headless = one<Service>(objects, "Service", emqx.spec.serviceName ?? "");
    expect(headless.spec.clusterIP).toBe("None");
    expect(headless.spec.publishNotReadyAddresses).toBe(true);
    expect(selects(headless.spec.selector, emqx.spec.template.metadata.labels)).toBe(true);
    expect(headless.spec.ports.map((port) => port.port)).toEqual([4370, 5369]);
    expect(emqx.spec.podManagementPolicy).toBe("Parallel");
  });

  it("gives every node the name under which its peers look for it", async () => {
    const objects = await rendered(dir);
    const emqx = one<Workload>(objects, "StatefulSet", "emqx");
    const environment = environmentOf(brokerOf(emqx), objects);
    const service = emqx.spec.serviceName ?? "";
    const domain = `${service}.$(POD_NAMESPACE).svc.cluster.local`;
    expect(environment.get("EMQX_HOST")).toBe(`$(POD_NAME).${domain}`);
    // A prefix with a digit at its end would move the distribution port away from 4370.
    expect(environment.get("EMQX_NAME")).toMatch(/^[a-z]+$/);
    if (environment.get("EMQX_CLUSTER__DISCOVERY_STRATEGY") === "dns") {
      expect(environment.get("EMQX_CLUSTER__DNS__NAME")).toBe(domain);
      expect(environment.get("EMQX_CLUSTER__DNS__RECORD_TYPE")).toBe("srv");
    } else {
      expect(environment.get("EMQX_CLUSTER__DISCOVERY_STRATEGY")).toBe("k8s");
      expect(environment.get("EMQX_CLUSTER__K8S__SERVICE_NAME")).toBe(service);
      expect(environment.get("EMQX_CLUSTER__K8S__NAMESPACE")).toBe("$(POD_NAMESPACE)");
      expect(environment.get("EMQX_CLUSTER__K8S__ADDRESS_TYPE")).toBe("hostname");
      expect(environment.get("EMQX_CLUSTER__K8S__SUFFIX")).toBe("svc.cluster.local");
    }
  });

  it("declares a variable above those that refer to it", async () => {
    const broker = brokerOf(one<Workload>(await rendered(dir), "StatefulSet", "emqx"));
    const seen = new Set<string>();
    for (const { name, value } of broker.env ?? []) {
      for (const [, reference] of value?.matchAll(/\$\(([A-Z_]+)\)/g) ?? [])
        expect(seen).toContain(reference);
      seen.add(name);
    }
  });

  it("takes the cookie and the dashboard password from Secrets that are not in the build", async () => {
    const objects = await rendered(dir);
    const environment = environmentOf(brokerOf(one<Workload>(objects, "StatefulSet", "emqx")), objects);
    expect(environment.get("EMQX_NODE__COOKIE")).toBe("emqx-node-cookie/cookie");
    expect(environment.get("EMQX_DASHBOARD__DEFAULT_PASSWORD")).toBe("emqx-dashboard-admin/password");
    expect(ofKind(objects, "Secret")).toEqual([]);
  });

  it("lets nobody in without an account, nor past the access rules", async () => {
    const objects = await rendered(dir);
    const environment = environmentOf(brokerOf(one<Workload>(objects, "StatefulSet", "emqx")), objects);
    expect(environment.get("EMQX_AUTHENTICATION__1__MECHANISM")).toBe("password_based");
    expect(environment.get("EMQX_AUTHENTICATION__1__BACKEND")).toBe("built_in_database");
    expect(environment.get("EMQX_AUTHORIZATION__NO_MATCH")).toBe("deny");
    const acl = one<KubernetesObject>(objects, "ConfigMap", "emqx-config")["data"] as Record<string, string>;
    expect(acl["acl.conf"]).not.toMatch(/^\{allow, *all\}/m);
  });

  it("opens the ports of the cluster between the nodes and to nobody else", async () => {
    const objects = await rendered(dir);
    const labels = one<Workload>(objects, "StatefulSet", "emqx").spec.template.metadata.labels;
    const policies = ofKind<NetworkPolicy>(objects, "NetworkPolicy").filter((policy) =>
      selects(policy.spec.podSelector.matchLabels, labels),
    );
    for (const port of [4370, 5369]) {
      for (const [direction, side] of [
        ["ingress", "from"],
        ["egress", "to"],
      ] as const) {
        const rules = policies
          .flatMap((policy) => policy.spec[direction] ?? [])
          .filter((rule) => rule.ports?.some((entry) => entry.port === port));
        expect(rules).toHaveLength(1);
        const peers = rules[0]?.[side] ?? [];
        expect(peers).toHaveLength(1);
        expect(peers[0]?.namespaceSelector).toBeUndefined();
        expect(selects(peers[0]?.podSelector?.matchLabels, labels)).toBe(true);
      }
    }
    for (const service of ofKind<Service>(objects, "Service")) {
      if (service.spec.clusterIP === "None") continue;
      expect(service.spec.ports.map((port) => port.port)).not.toContain(4370);
      expect(service.spec.ports.map((port) => port.port)).not.toContain(5369);
    }
  });

  it("offers no port on which nothing listens", async () => {
    const objects = await rendered(dir);
    const emqx = one<Workload>(objects, "StatefulSet", "emqx");
    const environment = environmentOf(brokerOf(emqx), objects);
    const listening = new Map([
      ["dashboard", environment.get("EMQX_DASHBOARD__LISTENERS__HTTP__BIND")],
      ["erlang-dist", "4370"],
      ["gen-rpc", "5369"],
    ]);
    for (const [type, name] of [
      ["TCP", "mqtt"],
      ["WS", "ws"],
      ["SSL", "mqtts"],
      ["WSS", "wss"],
    ] as const) {
      if (environment.get(`EMQX_LISTENERS__${type}__DEFAULT__ENABLE`) === "false") continue;
      listening.set(name, environment.get(`EMQX_LISTENERS__${type}__DEFAULT__BIND`));
    }
    const ports = new Map(brokerOf(emqx).ports?.map((port) => [port.name, String(port.containerPort)]));
    expect(Object.fromEntries(ports)).toEqual(Object.fromEntries(listening));
    const services = ofKind<Service>(objects, "Service");
    expect(services.length).toBeGreaterThanOrEqual(3);
    for (const service of services) {
      expect(selects(service.spec.selector, emqx.spec.template.metadata.labels)).toBe(true);
      for (const port of service.spec.ports) {
        const target = String(port.targetPort);
        expect([...ports.entries()].find((entry) => entry.includes(target))?.[1]).toBe(String(port.port));
      }
    }
  });
});

function brokerOf(emqx: Workload): Workload["spec"]["template"]["spec"]["containers"][number] {
  const broker = emqx.spec.template.spec.containers.find((container) => container.name === "emqx");
  if (broker === undefined) throw new Error("no container emqx");
  return broker;
}
