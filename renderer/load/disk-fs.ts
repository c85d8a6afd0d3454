// The disk, read-only. System errors become values with a reason that people understand.
import {
  closeSync,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import type { FileSystem, ListedEntry, ReadResult, RealPath } from "./file-system.ts";

/** What is read at once where the size is not known. */
const pieceBytes = 256 * 1024;

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
      const bytes = readWhole(file, size, limitBytes);
      return bytes ? { kind: "bytes", bytes } : { kind: "too-large", sizeBytes: limitBytes + 1 };
    } catch (thrown) {
      return failure(thrown);
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }
}

/** @returns undefined for more than the limit, which what is no file on a disk may hold without saying so */
function readWhole(file: number, size: number, limitBytes: number): Uint8Array | undefined {
  const bytes = Buffer.allocUnsafeSlow(size);
  // A file that is being written may be shorter by now or longer, and what is no file on a disk says that it has 0 bytes.
  const isWhole = readSync(file, bytes, 0, size, 0) === size && size > 0;
  return isWhole ? bytes : readToEnd(file, limitBytes);
}

// From the start: a read with a position leaves that of the file.
function readToEnd(file: number, limitBytes: number): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  for (let total = 0; total <= limitBytes; ) {
    const piece = Buffer.allocUnsafeSlow(pieceBytes);
    const length = readSync(file, piece);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, length));
    total += length;
  }
  return undefined;
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
