// The repository that a directory is part of.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The nearest directory with `.git`, and the directory itself where there is none. */
export function repositoryRootOf(directory: string): string {
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return directory;
  }
}
