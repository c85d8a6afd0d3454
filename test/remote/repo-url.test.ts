// Which paths are URLs of repositories, and what they say. Where the real kustomize is at hand, it is asked as well, with
// a git command that prints its arguments.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isHttpUrl, parseRepoUrl, withoutCredentials } from "../../renderer/load/remote/repo-url.ts";
import { findPeer } from "../bench/measure.ts";

function parsed(text: string): string {
  const url = parseRepoUrl(text);
  return "error" in url ? `no: ${url.error}` : `${url.cloneUrl} [${url.directory}] ${url.ref}`.trimEnd();
}

const repositories: readonly (readonly [string, string])[] = [
  ["https://github.com/org/repo", "https://github.com/org/repo []"],
  ["https://github.com/org/repo/deep/dir?ref=v1", "https://github.com/org/repo [deep/dir] v1"],
  ["http://github.com/org/repo", "https://github.com/org/repo []"],
  ["hTTps://gitHub.com/org/repo", "https://github.com/org/repo []"],
  ["github.com/org/repo//dir", "https://github.com/org/repo [dir]"],
  ["github.com:org/repo", "https://github.com/org/repo []"],
  ["git@github.com:org/repo.git/dir", "git@github.com:org/repo.git [dir]"],
  ["git@github.com/org/repo/dir", "git@github.com:org/repo [dir]"],
  ["ssh://git@github.com/org/repo//a/b?ref=v1.0.6", "git@github.com:org/repo [a/b] v1.0.6"],
  ["org-12345@github.com/org/repo", "org-12345@github.com:org/repo []"],
  ["git::https://gitlab.com/org/repo/dir", "https://gitlab.com/org/repo [dir]"],
  ["git@host.example:infra/team/base.git?ref=v0.1.0", "git@host.example:infra/team/base.git [] v0.1.0"],
  ["git@host.example/user:name/repo.git/path", "git@host.example/user:name/repo.git [path]"],
  ["ssh://git.example.com:7999/team/repo.git//dir", "ssh://git.example.com:7999/team/repo.git [dir]"],
  [
    "https://itfs.example.com/coll/project/_git/repo/dir?version=v1",
    "https://itfs.example.com/coll/project/_git/repo [dir] v1",
  ],
  ["https://user@dev.azure.com/org/p/_git/repo//a/b", "https://user@dev.azure.com/org/p/_git/repo [a/b]"],
  ["https://example.org/path/to/repo//dir", "https://example.org/path/to/repo [dir]"],
  ["https://example.org/path/to/repo.git/dir", "https://example.org/path/to/repo.git [dir]"],
  [
    "https://gist.github.com/bc7947cb727d7f9217e7862d961a1ffd.git",
    "https://gist.github.com/bc7947cb727d7f9217e7862d961a1ffd.git []",
  ],
  ["file:///srv/repo?ref=main", "file:///srv/repo [] main"],
  ["file:///srv/repo//dir", "file:///srv/repo [dir]"],
  ["file://git@home/repo.git//path", "file://git@home/repo.git [path]"],
  ["https://host/org/repo/?ref=includes.git/slash", "https://host/org/repo [] includes.git/slash"],
  ["https://host/org/repo/%-odd/dir", "https://host/org/repo [%-odd/dir]"],
];

describe("a URL is split into repository, directory and ref", () => {
  test.each(repositories)("%s", (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });
});

const others: readonly (readonly [string, string])[] = [
  ["/tmp/dir", "no: it is an absolute path"],
  ["../../base", "no: it has neither a scheme nor a user"],
  ["src/github.com/org/repo", "no: it has neither a scheme nor a user"],
  ["plain", "no: it has neither a scheme nor a user"],
  ["gh:org/repo", "no: it has neither a scheme nor a user"],
  ["git::___", "no: it has neither a scheme nor a user"],
  ["github.com!org/repo.git//path", "no: it has neither a scheme nor a user"],
  ["ssh://git.example.com", "no: it names no repository"],
  ["https://host?ref=a/b/c", "no: it names no repository"],
  ["https://github.com/thisisa404.yaml", "no: it names no repository"],
  ["file:////tmp//path", "no: it names no repository"],
  ["git@scp://github.com/org/repo.git//path", "no: it names no repository"],
  ["https://github.com/org/repo.git//path/../../out", "no: its path leads out of the repository"],
];

