// The files of a tree by their names.
import { statSync } from "node:fs";
import { join } from "node:path";
import fastGlob from "fast-glob";

/** A link may lead to the whole disk, or to itself; a directory that cannot be read holds nothing that a build could read. */
export const withinTree = { followSymbolicLinks: false, suppressErrors: true } as const;

/** Files whose paths below a directory match a pattern, relative to it and sorted. Links to directories are not followed. */
export function filesBelow(
  directory: string,
  patterns: readonly string[],
  ignore: readonly string[],
): readonly string[] {
  return fastGlob
    .sync([...patterns], {
      ...withinTree,
      cwd: directory,
      ignore: [...ignore],
      onlyFiles: false,
      objectMode: true,
    })
    .filter(
      ({ dirent, path }) => dirent.isFile() || (dirent.isSymbolicLink() && isFile(join(directory, path))),
    )
    .map(({ path }) => path)
    .sort();
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
