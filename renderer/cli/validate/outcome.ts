// What a validation prints and how it ends, as texts: made once, printed now or, from the cache, again.
import { resolve } from "node:path";
import { Collector } from "../../diagnostics/collector.ts";
import { plainStyle } from "../../report/style.ts";
import type { Report } from "../../report/summary.ts";
import type { Rule } from "../../validate/rule.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { writeOutput } from "../output.ts";
import { printReport } from "../report.ts";
import { pathInRepository } from "../repository-root.ts";
import { packageVersion } from "../version.ts";
import type { ValidationFormat } from "./formats.ts";
import { type Printing, printedReport } from "./print.ts";
import { describeWith } from "./rule-info.ts";

export interface Outcome {
  /** What findings alone make it. */
  readonly exit: ExitCode;
  /** For stdout. */
  readonly out: string;
  /** The text of each report file, in the order in which they were asked for. */
  readonly reports: readonly string[];
}

/** A report that goes into a file. */
export interface ReportFile {
  readonly format: ValidationFormat;
  readonly path: string;
}

/** @param rules  all that may have found something */
export function toOutcome(
  report: Report,
  exit: ExitCode,
  rules: readonly Rule[],
  format: ValidationFormat,
  files: readonly ReportFile[],
  io: Io,
): Outcome {
  const plain: Printing = {
    style: plainStyle,
    describe: describeWith(rules),
    toolVersion: packageVersion,
    toRepository: pathInRepository(io.workingDirectory),
  };
  return {
    exit,
    out: printedReport(report, format, { ...plain, style: io.outStyle ?? plainStyle }),
    reports: files.map((file) => printedReport(report, file.format, plain)),
  };
}

/** What cannot be written is reported. */
export function printOutcome(
  { exit, out, reports }: Outcome,
  files: readonly ReportFile[],
  io: Io,
): ExitCode {
  io.out(out);
  const written = new Collector();
  files.forEach(({ path }, i) => {
    writeOutput(resolve(io.workingDirectory, path), reports[i] ?? "", written);
  });
  printReport(written.sorted(), "text", io);
  return written.hasErrors ? exitCodes.failed : exit;
}