describe("what is no repository is a local path", () => {
  test.each(others)("%s", (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });
});

describe("the query", () => {
  const query = (text: string): unknown => {
    const url = parseRepoUrl(`https://host/org/repo?${text}`);
    return "error" in url ? url : [url.ref, url.timeoutMs, url.submodules];
  };

  test.each([
    ["", ["", 27_000, true]],
    ["version=main&ref=v1", ["v1", 27_000, true]],
    ["version=main&submodules=", ["main", 27_000, true]],
    ["submodules=maybe", ["", 27_000, true]],
    ["submodules=f", ["", 27_000, false]],
    ["timeout=61", ["", 61_000, true]],
    ["timeout=1m1s", ["", 61_000, true]],
    ["timeout=1.5h", ["", 5_400_000, true]],
    ["timeout=0s", ["", 27_000, true]],
    ["timeout=jiffy", ["", 27_000, true]],
    ["timeout=-3", ["", 27_000, true]],
    ["ref=a%2Fb", ["a/b", 27_000, true]],
  ])("%s", (text, expected) => {
    expect(query(text)).toEqual(expected);
  });

  test("a malformed query counts as none", () => {
    expect(query("ref=v1;timeout=3")).toEqual(["", 27_000, true]);
    expect(query("ref=v1&bad=%zz")).toEqual(["", 27_000, true]);
  });
});

test("http and https URLs are files at first", () => {
  expect(["http://h/x", "HTTPS://h/x", "ssh://h/x", "x.yaml", "https://h/%zz"].map(isHttpUrl)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("passwords and tokens do not reach messages and locks", () => {
  expect(withoutCredentials("https://user:secret@host/org/repo")).toBe("https://host/org/repo");
  expect(withoutCredentials("https://token@host/org/repo")).toBe("https://host/org/repo");
  expect(withoutCredentials("ssh://git@host/org/repo")).toBe("ssh://git@host/org/repo");
  expect(withoutCredentials("ssh://git:secret@host/org/repo")).toBe("ssh://git@host/org/repo");
  expect(withoutCredentials("git@github.com:org/repo")).toBe("git@github.com:org/repo");
});

const kustomize = findPeer();

// Needs the real binary, which a machine that only has Node lacks.
describe.skipIf(!kustomize)("the real kustomize fetches the same repository and ref", () => {
  let bin = "";
  beforeAll(() => {
    bin = mkdtempSync(join(tmpdir(), "gitops-git-"));
    const script = '#!/bin/sh\nif [ "$1" = fetch ]; then echo "fetch: $3 $4"; exit 1; fi\n';
    writeFileSync(join(bin, "git"), script, { mode: 0o755 });
  });
  afterAll(() => rmSync(bin, { recursive: true }));

  const fetched = (text: string): string => {
    const { stderr } = spawnSync(kustomize ?? "", ["build", text], {
      encoding: "utf8",
      env: { ...process.env, PATH: `${bin}:/usr/bin:/bin` },
    });
    return /^.*fetch: (.*)$/m.exec(stderr)?.[1] ?? "nothing";
  };

  test.each(repositories)("%s", (text) => {
    const url = parseRepoUrl(text);
    expect("error" in url ? "nothing" : `${url.cloneUrl} ${url.ref || "HEAD"}`).toBe(fetched(text));
  });

  test.each(others)("%s", (text) => {
    expect(fetched(text)).toBe("nothing");
  });
});
