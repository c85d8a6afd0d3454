// The lock file.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { findLock } from "../../renderer/load/remote/find-lock.ts";
import { parseLock, printLock } from "../../renderer/load/remote/lock.ts";
import { elsewhere } from "./elsewhere.ts";

const commit = "0123456789012345678901234567890123456789";
const sha256 = commit + commit.slice(0, 24);

const text = `{
  "version": 1,
  "repositories": [
    {"url":"https://a.example/org/repo","ref":"","commit":"${commit}"},
    {"url":"https://a.example/org/repo","ref":"v2","commit":"${commit}"},
    {"url":"https://b.example/org/repo","ref":"v1","commit":"${commit}"}
  ],
  "files": [
    {"url":"https://b.example/crd.yaml","sha256":"${sha256}"}
  ]
}
`;

describe("the text of a lock file", () => {
  test("is sorted whatever the order of the entries", () => {
    const lock = parseLock(text);
    if ("error" in lock) throw new Error(lock.error);
    expect(printLock({ ...lock, repositories: lock.repositories.toReversed() })).toBe(text);
  });

  test("of nothing", () => {
    expect(printLock({ repositories: [], files: [] })).toBe(
      '{\n  "version": 1,\n  "repositories": [],\n  "files": []\n}\n',
    );
  });

  test.each([
    ["{", "JSON"],
    ["[]", "it is not a JSON object"],
    ['{"version": 2}', "its version is not 1"],
    [
      '{"version": 1, "repositories": [{"url": "x", "ref": "", "commit": "main"}], "files": []}',
      "an entry of `repositories`",
    ],
    ['{"version": 1, "repositories": [], "files": {}}', "an entry of `files`"],
  ])("%s is refused", (wrong, why) => {
    expect(parseLock(wrong)).toEqual({ error: expect.stringContaining(why) });
  });
});

describe("the lock file of a build", () => {
  const away = elsewhere();
  afterAll(() => away.remove());
  away.write({
    "outer/gitops.lock": text,
    "outer/inner/gitops.lock": text,
    "outer/inner/app/x": "",
    "outer/repo/app/x": "",
    "bad/gitops.lock": "{",
  });
  mkdirSync(join(away.root, "outer/repo/.git"));

  const pathOf = (directory: string): string => {
    const found = findLock(join(away.root, directory));
    return found.kind === "none" ? "none" : `${found.kind} ${found.path.slice(away.root.length + 1)}`;
  };

  test("stands beside what is built", () => {
    expect(pathOf("outer")).toBe("lock outer/gitops.lock");
  });

  test("or above it, the nearest one", () => {
    expect(pathOf("outer/inner/app")).toBe("lock outer/inner/gitops.lock");
  });

  test("but not above the top of the git repository", () => {
    expect(pathOf("outer/repo/app")).toBe("none");
  });

  test("and is not passed over when it cannot be read", () => {
    expect(pathOf("bad")).toBe("invalid bad/gitops.lock");
  });
});
