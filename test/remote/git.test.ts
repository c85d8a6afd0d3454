// Repositories: fetched at the right commit, kept, and refused when they cannot be had.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCache } from "../../renderer/load/remote/cache.ts";
import type { Lock } from "../../renderer/load/remote/lock.ts";
import { type Checkout, openRemote, type Remote } from "../../renderer/load/remote/remote.ts";
import { parseRepoUrl, type RepoUrl } from "../../renderer/load/remote/repo-url.ts";
import { elsewhere, git, gitEnvironment } from "./elsewhere.ts";

const away = elsewhere();
afterAll(() => away.remove());

let first = "";
let second = "";
let base = "";
beforeAll(async () => {
  away.commit("library", { "shared.yaml": "from: submodule\n" });
  first = away.commit("base", { "app/file.yaml": "version: 1\n", "same.txt": "x" });
  git(join(away.root, "work/base"), "tag", "--annotate", "--message=v1", "v1");
  git(join(away.root, "work/base"), "branch", "topic/x");
  git(join(away.root, "work/base"), "push", "--quiet", "origin", "v1", "topic/x");
  second = away.commit("base", { "app/file.yaml": "version: 2\n" });
  base = await away.serve();
});

let caches = 0;
function newCache(): string {
  return join(away.root, `cache-${caches++}`);
}

function open(
  cacheDirectory = newCache(),
  options: { lock?: Lock; offline?: boolean; environment?: Record<string, string> } = {},
): Remote {
  return openRemote({ cacheDirectory, environment: gitEnvironment, ...options });
}

function url(text: string): RepoUrl {
  const parsed = parseRepoUrl(text);
  if ("error" in parsed) throw new Error(`${text}: ${parsed.error}`);
  return parsed;
}

function checkout(text: string, remote = open()): Checkout {
  const found = remote.checkout(url(text));
  if (found.kind === "failure") throw new Error(found.reason);
  return found;
}

function reason(text: string, remote = open()): string {
  const found = remote.checkout(url(text));
  return found.kind === "failure" ? found.reason : `no failure: ${found.commit}`;
}

function read(found: Checkout): string {
  return readFileSync(join(found.directory, "app/file.yaml"), "utf8");
}

const file = (query: string): string => `file://${away.root}/base.git//app${query}`;

describe("the commit of a ref", () => {
  test("no ref means the default branch", () => {
    const found = checkout(file(""));
    expect([found.commit, read(found)]).toEqual([second, "version: 2\n"]);
  });

  test("an annotated tag leads to its commit", () => {
    const found = checkout(file("?ref=v1"));
    expect([found.commit, read(found)]).toEqual([first, "version: 1\n"]);
  });

  test("a branch with a slash", () => {
    expect(checkout(file("?ref=topic/x")).commit).toBe(first);
  });

  test("a commit's full hash", () => {
    expect(read(checkout(file(`?ref=${first}`)))).toBe("version: 1\n");
  });

  test("over http, a commit that no branch or tag ends at", () => {
    away.commit("long", { a: "1" });
    const middle = away.commit("long", { a: "2" });
    away.commit("long", { a: "3" });
    const found = checkout(`${base}/git/long.git?ref=${middle}`);
    expect(readFileSync(join(found.directory, "a"), "utf8")).toBe("2");
  });
});

describe("what cannot be fetched says why", () => {
  test("an unknown ref", () => {
    expect(reason(file("?ref=v9"))).toBe("the repository has no branch or tag `v9`");
  });

  test("an unknown commit", () => {
    const hash = "0123456789012345678901234567890123456789";
    expect(reason(file(`?ref=${hash}`))).toBe(`the repository has no commit ${hash}`);
  });

  test.each(["--upload-pack=touch%20x", "main:refs/heads/evil", "+main", "a%20b"])(
    "a ref that is none: %s",
    (ref) => {
      expect(reason(file(`?ref=${ref}`))).toMatch(/is not the name of a branch, tag or commit$/);
    },
  );

  test("an unknown repository", () => {
    expect(reason(`file://${away.root}/none.git`)).toContain("does not appear to be a git repository");
  });

  test("a login that nobody can type, without the token in the URL", () => {
    expect(reason(`${base.replace("//", "//secret-token@")}/private/base.git`)).toMatch(
      /^(?!.*secret-token).*(terminal prompts disabled|Authentication failed)/,
    );
  });

  test("a server that does not answer in time", () => {
    expect(reason(`${base}/silent/x.git?timeout=300ms`)).toBe("it took longer than 0.3 s");
  });

  test("a machine without git", () => {
    expect(reason(file(""), open(newCache(), { environment: { PATH: "/nonexistent" } }))).toBe(
      "there is no git command",
    );
  });
});

describe("submodules", () => {
  beforeAll(() => {
    away.commit("super", { "app/file.yaml": "super\n" }, [
      "submodule",
      "--quiet",
      "add",
      "../library.git",
      "library",
    ]);
  });

  test("come with the repository", () => {
    const found = checkout(`file://${away.root}/super.git`);
    expect(readFileSync(join(found.directory, "library/shared.yaml"), "utf8")).toBe("from: submodule\n");
  });

  test("stay away when the URL says so", () => {
    const found = checkout(`file://${away.root}/super.git?submodules=false`);
    expect(readdirSync(join(found.directory, "library"))).toEqual([]);
  });

  test("of a repository on the network cannot reach into this machine", () => {
    away.commit("trap", { "app/file.yaml": "trap\n" }, [
      "submodule",
      "--quiet",
      "add",
      `file://${away.root}/library.git`,
      "library",
    ]);
    expect(reason(`${base}/git/trap.git`)).toContain("transport 'file' not allowed");
  });
});

