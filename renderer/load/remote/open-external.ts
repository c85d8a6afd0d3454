// Opens what the commands give a build beyond its tree: the lock that belongs to the directory, the cache, the flags.
import { resolve } from "node:path";
import type { Collector } from "../../diagnostics/collector.ts";
import { defaultCacheDirectory } from "./cache.ts";
import {
  type Environment,
  type External,
  type ExternalOptions,
  isOffline,
  openExternal,
  processEnvironment,
} from "./external.ts";
import { findLock } from "./find-lock.ts";
import { lockFileName } from "./lock.ts";
import { openRemote } from "./remote.ts";

export interface DirectoryOptions extends Omit<ExternalOptions, "remote"> {
  readonly offline?: boolean;
  /** `GITOPS_CACHE` or the platform's place when absent. */
  readonly cacheDirectory?: string;
  /** How a path is shown in messages. */
  readonly display?: (path: string) => string;
}

/**
 * The means for building a directory. A lock file that cannot be read is reported, and nothing is locked then.
 *
 * @param directory  absolute path; a URL, which no lock belongs to, when undefined
 */
export function openExternalFor(
  directory: string | undefined,
  options: DirectoryOptions,
  collector: Collector,
): External {
  const environment: Environment = options.environment ?? processEnvironment();
  const found = directory === undefined ? { kind: "none" as const } : findLock(resolve(directory));
  if (found.kind === "invalid") {
    collector.report("load/lock", `${lockFileName} cannot be used: ${found.reason}`, {
      at: { source: { path: options.display?.(found.path) ?? found.path, text: found.text }, at: 0 },
      help: "run `gitops vendor` to write it anew, or remove it",
    });
  }
  const remote = openRemote({
    cacheDirectory: options.cacheDirectory ?? defaultCacheDirectory(environment),
    environment,
    offline: options.offline || isOffline(environment),
    ...(found.kind === "lock" ? { lock: found.lock } : {}),
  });
  // What is started is told, too; it may do as it likes.
  const told = remote.offline ? { ...environment, GITOPS_OFFLINE: "1" } : environment;
  return openExternal({ ...options, environment: told, remote });
}
