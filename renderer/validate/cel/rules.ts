// Rules that a policy writes as CEL expressions.
import type { Collector } from "../../diagnostics/collector.ts";
import type { RuleCode } from "../../diagnostics/diagnostic.ts";
import { parsePath } from "../../yaml/path.ts";
import type { Value } from "../model/value.ts";
import type { PolicyFile } from "../policy/read.ts";
import type { CelRuleSpec } from "../policy/schema.ts";
import type { Rule } from "../rule.ts";
import { compileCel, toCel } from "./expression.ts";

/** The rules of a policy; an expression that cannot be used is reported at its place. */
export function celRulesOf(file: PolicyFile, collector: Collector): readonly Rule[] {
  return (file.spec.celRules ?? []).flatMap((spec, i) => {
    const compiled = compileCel(spec.expression, ["object"]);
    if ("error" in compiled) {
      collector.report("policy/invalid", `the expression of ${spec.code} cannot be used: ${compiled.error}`, {
        at: file.placeOf("celRules", i, "expression"),
        help: "write CEL that is true where all is well, such as `object.spec.replicas >= 2`",
      });
      return [];
    }
    return [toRule(spec, compiled.evaluate)];
  });
}

function toRule(spec: CelRuleSpec, evaluate: (variables: { object: unknown }) => boolean | string): Rule {
  const { code, severity = "error", message, field = "", help } = spec;
  const kinds = spec.kinds && new Set(spec.kinds);
  const path = parsePath(field) ?? [];
  return {
    code: code as RuleCode,
    severity,
    summary: message,
    why: "A policy of this tree says so",
    fix: help ?? `make this true: ${spec.expression}`,
    *check(cluster) {
      for (const { kind, root, resource } of cluster.objects) {
        if (kinds && !kinds.has(kind)) continue;
        const result = evaluate({ object: toCel(resource.node) });
        if (result === true) continue;
        const at = path.reduce<Value>((value, part) => value.step(part), root);
        yield result === false
          ? { at, message }
          : {
              at,
              message: `the rule cannot tell: ${result}`,
              help: "guard fields that may be missing with has()",
            };
      }
    },
  };
}
