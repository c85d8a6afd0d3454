// What a validation looked at, and what came of it in numbers.
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";

export interface OverlaySummary {
  readonly directory: string;
  readonly objects: number;
  /** Findings that a policy excuses. */
  readonly excused: number;
  /** It could not be rendered. */
  readonly failed: boolean;
}

/** Everything that a report tells. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  readonly overlays: readonly OverlaySummary[];
  /** By rule: how many findings are not among the diagnostics, because there were too many. */
  readonly uncounted: ReadonlyMap<string, number>;
  /** Findings that were there before and are not reported. */
  readonly known: number;
}

export type Counts = Readonly<Record<Severity, number>>;

export function countsOf(diagnostics: readonly Diagnostic[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

/** `2 errors, 1 warning`; empty when there is nothing. */
export function countText(counts: Counts): string {
  const words = [
    [counts.error, "error"],
    [counts.warning, "warning"],
    [counts.info, "remark"],
  ] as const;
  return words
    .filter(([number]) => number > 0)
    .map(([number, word]) => plural(number, word))
    .join(", ");
}

export function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

/** The findings of an overlay; all of them where there is only one. */
export function findingsOf(directory: string, { diagnostics, overlays }: Report): readonly Diagnostic[] {
  if (overlays.length === 1) return diagnostics;
  return diagnostics.filter(({ overlays: places }) => places?.includes(directory));
}
