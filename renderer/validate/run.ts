// Runs the rules over what an overlay renders to: one pass, all findings, a bounded report.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Cluster } from "./model/cluster.ts";
import { withoutOverlaps } from "./overlaps.ts";
import type { Finding, Rule } from "./rule.ts";
import { contextFor, type Settings, severityIn } from "./settings.ts";
import { toDiagnostic } from "./to-diagnostic.ts";

/** Findings of one rule that are kept; the others are counted. */
const keptAtMost = 1000;

export interface Results {
  readonly diagnostics: readonly Diagnostic[];
  /** How often each rule was broken beyond what is kept. */
  readonly uncounted: ReadonlyMap<string, number>;
}

/**
 * @param rules     what runs, unless the settings turn it off
 * @param isExcused asked of every finding; an excused one is not reported
 */
export function runRules(
  cluster: Cluster,
  rules: readonly Rule[],
  settings: Settings,
  isExcused: (finding: Finding, rule: Rule) => boolean = () => false,
): Results {
  const diagnostics: Diagnostic[] = [];
  const uncounted = new Map<string, number>();
  for (const rule of rules) {
    const severity = severityIn(settings, rule);
    if (severity === "off") continue;
    let found = 0;
    for (const finding of rule.check(cluster, contextFor(settings, rule))) {
      if (isExcused(finding, rule)) continue;
      if (found < keptAtMost) diagnostics.push(toDiagnostic(finding, rule, severity));
      found++;
    }
    if (found > keptAtMost) uncounted.set(rule.code, found - keptAtMost);
  }
  return { diagnostics: withoutOverlaps(diagnostics), uncounted };
}
