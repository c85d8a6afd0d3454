// The rules that policies bring: expressions, and TypeScript files when those are allowed.
import { Collector } from "../../diagnostics/collector.ts";
import { celRulesOf } from "../../validate/cel/rules.ts";
import type { PolicyFile } from "../../validate/policy/read.ts";
import type { Rule } from "../../validate/rule.ts";
import type { Io } from "../io.ts";
import { loadCustomRules } from "./custom-rules.ts";

export interface SiteRuleOptions {
  readonly withSiteRules: boolean;
  readonly flags: { readonly allowCustomRules: boolean };
  readonly io: Io;
}

/** The rules of one policy. */
export interface SiteRuleFile {
  readonly rules: readonly Rule[];
  /** What is wrong with them, also when they run. */
  readonly collector: Collector;
}

export class SiteRules {
  readonly #options: SiteRuleOptions;
  readonly #byFile = new Map<PolicyFile, SiteRuleFile>();

  constructor(options: SiteRuleOptions) {
    this.#options = options;
  }

  /** The rules of policies; each file is read once. */
  of(layers: readonly PolicyFile[]): readonly SiteRuleFile[] {
    return this.#options.withSiteRules ? layers.map((file) => this.#read(file)) : [];
  }

  #read(file: PolicyFile): SiteRuleFile {
    const known = this.#byFile.get(file);
    if (known) return known;
    const collector = new Collector();
    const rules = [...celRulesOf(file, collector), ...loadCustomRules(file, this.#options, collector)];
    const read = { rules, collector };
    this.#byFile.set(file, read);
    return read;
  }
}

/** Of two rules with one code the later one counts. */
export function withoutOverridden(rules: readonly Rule[]): readonly Rule[] {
  return [...new Map(rules.map((rule) => [rule.code, rule])).values()];
}
