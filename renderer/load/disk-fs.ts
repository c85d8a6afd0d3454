// The disk, read-only. System errors become values with a reason that people understand.
import {
  closeSync,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import type { FileSystem, ListedEntry, ReadResult, RealPath } from "./file-system.ts";

export class DiskFileSystem implements FileSystem {
  realPath(path: string): RealPath {
    try {
      const stat = statSync(path, { throwIfNoEntry: false }); // to throw for what is missing takes longer than to look
      if (!stat) return { kind: "missing" };
      const real = realpathSync.native(path); // the other one asks for each directory on the way
      if (stat.isDirectory()) return { kind: "directory", path: real };
      if (stat.isFile()) return { kind: "file", path: real };
      return { kind: "unreadable", reason: "it is neither a file nor a directory" };
    } catch (thrown) {
      return failure(thrown);
    }
  }

  list(path: string): readonly ListedEntry[] {
    try {
      return readdirSync(path, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: kindOf(entry),
      }));
    } catch {
      return [];
    }
  }

  read(path: string, limitBytes: number): ReadResult {
    let file: number | undefined;
    try {
      file = openSync(path, "r");
      const { size } = fstatSync(file);
      if (size > limitBytes) return { kind: "too-large", sizeBytes: size };
      return { kind: "bytes", bytes: readWhole(file, size) };
    } catch (thrown) {
      return failure(thrown);
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }
}

function readWhole(file: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(size);
  // A file that is being written may be shorter by now or longer, and what is no file on a disk says that it has 0 bytes.
  const isWhole = readSync(file, bytes, 0, size, 0) === size && size > 0;
  return isWhole ? bytes : readFileSync(file); // from the start: a read with a position leaves that of the file
}

function kindOf(entry: Dirent): ListedEntry["kind"] {
  if (entry.isSymbolicLink()) return "link";
  if (entry.isDirectory()) return "directory";
  return entry.isFile() ? "file" : "other";
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a directory",
  ELOOP: "its symbolic links form a loop",
  ENAMETOOLONG: "the path is too long",
  EMFILE: "too many files are open",
};

function failure(thrown: unknown): { kind: "missing" } | { kind: "unreadable"; reason: string } {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return { kind: "missing" };
  return { kind: "unreadable", reason: reasons[code] ?? (code === "" ? String(thrown) : code) };
}
