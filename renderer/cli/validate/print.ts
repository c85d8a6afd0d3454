// The report of a validation in the formats there are.
import { githubReport, type PathOf } from "../../report/github.ts";
import { validationJson } from "../../report/json.ts";
import { junitReport } from "../../report/junit.ts";
import { markdownReport } from "../../report/markdown.ts";
import type { Describe } from "../../report/rule-info.ts";
import { sarifReport } from "../../report/sarif.ts";
import type { Style } from "../../report/style.ts";
import type { Report } from "../../report/summary.ts";
import { validationText } from "../../report/text.ts";
import type { ValidationFormat } from "./formats.ts";

export interface Printing {
  readonly style: Style;
  readonly describe: Describe;
  readonly toolVersion: string;
  readonly toRepository: PathOf;
}

export function printedReport(
  report: Report,
  format: ValidationFormat,
  { style, describe, toolVersion, toRepository }: Printing,
): string {
  switch (format) {
    case "text":
      return validationText(report, style);
    case "json":
      return validationJson(report);
    case "github":
      return githubReport(report.diagnostics, toRepository);
    case "sarif":
      return sarifReport(report.diagnostics, describe, toolVersion, toRepository);
    case "junit":
      return junitReport(report);
    case "markdown":
      return markdownReport(report);
  }
}
