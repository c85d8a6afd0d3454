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
  for (let at = directory; ; at = dirname(at)) {
    const path = join(at, lockFileName);
    if (existsSync(path)) return readLock(path);
    if (existsSync(join(at, ".git")) || dirname(at) === at) return { kind: "none" };
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
