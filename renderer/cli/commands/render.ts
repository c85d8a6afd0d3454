// gitops render: the bytes of `kustomize build`, on stdout or in files.
import { type BuildFlags, openFiles } from "../build-options.ts";
import type { ControllerFlags } from "../controller-options.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openBuilder } from "../render/build.ts";
import { isSound, type OutputFlags, reportBuilds, writeBuilds } from "../render/write.ts";
import type { ReportFormat } from "../report.ts";

export interface RenderFlags extends BuildFlags, ControllerFlags, OutputFlags {
  /** Builds as every controller does, and says where they differ. */
  readonly parity?: boolean;
  /** Builds again whenever a file changes. */
  readonly watch?: boolean;
  readonly format: ReportFormat;
}

export async function renderCommand(typed: readonly string[], flags: RenderFlags, io: Io): Promise<ExitCode> {
  const directories = typed.length > 0 ? typed : ["."];
  if (flags.parity) {
    const { parityCommand } = await import("./parity.ts");
    return parityCommand(typed, flags, io);
  }
  if (flags.watch) {
    const { watchCommand } = await import("./render-watch.ts");
    return watchCommand(directories, flags, io);
  }
  const build = await openBuilder(openFiles(io), flags, io);
  const builds = directories.map(build);
  if (isSound(builds)) writeBuilds(builds, flags, io);
  return reportBuilds(builds, flags.format, io);
}
