// gitops validate: everything that is wrong with the overlays, at the lines that caused it.
import { Collector } from "../../diagnostics/collector.ts";
import type { Severity } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { plural, type Report } from "../../report/summary.ts";
import { minorOf } from "../../schema/check/lifecycle.ts";
import type { Rule } from "../../validate/rule.ts";
import { rules as allRules } from "../../validate/rules.ts";
import { type BuildFlags, openExtraTypes, openFiles } from "../build-options.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { printReport } from "../report.ts";
import { newSince, readBaseline } from "../validate/baseline.ts";
import { findOverlays } from "../validate/find-overlays.ts";
import { fixFindings } from "../validate/fix.ts";
import { type ValidationFormat, validationFormats } from "../validate/formats.ts";
import { openOutcomeCache } from "../validate/kept-outcome.ts";
import { printOutcome, type ReportFile, toOutcome } from "../validate/outcome.ts";
import { clusterTypes } from "../validate/schema-sources.ts";
import { type TreeResult, type ValidateTreeOptions, validateTree } from "../validate/validate-tree.ts";

export interface ValidateFlags extends BuildFlags {
  readonly format: ValidationFormat;
  /** `sarif=results.sarif`: further reports, into files. */
  readonly report: readonly string[];
  /** The least severity that makes the command fail. */
  readonly failOn: Severity;
  readonly policy: readonly string[];
  readonly kubernetesVersion?: string;
  /** Files with what a cluster's /openapi says. */
  readonly schema: readonly string[];
  readonly baseline?: string;
  readonly allowCustomRules: boolean;
  /** Validates again what changes, until it is interrupted. */
  readonly watch: boolean;
  /** Makes the edits that findings bring. */
  readonly fix: boolean;
  /** Only these rules. */
  readonly rule: readonly string[];
}

const ranks: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

export async function validateCommand(
  typed: readonly string[],
  flags: ValidateFlags,
  io: Io,
): Promise<ExitCode> {
  const usage = new Collector();
  const rules = chosenRules(flags.rule, usage);
  const reports = flags.report.flatMap((text) => reportFile(text, usage));
  const directories = typed.length > 0 ? typed : findOverlays(io.workingDirectory);
  if (directories.length === 0) {
    usage.report("load/not-found", "there is no overlay here", {
      help: "name a directory with a kustomization.yaml",
    });
  }
  const files = openFiles(io);
  const today = new Date().toISOString().slice(0, 10);
  const isWholeTree = typed.length === 0;
  const subject = { directories, isWholeTree, today };
  const cache = usage.hasErrors ? undefined : openOutcomeCache(flags, subject, files, io);
  const known = cache?.find();
  if (known) return printOutcome(known, reports, io);
  const search = { workingDirectory: io.workingDirectory, files, collector: usage };
  const options: ValidateTreeOptions = {
    directories,
    isWholeTree,
    rules,
    withSiteRules: flags.rule.length === 0 || flags.rule.includes("custom"),
    flags,
    files,
    clusterTypes: clusterTypes(flags.schema, search),
    extraTypes: await openExtraTypes(flags),
    io,
    today,
  };
  const baseline =
    flags.baseline === undefined || usage.hasErrors
      ? undefined
      : await readBaseline(flags.baseline, options, usage);
  if (flags.kubernetesVersion !== undefined && minorOf(flags.kubernetesVersion) === undefined) {
    usage.report("cli/usage", `${flags.kubernetesVersion} is no version of Kubernetes`, {
      help: "write it like 1.36",
    });
  }
  if (flags.watch && flags.fix) {
    usage.report("cli/usage", "--watch and --fix do not go together", {
      help: "fix first; while you edit, files change by your hand only",
    });
  }
  if (usage.hasErrors) {
    printReport(usage.sorted(), "text", io);
    return exitCodes.usage;
  }
  const conclude = (result: TreeResult): ExitCode => {
    const { failed, diagnostics: found, siteRules, isOfFilesAlone, ...rest } = result;
    const diagnostics = baseline ? newSince(baseline, found) : found;
    const report: Report = { ...rest, diagnostics, known: found.length - diagnostics.length };
    const isBad = diagnostics.some(({ severity }) => ranks[severity] >= ranks[flags.failOn]);
    const exit = failed ? exitCodes.failed : isBad ? exitCodes.findings : exitCodes.clean;
    const outcome = toOutcome(report, exit, [...allRules, ...siteRules], flags.format, reports, io);
    if (!failed && isOfFilesAlone) cache?.add(outcome);
    return printOutcome(outcome, reports, io);
  };
  if (flags.watch) {
    const { watchValidation } = await import("./validate-watch.ts");
    return watchValidation(options, conclude);
  }
  return conclude(await validateAndFix(options, flags.fix, io));
}

/** What is left after the edits is what counts. */
async function validateAndFix(options: ValidateTreeOptions, fix: boolean, io: Io): Promise<TreeResult> {
  const result = await validateTree(options);
  if (!fix) return result;
  const collector = new Collector();
  const { edits, files } = fixFindings(result.diagnostics, io.workingDirectory, collector);
  printReport(collector.sorted(), "text", io);
  if (edits === 0) return result;
  io.err(`${plural(edits, "edit")} in ${files.join(", ")}\n`);
  return validateTree({ ...options, files: openFiles(io) });
}

function chosenRules(codes: readonly string[], usage: Collector): readonly Rule[] {
  if (codes.length === 0) return allRules;
  if (codes.every((code) => code === "custom")) return [];
  const known = new Map<string, Rule>(allRules.map((rule) => [rule.code, rule]));
  return codes.flatMap((code) => {
    const rule = known.get(code);
    if (rule) return [rule];
    const inArea = allRules.filter((each) => each.code.startsWith(`${code}/`));
    if (inArea.length > 0) return inArea;
    const close = nearest(code, known.keys());
    usage.report("cli/usage", `there is no rule ${code}`, {
      help: close ? `did you mean ${close}?` : "gitops explain --rule lists the rules",
    });
    return [];
  });
}

function reportFile(text: string, usage: Collector): readonly ReportFile[] {
  const equals = text.indexOf("=");
  const format = validationFormats.find((name) => name === text.slice(0, equals));
  if (format && equals < text.length - 1) return [{ format, path: text.slice(equals + 1) }];
  usage.report("cli/usage", `--report ${text} is not of the form FORMAT=FILE`, {
    help: `the formats are ${validationFormats.join(", ")}`,
  });
  return [];
}
