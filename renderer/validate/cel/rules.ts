// Rules that a policy writes as CEL expressions.
import type { Collector } from "../../diagnostics/collector.ts";
import type { RuleCode } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../diagnostics/location.ts";
import { withinTime } from "../../text/time-limit.ts";
import { parsePath } from "../../yaml/path.ts";
import type { KubeObject } from "../model/object.ts";
import type { Value } from "../model/value.ts";
import type { PolicyFile } from "../policy/read.ts";
import type { CelRuleSpec } from "../policy/schema.ts";
import type { Finding, Rule } from "../rule.ts";
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
    return [toRule(spec, compiled.evaluate, file.placeOf("celRules", i, "expression"))];
  });
}

/** For all objects of an overlay; thousands of them take a moment. */
const longestSeconds = 10;

type Evaluate = (variables: { readonly object: unknown }) => boolean | string;

function toRule(spec: CelRuleSpec, evaluate: Evaluate, written: Place): Rule {
  const { code, severity = "error", message, field = "", help } = spec;
  const kinds = spec.kinds && new Set(spec.kinds);
  const path = parsePath(field) ?? [];
  const findings = ({ root, resource }: KubeObject): readonly Finding[] => {
    const result = evaluate({ object: toCel(resource.node) });
    if (result === true) return [];
    const at = path.reduce<Value>((value, part) => value.step(part), root);
    if (result === false) return [{ at, message }];
    const help = "guard fields that may be missing with has()";
    return [{ at, message: `the rule cannot tell: ${result}`, help }];
  };
  return {
    code: code as RuleCode,
    severity,
    summary: message,
    why: "A policy of this tree says so",
    fix: help ?? `make this true: ${spec.expression}`,
    check({ objects }) {
      const meant = kinds ? objects.filter(({ kind }) => kinds.has(kind)) : objects;
      const checked = withinTime(longestSeconds * 1000, () => meant.flatMap((object) => findings(object)));
      if (checked) return checked.value;
      const help = "an expression that goes through a list for each item of a list takes the product of both";
      return [{ at: written, message: `the rule takes longer than ${longestSeconds} s`, help }];
    },
  };
}
