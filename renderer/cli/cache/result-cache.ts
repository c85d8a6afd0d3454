// Finished builds and validations, kept by what they were made of. A result that is found by the content of everything it
// looked at is the one that would be made, so nothing here has to be emptied or trusted: what is damaged is made anew.
// Paths are kept relative to the working directory, because another checkout of the same files builds the same.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { FileCache } from "../../load/file-cache.ts";
import { sha256Of } from "../../load/remote/cache.ts";
import type { Uses } from "../../load/uses.ts";
import type { Io } from "../io.ts";
import { packageVersion } from "../version.ts";

export interface ResultCache {
  /** What was made before; the name tells it from others of its kind. */
  find(name: string): string | undefined;
  add(name: string, result: string, uses: Uses): void;
}

/** A folder of the cache, and how its files end. */
export interface ResultKind {
  readonly folder: string;
  readonly suffix: string;
}

/** What a build asked for, by relative paths. */
interface Inputs {
  readonly paths: readonly string[];
  readonly contents: readonly string[];
  readonly lists: readonly string[];
}

/** Branches that list other files take turns in a CI; more than this are forgotten. */
const mostInputs = 8;

/**
 * @param directory  of the cache
 * @param deciding   everything beside the files that decides what is made
 */
export function openResultCache(
  directory: string,
  { folder, suffix }: ResultKind,
  deciding: Readonly<Record<string, unknown>>,
  files: FileCache,
  io: Io,
): ResultCache {
  const root = join(resolve(io.workingDirectory, directory), folder);
  // Whoever lists the directory that it lies in finds the same from the first time on.
  attemptTo(() => mkdirSync(root, { recursive: true }), io);
  const code = [packageVersion, basename(import.meta.filename)];
  const sorted = Object.entries(deciding).sort(([a], [b]) => (a < b ? -1 : 1));
  const keyOf = (name: string): string => sha256Of(JSON.stringify([code, sorted, name]));
  const inputsFile = (key: string): string => join(root, `${key}.json`);
  const resultFile = (key: string, inputs: Inputs): string =>
    join(root, `${sha256Of(key + stateOf(inputs, files, io))}${suffix}`);
  return {
    find(name) {
      const key = keyOf(name);
      for (const inputs of readInputs(inputsFile(key))) {
        const result = readResult(resultFile(key, inputs));
        if (result !== undefined) return result;
      }
      return undefined;
    },
    add(name, result, uses) {
      const key = keyOf(name);
      const inputs = toInputs(uses, io);
      const isOther = (known: Inputs): boolean => JSON.stringify(known) !== JSON.stringify(inputs);
      const all = [inputs, ...readInputs(inputsFile(key)).filter(isOther)].slice(0, mostInputs);
      attemptTo(() => {
        writeAtomically(resultFile(key, inputs), `${sha256Of(result)}\n${result}`);
        writeAtomically(inputsFile(key), JSON.stringify(all));
      }, io);
    },
  };
}

function toInputs({ paths, contents, lists }: Uses, io: Io): Inputs {
  const toList = (set: ReadonlySet<string>): readonly string[] =>
    [...set].map((path) => relative(io.workingDirectory, path)).sort();
  return { paths: toList(paths), contents: toList(contents), lists: toList(lists) };
}

/** What stands at the inputs now. */
function stateOf({ paths, contents, lists }: Inputs, files: FileCache, io: Io): string {
  const full = (path: string): string => resolve(io.workingDirectory, path);
  const found = paths.map((path) => {
    const real = files.realPath(full(path));
    return [path, real.kind, "path" in real ? relative(io.workingDirectory, real.path) : ""];
  });
  const read = contents.map((path) => {
    const loaded = files.load(full(path));
    return [path, "kind" in loaded ? loaded.kind : sha256Of(loaded.bytes)];
  });
  const listed = lists.map((path) => [
    path,
    files
      .list(full(path))
      .map(({ name, kind }) => [name, kind])
      .sort(),
  ]);
  return JSON.stringify([found, read, listed]);
}

function readInputs(path: string): readonly Inputs[] {
  try {
    const read: unknown = JSON.parse(readFileSync(path, "utf8"));
    return Array.isArray(read) ? read.filter(isInputs) : [];
  } catch {
    return []; // not there, or damaged
  }
}

function isInputs(value: unknown): value is Inputs {
  if (typeof value !== "object" || value === null) return false;
  const { paths, contents, lists }: Partial<Record<keyof Inputs, unknown>> = value;
  return [paths, contents, lists].every(
    (list) => Array.isArray(list) && list.every((path) => typeof path === "string"),
  );
}

function readResult(path: string): string | undefined {
  try {
    const text = readFileSync(path, "utf8");
    const end = text.indexOf("\n");
    const result = text.slice(end + 1);
    return sha256Of(result) === text.slice(0, end) ? result : undefined;
  } catch {
    return undefined;
  }
}

function attemptTo(write: () => void, io: Io): void {
  try {
    write();
  } catch (thrown) {
    io.err(`the cache cannot be written: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  }
}

// Another process may write the same entry at the same time; either is whole.
function writeAtomically(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}
