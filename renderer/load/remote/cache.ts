// What was fetched, kept for later builds: repositories by commit, files by hash. An entry appears under its name in one
// step and is complete from then on; several processes may fill the cache at once.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type RepoUrl, withoutCredentials } from "./repo-url.ts";
import { withWorkspace } from "./workspace.ts";

export interface Cache {
  /** The directory of a commit's files; undefined when it is not there. */
  findCommit(url: RepoUrl, hash: string): string | undefined;
  /** Adds a commit whose files `fill` puts into an empty directory; nothing is kept unless it returns undefined. */
  addCommit<Failure>(
    url: RepoUrl,
    hash: string,
    fill: (directory: string) => Failure | undefined,
  ): string | Failure;
  /** The bytes of this SHA-256; undefined when they are not there. */
  findFile(sha256: string): Uint8Array | undefined;
  addFile(bytes: Uint8Array): void;
}

/** `GITOPS_CACHE`, or the place where the platform keeps caches. */
export function defaultCacheDirectory(
  environment: Readonly<Record<string, string>>,
  platform = process.platform,
): string {
  const chosen = environment["GITOPS_CACHE"];
  if (chosen) return chosen;
  const home = environment["HOME"] || homedir();
  if (platform === "darwin") return join(home, "Library", "Caches", "gitops");
  if (platform === "win32")
    return join(environment["LOCALAPPDATA"] || join(home, "AppData", "Local"), "gitops", "cache");
  return join(environment["XDG_CACHE_HOME"] || join(home, ".cache"), "gitops");
}

export function sha256Of(content: string | Uint8Array): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(content).digest("hex");
}

export function openCache(root: string): Cache {
  // Submodules make other files of the same commit.
  const entryOf = (url: RepoUrl, hash: string): string =>
    join(root, "repositories", repositoryKey(url), url.submodules ? `${hash}+submodules` : hash);
  const fileOf = (sha256: string): string => join(root, "files", sha256);
  return {
    findCommit(url, hash) {
      const entry = entryOf(url, hash);
      return noteUse(entry) ? entry : undefined;
    },
    addCommit(url, hash, fill) {
      return withWorkspace(({ path }) => {
        const made = join(path, "tree");
        mkdirSync(made);
        const problem = fill(made);
        if (problem !== undefined) return problem;
        rmSync(join(made, ".git"), { recursive: true, force: true }); // the files are all that a build reads
        const entry = entryOf(url, hash);
        mkdirSync(join(entry, ".."), { recursive: true });
        moveInto(made, entry);
        return entry;
      }, temporaryRoot(root));
    },
    findFile(sha256) {
      const bytes = readIfThere(fileOf(sha256));
      if (bytes) noteUse(fileOf(sha256));
      if (!bytes || sha256Of(bytes) === sha256) return bytes;
      rmSync(fileOf(sha256), { force: true }); // damaged: fetched anew
      return undefined;
    },
    addFile(bytes) {
      withWorkspace((workspace) => {
        mkdirSync(join(root, "files"), { recursive: true });
        renameSync(workspace.write("file", bytes), fileOf(sha256Of(bytes)));
      }, temporaryRoot(root));
    },
  };
}

const dayMs = 24 * 60 * 60 * 1000;

/** Keeps an entry from being pruned; false when it is not there. */
function noteUse(entry: string): boolean {
  try {
    const now = Date.now();
    if (now - statSync(entry).mtimeMs > dayMs / 2) utimesSync(entry, now / 1000, now / 1000);
    return true;
  } catch {
    return existsSync(entry); // a cache that may only be read is as good
  }
}

/** On the same file system as the entries, so that a rename puts them in place. */
function temporaryRoot(root: string): string {
  return join(root, "tmp");
}

/** Readable for people who look into the cache, unique by its hash. */
function repositoryKey(url: RepoUrl): string {
  const name = withoutCredentials(url.cloneUrl);
  const readable = name
    .replace(/^[a-z]+:\/\//i, "")
    .replace(/[^A-Za-z0-9.-]+/g, "-")
    .replace(/^[-.]+/, "")
    .slice(-60);
  return `${readable}-${sha256Of(name).slice(0, 16)}`;
}

// Another process may have been faster; its entry is the same.
function moveInto(made: string, entry: string): void {
  try {
    renameSync(made, entry);
  } catch (thrown) {
    if (!existsSync(entry)) throw thrown;
  }
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
