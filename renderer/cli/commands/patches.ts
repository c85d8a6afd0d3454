// gitops patches write, check and import: typed patches to YAML and back.
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { attempt, Collector } from "../../diagnostics/collector.ts";
import type { SourceFile } from "../../diagnostics/location.ts";
import type { BuildContext } from "../../load/context.ts";
import { checkPatch } from "../../patch/check/check-patch.ts";
import { CrdLists } from "../../patch/crd-lists.ts";
import { importPatch } from "../../patch/import/import-patch.ts";
import { render } from "../../render.ts";
import { type BuildFlags, newContext, openFiles, toBuildOptions } from "../build-options.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { writeFileAtomically, writeFilesAtomically } from "../output.ts";
import { type EvaluatedModule, evaluateModules } from "../patch-modules/evaluate.ts";
import { findBuildable, findModules, kustomizationAbove, listedPath } from "../patch-modules/files.ts";
import { changedFiles, type Plan, planPatches, repeatAll } from "../patch-modules/plan.ts";
import { printReport, type ReportFormat } from "../report.ts";

export interface PatchesFlags extends BuildFlags {
  readonly format: ReportFormat;
  /** Seconds that a module may take. */
  readonly timeLimit: number;
}

interface Planned {
  readonly plan: Plan;
  readonly modules: readonly EvaluatedModule[];
  readonly collector: Collector;
  readonly display: (path: string) => string;
}

/** Writes the YAML of all modules below the paths and lists it in their kustomizations; all of it or nothing. */
export function patchesWriteCommand(paths: readonly string[], flags: PatchesFlags, io: Io): ExitCode {
  const { plan, modules, collector, display } = makePlan(paths, flags, io);
  if (!collector.hasErrors) {
    const changed = changedFiles(plan);
    writeFilesAtomically(changed, collector);
    if (!collector.hasErrors) for (const path of changed.keys()) io.err(`wrote ${display(path)}\n`);
    if (changed.size === 0) io.err(`${count(modules.length, "patch module")}: nothing to change\n`);
  }
  return report(collector, flags, io, exitCodes.failed);
}

/** Compares the files with what the modules make, and checks every patch below the paths against its targets. */
export function patchesCheckCommand(paths: readonly string[], flags: PatchesFlags, io: Io): ExitCode {
  const { plan, collector, display } = makePlan(paths, flags, io);
  if (!collector.hasErrors)
    for (const [path, text] of changedFiles(plan)) reportDrift(path, text, display, collector);
  checkTree(paths, collector, flags, io);
  const isThere = (path: string): boolean => existsSync(resolve(io.workingDirectory, path));
  return report(collector, flags, io, paths.every(isThere) ? exitCodes.findings : exitCodes.failed);
}

function makePlan(paths: readonly string[], flags: PatchesFlags, io: Io): Planned {
  const { workingDirectory } = io;
  const collector = new Collector();
  const files = openFiles(io);
  const display = (path: string): string => files.display(path);
  for (const path of paths) {
    if (existsSync(resolve(workingDirectory, path))) continue;
    collector.report("load/not-found", `${path} does not exist`, {
      help: "name a directory with patches, or a patch module",
    });
  }
  const found = findModules(paths.length > 0 ? paths : ["."], workingDirectory);
  const sources = found.map((path) => ({ path, source: sourceOf(path, display) }));
  const timeoutMs = flags.timeLimit * 1000;
  const modules = evaluateModules(sources, { workingDirectory, timeoutMs, collector });
  // A module that failed makes the plan incomplete, and an incomplete plan is not worth its errors.
  const plan = collector.hasErrors
    ? { files: new Map<string, string>() }
    : planPatches(modules, {
        workingDirectory,
        display,
        collector,
        newBuild: (directory, cache) =>
          newContext(cache, toBuildOptions(flags), directory, flags, io, extraTypesOf(flags)),
      });
  return { plan, modules, collector, display };
}

function sourceOf(path: string, display: (path: string) => string): SourceFile {
  return { path: display(path), text: readFileSync(path, "utf8") };
}

function reportDrift(
  path: string,
  wanted: string,
  display: (path: string) => string,
  collector: Collector,
): void {
  const help = "run `gitops patches write`, and change the module instead of this file";
  if (!existsSync(path)) {
    collector.report("patch/drift", `${display(path)} does not exist, but its module does`, { help });
    return;
  }
  const source = sourceOf(path, display);
  const first = firstDifference(source.text, wanted);
  const line = wanted.slice(wanted.lastIndexOf("\n", first - 1) + 1).split("\n", 1)[0] ?? "";
  const message =
    line === "" ? "the file ends later than its module makes it" : `the module makes \`${line.trim()}\` here`;
  collector.report("patch/drift", message, { at: { source, at: Math.min(first, source.text.length) }, help });
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function checkTree(paths: readonly string[], collector: Collector, flags: PatchesFlags, io: Io): void {
  const files = openFiles(io);
  const directories = (paths.length > 0 ? paths : ["."])
    .map((path) => resolve(io.workingDirectory, path))
    .filter((path) => existsSync(path) && extname(path) !== ".ts")
    .flatMap((path) => findBuildable(path));
  for (const directory of new Set(directories)) {
    const build = newContext(files, toBuildOptions(flags), directory, flags, io, extraTypesOf(flags));
    const context: BuildContext = { ...build, onPatch: (event) => attempt(() => checkPatch(event, context)) };
    render(directory, context);
    // Overlays share their bases, and the same finding in a base is one finding.
    repeatAll(context.collector.sorted(), collector);
  }
}

function extraTypesOf({ listMerge }: PatchesFlags): CrdLists | undefined {
  return listMerge === "crd" ? new CrdLists() : undefined;
}

/** Writes a module that makes the patch of a YAML file. */
export function patchesImportCommand(file: string, flags: Pick<PatchesFlags, "format">, io: Io): ExitCode {
  const collector = new Collector();
  const path = resolve(io.workingDirectory, file);
  const display = (shown: string): string => openFiles(io).display(shown);
  const target = `${path.slice(0, -extname(path).length)}.ts`;
  if (!existsSync(path)) collector.report("load/not-found", `${file} does not exist`);
  else if (existsSync(target)) {
    collector.report("patch/module-failed", `${display(target)} is there already`, {
      help: "remove it to import the YAML again",
    });
  } else {
    const kustomization = kustomizationAbove(path);
    const listing =
      kustomization === undefined
        ? undefined
        : { source: sourceOf(kustomization, display), path: listedPath(kustomization, path) };
    const text = attempt(() => importPatch(sourceOf(path, display), listing, collector));
    if (text !== undefined && !collector.hasErrors) {
      writeFileAtomically(target, text, collector);
      const folder =
        basename(dirname(target)) === "patches"
          ? ""
          : `; move both into a folder \`patches\`, where modules are looked for`;
      io.err(`wrote ${display(target)}${folder}\n`);
    }
  }
  return report(collector, flags, io, exitCodes.failed);
}

function report(
  collector: Collector,
  { format }: Pick<PatchesFlags, "format">,
  io: Io,
  failure: ExitCode,
): ExitCode {
  printReport(collector.sorted(), format, io);
  return collector.hasErrors ? failure : exitCodes.clean;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
