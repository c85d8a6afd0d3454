// gitops render: the bytes of `kustomize build`, on stdout or in files.
import { resolve } from "node:path";
import type { BuildContext } from "../../load/context.ts";
import { toYaml } from "../../render.ts";
import type { Resource } from "../../resource/resource.ts";
import { type BuildFlags, newContext, openExtraTypes, openFiles, toBuildOptions } from "../build-options.ts";
import type { ControllerFlags } from "../controller-options.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { targetOf } from "../external-options.ts";
import type { Io } from "../io.ts";
import { openBuild } from "../open-build.ts";
import {
  isDirectoryTarget,
  type NamedText,
  toFiles,
  writeDirectory,
  writeFileAtomically,
} from "../output.ts";
import { printReport, type ReportFormat, uniqueDiagnostics } from "../report.ts";

export interface RenderFlags extends BuildFlags, ControllerFlags {
  readonly output?: string;
  /** Builds and reports, but prints no objects. */
  readonly check?: boolean;
  /** Builds as every controller does, and says where they differ. */
  readonly parity?: boolean;
  readonly format: ReportFormat;
}

interface Build {
  readonly directory: string;
  readonly resources: readonly Resource[];
  readonly context: BuildContext;
  readonly yaml: string;
}

/** Builds all directories first; if one of them fails, nothing is written. */
export async function renderCommand(
  directories: readonly string[],
  flags: RenderFlags,
  io: Io,
): Promise<ExitCode> {
  if (flags.parity) {
    const { parityCommand } = await import("./parity.ts");
    return parityCommand(directories, flags, io);
  }
  const files = openFiles(io);
  const options = toBuildOptions(flags);
  const extraTypes = await openExtraTypes(flags);
  const build = await openBuild(flags.as, { flags, files, io });
  const builds = (directories.length > 0 ? directories : ["."]).map((directory): Build => {
    const target = targetOf(directory, io);
    const context = newContext(files, options, target, flags, io, extraTypes());
    const resources = build(target, context);
    const yaml = context.collector.hasErrors ? "" : toYaml(resources, context);
    return { directory, resources, context, yaml };
  });
  if (!builds.some(({ context }) => context.collector.hasErrors)) write(builds, flags, io);
  const diagnostics = uniqueDiagnostics(builds.map(({ context }) => context.collector));
  printReport(diagnostics, flags.format, io);
  return diagnostics.some((found) => found.severity === "error") ? exitCodes.failed : exitCodes.clean;
}

function write(builds: readonly Build[], flags: RenderFlags, io: Io): void {
  const [first] = builds;
  if (flags.check) {
    for (const { directory, resources } of builds) io.err(`${directory}: ${count(resources.length)}\n`);
  } else if (!flags.output || !first) {
    io.out(joined(builds));
  } else if (
    isDirectoryTarget(resolve(io.workingDirectory, flags.output) + (flags.output.endsWith("/") ? "/" : ""))
  ) {
    writeDirectory(resolve(io.workingDirectory, flags.output), objectFiles(builds), first.context.collector);
  } else {
    writeFileAtomically(resolve(io.workingDirectory, flags.output), joined(builds), first.context.collector);
  }
}

function count(objects: number): string {
  return `${objects} object${objects === 1 ? "" : "s"}`;
}

function joined(builds: readonly Build[]): string {
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
