// gitops vendor: writes down what every remote base and file of a tree stands for now, and fetches it, so that later
// builds give the same bytes and need no network.
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { kustomizationFileNames } from "../../accumulate/open-kustomization.ts";
import { Collector } from "../../diagnostics/collector.ts";
import { type BuildContext, defaultBuildOptions } from "../../load/context.ts";
import type { FileCache } from "../../load/file-cache.ts";
import { defaultCacheDirectory } from "../../load/remote/cache.ts";
import { isOffline, openExternal, processEnvironment } from "../../load/remote/external.ts";
import { type Lock, lockFileName, printLock } from "../../load/remote/lock.ts";
import { pruneCache } from "../../load/remote/prune.ts";
import { openRemote } from "../../load/remote/remote.ts";
import { render } from "../../render.ts";
import { openFiles } from "../build-options.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { filesBelow } from "../files-below.ts";
import type { Io } from "../io.ts";
import { writeFileAtomically } from "../output.ts";
import { printReport, type ReportFormat } from "../report.ts";

export interface VendorFlags {
  /** Writes nothing; a lock file that is not what would be written is a finding. */
  readonly check: boolean;
  readonly format: ReportFormat;
  /** Days without use after which an entry of the cache is removed. */
  readonly prune?: string;
}

/** Each directory gets a lock file of its own, for all kustomizations in and below it. */
export function vendorCommand(directories: readonly string[], flags: VendorFlags, io: Io): ExitCode {
  if (flags.prune !== undefined) return prune(flags.prune, io);
  const files = openFiles(io);
  let exit: ExitCode = exitCodes.clean;
  for (const directory of directories.length > 0 ? directories : ["."]) {
    const ended = vendorOne(resolve(io.workingDirectory, directory), files, flags, io);
    if (ended > exit) exit = ended;
  }
  return exit;
}

function prune(days: string, io: Io): ExitCode {
  if (!/^\d{1,5}$/.test(days) || Number(days) === 0) {
    io.err(`error cli/usage --prune takes a number of days, not \`${days}\`\n`);
    return exitCodes.usage;
  }
  const directory = defaultCacheDirectory(processEnvironment());
  const gone = pruneCache(directory, Number(days));
  io.err(`${directory}: removed ${gone} ${gone === 1 ? "entry" : "entries"} unused for ${days} days\n`);
  return exitCodes.clean;
}

function vendorOne(directory: string, files: FileCache, flags: VendorFlags, io: Io): ExitCode {
  const collector = new Collector();
  const lock = resolveAll(directory, files, collector, io);
  const path = join(directory, lockFileName);
  const shown = files.display(path);
  let exit: ExitCode = collector.hasErrors ? exitCodes.failed : exitCodes.clean;
  if (lock && !collector.hasErrors) {
    const before = readIfThere(path);
    const text = printLock(lock);
    const isEmpty = lock.repositories.length + lock.files.length === 0;
    if (before === text || (isEmpty && before === undefined)) {
      io.err(`${shown}: ${isEmpty ? "nothing is remote" : `up to date, ${summary(lock)}`}\n`);
    } else if (flags.check) {
      io.err(`${shown}: not up to date; run gitops vendor\n`);
      exit = exitCodes.findings;
    } else {
      writeFileAtomically(path, text, collector);
      if (collector.hasErrors) exit = exitCodes.failed;
      else io.err(`${shown}: ${summary(lock)}\n`);
    }
  }
  printReport(collector.sorted(), flags.format, io);
  return exit;
}

// Builds everything once, which asks for exactly what builds ask for. A base may not build without its overlay; only
// what cannot be fetched is an error here.
function resolveAll(directory: string, files: FileCache, collector: Collector, io: Io): Lock | undefined {
  const builds = buildDirectories(directory);
  if (builds.length === 0) {
    collector.report(
      "load/no-kustomization",
      `there is no kustomization in or below ${files.display(directory)}`,
      {
        help: "name the directory of a kustomization, or one above several",
      },
    );
    return undefined;
  }
  const environment = processEnvironment();
  const cacheDirectory = defaultCacheDirectory(environment);
  const remote = openRemote({
    cacheDirectory,
    environment,
    keepFiles: true,
    offline: isOffline(environment),
  });
  const external = openExternal({ remote, environment });
  for (const build of builds) {
    const context: BuildContext = {
      collector: new Collector(),
      files,
      options: defaultBuildOptions,
      external,
    };
    render(build, context);
    const errors = context.collector.sorted().filter(({ severity }) => severity === "error");
    const unfetched = errors.filter(({ code }) => code === "load/remote");
    for (const found of unfetched) collector.add(found);
    if (errors.length > unfetched.length) {
      io.err(`${files.display(build)}: does not build on its own, so it may take more than what was found\n`);
    }
  }
  return remote.used();
}

function buildDirectories(directory: string): readonly string[] {
  const patterns = kustomizationFileNames.map((name) => `**/${name}`);
  const found = filesBelow(directory, patterns, ["**/node_modules/**", "**/.git/**"]);
  return [...new Set(found.map((path) => dirname(join(directory, path))))].sort();
}

function summary({ repositories, files }: Lock): string {
  const count = (number: number, one: string, many: string): string =>
    `${number} ${number === 1 ? one : many}`;
  return `${count(repositories.length, "repository", "repositories")} and ${count(files.length, "file", "files")}`;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
