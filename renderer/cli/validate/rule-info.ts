// What is known of a code, be it a rule's or the renderer's.
import { codes } from "../../diagnostics/codes.ts";
import type { RuleInfo } from "../../report/rule-info.ts";
import type { Rule } from "../../validate/rule.ts";

export function describeWith(rules: readonly Rule[]): (code: string) => RuleInfo {
  const known = new Map<string, RuleInfo>([
    ...codes,
    ...rules.map((rule) => [rule.code, toInfo(rule)] as const),
  ]);
  return (code) => known.get(code) ?? { summary: code, severity: "error" };
}

/** Reports know no `off`: what they describe was turned on. */
function toInfo(rule: Rule): RuleInfo {
  return { ...rule, severity: rule.severity === "off" ? "info" : rule.severity };
}
