// buildMetadata: the record of what is remote.
import { posix } from "node:path";
import { below, type OriginRecord } from "../../resource/trail.ts";
import { parseRepoUrl } from "./repo-url.ts";

/**
 * The record of a path of a kustomization, local or remote.
 *
 * Source: kustomize api/resource/origin.go, Append, which calls the top of a repository `notCloned`
 */
export function belowPath(origin: OriginRecord, path: string): OriginRecord {
  const url = parseRepoUrl(path);
  if ("error" in url) return below(origin, path);
  const { path: _, repo: __, ref: ___, ...rest } = origin;
  return {
    ...rest,
    path:
      posix.join(url.directory) === "."
        ? "notCloned"
        : posix.join("/", url.directory).slice(1).replace(/\/$/, ""),
    repo: url.cloneUrl,
    ...(url.ref ? { ref: url.ref } : {}),
  };
}
