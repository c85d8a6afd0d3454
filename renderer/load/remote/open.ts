// What the loader asks when an entry of a kustomization is not a local path. Failures are reported at that entry.
import { sep } from "node:path";
import { Collector } from "../../diagnostics/collector.ts";
import type { Place, SourceFile } from "../../diagnostics/location.ts";
import type { BuildContext } from "../context.ts";
import type { LoadedFile } from "../file-cache.ts";
import { readObjects } from "../objects.ts";
import type { Download } from "./download.ts";
import type { RemoteFailure } from "./failure.ts";
import type { Checkout, Remote } from "./remote.ts";
import { hasForcedGit, isHttpUrl, parseRepoUrl, type RepoUrl, withoutCredentials } from "./repo-url.ts";

export type RemoteEntry =
  | { readonly kind: "file" }
  | {
      readonly kind: "directory";
      /** Absolute path, symbolic links resolved. */
      readonly root: string;
      readonly checkout: Checkout;
    };

/** The repository that a path names; undefined for anything that is not one. */
export function repositoryOf(path: string): RepoUrl | undefined {
  const url = parseRepoUrl(path);
  return "error" in url ? undefined : url;
}

/**
 * Finds out what a remote `resources` entry is. As in kustomize, an http URL is a file if the server gives one out that
 * holds objects, and a repository otherwise.
 *
 * @param visited  checkouts of the kustomizations that lead here, nearest first
 * @returns        undefined when the path is local
 */
export function openRemoteEntry(
  path: string,
  visited: readonly Checkout[],
  at: Place | undefined,
  context: BuildContext,
): RemoteEntry | undefined {
  const url = repositoryOf(path);
  if (!isHttpUrl(path)) return url && openRepository(url, visited, at, context);
  const remote = remoteOf(path, at, context);
  if (!url) return { kind: "file" }; // loadRemoteFile says what is wrong with it
  if (remote.kindOf(path, url) !== "repository") {
    // What is no manifest is a page about the repository.
    const got = remote.download(path);
    if (got.kind === "file" && (remote.kindOf(path, url) === "file" || holdsObjects(path, got)))
      return { kind: "file" };
    remote.discard(path);
  }
  return openRepository(url, visited, at, context);
}

function holdsObjects(path: string, got: Download): boolean {
  const { source } = toLoadedFile(path, got);
  if (!source) return false;
  const trial = new Collector();
  try {
    return readObjects({ ...source }, trial).length > 0 && !trial.hasErrors;
  } catch {
    return false;
  }
}

/** Fetches a repository and finds the directory that the URL names. */
export function openRepository(
  url: RepoUrl,
  visited: readonly Checkout[],
  at: Place | undefined,
  context: BuildContext,
): RemoteEntry & { kind: "directory" } {
  const { collector, files } = context;
  const shown = withoutCredentials(url.text);
  if (hasForcedGit(url.text)) {
    collector.report("kustomization/deprecated", "`git::` in front of a URL has no meaning", {
      at,
      help: "remove it",
    });
  }
  const loop = visited.find((earlier) => earlier.url.text.startsWith(url.text));
  if (loop) {
    return collector.halt("load/cycle", `${shown} leads back to ${withoutCredentials(loop.url.text)}`, {
      at,
      help: "a kustomization cannot include the repository that includes it",
    });
  }
  const checkout = remoteOf(url.text, at, context).checkout(url);
  if (checkout.kind === "failure") return fail(url.text, checkout, at, context);
  const top = files.realPath(checkout.directory);
  const found = files.realPath(`${checkout.directory}/${url.directory}`);
  const place = `\`${url.directory}\` in ${withoutCredentials(url.cloneUrl)}`;
  const version = url.ref ? ` at ${url.ref}` : "";
  if (found.kind === "missing") {
    return collector.halt("load/not-found", `${place} does not exist${version}`, {
      at,
      help: "correct the path or `?ref=`",
    });
  }
  if (found.kind !== "directory") {
    return collector.halt("load/not-a-directory", `${place} is not a directory`, {
      at,
      help: "name the directory of a kustomization; a single file needs the http(s) URL of its raw text",
    });
  }
  if (top.kind !== "directory" || !(found.path === top.path || found.path.startsWith(top.path + sep))) {
    return collector.halt("load/outside-root", `${place} is a link that leads out of the repository`, { at });
  }
  return { kind: "directory", root: found.path, checkout: { ...checkout, directory: top.path } };
}

const loaded = new WeakMap<Download, LoadedFile>();

/** Reads a file over http(s). */
export function loadRemoteFile(path: string, at: Place, context: BuildContext): LoadedFile {
  const got = remoteOf(path, at, context).download(path);
  return got.kind === "file" ? toLoadedFile(path, got) : fail(path, got, at, context);
}

function toLoadedFile(path: string, got: Download): LoadedFile {
  const known = loaded.get(got);
  if (known) return known;
  const text = decodeText(got.bytes);
  const source: SourceFile | undefined =
    text === undefined ? undefined : { path: withoutCredentials(path), text };
  const file: LoadedFile = { bytes: got.bytes, source };
  loaded.set(got, file);
  return file;
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reports a base that leads out of the repository it was fetched with; such a base could read this machine's files. */
export function checkWithin(
  checkout: Checkout | undefined,
  real: string,
  path: string,
  at: Place,
  context: BuildContext,
): void {
  if (!checkout || real === checkout.directory || real.startsWith(checkout.directory + sep)) return;
  context.collector.halt(
    "load/outside-root",
    `\`${path}\` leads out of the repository ${withoutCredentials(checkout.url.cloneUrl)}`,
    {
      at,
      help: "bases of a remote kustomization have to be in its repository, or remote themselves",
    },
  );
}

function remoteOf(path: string, at: Place | undefined, { external, collector }: BuildContext): Remote {
  if (external) return external.remote;
  return collector.halt(
    "load/remote",
    `${withoutCredentials(path)} is remote, and this build may only read local files`,
    {
      at,
      help: "give the build the means to fetch it, or copy it into the tree",
    },
  );
}

function fail(
  path: string,
  { reason, help }: RemoteFailure,
  at: Place | undefined,
  { collector }: BuildContext,
): never {
  return collector.halt("load/remote", `${withoutCredentials(path)} cannot be fetched: ${reason}`, {
    at,
    help,
  });
}
