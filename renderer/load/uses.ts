// What a build asked the file system for, so that others can tell which changes matter to it.
import { dirname } from "node:path";

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
