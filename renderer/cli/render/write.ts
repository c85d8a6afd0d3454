// Where the result of builds goes: objects to stdout, to a file, or to a directory with a file for each; what was found
// to stderr.
import { resolve } from "node:path";
import { toYaml } from "../../render.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { isDirectoryTarget, type NamedText, toFiles, writeDirectory, writeOutput } from "../output.ts";
import { printReport, type ReportFormat, uniqueDiagnostics } from "../report.ts";
import type { Build } from "./build.ts";

export interface OutputFlags {
  /** A file or a directory; stdout when absent. */
  readonly output?: string;
  /** Builds and reports, but prints no objects. */
  readonly check?: boolean;
}

/** If one of the builds fails, nothing is written. */
export function isSound(builds: readonly Build[]): boolean {
  return !builds.some(({ context }) => context.collector.hasErrors);
}

export function reportBuilds(builds: readonly Build[], format: ReportFormat, io: Io): ExitCode {
  const diagnostics = uniqueDiagnostics(builds.map(({ context }) => context.collector));
  printReport(diagnostics, format, io);
  return diagnostics.some((found) => found.severity === "error") ? exitCodes.failed : exitCodes.clean;
}

/** What could not be written is reported in the collector of the first build. */
export function writeBuilds(builds: readonly Build[], flags: OutputFlags, io: Io): void {
  const [first] = builds;
  if (flags.check) {
    for (const { directory, resources } of builds) io.err(`${directory}: ${count(resources.length)}\n`);
  } else if (!flags.output || !first) {
    io.out(joined(builds));
  } else {
    const path = outputPath(flags.output, io);
    const { collector } = first.context;
    if (isDirectoryTarget(path)) writeDirectory(path, objectFiles(builds), collector);
    else writeOutput(path, joined(builds), collector);
  }
}

/** As an absolute path, with the slash at the end by which a directory may be named. */
export function outputPath(output: string, io: Io): string {
  return resolve(io.workingDirectory, output) + (output.endsWith("/") ? "/" : "");
}

/** `1 object`, `2 objects` */
export function count(objects: number): string {
  return `${objects} object${objects === 1 ? "" : "s"}`;
}

/** The stream of all objects. */
export function joined(builds: readonly Build[]): string {
  return builds
    .map(({ yaml }) => yaml)
    .filter((yaml) => yaml !== "")
    .join("---\n");
}

// Two builds may hold the same object; a file can hold it only once, so that is an error.
function objectFiles(builds: readonly Build[]): readonly NamedText[] {
  const seen = new Map<string, string>();
  return builds.flatMap(({ directory, resources, context }) =>
    toFiles(resources, (resource) => toYaml([resource], context)).filter(({ name }) => {
      const other = seen.get(name);
      seen.set(name, other ?? directory);
      if (other === undefined) return true;
      context.collector.report(
        "output/failed",
        `${name} would be written for both ${other} and ${directory}`,
        {
          help: "write them to separate directories",
        },
      );
      return false;
    }),
  );
}
