// gitops.lock: what every remote reference of a tree stood for when `gitops vendor` ran. Sorted, so that a change of one
// reference is a change of one entry.
import { withoutCredentials } from "./repo-url.ts";

export interface Lock {
  readonly repositories: readonly LockedRepository[];
  readonly files: readonly LockedFile[];
}

export interface LockedRepository {
  /** What `git fetch` is given, without credentials. */
  readonly url: string;
  /** As the URL in the kustomization says; empty for the default branch. */
  readonly ref: string;
  readonly commit: string;
}

export interface LockedFile {
  readonly url: string;
  readonly sha256: string;
}

export const lockFileName = "gitops.lock";
export const emptyLock: Lock = { repositories: [], files: [] };

const version = 1;

/** The text of a lock file: JSON, an entry a line. */
export function printLock(lock: Lock): string {
  const repositories = lock.repositories.toSorted((a, b) => compare(a.url, b.url) || compare(a.ref, b.ref));
  const files = lock.files.toSorted((a, b) => compare(a.url, b.url));
  const list = (entries: readonly object[]): string =>
    entries.length === 0
      ? "[]"
      : `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`;
  return `{\n  "version": ${version},\n  "repositories": ${list(repositories)},\n  "files": ${list(files)}\n}\n`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Reads the text of a lock file. */
export function parseLock(text: string): Lock | { readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    return { error: thrown instanceof Error ? thrown.message : "it is not JSON" };
  }
  if (!isRecord(value)) return { error: "it is not a JSON object" };
  if (value["version"] !== version) return { error: `its version is not ${version}` };
  const { repositories, files } = value;
  if (!isListOf(repositories, isLockedRepository))
    return { error: "an entry of `repositories` needs url, ref and commit" };
  if (!isListOf(files, isLockedFile)) return { error: "an entry of `files` needs url and sha256" };
  return { repositories, files };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isLockedRepository(item: unknown): item is LockedRepository {
  if (!isRecord(item)) return false;
  const { url, ref, commit } = item;
  return (
    typeof url === "string" &&
    typeof ref === "string" &&
    typeof commit === "string" &&
    /^[0-9a-f]{40,64}$/.test(commit)
  );
}

function isLockedFile(item: unknown): item is LockedFile {
  if (!isRecord(item)) return false;
  const { url, sha256 } = item;
  return typeof url === "string" && typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256);
}

/** The commit of a repository's ref. */
export function lockedCommit(lock: Lock, cloneUrl: string, ref: string): string | undefined {
  const url = withoutCredentials(cloneUrl);
  return lock.repositories.find((entry) => entry.url === url && entry.ref === ref)?.commit;
}

/** The SHA-256 of a file. */
export function lockedHash(lock: Lock, fileUrl: string): string | undefined {
  const url = withoutCredentials(fileUrl);
  return lock.files.find((entry) => entry.url === url)?.sha256;
}
