// Finished builds, kept by what they were made of. A build that is found by the content of everything it looked at is the
// build that would be made, so nothing here has to be emptied or trusted: what is damaged is made anew. Paths are kept
// relative to the working directory, because another checkout of the same files builds the same.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { FileCache } from "../../load/file-cache.ts";
import { sha256Of } from "../../load/remote/cache.ts";
import type { Uses } from "../../load/uses.ts";
import type { Io } from "../io.ts";
import { packageVersion } from "../version.ts";

export interface RenderCache {
  /** The objects of a directory as they were printed before. */
  find(target: string): string | undefined;
  add(target: string, yaml: string, uses: Uses): void;
}

/** What a build asked for, by relative paths. */
interface Inputs {
  readonly paths: readonly string[];
  readonly contents: readonly string[];
  readonly lists: readonly string[];
}

/** Branches that list other files take turns in a CI; more than this are forgotten. */
const mostInputs = 8;

/** @param flags  everything that decides what a build makes */
export function openRenderCache(
  directory: string,
  flags: Readonly<Record<string, unknown>>,
  files: FileCache,
  io: Io,
): RenderCache {
  const root = join(resolve(io.workingDirectory, directory), "renders");
  const code = [packageVersion, basename(import.meta.url)];
  const sortedFlags = Object.entries(flags).sort(([a], [b]) => (a < b ? -1 : 1));
  const keyOf = (target: string): string =>
    sha256Of(JSON.stringify([code, sortedFlags, relative(io.workingDirectory, target)]));
  const inputsFile = (key: string): string => join(root, `${key}.json`);
  const resultFile = (key: string, inputs: Inputs): string =>
    join(root, `${sha256Of(key + stateOf(inputs, files, io))}.yaml`);
  return {
    find(target) {
      const key = keyOf(target);
      for (const inputs of readInputs(inputsFile(key))) {
        const yaml = readResult(resultFile(key, inputs));
        if (yaml !== undefined) return yaml;
      }
      return undefined;
    },
    add(target, yaml, uses) {
      const key = keyOf(target);
      const inputs = toInputs(uses, io);
      const isOther = (known: Inputs): boolean => JSON.stringify(known) !== JSON.stringify(inputs);
      const all = [inputs, ...readInputs(inputsFile(key)).filter(isOther)].slice(0, mostInputs);
      try {
        writeAtomically(resultFile(key, inputs), `${sha256Of(yaml)}\n${yaml}`);
        writeAtomically(inputsFile(key), JSON.stringify(all));
      } catch (thrown) {
        io.err(`the cache cannot be written: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
      }
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
    const yaml = text.slice(end + 1);
    return sha256Of(yaml) === text.slice(0, end) ? yaml : undefined;
  } catch {
    return undefined;
  }
}

// Another process may write the same entry at the same time; either is whole.
function writeAtomically(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}
