// Prints diagnostics in the format that was asked for: to stderr, as stdout belongs to the objects.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { githubReport } from "../report/github.ts";
import { jsonReport } from "../report/json.ts";
import { textReport } from "../report/text.ts";
import type { Io } from "./io.ts";

export const reportFormats = ["text", "json", "github"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export function printReport(diagnostics: readonly Diagnostic[], format: ReportFormat, io: Io): void {
  const text = reportText(diagnostics, format, io);
  if (text !== "") io.err(text);
}

function reportText(diagnostics: readonly Diagnostic[], format: ReportFormat, io: Io): string {
  switch (format) {
    case "text":
      return diagnostics.length === 0 ? "" : textReport(diagnostics, io.style);
    case "json":
      return jsonReport(diagnostics);
    case "github":
      return githubReport(diagnostics);
  }
}
