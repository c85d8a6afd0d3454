// esbuild, which reads TypeScript: a development tool, beside this program when the repository is its own, else where the
// repository installs it.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { BuildOptions, Metafile, OutputFile } from "esbuild";

interface Esbuild {
  buildSync(options: BuildOptions & { write: false; metafile: true }): {
    readonly outputFiles?: readonly OutputFile[];
    readonly metafile: Metafile;
  };
}

/** Undefined when it is not installed. */
export function loadEsbuild(workingDirectory: string): Esbuild | undefined {
  for (const from of [import.meta.filename, join(workingDirectory, "package.json")]) {
    try {
      return createRequire(from)("esbuild") as Esbuild;
    } catch {
      // Not there; the next place may have it.
    }
  }
  return undefined;
}

/** The directory of this package, which has its own sources. */
export function packageRoot(): string {
  let directory = import.meta.dirname;
  while (!existsSync(join(directory, "renderer/patch/index.ts")) && dirname(directory) !== directory) {
    directory = dirname(directory);
  }
  return directory;
}
