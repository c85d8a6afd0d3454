// The check of types for parts of objects, which is what patches are.
import type { Collector } from "../../diagnostics/collector.ts";
import { type Check, fullBudget } from "../../schema/check/check.ts";
import type { TypeSource } from "../../schema/type-source.ts";
import { placeOf } from "../../yaml/node.ts";

/** @param kind  of the object that is patched: what a Secret holds does not show */
export function partCheck(types: TypeSource, kind: string): Check {
  return { types, found: [], isPartial: true, isSecret: kind === "Secret", budget: fullBudget(0) };
}

/** Reports what was found, at its place in the patch. */
export function reportFound({ found }: Check, collector: Collector): void {
  for (const { code, message, help, node, isSecret } of found) {
    const at = placeOf(node);
    collector.report(code === "schema/unknown-field" ? "patch/unknown-field" : "patch/wrong-type", message, {
      at: isSecret ? { ...at, isSecret } : at,
      help,
    });
  }
}
