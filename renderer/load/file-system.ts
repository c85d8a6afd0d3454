// What the loader needs of a file system. disk-fs.ts reads the disk; tests and other callers bring their own.

export interface FileSystem {
  /** The path with symbolic links resolved, or why not. */
  realPath(path: string): RealPath;
  /** The file's bytes, or why not. Larger files than `limitBytes` are refused unread. */
  read(path: string, limitBytes: number): ReadResult;
  /** The names in a directory with what they are, unsorted; nothing for what cannot be listed. */
  list(path: string): readonly ListedEntry[];
}

export interface ListedEntry {
  readonly name: string;
  /** Of the entry itself: a symbolic link is a link, wherever it leads. */
  readonly kind: "file" | "directory" | "link" | "other";
}

export type RealPath =
  | { readonly kind: "file" | "directory"; readonly path: string }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable"; readonly reason: string };

export type ReadResult =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "missing" }
  | { readonly kind: "too-large"; readonly sizeBytes: number }
  | { readonly kind: "unreadable"; readonly reason: string };
