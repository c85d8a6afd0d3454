// Keys of ConfigMaps and Secrets that are not there.
import { nearest } from "../../diagnostics/suggest.ts";
import { allReferences } from "../model/all-references.ts";
import { keysOf } from "../model/keys.ts";
import type { Rule } from "../rule.ts";

export const missingKey: Rule = {
  code: "reference/missing-key",
  severity: "error",
  summary: "An object refers to a key that a ConfigMap or Secret does not have",
  why: "The pod is scheduled and never starts: it waits for what is not there",
  fix: "correct the key, or add it to the data",
  *check(cluster) {
    for (const { kind, name, namespace, key, keyAt, isOptional, at } of cluster.once(allReferences)) {
      const keys = key === undefined || isOptional ? undefined : keysOf(cluster, kind, namespace, name);
      if (key === undefined || !keys || keys.has(key)) continue;
      const close = nearest(key, keys);
      yield {
        at: keyAt ?? at,
        message: `the ${kind} \`${name}\` has no key \`${key}\``,
        help: close ? `did you mean \`${close}\`?` : `it has ${[...keys].join(", ") || "none"}`,
      };
    }
  },
};
