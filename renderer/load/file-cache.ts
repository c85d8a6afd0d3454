// Files of all builds of a process, read and parsed once each.
import { dirname } from "node:path";
import { TextDecoder } from "node:util";
import type { SourceFile } from "../diagnostics/location.ts";
import type { FileSystem, ListedEntry, ReadResult, RealPath } from "./file-system.ts";
import { isTouched, type Uses } from "./uses.ts";

/** A file that was read: its bytes, and its text when it is text. */
export interface LoadedFile {
  readonly bytes: Uint8Array;
  /** Undefined when the bytes are not UTF-8. */
  readonly source: SourceFile | undefined;
}

export interface Limits {
  /** Largest file that is read, in bytes. */
  readonly fileBytes: number;
}

export const defaultLimits: Limits = { fileBytes: 128 * 1024 * 1024 };

type Loaded = LoadedFile | Exclude<ReadResult, { kind: "bytes" }>;

/** Names a kind of thing that is made of files. The type parameter is what it keeps by one key. */
export class Shelf<_T> {}

/** Something that was made of files. */
export interface Kept<T> {
  readonly value: T;
  /** What was asked for while it was made. */
  readonly uses: Uses;
}

export class FileCache {
  readonly #fileSystem: FileSystem;
  readonly #limits: Limits;
  readonly #displayPath: (path: string) => string;
  readonly #loaded = new Map<string, Loaded>();
  readonly #resolved = new Map<string, RealPath>();
  readonly #shelves = new Map<Shelf<unknown>, Map<string, Kept<unknown>>>();
  #uses = newUses();

  /** @param displayPath  how a path is shown in messages */
  constructor(
    fileSystem: FileSystem,
    displayPath: (path: string) => string = (path) => path,
    limits: Limits = defaultLimits,
  ) {
    this.#fileSystem = fileSystem;
    this.#displayPath = displayPath;
    this.#limits = limits;
  }

  /** Resolves a path; a second call for it costs nothing. */
  realPath(path: string): RealPath {
    this.#uses.paths.add(path);
    const known = this.#resolved.get(path);
    if (known) return known;
    const real = this.#fileSystem.realPath(path);
    if (real.kind !== "missing") this.#resolved.set(path, real); // what is missing may yet be fetched
    return real;
  }

  /** What a path was found to be when it was asked for; undefined where there was nothing then. */
  known(path: string): RealPath | undefined {
    return this.#resolved.get(path);
  }

  list(path: string): readonly ListedEntry[] {
    this.#uses.lists.add(path);
    return this.#fileSystem.list(path);
  }

  display(path: string): string {
    return this.#displayPath(path);
  }

  /** Reads a file by its real path; a second call for it costs nothing. */
  load(path: string): Loaded {
    this.#uses.contents.add(path);
    const known = this.#loaded.get(path);
    if (known) return known;
    const read = this.#fileSystem.read(path, this.#limits.fileBytes);
    const loaded = read.kind === "bytes" ? this.#toLoaded(path, read.bytes) : read;
    this.#loaded.set(path, loaded);
    return loaded;
  }

  /** What was asked for since the last call. */
  takeUses(): Uses {
    const uses = this.#uses;
    this.#uses = newUses();
    return uses;
  }

  /** Does some work and tells what it asked for; `takeUses` has that as well. */
  recording<T>(work: () => T): { readonly result: T; readonly uses: Uses } {
    const before = this.#uses;
    const uses = newUses();
    this.#uses = uses;
    try {
      return { result: work(), uses };
    } finally {
      this.#uses = before;
      this.use(uses);
    }
  }

  /**
   * What was made of the files before, for later builds: one after `without` has it as long as nothing has changed that it
   * was made of.
   */
  kept<T>(shelf: Shelf<T>, key: string): Kept<T> | undefined {
    return this.#shelves.get(shelf)?.get(key) as Kept<T> | undefined;
  }

  keep<T>(shelf: Shelf<T>, key: string, made: Kept<T>): void {
    const known = this.#shelves.get(shelf) ?? new Map<string, Kept<unknown>>();
    this.#shelves.set(shelf, known.set(key, made));
  }

  /** Takes something that was kept: what it was made of counts as asked for again. */
  take<T>({ value, uses }: Kept<T>): T {
    this.use(uses);
    return value;
  }

  /** Makes something of the files, unless that was done before. It has to depend on nothing else. */
  once<T>(shelf: Shelf<T>, key: string, make: () => T): T {
    const known = this.kept(shelf, key);
    if (known) return this.take(known);
    const { result: value, uses } = this.recording(make);
    this.keep(shelf, key, { value, uses });
    return value;
  }

  /** Notes what something depends on as asked for. */
  use(uses: Uses): void {
    for (const kind of ["paths", "contents", "lists"] as const)
      for (const path of uses[kind]) this.#uses[kind].add(path);
  }

  /**
   * A cache for later builds, after files or directories have changed: it looks at them again and has the others, parsed
   * as they are, and what was made of them.
   */
  without(changed: ReadonlySet<string>): FileCache {
    const next = new FileCache(this.#fileSystem, this.#displayPath, this.#limits);
    for (const [path, loaded] of this.#loaded) if (!isBelow(path, changed)) next.#loaded.set(path, loaded);
    for (const [path, real] of this.#resolved) {
      const leadsElsewhere = "path" in real && real.path !== path && isBelow(real.path, changed);
      if (!leadsElsewhere && !isBelow(path, changed)) next.#resolved.set(path, real);
    }
    for (const [shelf, known] of this.#shelves)
      for (const [key, made] of known) if (!isTouched(made.uses, changed)) next.keep(shelf, key, made);
    return next;
  }

  #toLoaded(path: string, bytes: Uint8Array): LoadedFile {
    const text = decodeText(bytes);
    return { bytes, source: text === undefined ? undefined : { path: this.display(path), text } };
  }
}

/** Whether a path or a directory that it lies in is among others. */
function isBelow(path: string, others: ReadonlySet<string>): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (others.has(at)) return true;
    if (at === dirname(at)) return false;
  }
}

function newUses(): { paths: Set<string>; contents: Set<string>; lists: Set<string> } {
  return { paths: new Set(), contents: new Set(), lists: new Set() };
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return decoderFor(encodingOf(bytes)).decode(bytes);
  } catch {
    return undefined;
  }
}

const decoders = new Map<string, TextDecoder>();

function decoderFor(encoding: string): TextDecoder {
  const known = decoders.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  decoders.set(encoding, decoder);
  return decoder;
}

// go-yaml tells UTF-16 by its byte order mark; everything else has to be UTF-8.
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}
