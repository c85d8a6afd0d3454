// Prints diagnostics in the format that was asked for: to stderr, as stdout belongs to the objects.
import type { Collector } from "../diagnostics/collector.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { githubReport } from "../report/github.ts";
import { jsonReport } from "../report/json.ts";
import { textReport } from "../report/text.ts";
import type { Io } from "./io.ts";
import { pathInRepository } from "./repository-root.ts";

export const reportFormats = ["text", "json", "github"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export function printReport(diagnostics: readonly Diagnostic[], format: ReportFormat, io: Io): void {
  const text = reportText(diagnostics, format, io);
  if (text !== "") io.err(text);
}

/** What several builds found. Overlays share their bases, and the same finding in a base is one finding. */
export function uniqueDiagnostics(collectors: readonly Collector[]): readonly Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const found of collectors.flatMap((collector) => collector.sorted())) {
    const key = `${found.code}\0${found.message}\0${found.at?.source.path ?? ""}\0${found.at?.at ?? -1}`;
    if (!seen.has(key)) seen.set(key, found);
  }
  return [...seen.values()];
}

export function reportText(diagnostics: readonly Diagnostic[], format: ReportFormat, io: Io): string {
  switch (format) {
    case "text":
      return diagnostics.length === 0 ? "" : textReport(diagnostics, io.style);
    case "json":
      return jsonReport(diagnostics);
    case "github":
      return githubReport(diagnostics, pathInRepository(io.workingDirectory));
  }
}
