// The files of a repository at a commit, read through git into memory: what the tree was before a change.
import { resolve } from "node:path";
import { runCommand } from "./remote/run-command.ts";

export interface GitTree {
  /** Absolute path of the repository's top. */
  readonly root: string;
  /** Contents by absolute path; links and submodules are left out. */
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** Objects larger than this are no manifests. */
const blobBytesAtMost = 32 * 1024 * 1024;
const totalBytesAtMost = 512 * 1024 * 1024;

/**
 * @param directory    anywhere in the repository
 * @param ref          a commit, branch or tag
 * @param environment  what git is started with
 * @returns            an error in words when git is missing, or does not know the ref
 */
export function readGitTree(
  directory: string,
  ref: string,
  environment: Readonly<Record<string, string>>,
): GitTree | { readonly error: string } {
  const git = (args: readonly string[], input?: string): Uint8Array | { readonly error: string } => {
    const result = runCommand({
      program: "git",
      args,
      directory,
      environment,
      ...(input === undefined ? {} : { input }),
      limitBytes: totalBytesAtMost,
    });
    if (result.outcome === "done") return result.stdout;
    return {
      error: result.outcome === "missing" ? "git is not installed" : lastLine(result.stderr) || result.reason,
    };
  };
  // A ref that begins with a dash would be an option.
  const commit = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if ("error" in commit) return { error: `git knows no commit \`${ref}\`` };
  const top = git(["rev-parse", "--show-toplevel"]);
  if ("error" in top) return top;
  const root = textOf(top).trim();
  const listing = git(["ls-tree", "-r", "-z", "-l", "--full-tree", textOf(commit).trim()]);
  if ("error" in listing) return listing;
  const blobs = textOf(listing).split("\0").flatMap(parseEntry);
  const contents = git(["cat-file", "--batch"], blobs.map(({ id }) => `${id}\n`).join(""));
  if ("error" in contents) return contents;
  return { root, files: filesOf(root, blobs, contents) };
}

interface Blob {
  readonly id: string;
  readonly sizeBytes: number;
  readonly path: string;
}

// `100644 blob <id> <size>\t<path>`
function parseEntry(line: string): Blob[] {
  const [, id = "", size = "", path = ""] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
  const sizeBytes = Number(size);
  return id === "" || sizeBytes > blobBytesAtMost ? [] : [{ id, sizeBytes, path }];
}

// Each answer is a line with id, type and size, then the bytes, then a line feed.
function filesOf(root: string, blobs: readonly Blob[], contents: Uint8Array): Record<string, Uint8Array> {
  const files: [string, Uint8Array][] = [];
  let at = 0;
  for (const { path, sizeBytes } of blobs) {
    const start = contents.indexOf(0x0a, at) + 1;
    files.push([resolve(root, path), contents.subarray(start, start + sizeBytes)]);
    at = start + sizeBytes + 1;
  }
  return Object.fromEntries(files);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
