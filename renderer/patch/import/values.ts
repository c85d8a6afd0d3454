// Nodes as values that TypeScript can write down.
import type { Collector } from "../../diagnostics/collector.ts";
import { toPlain } from "../../yaml/json.ts";
import { type Node, placeOf } from "../../yaml/node.ts";
import { parseGoInt } from "../../yaml/scalar.ts";

/** The value of a node; halts at what would not come back the same. */
export function exactValue(node: Node, collector: Collector): unknown {
  switch (node.kind) {
    case "sequence":
      return node.items.map((item) => exactValue(item, collector));
    case "mapping":
      return Object.fromEntries(
        node.keys.map((key, i) => [key.text, exactValue(node.values[i] as Node, collector)]),
      );
    case "scalar": {
      const value = toPlain(node);
      const digits = node.tag === "int" ? parseGoInt(node.text) : undefined;
      const isExact =
        typeof value !== "number" ||
        (Number.isFinite(value) && (digits === undefined || BigInt(value) === digits));
      if (isExact) return value;
      return collector.halt("patch/module-failed", `\`${node.text}\` is no number that TypeScript can hold`, {
        at: placeOf(node),
        help: "keep this patch in YAML",
      });
    }
  }
}
