// What NetworkPolicies let through, by the words of
// https://kubernetes.io/docs/concepts/services-networking/network-policies/ and of the API reference.
import { describe, expect, test } from "vitest";
import { Cluster } from "../../renderer/validate/model/cluster.ts";
import { connects, opensPort, type Port, passes } from "../../renderer/validate/model/network-policy.ts";
import type { Workload } from "../../renderer/validate/model/workload.ts";
import { project } from "../project.ts";

const pods = `
apiVersion: v1
kind: Pod
metadata: {name: client, namespace: a, labels: {app: client}}
spec: {containers: [{name: main, image: "client:1"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: server, namespace: b, labels: {app: server, tier: back}}
spec:
  containers:
    - name: main
      image: server:1
      ports: [{name: mqtt, containerPort: 1883}, {name: quic, containerPort: 14567, protocol: UDP}]
---
apiVersion: v1
kind: Pod
metadata: {name: neighbour, namespace: b, labels: {app: neighbour}}
spec: {containers: [{name: main, image: "client:1"}]}
---
apiVersion: v1
kind: Pod
metadata: {name: of-the-node, namespace: b, labels: {app: server}}
spec: {hostNetwork: true, containers: [{name: main, image: "client:1"}]}
---
apiVersion: v1
kind: Namespace
metadata: {name: a, labels: {team: devices}}
`;

