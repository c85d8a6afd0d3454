// What the policies of an overlay come to: which rules run, how they are set, and what is excused.
import type { RuleCode, Severity } from "../diagnostics/diagnostic.ts";
import type { Place } from "../diagnostics/location.ts";
import type { ParameterValue, Rule, RuleContext } from "./rule.ts";

export interface Settings {
  readonly environment: string;
  /** `1.36` */
  readonly kubernetesVersion: string;
  readonly rules: ReadonlyMap<string, RuleSettings>;
  readonly exceptions: readonly Exception[];
}

export interface RuleSettings {
  /** Undefined: the rule's own. */
  readonly severity: Severity | "off" | undefined;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** Something that is known and accepted, for a reason and for a time. */
export interface Exception {
  readonly code: RuleCode;
  /** `Kind/name`; either may be `*`. */
  readonly object: string;
  /** A field, with all that is below it; the whole object where it is absent. */
  readonly field: string | undefined;
  readonly reason: string;
  /** The last day it counts, `2027-03-31`. */
  readonly until: string;
  /** The entry in the policy. */
  readonly at: Place;
}

/** What holds where there is no policy. */
export function defaultSettings(environment: string): Settings {
  return { environment, kubernetesVersion: "1.36", rules: new Map(), exceptions: [] };
}

/** The severity that a rule has, `off` when it does not run. */
export function severityIn({ rules }: Settings, { code, severity }: Rule): Severity | "off" {
  return rules.get(code)?.severity ?? severity;
}

/** A rule's parameters: the policy's, else its own. */
export function contextFor({ rules }: Settings, { code, parameters = {} }: Rule): RuleContext {
  const own = rules.get(code)?.parameters ?? {};
  const value = (name: string): ParameterValue | undefined => own[name] ?? parameters[name]?.default;
  return {
    number: (name) => Number(value(name) ?? 0),
    text: (name) => String(value(name) ?? ""),
    flag: (name) => value(name) === true,
    list: (name) => {
      const list = value(name);
      return Array.isArray(list) ? list : [];
    },
  };
}
