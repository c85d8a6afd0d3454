// Removes from the cache what no build has used for a while.
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const dayMs = 24 * 60 * 60 * 1000;

/** @returns  how many entries are gone */
export function pruneCache(root: string, unusedDays: number): number {
  const before = Date.now() - Math.max(unusedDays, 1) * dayMs;
  const repositories = join(root, "repositories");
  const commits = list(repositories).flatMap((name) =>
    list(repositories, name).map((hash) => join(repositories, name, hash)),
  );
  const files = list(root, "files").map((name) => join(root, "files", name));
  // What an interrupted fetch left behind is nobody's; one that still runs is younger than a day.
  const leftovers = list(root, "tmp").map((name) => join(root, "tmp", name));
  return [...leftovers, ...commits, ...files].filter((entry) => isOlder(entry, before) && remove(entry, root))
    .length;
}

function list(...parts: readonly string[]): readonly string[] {
  const directory = join(...parts);
  return existsSync(directory) ? readdirSync(directory) : [];
}

function isOlder(entry: string, time: number): boolean {
  try {
    return lstatSync(entry).mtimeMs < time;
  } catch {
    return false; // another process was faster
  }
}

// Out of sight in one step: no build finds half an entry.
function remove(entry: string, root: string): boolean {
  mkdirSync(join(root, "tmp"), { recursive: true });
  const away = mkdtempSync(join(root, "tmp", "pruned-"));
  try {
    renameSync(entry, join(away, "entry"));
    return true;
  } catch {
    return false;
  } finally {
    rmSync(away, { recursive: true, force: true });
  }
}
