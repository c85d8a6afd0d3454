// gitops render --watch: builds again what a changed file is part of, until it is interrupted.
import type { FileCache } from "../../load/file-cache.ts";
import { isUsed, type Uses } from "../../load/uses.ts";
import { type BuildFlags, openFiles } from "../build-options.ts";
import type { ControllerFlags } from "../controller-options.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { type Build, openBuilder } from "../render/build.ts";
import { count, isSound, joined, type OutputFlags, reportBuilds, writeBuilds } from "../render/write.ts";
import type { ReportFormat } from "../report.ts";
import { openChanges } from "../watch/changes.ts";

interface WatchFlags extends BuildFlags, ControllerFlags, OutputFlags {
  readonly format: ReportFormat;
}

interface WatchedBuild {
  readonly build: Build;
  /** What it depends on. */
  readonly uses: Uses;
}

export async function watchCommand(
  directories: readonly string[],
  flags: WatchFlags,
  io: Io,
): Promise<ExitCode> {
  const changes = openChanges();
  io.onInterrupt?.(() => changes.stop());
  let since = new Date();
  let files = openFiles(io);
  let builds = await buildAgain(directories, [], files, flags, io);
  let isShown = false;
  let written: string | undefined;
  for (;;) {
    changes.follow(
      builds.map(({ uses }) => uses),
      since,
    );
    if (!isShown && (await changes.hold())) {
      written = finish(builds, written, flags, io);
      isShown = true;
    }
    const changed = await changes.next();
    if (!changed) return exitCodes.clean;
    const isTouched = ({ uses }: WatchedBuild): boolean => [...changed].some((path) => isUsed(uses, path));
    if (!builds.some(isTouched)) continue;
    since = new Date();
    files = files.without(changed);
    const kept = builds.filter((watched) => !isTouched(watched) && isSound([watched.build]));
    builds = await buildAgain(directories, kept, files, flags, io);
    isShown = false;
  }
}

/** Builds the directories that are not among the builds that still hold. */
async function buildAgain(
  directories: readonly string[],
  kept: readonly WatchedBuild[],
  files: FileCache,
  flags: WatchFlags,
  io: Io,
): Promise<readonly WatchedBuild[]> {
  const builder = await openBuilder(files, flags, io, { sharesBases: true });
  return directories.map((directory) => {
    const known = kept.find(({ build }) => build.directory === directory);
    if (known) return known;
    files.takeUses();
    const start = performance.now();
    const build = builder(directory);
    const { context, resources } = build;
    const result = context.collector.hasErrors ? "failed" : count(resources.length);
    io.err(`${directory}: ${result}, ${(performance.now() - start).toFixed(0)} ms\n`);
    return { build, uses: files.takeUses() };
  });
}

/** Writes what was built, unless that stands there already, and gives what is written now. */
function finish(
  watched: readonly WatchedBuild[],
  before: string | undefined,
  flags: WatchFlags,
  io: Io,
): string | undefined {
  const builds = watched.map(({ build }) => build);
  const text = isSound(builds) ? joined(builds) : undefined;
  const isNews = text !== undefined && text !== before;
  if (isNews && !flags.check) {
    if (before !== undefined && !flags.output) io.out("---\n");
    writeBuilds(builds, flags, io);
  }
  reportBuilds(builds, flags.format, io);
  return isNews && isSound(builds) ? text : before;
}
