// Changes of the files that builds used, gathered: an editor that saves makes several, and a checkout makes many.
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { isUsed, type Uses } from "../../load/uses.ts";
import { watchDirectories } from "./directories.ts";

/** How long it has to be quiet before what changed is given out: a file that is saved is emptied first. */
const pauseMs = 2;
/** How long it has to be quiet before what was made of it is shown; most of that goes by while it is made. */
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
  /** Whether what was made of the changes still holds: waits for quiet, and is false when more of what is used changes. */
  hold(): Promise<boolean>;
  stop(): void;
}

export function openChanges(): Changes {
  let gathered = new Set<string>();
  let followed: readonly Uses[] = [];
  let heardAt = 0;
  let state: "waiting" | "ready" | "stopped" = "waiting";
  let timer: NodeJS.Timeout | undefined;
  let wake = (): void => undefined;

  const enter = (next: typeof state): void => {
    state = next;
    wake();
  };
  const add = (path: string): void => {
    gathered.add(path);
    heardAt = performance.now();
    clearTimeout(timer);
    timer = setTimeout(() => enter("ready"), pauseMs);
  };
  const directories = watchDirectories(add);

  return {
    follow(uses, since) {
      const paths = pathsOf(uses);
      const before = pathsOf(followed);
      const listed = uses.flatMap((use) => [...use.lists]);
      directories.update(new Set([...listed, ...[...paths].map((path) => dirname(path))]));
      for (const path of paths) if (!before.has(path) && isFileNewerThan(path, since)) add(path);
      followed = uses;
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
    async hold() {
      for (;;) {
        await new Promise(setImmediate); // what has happened meanwhile is heard now
        if (state === "stopped") return true;
        if ([...gathered].some((path) => followed.some((uses) => isUsed(uses, path)))) return false;
        const left = quietMs - (performance.now() - heardAt);
        if (left <= 0) return true;
        await new Promise((resolve) => setTimeout(resolve, left));
      }
    },
    stop() {
      clearTimeout(timer);
      directories.close();
      enter("stopped");
    },
  };
}

function pathsOf(uses: readonly Uses[]): ReadonlySet<string> {
  return new Set(uses.flatMap(({ paths, contents }) => [...paths, ...contents]));
}

function isFileNewerThan(path: string, time: Date): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.mtime > time;
}
