// Finds the lock file of a build: beside what is built, or above it up to the top of the git repository.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Lock, lockFileName, parseLock } from "./lock.ts";

type FoundLock =
  | { readonly kind: "lock"; readonly path: string; readonly lock: Lock }
  | { readonly kind: "none" }
  | { readonly kind: "invalid"; readonly path: string; readonly text: string; readonly reason: string };

/** @param directory  absolute path of the directory that is built */
export function findLock(directory: string): FoundLock {
  const path = lockPaths(directory).find((each) => existsSync(each));
  return path === undefined ? { kind: "none" } : readLock(path);
}

/** Where it is looked for, nearest first. */
export function lockPaths(directory: string): readonly string[] {
  const paths: string[] = [];
  for (let at = directory; ; at = dirname(at)) {
    paths.push(join(at, lockFileName));
    if (existsSync(join(at, ".git")) || dirname(at) === at) return paths;
  }
}

function readLock(path: string): FoundLock {
  let text = "";
  try {
    text = readFileSync(path, "utf8");
  } catch (thrown) {
    return {
      kind: "invalid",
      path,
      text,
      reason: thrown instanceof Error ? thrown.message : "it cannot be read",
    };
  }
  const lock = parseLock(text);
  return "error" in lock ? { kind: "invalid", path, text, reason: lock.error } : { kind: "lock", path, lock };
}