describe("what a repository brings is not run", () => {
  test("hooks of the user's git templates", () => {
    const template = join(away.root, "template/hooks");
    mkdirSync(template, { recursive: true });
    writeFileSync(join(template, "post-checkout"), `#!/bin/sh\ntouch ${away.root}/hook-ran\n`, {
      mode: 0o755,
    });
    const environment = { ...gitEnvironment, GIT_TEMPLATE_DIR: join(away.root, "template") };
    expect(reason(file(""), open(newCache(), { environment }))).toBe(`no failure: ${second}`);
    expect(existsSync(join(away.root, "hook-ran"))).toBe(false);
  });

  test("a build inside a git hook does not touch the repository of the hook", () => {
    const environment = {
      ...gitEnvironment,
      GIT_DIR: join(away.root, "work/library/.git"),
      GIT_INDEX_FILE: "/nonexistent/index",
    };
    expect(read(checkout(file("?ref=v1"), open(newCache(), { environment })))).toBe("version: 1\n");
  });
});

describe("the cache", () => {
  test("serves a known commit without the network", () => {
    const cache = newCache();
    checkout(`${base}/git/base.git?ref=${first}`, open(cache));
    away.requests();
    expect(read(checkout(`${base}/git/base.git?ref=${first}`, open(cache, { offline: true })))).toBe(
      "version: 1\n",
    );
    expect(away.requests()).toEqual([]);
  });

  test("asks only where a branch is, and fetches nothing again", () => {
    const cache = newCache();
    checkout(`${base}/git/base.git?ref=main`, open(cache));
    away.requests();
    checkout(`${base}/git/base.git?ref=main`, open(cache));
    expect(away.requests().filter((line) => line.startsWith("GET"))).toHaveLength(1);
  });

  test("asks once for all directories of a repository", () => {
    const remote = open();
    checkout(`${base}/git/base.git//app?ref=main`, remote);
    away.requests();
    expect(checkout(`${base}/git/base.git//other?ref=main`, remote).url.directory).toBe("other");
    expect(away.requests()).toEqual([]);
  });

  test("keeps nothing of a fetch that failed", () => {
    const cache = newCache();
    reason(file("?ref=0123456789012345678901234567890123456789"), open(cache));
    expect(readdirSync(cache)).toEqual(["tmp"]);
    expect(readdirSync(join(cache, "tmp"))).toEqual([]);
  });

  test("does not take what an interrupted build left for an entry", () => {
    const cache = newCache();
    mkdirSync(join(cache, "tmp/gitops-abandoned/tree/app"), { recursive: true });
    writeFileSync(join(cache, "tmp/gitops-abandoned/tree/app/file.yaml"), "half");
    expect(read(checkout(file(""), open(cache)))).toBe("version: 2\n");
  });

  test("takes the entry of another build that was faster", () => {
    const cache = openCache(newCache());
    const fill = (directory: string): undefined => {
      writeFileSync(join(directory, "file"), "content");
    };
    let faster: unknown;
    const slower = cache.addCommit(url(file("")), first, (directory) => {
      faster = cache.addCommit(url(file("")), first, fill);
      return fill(directory);
    });
    expect(slower).toBe(faster);
    expect(readFileSync(join(String(slower), "file"), "utf8")).toBe("content");
  });

  test("holds the files alone, without git's own data", () => {
    expect(readdirSync(checkout(file("")).directory).sort()).toEqual(["app", "same.txt"]);
  });
});

describe("the lock and --offline", () => {
  const locked = (commit: string): Lock => ({
    repositories: [{ url: `file://${away.root}/base.git`, ref: "main", commit }],
    files: [],
  });

  test("a locked branch stays where it was", () => {
    expect(checkout(file("?ref=main"), open(newCache(), { lock: locked(first) })).commit).toBe(first);
  });

  test("another ref of the same repository is not locked by it", () => {
    expect(checkout(file(""), open(newCache(), { lock: locked(first) })).commit).toBe(second);
  });

  test("offline, a branch that is not locked is refused even when its commit is in the cache", () => {
    const cache = newCache();
    checkout(file("?ref=main"), open(cache));
    expect(reason(file("?ref=main"), open(cache, { offline: true }))).toContain(
      "no lock file says which commit it is",
    );
    expect(checkout(file("?ref=main"), open(cache, { offline: true, lock: locked(second) })).commit).toBe(
      second,
    );
  });

  test("offline, a locked commit that is not in the cache is refused", () => {
    expect(reason(file("?ref=main"), open(newCache(), { offline: true, lock: locked(first) }))).toContain(
      "not in the cache",
    );
  });

  test("what was used is a lock", () => {
    const remote = open();
    checkout(file("?ref=v1"), remote);
    checkout(file("?ref=v1&submodules=false"), remote);
    reason(file("?ref=v9"), remote);
    expect(remote.used()).toEqual({
      repositories: [{ url: `file://${away.root}/base.git`, ref: "v1", commit: first }],
      files: [],
    });
  });
});
