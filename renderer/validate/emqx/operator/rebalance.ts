// Moving clients between nodes: Rebalance objects of the operator.
import type { Rule } from "../../rule.ts";
import { isAtLeast, readEmqxImage } from "../instance/image.ts";
import { emqxResources } from "../instance/instance.ts";
import { sources } from "../sources.ts";

export const rebalanceTarget: Rule = {
  code: "emqx/rebalance-without-target",
  severity: "error",
  summary: "A Rebalance names no EMQX Enterprise of its namespace",
  why: "It fails at once: only Enterprise moves clients between nodes",
  fix: "name an EMQX object of the namespace whose image is emqx/emqx-enterprise",
  source: sources.operatorController,
  *check(cluster) {
    const namespaces = new Set(emqxResources(cluster).map((object) => object.namespace));
    for (const { root, namespace } of cluster.ofKind("Rebalance", "apps.emqx.io")) {
      // What it moves may be in another overlay altogether.
      if (!namespaces.has(namespace)) continue;
      const at = root.get("spec", "instanceName");
      const kind = root.get("spec", "instanceKind").text ?? "EMQX";
      const target = cluster.find(kind, namespace, at.text ?? "");
      const image = target && readEmqxImage(target.root.get("spec", "image"));
      if (!target) yield { at, message: `there is no ${kind} \`${at.text ?? ""}\` in the namespace` };
      else if (image && !image.isEnterprise && isAtLeast(image, 5, 9) !== true)
        yield {
          at,
          message: `\`${at.text}\` runs the open-source edition, which moves no clients`,
          related: [{ at: image.at, message: "its image" }],
        };
    }
  },
};

export const rebalanceThreshold: Rule = {
  code: "emqx/rebalance-threshold-not-a-number",
  severity: "error",
  summary: "A relative threshold of a Rebalance is no number",
  why: "The operator's webhook refuses the object",
  fix: 'write a number in quotes, such as "1.1"',
  source: sources.operatorController,
  *check(cluster) {
    for (const { root } of cluster.ofKind("Rebalance", "apps.emqx.io")) {
      for (const name of ["relConnThreshold", "relSessThreshold"]) {
        const at = root.get("spec", "rebalanceStrategy", name);
        if (!at.exists || /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(at.text ?? "")) continue;
        yield { at, message: `\`${at.text ?? ""}\` is no number` };
      }
    }
  },
};
