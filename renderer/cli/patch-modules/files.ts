// Where patch modules and kustomizations are, and a file system in which planned files are already there.

import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { kustomizationFileNames } from "../../accumulate/open-kustomization.ts";
import { isComponent } from "../../kustomization/kind.ts";
import { DiskFileSystem } from "../../load/disk-fs.ts";
import type { FileSystem, ListedEntry, ReadResult, RealPath } from "../../load/file-system.ts";
import { filesBelow } from "../files-below.ts";

const ignored = ["**/node_modules/**", "**/dist/**", "**/.*/**"];

/** Modules under the paths: `patches/*.ts` beside a kustomization, and files that are named themselves. Absolute, sorted. */
export function findModules(paths: readonly string[], workingDirectory: string): readonly string[] {
  const found = paths.flatMap((path) => {
    const full = resolve(workingDirectory, path);
    if (!existsSync(full)) return [];
    if (statSync(full).isFile()) return [realpathSync(full)];
    const inside = basename(full) === "patches" ? ["*.ts"] : [];
    const names = filesBelow(full, [...inside, "**/patches/*.ts"], [...ignored, "**/*.d.ts"]);
    return names
      .map((name) => join(realpathSync(full), name))
      .filter((path) => kustomizationIn(dirname(dirname(path))) !== undefined);
  });
  return [...new Set(found)].sort();
}

/** Directories of all kustomizations below a directory, components left out: what can be built. */
export function findBuildable(directory: string): readonly string[] {
  const patterns = kustomizationFileNames.map((name) => `**/${name}`);
  const names = filesBelow(directory, patterns, ignored);
  return names
    .map((name) => join(directory, name))
    .filter((path) => isBuildable(readFileSync(path, "utf8")))
    .map((path) => dirname(path))
    .sort();
}

/** A kustomize kustomization that is no component; Flux calls an object of its own by the same kind. */
function isBuildable(text: string): boolean {
  return !isComponent(text) && !/^apiVersion:\s*["']?kustomize\.toolkit\.fluxcd\.io/m.test(text);
}

function kustomizationIn(directory: string): string | undefined {
  return kustomizationFileNames.find((name) => existsSync(join(directory, name)));
}

/** The kustomization file that lists what lies at a path: that of the nearest directory above. */
export function kustomizationAbove(path: string): string | undefined {
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    const name = kustomizationIn(directory);
    if (name) return join(directory, name);
    if (existsSync(join(directory, ".git")) || dirname(directory) === directory) return undefined;
  }
}

/** A path as a kustomization writes it. */
export function listedPath(kustomization: string, path: string): string {
  return relative(dirname(kustomization), path).split(sep).join("/");
}

/** The disk with some files changed or added. */
export class PlannedFileSystem implements FileSystem {
  readonly #disk = new DiskFileSystem();
  readonly #planned: ReadonlyMap<string, string>;

  /** @param planned  texts by absolute path */
  constructor(planned: ReadonlyMap<string, string>) {
    this.#planned = planned;
  }

  realPath(path: string): RealPath {
    return this.#planned.has(resolve(path))
      ? { kind: "file", path: resolve(path) }
      : this.#disk.realPath(path);
  }

  // Planned files are listed by their kustomizations, and nothing looks for them in their directory.
  list(path: string): readonly ListedEntry[] {
    return this.#disk.list(path);
  }

  read(path: string, limitBytes: number): ReadResult {
    const text = this.#planned.get(path);
    return text === undefined
      ? this.#disk.read(path, limitBytes)
      : { kind: "bytes", bytes: new TextEncoder().encode(text) };
  }
}
