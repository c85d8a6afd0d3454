// Repositories and files that are elsewhere: from the lock and the cache where possible, else from the network.
import { openCache, sha256Of } from "./cache.ts";
import { type Download, type Downloader, defaultDownloadLimits, download } from "./download.ts";
import { failure, type RemoteFailure } from "./failure.ts";
import { fetchCommit, type Git, isCommitHash, resolveRef } from "./git.ts";
import { emptyLock, type Lock, lockedCommit, lockedHash } from "./lock.ts";
import { type RepoUrl, withoutCredentials } from "./repo-url.ts";
import { runCommand } from "./run-command.ts";

export interface Remote {
  /** The files of a repository at the commit that its ref stands for. */
  checkout(url: RepoUrl): Checkout | RemoteFailure;
  download(url: string): Download | RemoteFailure;
  /** What the lock says a URL is; undefined when it says nothing. */
  kindOf(text: string, url: RepoUrl | undefined): "repository" | "file" | undefined;
  /** Says that a downloaded file was no manifest and its URL means a repository. */
  discard(url: string): void;
  readonly offline: boolean;
  /** Whether anything was wanted so far, got or not. */
  wasAsked(): boolean;
  /** Everything that was used so far, as a lock. */
  used(): Lock;
}

export interface Checkout {
  readonly kind: "checkout";
  /** Absolute path of the files; symbolic links may not lead out of it. */
  readonly directory: string;
  readonly url: RepoUrl;
  readonly commit: string;
}

export interface RemoteOptions {
  /** Where fetched content is kept. */
  readonly cacheDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly lock?: Lock;
  /** Refuses what is neither in the cache nor known by its commit or hash. */
  readonly offline?: boolean;
  /** Keeps downloaded files in the cache although nothing locks them yet. */
  readonly keepFiles?: boolean;
}

export function openRemote(options: RemoteOptions): Remote {
  const { cacheDirectory, environment, lock = emptyLock, offline = false, keepFiles = false } = options;
  const cache = openCache(cacheDirectory);
  const git: Git = { run: runCommand, environment };
  const downloader: Downloader = { run: runCommand, environment, limits: defaultDownloadLimits };
  const checkouts = new Map<string, Checkout | RemoteFailure>();
  const downloads = new Map<string, Download | RemoteFailure>();
  const discarded = new Set<string>();

  function checkout(url: RepoUrl): Checkout | RemoteFailure {
    const locked = lockedCommit(lock, url.cloneUrl, url.ref);
    const commit = locked ?? knownCommit(url);
    if (typeof commit !== "string") return commit;
    const cached = cache.findCommit(url, commit);
    if (cached) return { kind: "checkout", directory: cached, url, commit };
    if (offline) return failure("this build is offline and its commit is not in the cache", goOnline);
    const added = cache.addCommit(url, commit, (directory) => {
      const fetched = fetchCommit(url, commit, directory, git);
      return fetched.kind === "commit" ? undefined : fetched;
    });
    return typeof added === "string" ? { kind: "checkout", directory: added, url, commit } : added;
  }

  function knownCommit(url: RepoUrl): string | RemoteFailure {
    if (isCommitHash(url.ref)) return url.ref;
    if (offline) return failure("this build is offline and no lock file says which commit it is", goOnline);
    const resolved = resolveRef(url, git);
    return resolved.kind === "commit" ? resolved.hash : resolved;
  }

  function downloadFile(url: string): Download | RemoteFailure {
    const locked = lockedHash(lock, url);
    const cached = locked === undefined ? undefined : cache.findFile(locked);
    if (cached) return { kind: "file", bytes: cached };
    if (offline)
      return failure("this build is offline and the file is not locked and in the cache", goOnline);
    const got = download(url, downloader);
    if (got.kind !== "file") return got;
    if (locked !== undefined && sha256Of(got.bytes) !== locked) {
      return failure(
        "the file is not the one that gitops.lock names",
        "look at what changed, then run `gitops vendor`",
      );
    }
    if (locked !== undefined || keepFiles) cache.addFile(got.bytes);
    return got;
  }

  return {
    offline,
    checkout: (url) =>
      once(checkouts, `${url.cloneUrl}\0${url.ref}\0${url.submodules}`, () => checkout(url), url),
    download: (url) => once(downloads, url, () => downloadFile(url)),
    kindOf: (text, url) => {
      if (lockedHash(lock, text) !== undefined) return "file";
      return url && lockedCommit(lock, url.cloneUrl, url.ref) !== undefined ? "repository" : undefined;
    },
    discard: (url) => void discarded.add(url),
    wasAsked: () => checkouts.size + downloads.size > 0,
    used: () =>
      usedLock(
        checkouts,
        [...downloads].filter(([url]) => !discarded.has(url)),
      ),
  };
}

const goOnline =
  "build once without --offline and GITOPS_OFFLINE; `gitops vendor` locks and fetches what a tree needs";

// A repository serves several URLs of one build, which differ in the directory.
function once<T extends object>(known: Map<string, T>, key: string, make: () => T, url?: RepoUrl): T {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return url && "url" in found ? { ...found, url } : found;
}

function usedLock(
  checkouts: ReadonlyMap<string, Checkout | RemoteFailure>,
  downloads: readonly (readonly [string, Download | RemoteFailure])[],
): Lock {
  const repositories = new Map(
    [...checkouts.values()]
      .filter((found) => found.kind === "checkout")
      .map(({ url, commit }) => [
        `${url.cloneUrl}\0${url.ref}`,
        { url: withoutCredentials(url.cloneUrl), ref: url.ref, commit },
      ]),
  );
  const files = downloads.flatMap(([url, got]) =>
    got.kind === "file" ? [{ url: withoutCredentials(url), sha256: sha256Of(got.bytes) }] : [],
  );
  return { repositories: [...repositories.values()], files };
}
