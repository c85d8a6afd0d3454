// Whom an entry of `from` or `to` in a NetworkPolicy means.
import type { Cluster } from "./cluster.ts";
import { selects } from "./selection.ts";
import { textMap, type Value } from "./value.ts";
import type { Workload } from "./workload.ts";

/** Who is at the other end of a connection. */
export type Peer =
  | { readonly kind: "pods"; readonly workload: Workload }
  /** An IPv4 address outside of the cluster: `93.184.216.34`. */
  | { readonly kind: "address"; readonly address: string };

/**
 * `unknown`: it depends on what only the cluster knows, such as the labels of a namespace that is not rendered. A rule
 * that looks for what is closed takes it for a yes, one that looks for what is open for a no.
 */
export type Verdict = "passes" | "blocked" | "unknown";

/** Whether one of the entries means the peer; no entries mean everybody. */
export function meansPeer(cluster: Cluster, entries: Value, peer: Peer, policyNamespace: string): Verdict {
  const items = entries.items();
  if (items.length === 0) return "passes";
  return best(
    items.map((item) =>
      peer.kind === "address"
        ? inBlock(item.get("ipBlock"), peer.address)
        : meansPods(cluster, item, peer.workload, policyNamespace),
    ),
  );
}

/** The most open of several verdicts, since what one rule lets through no other rule stops. */
export function best(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("passes")) return "passes";
  return verdicts.includes("unknown") ? "unknown" : "blocked";
}

function meansPods(cluster: Cluster, item: Value, workload: Workload, policyNamespace: string): Verdict {
  // Addresses of pods, and what selectors do with pods that share the address of their node, differ by cluster.
  if (item.get("ipBlock").exists || workload.pod.get("hostNetwork").boolean === true) return "unknown";
  const pods = item.get("podSelector");
  const namespaces = item.get("namespaceSelector");
  if (pods.exists && !selects(pods, workload.labels)) return "blocked";
  const { namespace } = workload.object;
  if (!namespaces.exists) return pods.exists && namespace === policyNamespace ? "passes" : "blocked";
  const known = cluster.find("Namespace", "", namespace);
  // Every namespace has this label; what others it has stands in its object, if that is rendered.
  const labels = new Map(known?.labels ?? []).set("kubernetes.io/metadata.name", namespace);
  if (selects(namespaces, labels)) return "passes";
  return known || asksOnlyForName(namespaces) ? "blocked" : "unknown";
}

function asksOnlyForName(selector: Value): boolean {
  const expressions = selector.get("matchExpressions").items();
  const keys = [
    ...textMap(selector.get("matchLabels")).keys(),
    ...expressions.map((expression) => expression.get("key").text),
  ];
  return keys.every((key) => key === "kubernetes.io/metadata.name");
}

function inBlock(block: Value, address: string): Verdict {
  const exceptions = block.get("except").items();
  const isIn = isWithin(block.get("cidr").text, address);
  return isIn && !exceptions.some(({ text }) => isWithin(text, address)) ? "passes" : "blocked";
}

/** IPv4 only: an address is in no block of the other family. */
function isWithin(block: string | undefined, address: string): boolean {
  const [base = "", bits = ""] = (block ?? "").split("/");
  const [first, own] = [toNumber(base), toNumber(address)];
  if (first === undefined || own === undefined || !/^([12]?\d|3[0-2])$/.test(bits)) return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(first / size) === Math.floor(own / size);
}

function toNumber(address: string): number | undefined {
  const parts = address.split(".");
  const isAddress = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
  return isAddress ? parts.reduce((sum, part) => sum * 256 + Number(part), 0) : undefined;
}
