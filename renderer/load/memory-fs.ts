// A file system of texts in memory: tests, and callers that render what is not on disk.
import type { FileSystem, ListedEntry, ReadResult, RealPath } from "./file-system.ts";

export class MemoryFileSystem implements FileSystem {
  readonly #files = new Map<string, Uint8Array>();
  readonly #directories = new Set<string>(["/"]);

  /** @param files  contents by absolute POSIX path */
  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [path, content] of Object.entries(files)) {
      this.#files.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
      for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
        this.#directories.add(path.slice(0, at));
      }
    }
  }

  realPath(path: string): RealPath {
    if (this.#files.has(path)) return { kind: "file", path };
    return this.#directories.has(path) ? { kind: "directory", path } : { kind: "missing" };
  }

  list(path: string): readonly ListedEntry[] {
    const prefix = path === "/" ? path : `${path}/`;
    const below =
      (kind: "file" | "directory") =>
      (full: string): readonly ListedEntry[] => {
        const name = full.startsWith(prefix) ? full.slice(prefix.length) : "";
        return name === "" || name.includes("/") ? [] : [{ name, kind }];
      };
    return [
      ...[...this.#files.keys()].flatMap(below("file")),
      ...[...this.#directories].flatMap(below("directory")),
    ];
  }

  read(path: string, limitBytes: number): ReadResult {
    const bytes = this.#files.get(path);
    if (!bytes) return { kind: "missing" };
    return bytes.length > limitBytes
      ? { kind: "too-large", sizeBytes: bytes.length }
      : { kind: "bytes", bytes };
  }
}
