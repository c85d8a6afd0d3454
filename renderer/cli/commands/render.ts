// gitops render: the bytes of `kustomize build`, on stdout or in files.
import type { FileCache } from "../../load/file-cache.ts";
import { type BuildFlags, openFiles } from "../build-options.ts";
import type { ResultCache } from "../cache/result-cache.ts";
import type { ControllerFlags } from "../controller-options.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { isDirectoryTarget } from "../output.ts";
import { openBuilder } from "../render/build.ts";
import { isSound, type OutputFlags, outputPath, reportBuilds, writeBuilds } from "../render/write.ts";
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
  const files = openFiles(io);
  const cache = await cacheFor(flags, files, io);
  const build = await openBuilder(files, flags, io, { cache, sharesBases: directories.length > 1 });
  const builds = directories.map(build);
  if (isSound(builds)) writeBuilds(builds, flags, io);
  return reportBuilds(builds, flags.format, io);
}

/** Undefined where builds depend on more than the files they read, or where more than a stream is wanted of them. */
async function cacheFor(flags: RenderFlags, files: FileCache, io: Io): Promise<ResultCache | undefined> {
  const { output, check, format: _, cache, ...deciding } = flags;
  const isStream = !check && !(output && isDirectoryTarget(outputPath(output, io)));
  const isClosed = flags.as === "kustomize" && !flags.enableHelm && !flags.enableAlphaPlugins;
  if (cache === undefined || !isStream || !isClosed) return undefined;
  const { openResultCache } = await import("../cache/result-cache.ts");
  return openResultCache(cache, { folder: "renders", suffix: ".yaml" }, deciding, files, io);
}
