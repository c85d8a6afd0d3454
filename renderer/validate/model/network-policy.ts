// What NetworkPolicies let through. A direction is open until a policy chooses the pod for it; from then on only what
// one of its policies names passes. https://kubernetes.io/docs/concepts/services-networking/network-policies/
import type { Cluster } from "./cluster.ts";
import { best, meansPeer, type Peer, type Verdict } from "./network-peer.ts";
import type { KubeObject } from "./object.ts";
import { perObject } from "./per-object.ts";
import { selects } from "./selection.ts";
import { textMap, type Value } from "./value.ts";
import type { Workload } from "./workload.ts";

export type Direction = "Ingress" | "Egress";

/** A port of the pod that is connected to, whichever direction is asked about; never that of a Service. */
export interface Port {
  readonly number: number;
  readonly protocol: "TCP" | "UDP" | "SCTP";
}

/** Whether a connection between pods passes the policies of both ends. */
export function connects(cluster: Cluster, from: Workload, to: Workload, port: Port): Verdict {
  const out = passes(cluster, from, "Egress", { kind: "pods", workload: to }, port);
  if (out === "blocked") return out;
  const into = passes(cluster, to, "Ingress", { kind: "pods", workload: from }, port);
  return into === "passes" ? out : into;
}

/** Whether the policies of a workload's pods let a connection from (or, for egress, to) somebody through. */
export function passes(
  cluster: Cluster,
  workload: Workload,
  direction: Direction,
  peer: Peer,
  port: Port,
): Verdict {
  const chosen = policiesOf(cluster, workload, direction);
  if (chosen.length === 0) return "passes";
  const server = direction === "Ingress" ? workload : peer.kind === "pods" ? peer.workload : undefined;
  return best(
    chosen.flatMap((policy) =>
      rulesOf(policy, direction)
        .filter((rule) => meansPort(rule.get("ports"), port, server))
        .map((rule) => {
          const entries = rule.get(direction === "Ingress" ? "from" : "to");
          return meansPeer(cluster, entries, peer, policy.namespace);
        }),
    ),
  );
}

/** Whether some peer, whoever it is, may be connected with by a port. */
export function opensPort(cluster: Cluster, workload: Workload, direction: Direction, port: Port): boolean {
  const chosen = policiesOf(cluster, workload, direction);
  const server = direction === "Ingress" ? workload : undefined;
  // A name of a server that is not known may stand for any number.
  const isOpenName = (item: Value): boolean => !server && item.get("port").exists && !item.get("port").number;
  const opens = (policy: KubeObject): boolean =>
    rulesOf(policy, direction)
      .map((rule) => rule.get("ports"))
      .some((ports) => meansPort(ports, port, server) || ports.items().some(isOpenName));
  return chosen.length === 0 || chosen.some(opens);
}

/** The policies that close a direction of a workload's pods; none leaves it open. */
export function policiesOf(
  cluster: Cluster,
  workload: Workload,
  direction: Direction,
): readonly KubeObject[] {
  return cluster.once(newChoices)(workload)[direction];
}

/** The policies that choose the pods of a workload; every pair of workloads asks for them. */
type Choices = Readonly<Record<Direction, readonly KubeObject[]>>;

function newChoices(cluster: Cluster): (workload: Workload) => Choices {
  const known = new Map<Workload, Choices>();
  return (workload) => {
    const found = known.get(workload) ?? choicesOf(cluster, workload);
    known.set(workload, found);
    return found;
  };
}

function choicesOf(cluster: Cluster, { object, pod, labels }: Workload): Choices {
  // Policies do not reach pods that share the address of their node.
  if (pod.get("hostNetwork").boolean === true) return { Ingress: [], Egress: [] };
  const { namespace } = object;
  const index = cluster.once(policiesByLabel);
  const keys = [anyPod(namespace), ...[...labels].map((label) => oneLabel(namespace, label))];
  const chosen = keys
    .flatMap((key) => index.get(key) ?? [])
    .filter((policy) => selects(policy.root.get("spec", "podSelector"), labels));
  const about = (direction: Direction): readonly KubeObject[] =>
    chosen.filter((policy) => directionsOf(policy).includes(direction));
  return { Ingress: about("Ingress"), Egress: about("Egress") };
}

/** Without `policyTypes` a policy is about ingress, and about egress too when it has such rules. */
export const directionsOf: (policy: KubeObject) => readonly Direction[] = perObject(readDirections);

function readDirections(policy: KubeObject): readonly Direction[] {
  const types = policy.root.get("spec", "policyTypes").items();
  if (types.length > 0)
    return (["Ingress", "Egress"] as const).filter((d) => types.some((t) => t.text === d));
  return rulesOf(policy, "Egress").length > 0 ? ["Ingress", "Egress"] : ["Ingress"];
}

/** The entries of `ingress` or `egress`. */
export function rulesOf(policy: KubeObject, direction: Direction): readonly Value[] {
  return policy.root.get("spec", direction === "Ingress" ? "ingress" : "egress").items();
}

/** Whether one of the entries means the port; no entries mean all ports. Names are those of the server's pods. */
function meansPort(entries: Value, { number, protocol }: Port, server: Workload | undefined): boolean {
  const items = entries.items();
  if (items.length === 0) return true;
  return items.some((item) => {
    if ((item.get("protocol").text ?? "TCP") !== protocol) return false;
    const port = item.get("port");
    if (!port.exists) return true;
    const first = port.number ?? (server && numberOfPort(server, port.text, protocol));
    return first !== undefined && number >= first && number <= (item.get("endPort").number ?? first);
  });
}

/** The number of a named port in a workload's pods. */
export function numberOfPort(
  { containers }: Workload,
  name: string | undefined,
  protocol: Port["protocol"],
): number | undefined {
  return containers
    .flatMap(({ value }) => value.get("ports").items())
    .filter((port) => (port.get("protocol").text ?? "TCP") === protocol)
    .find((port) => port.get("name").text === name)
    ?.get("containerPort").number;
}

// A scan of all policies for every workload would be quadratic.
function policiesByLabel(cluster: Cluster): ReadonlyMap<string, readonly KubeObject[]> {
  const index = new Map<string, KubeObject[]>();
  for (const policy of cluster.ofKind("NetworkPolicy", "networking.k8s.io")) {
    const [label] = textMap(policy.root.get("spec", "podSelector", "matchLabels"));
    const key = label ? oneLabel(policy.namespace, label) : anyPod(policy.namespace);
    const known = index.get(key);
    if (known) known.push(policy);
    else index.set(key, [policy]);
  }
  return index;
}

function oneLabel(namespace: string, [key, value]: readonly [string, string]): string {
  return `${namespace}\0${key}\0${value}`;
}

function anyPod(namespace: string): string {
  return namespace;
}
