// gitops patches report: every entry that changes objects, with what it matched, changed and left alone.
import { Collector } from "../../diagnostics/collector.ts";
import type { BuildContext } from "../../load/context.ts";
import { EntryRecorder, type RecordedEntry } from "../../patch/report/entry-recorder.ts";
import { render } from "../../render.ts";
import { entriesJson } from "../../report/entries-json.ts";
import { entriesText } from "../../report/entries-text.ts";
import { githubReport } from "../../report/github.ts";
import { diagnosticJson } from "../../report/json.ts";
import { plainStyle } from "../../report/style.ts";
import { textReport } from "../../report/text.ts";
import { Cluster } from "../../validate/model/cluster.ts";
import { matchesNothingHere } from "../../validate/patch/effects.ts";
import { patchRules } from "../../validate/patch/rules.ts";
import { runRules } from "../../validate/run.ts";
import { defaultSettings, type Settings } from "../../validate/settings.ts";
import { type BuildFlags, newContext, openExtraTypes, openFiles, toBuildOptions } from "../build-options.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { targetOf } from "../external-options.ts";
import type { Io } from "../io.ts";
import { repeatAll } from "../patch-modules/plan.ts";
import { printReport, type ReportFormat } from "../report.ts";
import { pathInRepository } from "../repository-root.ts";

export interface PatchesReportFlags extends BuildFlags {
  readonly format: ReportFormat;
}

// A component that is of no use here is no fault of the overlay, but this report is about what is of use.
const settings: Settings = {
  ...defaultSettings(""),
  rules: new Map([[matchesNothingHere.code, { severity: "info", parameters: {} }]]),
};

interface Build {
  readonly directory: string;
  readonly entries: readonly RecordedEntry[];
}

/** Prints the report of each directory and what is suspicious in any of them; nothing when one cannot be built. */
export async function patchesReportCommand(
  directories: readonly string[],
  flags: PatchesReportFlags,
  io: Io,
): Promise<ExitCode> {
  const files = openFiles(io);
  const extraTypes = await openExtraTypes(flags);
  const failures = new Collector();
  const findings = new Collector();
  const builds = (directories.length > 0 ? directories : ["."]).map((directory): Build => {
    const target = targetOf(directory, io);
    const recorder = new EntryRecorder();
    const build = newContext(files, toBuildOptions(flags), target, flags, io, extraTypes());
    const context: BuildContext = { ...build, watcher: recorder };
    const objects = render(target, context);
    const { entries } = recorder;
    const facts = { directory, environment: "", kubernetesVersion: "", entries };
    const { diagnostics } = runRules(new Cluster(objects, facts), patchRules, settings);
    const found = context.collector.sorted();
    repeatAll(
      found.filter(({ severity }) => severity === "error"),
      failures,
    );
    repeatAll([...diagnostics, ...found.filter(({ severity }) => severity !== "error")], findings);
    return { directory, entries };
  });
  if (failures.hasErrors) {
    printReport(failures.sorted(), flags.format, io);
    return exitCodes.failed;
  }
  io.out(printed(builds, findings, flags.format, io));
  return findings.hasErrors ? exitCodes.findings : exitCodes.clean;
}

function printed(builds: readonly Build[], findings: Collector, format: ReportFormat, io: Io): string {
  const found = findings.sorted();
  switch (format) {
    case "text": {
      const style = io.outStyle ?? plainStyle;
      const blocks = builds.map(({ directory, entries }) => entriesText(directory, entries, style));
      return [...blocks, ...(found.length > 0 ? [textReport(found, style)] : [])].join("\n");
    }
    case "json": {
      const all = builds.map(({ directory, entries }) => entriesJson(directory, entries));
      return `${JSON.stringify({ version: 1, builds: all, diagnostics: found.map(diagnosticJson) }, null, 2)}\n`;
    }
    case "github":
      return githubReport(found, pathInRepository(io.workingDirectory));
  }
}
