// What a build asked the file system for, so that others can tell which changes matter to it.
import { dirname, sep } from "node:path";

export interface Uses {
  /** Paths that were looked up, whether there was something or not. */
  readonly paths: ReadonlySet<string>;
  /** Real paths of files that were read. */
  readonly contents: ReadonlySet<string>;
  /** Directories that were listed. */
  readonly lists: ReadonlySet<string>;
}

/** Whether a path that appeared, vanished or changed matters to a build. */
export function isUsed({ paths, contents, lists }: Uses, path: string): boolean {
  return paths.has(path) || contents.has(path) || lists.has(dirname(path));
}

/** Whether any of the paths that changed matters to a build, or something below it does. */
export function isTouched(uses: Uses, changed: ReadonlySet<string>): boolean {
  return [...changed].some((path) => isUsed(uses, path) || hasBelow(uses, path + sep));
}

function hasBelow({ paths, contents, lists }: Uses, prefix: string): boolean {
  for (const set of [paths, contents, lists])
    for (const path of set) if (path.startsWith(prefix)) return true;
  return false;
}
