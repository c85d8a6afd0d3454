// The memory of a node.
import type { Cluster } from "../../model/cluster.ts";
import { inNamespace } from "../../model/namespaced.ts";
import type { Rule } from "../../rule.ts";
import { emqxInstances } from "../instance/instance.ts";

const megabyte = 1 << 20;

export const lowMemory: Rule = {
  code: "emqx/no-memory-limit",
  severity: "warning",
  summary: "A node has no memory limit, no request, or too little of it",
  why: "EMQX sheds load by the memory that it sees; without a limit that is the node's, and with too little it is killed while it starts",
  fix: "request memory and limit it, 512Mi or more",
  source: "https://github.com/emqx/emqx/pull/14588",
  parameters: { mebibytes: { summary: "The least limit", default: 512 } },
  *check(cluster, context) {
    const least = context.number("mebibytes");
    for (const { container, object } of emqxInstances(cluster)) {
      const resources = container.get("resources");
      const limit = resources.get("limits", "memory");
      const request = resources.get("requests", "memory");
      const size = limit.text === undefined ? undefined : bytesOf(limit.text);
      if (!limit.exists && hasDefault(cluster, object.namespace)) continue;
      if (!limit.exists) yield { at: limit, message: "the node may take all memory of its machine" };
      else if (size !== undefined && size < least * megabyte)
        yield {
          at: limit,
          message: `\`${limit.text}\` is less than the ${least}Mi that a node needs`,
          help: `request memory and limit it, ${least}Mi or more`,
        };
      // Without a request the limit counts as one.
      else if (request.text === "0") yield { at: request, message: "the node requests no memory" };
    }
  },
};

/** A LimitRange of the namespace gives containers a limit that have none. */
function hasDefault(cluster: Cluster, namespace: string): boolean {
  return inNamespace(cluster, namespace, "LimitRange", "").some(({ root }) =>
    root
      .get("spec", "limits")
      .items()
      .some((each) => each.get("default", "memory").exists),
  );
}

const multiples: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** The bytes of a quantity; undefined for a form that memory is never written in. */
export function bytesOf(quantity: string): number | undefined {
  const [, amount, unit = ""] = /^(\d+(?:\.\d+)?)([kMGT]|[KMGT]i)?$/.exec(quantity) ?? [];
  return amount === undefined ? undefined : Number(amount) * (multiples[unit] ?? 1);
}
