// What a code means, for reports that explain it. Passed in, so that reporting needs no catalogue of its own.
import type { Severity } from "../diagnostics/diagnostic.ts";

export interface RuleInfo {
  readonly summary: string;
  readonly severity: Severity;
  readonly why?: string;
  readonly fix?: string;
  readonly source?: string;
}

export type Describe = (code: string) => RuleInfo;
