/** Who may talk to whom: the edges that the network policies open, compared with those the services need. */
import { describe, expect, it } from "vitest";
import {
  type Labels,
  type NetworkPolicy,
  ofKind,
  type PolicyPeer,
  type PolicyRule,
  podTemplates,
  selects,
} from "./objects.ts";
import { type KubernetesObject, rendered } from "./rendered.ts";

interface Pod {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  readonly ports: readonly number[];
}

function podsOf(objects: readonly KubernetesObject[], namespace: string): readonly Pod[] {
  return podTemplates(objects).map(({ owner, template }) => ({
    namespace,
    name: owner.metadata.name,
    labels: template.metadata.labels,
    ports: template.spec.containers.flatMap((c) => (c.ports ?? []).map((port) => port.containerPort)),
  }));
}

function peerIs(peer: PolicyPeer, pod: Pod, policyNamespace: string): boolean {
  if ("ipBlock" in peer) return false;
  const inNamespace = peer.namespaceSelector
    ? selects(peer.namespaceSelector.matchLabels, { "kubernetes.io/metadata.name": pod.namespace })
    : pod.namespace === policyNamespace;
  return inNamespace && selects(peer.podSelector?.matchLabels, pod.labels);
}

function allows(
  policies: readonly NetworkPolicy[],
  direction: "Ingress" | "Egress",
  pod: Pod,
  peer: Pod,
  port: number,
): boolean {
  const own = policies.filter(
    (policy) =>
      policy.metadata.namespace === pod.namespace &&
      policy.spec.policyTypes.includes(direction) &&
      selects(policy.spec.podSelector.matchLabels, pod.labels),
  );
  if (own.length === 0) return true;
  return own.some((policy) => {
    const rules: readonly PolicyRule[] =
      (direction === "Ingress" ? policy.spec.ingress : policy.spec.egress) ?? [];
    return rules.some((rule) => {
      const peers = direction === "Ingress" ? rule.from : rule.to;
      const portFits =
        rule.ports === undefined || rule.ports.some((p) => p.protocol === "TCP" && p.port === port);
      return portFits && (peers === undefined || peers.some((p) => peerIs(p, peer, pod.namespace)));
    });
  });
}

/** Every open edge `client -> server:port`, over all pods of both namespaces. */
async function openEdges(dirs: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const objects = new Map<string, readonly KubernetesObject[]>();
  for (const [namespace, dir] of Object.entries(dirs)) objects.set(namespace, await rendered(dir));
  const policies = [...objects.values()].flatMap((all) => ofKind<NetworkPolicy>(all, "NetworkPolicy"));
  const pods = [...objects].flatMap(([namespace, all]) => podsOf(all, namespace));
  return pods
    .flatMap((client) =>
      pods.flatMap((server) =>
        server.ports
          .filter((port) => allows(policies, "Egress", client, server, port))
          .filter((port) => allows(policies, "Ingress", server, client, port))
          .map((port) => `${client.name} -> ${server.name}:${port}`),
      ),
    )
    .sort();
}

const databaseClients = ["restapi", "lm", "db-migrate", "api-bootstrap-user"];
const edges = (clients: readonly string[], server: string): readonly string[] =>
  clients.map((client) => `${client} -> ${server}`);

describe("inside the broker's namespace", () => {
  it("opens the edges the core needs and no other", async () => {
    expect(await openEdges({ iota: "test/tree/broker-combinations/priority" })).toEqual(
      [
        ...edges(databaseClients, "db:5432"),
        "lm -> mq:5672",
        "website -> mq:1883",
        "website -> restapi:5687",
      ].sort(),
    );
  });

  it("opens the edges of every profile and no other", async () => {
    const workers = [
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
    const open = await openEdges({ iota: "test/tree/broker-combinations/everything" });
    // The door for devices, 8883, is open to everyone; from inside only who has any egress to mq could use it: nobody.
    expect(open).toEqual(
      [
        ...edges([...databaseClients, ...workers, "db-backup"], "db:5432"),
        ...edges([...workers, "lm", "ttn-webhook"], "mq:5672"),
        "ttn-processor -> ttn-decoder:3001",
        "website -> restapi:5687",
      ].sort(),
    );
  });
});

describe.each(["dev", "prod"])("between EMQX and the broker in %s", (environment) => {
  it("opens the bridge to RabbitMQ and the website to EMQX, and nothing else crosses", async () => {
    const open = await openEdges({
      emqx: `overlays/${environment}/emqx`,
      iota: `overlays/${environment}/broker`,
    });
    const emqx = open.filter((edge) => edge.startsWith("emqx ->") || edge.includes("-> emqx:"));
    const crossing = emqx.filter((edge) => !/^emqx.* -> emqx:/.test(edge));
    expect(crossing).toEqual(["emqx -> mq:1883", "website -> emqx:1883"]);
  });
});

it("lets the ICT receiver reach its own listener of EMQX, and nobody else reaches that one", async () => {
  const open = await openEdges({
    emqx: "test/tree/broker-combinations/emqx-with-ict",
    iota: "test/tree/broker-combinations/ict-on-emqx",
  });
  expect(open.filter((edge) => edge.endsWith(":11883"))).toEqual(["ict-mqtt -> emqx:11883"]);
});

it.each(["overlays/dev/broker", "base/broker"])("%s closes what no policy opens", async (dir) => {
  const policies = ofKind<NetworkPolicy>(await rendered(dir), "NetworkPolicy");
  const closed = policies.filter(
    (policy) => Object.keys(policy.spec.podSelector).length === 0 && !policy.spec.egress,
  );
  expect(closed.map((policy) => policy.spec.policyTypes)).toEqual([["Ingress", "Egress"]]);
});

it("lets nothing of the dev environment out to the internet", async () => {
  const policies = ofKind<NetworkPolicy>(await rendered("overlays/dev/broker"), "NetworkPolicy");
  expect(JSON.stringify(policies)).not.toContain("ipBlock");
});
