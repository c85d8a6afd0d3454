// What the NetworkPolicies let through to and from the pods of an instance.
import type { Cluster } from "../../model/cluster.ts";
import { inNamespace } from "../../model/namespaced.ts";
import type { KubeObject } from "../../model/object.ts";
import { selects } from "../../model/selection.ts";
import type { Value } from "../../model/value.ts";
import type { EmqxInstance } from "../instance/instance.ts";

export type Direction = "Ingress" | "Egress";

/** The policies of a direction that select the pods; where there is none, everything is open. */
export function policiesOf(
  cluster: Cluster,
  instance: EmqxInstance,
  direction: Direction,
): readonly KubeObject[] {
  const { object, labels } = instance;
  return inNamespace(cluster, object.namespace, "NetworkPolicy", "networking.k8s.io").filter(
    ({ root }) => directionsOf(root).includes(direction) && selects(root.get("spec", "podSelector"), labels),
  );
}

/** Absent types mean Ingress, and Egress where there are such rules. */
function directionsOf(root: Value): readonly Direction[] {
  const types = root.get("spec", "policyTypes");
  if (types.exists) return types.items().map(({ text }) => text as Direction);
  return root.get("spec", "egress").exists ? ["Ingress", "Egress"] : ["Ingress"];
}

/** One rule of a policy as far as its ports go. */
function opensPort(rule: Value, port: number, protocol: string, names: ReadonlyMap<string, number>): boolean {
  const ports = rule.get("ports").items();
  if (ports.length === 0) return true;
  return ports.some((each) => {
    if ((each.get("protocol").text ?? "TCP") !== protocol) return false;
    const text = each.get("port").text;
    if (text === undefined) return true;
    const first = /^\d+$/.test(text) ? Number(text) : names.get(text);
    const last = each.get("endPort").number ?? first;
    return first !== undefined && last !== undefined && port >= first && port <= last;
  });
}

export interface Traffic {
  readonly direction: Direction;
  readonly port: number;
  readonly protocol: "TCP" | "UDP";
  /** Whether a peer of a rule means the other side; undefined: any peer will do. */
  readonly isPeer?: (peer: Value) => boolean;
}

/** Whether some policy lets the traffic through. */
export function isOpen(
  policies: readonly KubeObject[],
  { container }: EmqxInstance,
  { direction, port, protocol, isPeer }: Traffic,
): boolean {
  const [list, side] = direction === "Ingress" ? ["ingress", "from"] : ["egress", "to"];
  const names = new Map<string, number>();
  for (const each of container.get("ports").items())
    names.set(each.get("name").text ?? "", each.get("containerPort").number ?? 0);
  return policies.some(({ root }) =>
    root
      .get("spec", list)
      .items()
      .some((rule) => {
        if (!opensPort(rule, port, protocol, names)) return false;
        const peers = rule.get(side).items();
        return peers.length === 0 || !isPeer || peers.some(isPeer);
      }),
  );
}

/** Whether a peer means the pods of the instance themselves. */
export function meansSelf({ labels }: EmqxInstance): (peer: Value) => boolean {
  return (peer) => {
    const cidr = peer.get("ipBlock", "cidr").text;
    if (cidr !== undefined) return true;
    const pods = peer.get("podSelector");
    // The labels of the namespace are not known here.
    return !pods.exists || selects(pods, labels);
  };
}