/** A policy in the server's namespace; `spec` in one line. */
const policy = (spec: string, name = "p", namespace = "b"): string => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}
`;

interface World {
  readonly cluster: Cluster;
  readonly pod: (name: string) => Workload;
}

function world(...policies: readonly string[]): World {
  const files = { "a/kustomization.yaml": "resources: [o.yaml]\n", "a/o.yaml": pods + policies.join("") };
  const rendered = project(files).render("a");
  expect(rendered.problems).toEqual([]);
  const facts = { directory: "a", environment: "prod", kubernetesVersion: "1.36" };
  const cluster = new Cluster(rendered.resources, facts);
  const pod = (name: string): Workload => {
    const found = cluster.workloads.find(({ object }) => object.name === name);
    if (!found) throw new Error(`no pod ${name}`);
    return found;
  };
  return { cluster, pod };
}

const tcp = (number: number): Port => ({ number, protocol: "TCP" });

function from(client: string, number: number, ...policies: readonly string[]): string {
  const { cluster, pod } = world(...policies);
  return connects(cluster, pod(client), pod("server"), tcp(number));
}

describe("which pods are closed", () => {
  test("without a policy everything passes", () => {
    expect(from("client", 9)).toBe("passes");
  });

  test("a policy of another namespace, or for other pods, closes nothing", () => {
    expect(from("client", 9, policy("{podSelector: {}}", "p", "c"))).toBe("passes");
    expect(from("client", 9, policy("{podSelector: {matchLabels: {app: other}}}"))).toBe("passes");
    expect(from("client", 9, policy("{podSelector: {matchLabels: {app: server, tier: front}}}"))).toBe(
      "passes",
    );
  });

  test("a policy without rules closes the pods it chooses", () => {
    expect(from("client", 9, policy("{podSelector: {}}"))).toBe("blocked");
    const byExpression = "{matchExpressions: [{key: app, operator: In, values: [server]}]}";
    expect(from("client", 9, policy(`{podSelector: ${byExpression}}`))).toBe("blocked");
  });

  test("policyTypes say which direction; without them egress rules do", () => {
    const { cluster, pod } = world(policy("{podSelector: {}, policyTypes: [Egress]}"));
    expect(connects(cluster, pod("client"), pod("server"), tcp(9))).toBe("passes");
    expect(connects(cluster, pod("server"), pod("client"), tcp(9))).toBe("blocked");
    const withRule = world(policy("{podSelector: {}, egress: [{ports: [{port: 53}]}]}"));
    const { server, client } = { server: withRule.pod("server"), client: withRule.pod("client") };
    expect(connects(withRule.cluster, server, client, tcp(9))).toBe("blocked");
    expect(connects(withRule.cluster, server, client, tcp(53))).toBe("passes");
    expect(connects(withRule.cluster, client, server, tcp(9))).toBe("blocked");
  });

  test("both ends must let a connection through", () => {
    const open = policy("{podSelector: {}, ingress: [{}]}");
    const shut = policy("{podSelector: {}, policyTypes: [Egress]}", "q", "a");
    expect(from("client", 9, open)).toBe("passes");
    expect(from("client", 9, open, shut)).toBe("blocked");
  });

  test("policies add up", () => {
    const allow = policy("{podSelector: {matchLabels: {tier: back}}, ingress: [{ports: [{port: 9}]}]}", "q");
    expect(from("client", 9, policy("{podSelector: {}}"), allow)).toBe("passes");
    expect(from("client", 8, policy("{podSelector: {}}"), allow)).toBe("blocked");
  });

  test("pods that share the address of their node are out of reach", () => {
    const { cluster, pod } = world(policy("{podSelector: {}}"));
    expect(connects(cluster, pod("client"), pod("of-the-node"), tcp(9))).toBe("passes");
    const some = world(policy("{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}"));
    expect(connects(some.cluster, some.pod("of-the-node"), some.pod("server"), tcp(9))).toBe("unknown");
  });
});

describe("who is let in", () => {
  const peers = (entries: string): string => policy(`{podSelector: {}, ingress: [{from: ${entries}}]}`);

  test.each([
    ["[]", "passes", "passes"],
    ["[{podSelector: {}}]", "blocked", "passes"],
    ["[{podSelector: {matchLabels: {app: client}}}]", "blocked", "blocked"],
    ["[{namespaceSelector: {}}]", "passes", "passes"],
    ["[{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: a}}}]", "passes", "blocked"],
    ["[{namespaceSelector: {matchLabels: {team: devices}}}]", "passes", "unknown"],
    ["[{namespaceSelector: {matchLabels: {team: others}}}]", "blocked", "unknown"],
    ["[{namespaceSelector: {}, podSelector: {matchLabels: {app: client}}}]", "passes", "blocked"],
    ["[{namespaceSelector: {}}, {podSelector: {matchLabels: {app: x}}}]", "passes", "passes"],
    ["[{ipBlock: {cidr: 10.0.0.0/8}}]", "unknown", "unknown"],
  ])("from: %s", (entries, client, neighbour) => {
    expect(from("client", 9, peers(entries))).toBe(client);
    expect(from("neighbour", 9, peers(entries))).toBe(neighbour);
  });
});

describe("which ports", () => {
  const ports = (entries: string): string => policy(`{podSelector: {}, ingress: [{ports: ${entries}}]}`);

  test.each([
    ["[]", 9, "passes"],
    ["[{protocol: UDP}]", 9, "blocked"],
    ["[{protocol: TCP}]", 9, "passes"],
    ["[{port: 8}]", 9, "blocked"],
    ["[{port: 8, endPort: 10}]", 9, "passes"],
    ["[{port: 8, endPort: 10}]", 11, "blocked"],
    ["[{port: mqtt}]", 1883, "passes"],
    ["[{port: quic}]", 14567, "blocked"],
    ["[{port: http}]", 80, "blocked"],
  ])("ports: %s, asked about %i", (entries, number, verdict) => {
    expect(from("client", number, ports(entries))).toBe(verdict);
  });

  test("a name in an egress rule is that of the server's port", () => {
    const out = policy(
      "{podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: mqtt}]}]}",
      "p",
      "a",
    );
    expect(from("client", 1883, out)).toBe("passes");
    expect(from("client", 1884, out)).toBe("blocked");
  });
});

test("an address is in a block unless it is in one of its exceptions", () => {
  const block = "{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8, 172.16.0.0/12]}}";
  const { cluster, pod } = world(
    policy(`{podSelector: {}, policyTypes: [Egress], egress: [{to: [${block}]}]}`),
  );
  const out = (address: string): string =>
    passes(cluster, pod("server"), "Egress", { kind: "address", address }, tcp(443));
  expect(["93.184.216.34", "172.32.0.1"].map(out)).toEqual(["passes", "passes"]);
  expect(["10.1.2.3", "172.31.255.255"].map(out)).toEqual(["blocked", "blocked"]);
});

test("a port is open when some peer may use it", () => {
  const { cluster, pod } = world(
    policy("{podSelector: {}, ingress: [{from: [{podSelector: {}}], ports: [{port: mqtt}]}]}"),
  );
  expect(opensPort(cluster, pod("server"), "Ingress", tcp(1883))).toBe(true);
  expect(opensPort(cluster, pod("server"), "Ingress", tcp(8883))).toBe(false);
  expect(opensPort(cluster, pod("client"), "Ingress", tcp(8883))).toBe(true);
});
