// The repository that a directory is part of.
import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** The nearest directory with `.git`, and the directory itself where there is none. */
export function repositoryRootOf(directory: string): string {
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return directory;
  }
}

/** From a path that counts from a directory to the one that counts from the top of the repository. */
export function pathInRepository(directory: string): (path: string) => string {
  const root = repositoryRootOf(directory);
  if (root === directory) return (path) => path;
  return (path) => (isAbsolute(path) ? path : relative(root, resolve(directory, path)).split(sep).join("/"));
}
