// Layers of policies to one setting: later layers refine earlier ones, exceptions add up.
import type { Collector } from "../../diagnostics/collector.ts";
import type { RuleCode, Severity } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type { ParameterValue, Rule } from "../rule.ts";
import { defaultSettings, type Exception, type RuleSettings, type Settings } from "../settings.ts";
import type { PolicyFile } from "./read.ts";
import type { RuleChoice } from "./schema.ts";

/**
 * @param layers       outermost first
 * @param rules        the rules there are; what a policy says of others is reported
 * @param environment  where no policy says it
 */
export function settingsOf(
  layers: readonly PolicyFile[],
  rules: readonly Rule[],
  environment: string,
  collector: Collector,
): Settings {
  const known = new Map<string, Rule>(rules.map((rule) => [rule.code, rule]));
  const initial = defaultSettings(environment);
  const settings = new Map<string, RuleSettings>();
  const exceptions: Exception[] = [];
  for (const file of layers) {
    for (const [code, choice] of Object.entries(file.spec.rules ?? {})) {
      const rule = known.get(code);
      if (!rule) reportUnknown(code, file.keyOf("rules", code), known, collector);
      else settings.set(code, refined(settings.get(code), choice, rule, file, collector));
    }
    file.spec.exceptions?.forEach((exception, i) => {
      const at = file.placeOf("exceptions", i);
      if (!known.has(exception.code))
        reportUnknown(exception.code, file.placeOf("exceptions", i, "code"), known, collector);
      else {
        const { code, object = "*/*", field, reason, until } = exception;
        exceptions.push({ code: code as RuleCode, object, field, reason, until, at });
      }
    });
  }
  const last = <K extends "environment" | "kubernetesVersion">(name: K): string | undefined =>
    layers.findLast(({ spec }) => spec[name] !== undefined)?.spec[name];
  return {
    environment: last("environment") ?? initial.environment,
    kubernetesVersion: last("kubernetesVersion") ?? initial.kubernetesVersion,
    rules: settings,
    exceptions,
  };
}

function refined(
  before: RuleSettings | undefined,
  choice: RuleChoice,
  rule: Rule,
  file: PolicyFile,
  collector: Collector,
): RuleSettings {
  const { severity, parameters = {} } = typeof choice === "string" ? { severity: choice } : choice;
  const accepted = Object.entries(parameters).filter(([name, value]) =>
    fits(name, value, rule, file, collector),
  );
  return {
    severity: severity ?? (before?.severity as Severity | "off" | undefined),
    parameters: { ...before?.parameters, ...Object.fromEntries(accepted) },
  };
}

function fits(
  name: string,
  value: ParameterValue,
  rule: Rule,
  file: PolicyFile,
  collector: Collector,
): boolean {
  const at = file.placeOf("rules", rule.code, "parameters", name);
  const parameter = Object.hasOwn(rule.parameters ?? {}, name) ? rule.parameters?.[name] : undefined;
  if (!parameter) {
    const names = Object.keys(rule.parameters ?? {});
    const close = nearest(name, names);
    collector.report("policy/invalid", `${rule.code} has no parameter \`${name}\``, {
      at: file.keyOf("rules", rule.code, "parameters", name),
      help: close
        ? `did you mean \`${close}\`?`
        : names.length > 0
          ? `there are ${names.join(", ")}`
          : "it has none",
    });
    return false;
  }
  const wanted = typeName(parameter.default);
  if (wanted === typeName(value)) return true;
  collector.report("policy/invalid", `the parameter \`${name}\` must be ${wanted}`, {
    at,
    help: parameter.summary,
  });
  return false;
}

function typeName(value: ParameterValue): string {
  if (Array.isArray(value)) return "a list of strings";
  return typeof value === "boolean" ? "true or false" : `a ${typeof value}`;
}

function reportUnknown(
  code: string,
  at: Exception["at"],
  known: ReadonlyMap<string, Rule>,
  collector: Collector,
): void {
  const close = nearest(code, known.keys());
  collector.report("policy/unknown-rule", `there is no rule \`${code}\``, {
    at,
    help: close ? `did you mean \`${close}\`?` : "gitops explain --rule lists the rules",
  });
}
