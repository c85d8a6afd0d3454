// What becomes of the cache: unused entries go, used ones stay.
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCache, sha256Of } from "../../renderer/load/remote/cache.ts";
import { pruneCache } from "../../renderer/load/remote/prune.ts";
import { parseRepoUrl, type RepoUrl } from "../../renderer/load/remote/repo-url.ts";
import { directoryWith, gitops } from "../cli/command.ts";

const url = parseRepoUrl("https://example.com/org/repo.git") as RepoUrl;
const [old, recent] = ["a".repeat(40), "b".repeat(40)];

function age(path: string, days: number): void {
  const then = Date.now() / 1000 - days * 24 * 60 * 60;
  utimesSync(path, then, then);
}

function fill(root: string, hash: string, days: number): string {
  const entry = openCache(root).addCommit<string>(url, hash, (directory) => {
    writeFileSync(join(directory, "file"), hash);
    return undefined;
  });
  age(entry, days);
  return entry;
}

test("what was not used for so many days is removed, whatever it is", () => {
  const root = directoryWith({});
  const [gone, kept] = [fill(root, old, 40), fill(root, recent, 20)];
  openCache(root).addFile(Buffer.from("old"));
  age(join(root, "files", sha256Of("old")), 40);
  mkdirSync(join(root, "tmp", "gitops-interrupted"), { recursive: true });
  age(join(root, "tmp", "gitops-interrupted"), 40);
  expect(pruneCache(root, 30)).toBe(3);
  expect([existsSync(gone), existsSync(kept)]).toEqual([false, true]);
  expect([readdirSync(join(root, "files")), readdirSync(join(root, "tmp"))]).toEqual([[], []]);
});

test("a build that uses an entry keeps it", () => {
  const root = directoryWith({});
  const entry = fill(root, old, 40);
  openCache(root).addFile(Buffer.from("old"));
  const file = join(root, "files", sha256Of("old"));
  age(file, 40);
  expect(openCache(root).findCommit(url, old)).toBe(entry);
  expect(openCache(root).findFile(sha256Of("old"))).toBeDefined();
  expect(pruneCache(root, 30)).toBe(0);
  expect([statSync(entry).mtimeMs, statSync(file).mtimeMs].every((time) => time > Date.now() - 60_000)).toBe(
    true,
  );
});

test("a cache that is not there has nothing to remove", () => {
  expect(pruneCache(join(directoryWith({}), "none"), 30)).toBe(0);
});

test("gitops vendor --prune does it, and takes nothing but a number of days", async () => {
  const root = directoryWith({});
  fill(root, old, 40);
  const before = process.env["GITOPS_CACHE"];
  process.env["GITOPS_CACHE"] = root;
  const bad = await gitops(root, "vendor", "--prune", "all");
  const { exit, err } = await gitops(root, "vendor", "--prune", "30");
  if (before === undefined) delete process.env["GITOPS_CACHE"];
  else process.env["GITOPS_CACHE"] = before;
  expect(bad.exit).toBe(64);
  expect([exit, err]).toEqual([0, `${root}: removed 1 entry unused for 30 days\n`]);
});
