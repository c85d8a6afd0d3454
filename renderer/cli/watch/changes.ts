// Changes of the files that builds used, gathered: an editor that saves makes several, and a checkout makes many.
import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { Uses } from "../../load/uses.ts";
import { watchDirectories } from "./directories.ts";

/** How long it has to be quiet before what changed is given out. */
const quietMs = 15;

export interface Changes {
  /**
   * Watches what builds used.
   *
   * @param since  when the builds began: what changed before it was watched counts as well
   */
  follow(uses: readonly Uses[], since: Date): void;
  /** The paths that changed, once some have; undefined after `stop`. */
  next(): Promise<ReadonlySet<string> | undefined>;
  stop(): void;
}

export function openChanges(): Changes {
  let gathered = new Set<string>();
  let followed: ReadonlySet<string> = new Set();
  let state: "waiting" | "ready" | "stopped" = "waiting";
  let timer: NodeJS.Timeout | undefined;
  let wake = (): void => undefined;

  const enter = (next: typeof state): void => {
    state = next;
    wake();
  };
  const add = (path: string): void => {
    gathered.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => enter("ready"), quietMs);
  };
  const directories = watchDirectories(add);

  return {
    follow(uses, since) {
      const paths = new Set(uses.flatMap((use) => [...use.paths, ...use.contents]));
      const listed = uses.flatMap((use) => [...use.lists]);
      directories.update(new Set([...listed, ...[...paths].map((path) => dirname(path))]));
      for (const path of paths) if (!followed.has(path) && isFileNewerThan(path, since)) add(path);
      followed = paths;
    },
    async next() {
      while (state === "waiting") {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (state === "stopped") return undefined;
      state = "waiting";
      const changed = gathered;
      gathered = new Set();
      return changed;
    },
    stop() {
      clearTimeout(timer);
      directories.close();
      enter("stopped");
    },
  };
}

function isFileNewerThan(path: string, time: Date): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.mtime > time;
}
