// The rules that policies bring: expressions, and TypeScript files when those are allowed.
import type { Collector } from "../../diagnostics/collector.ts";
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

export class SiteRules {
  readonly #options: SiteRuleOptions;
  readonly #collector: Collector;
  readonly #byFile = new Map<PolicyFile, readonly Rule[]>();

  constructor(options: SiteRuleOptions, collector: Collector) {
    this.#options = options;
    this.#collector = collector;
  }

  /** The rules of policies; each file is read once. A rule that two of them bring is the later one's. */
  async of(layers: readonly PolicyFile[]): Promise<readonly Rule[]> {
    if (!this.#options.withSiteRules) return [];
    const rules = new Map<string, Rule>();
    for (const file of layers) for (const rule of await this.#read(file)) rules.set(rule.code, rule);
    return [...rules.values()];
  }

  get all(): readonly Rule[] {
    return [...this.#byFile.values()].flat();
  }

  async #read(file: PolicyFile): Promise<readonly Rule[]> {
    const known = this.#byFile.get(file);
    if (known) return known;
    const rules = [
      ...celRulesOf(file, this.#collector),
      ...(await loadCustomRules(file, this.#options, this.#collector)),
    ];
    this.#byFile.set(file, rules);
    return rules;
  }
}
