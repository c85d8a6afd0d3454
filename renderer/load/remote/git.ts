// Fetches one commit of a repository with the git command, as shallow as the server allows.
// Source: kustomize api/internal/git/cloner.go
import { tmpdir } from "node:os";
import { failure, type RemoteFailure } from "./failure.ts";
import { type RepoUrl, withoutCredentials } from "./repo-url.ts";
import type { CommandResult, RunCommand } from "./run-command.ts";

export interface Git {
  readonly run: RunCommand;
  readonly environment: Readonly<Record<string, string>>;
}

export interface Commit {
  readonly kind: "commit";
  /** The full hash. */
  readonly hash: string;
}

/** Whether a ref is a commit's full hash, which never means anything else later. */
export function isCommitHash(ref: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);
}

/** Asks the server which commit a ref is at. */
export function resolveRef(url: RepoUrl, git: Git): Commit | RemoteFailure {
  if (isCommitHash(url.ref)) return { kind: "commit", hash: url.ref };
  const ref = url.ref || "HEAD";
  if (!isPlainRef(ref))
    return failure(`\`${ref}\` is not the name of a branch, tag or commit`, "correct `?ref=` in the URL");
  const listed = runGit(["ls-remote", "--quiet", "--", url.cloneUrl, ref, `${ref}^{}`], tmpdir(), url, git);
  if (listed.outcome !== "done") return gitFailure(listed);
  const hashes = new Map(
    new TextDecoder()
      .decode(listed.stdout)
      .split("\n")
      .map((line): [string, string] => [
        line.slice(line.indexOf("\t") + 1),
        line.slice(0, line.indexOf("\t")),
      ]),
  );
  // The order in which git itself looks a short name up; an annotated tag leads on to its commit.
  for (const name of [ref, `refs/${ref}`, `refs/tags/${ref}`, `refs/heads/${ref}`, `refs/remotes/${ref}`]) {
    const hash = hashes.get(`${name}^{}`) ?? hashes.get(name);
    if (hash && isCommitHash(hash)) return { kind: "commit", hash };
  }
  const help = "correct `?ref=` in the URL: it takes a branch, a tag or the full hash of a commit";
  return failure(
    url.ref ? `the repository has no branch or tag \`${ref}\`` : "the repository is empty",
    help,
  );
}

// What stands in `?ref=` becomes an argument of git: it must be neither an option nor a refspec.
function isPlainRef(ref: string): boolean {
  return /^[^-+\s:*?[\\~^]/.test(ref) && !/[\s:*?[\\~^]|\.\./.test(ref);
}

/** Puts the files of a commit into an empty directory. */
export function fetchCommit(url: RepoUrl, hash: string, directory: string, git: Git): Commit | RemoteFailure {
  const run = (...args: readonly string[]): CommandResult => runGit(args, directory, url, git);
  for (const args of [
    ["init", "--quiet", "--template="],
    // Submodules with relative URLs are looked for beside this one.
    ["remote", "add", "origin", url.cloneUrl],
  ]) {
    const made = run(...args);
    if (made.outcome !== "done") return gitFailure(made);
  }
  // Some servers give out branches and tags only: first the one that the URL names, then all with their history.
  const attempts = [
    ["--depth=1", "--", url.cloneUrl, hash],
    ...(isCommitHash(url.ref) ? [] : [["--depth=1", "--", url.cloneUrl, url.ref || "HEAD"]]),
    ["--depth=2147483647", "--tags", "--", url.cloneUrl, "+refs/heads/*:refs/remotes/origin/*"],
  ];
  let fetched: CommandResult | undefined;
  for (const attempt of attempts) {
    fetched = run("fetch", "--quiet", ...attempt);
    if (fetched.outcome === "stopped" || has(hash)) break;
  }
  if (fetched && fetched.outcome !== "done") return gitFailure(fetched);
  if (!has(hash)) {
    const help =
      "a forced push may have removed it; name another `?ref=`, or run `gitops vendor` to lock anew";
    return failure(`the repository has no commit ${hash}`, help);
  }
  const checkedOut = run("checkout", "--quiet", "--detach", hash);
  if (checkedOut.outcome !== "done") return gitFailure(checkedOut);
  if (url.submodules) {
    const updated = run("submodule", "--quiet", "update", "--init", "--recursive");
    if (updated.outcome !== "done") return gitFailure(updated);
  }
  return { kind: "commit", hash };

  function has(commit: string): boolean {
    return run("cat-file", "-e", `${commit}^{commit}`).outcome === "done";
  }
}

// Nothing of the repository may run, and nothing may wait for an answer from a terminal.
const settings = [
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "advice.detachedHead=false",
];

function runGit(args: readonly string[], directory: string, url: RepoUrl, git: Git): CommandResult {
  return git.run({
    program: "git",
    args: [...settings, ...args],
    directory,
    environment: gitEnvironment(git.environment, url),
    timeoutMs: url.timeoutMs,
    limitBytes: outputLimitBytes,
  });
}

const outputLimitBytes = 16 * 1024 * 1024;

// These tie git to the repository it was called for, as in a hook.
const tied = [
  "DIR",
  "WORK_TREE",
  "INDEX_FILE",
  "OBJECT_DIRECTORY",
  "ALTERNATE_OBJECT_DIRECTORIES",
  "COMMON_DIR",
  "NAMESPACE",
  "PREFIX",
];

function gitEnvironment(environment: Git["environment"], url: RepoUrl): Record<string, string> {
  const free = Object.fromEntries(
    Object.entries(environment).filter(([name]) => !tied.some((part) => name === `GIT_${part}`)),
  );
  // A submodule must not reach into this machine's files unless the repository itself is one of them.
  const protocols = `http:https:ssh${url.cloneUrl.startsWith("file://") ? ":file" : ""}`;
  return {
    GIT_ALLOW_PROTOCOL: protocols,
    ...free,
    GIT_TERMINAL_PROMPT: "0",
    GCM_INTERACTIVE: "never",
    LC_ALL: "C",
  };
}

function gitFailure({ outcome, reason, stderr }: CommandResult): RemoteFailure {
  if (outcome === "missing") return failure("there is no git command", "install git, or put it on PATH");
  if (outcome === "stopped")
    return failure(reason, "check the network, or allow more time with `?timeout=` in the URL");
  const said = withoutCredentials(lastLines(stderr));
  return failure(said || reason, "check the URL, your access to the repository and the network");
}

function lastLines(stderr: string): string {
  const lines = stderr
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^(?:fatal|error|ssh|remote):/.test(line));
  return lines.slice(-2).join("; ");
}
