// gitops validate --cache: the outcome of a validation, kept by everything that was looked at for it.
import { relative } from "node:path";
import type { FileCache } from "../../load/file-cache.ts";
import { findLock } from "../../load/remote/find-lock.ts";
import { plainStyle, type Style } from "../../report/style.ts";
import { openResultCache, type ResultCache } from "../cache/result-cache.ts";
import type { ValidateFlags } from "../commands/validate.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { repositoryRootOf } from "../repository-root.ts";
import type { Outcome } from "./outcome.ts";

export interface OutcomeCache {
  find(): Outcome | undefined;
  /** Takes what was asked of the files since they were opened, or since `find`, as what the outcome was made of. */
  add(outcome: Outcome): void;
}

/** What is validated beside what the flags say. */
interface Subject {
  /** The overlays. */
  readonly directories: readonly string[];
  readonly isWholeTree: boolean;
  readonly today: string;
}

/** Undefined where a validation depends on more than files and flags, or where it does more than to report. */
export function openOutcomeCache(
  flags: ValidateFlags,
  subject: Subject,
  files: FileCache,
  io: Io,
): OutcomeCache | undefined {
  const { cache, ...deciding } = flags;
  const isClosed = !flags.enableHelm && !flags.enableAlphaPlugins && !flags.allowCustomRules;
  const isReport = !flags.watch && !flags.fix && flags.baseline === undefined;
  if (cache === undefined || !isClosed || !isReport) return undefined;
  const more = {
    ...subject,
    // Paths of files that lie far away are shown whole.
    workingDirectory: io.workingDirectory,
    repository: relative(io.workingDirectory, repositoryRootOf(io.workingDirectory)),
    lock: findLock(io.workingDirectory),
    style: formOf(io.outStyle ?? plainStyle),
  };
  const kind = { folder: "validations", suffix: ".report" };
  const results: ResultCache = openResultCache(cache, kind, { ...deciding, ...more }, files, io);
  const name = "";
  return {
    find() {
      const found = results.find(name);
      files.takeUses();
      return found === undefined ? undefined : toOutcome(found);
    },
    add: (outcome) => results.add(name, JSON.stringify(outcome), files.takeUses()),
  };
}

/** What a style does, as a value. */
function formOf(style: Style): readonly unknown[] {
  return Object.entries(style).map(([name, does]) => [name, typeof does === "function" ? does(name) : does]);
}

function toOutcome(text: string): Outcome | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isOutcome(read) ? read : undefined;
  } catch {
    return undefined; // not ours
  }
}

function isOutcome(value: unknown): value is Outcome {
  if (typeof value !== "object" || value === null) return false;
  const { exit, out, reports }: Partial<Record<keyof Outcome, unknown>> = value;
  const isExit = Object.values(exitCodes).some((code: ExitCode) => code === exit);
  return (
    isExit &&
    typeof out === "string" &&
    Array.isArray(reports) &&
    reports.every((each) => typeof each === "string")
  );
}
