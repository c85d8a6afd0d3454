// Tells of changes below directories. Directories are watched and not files, because editors replace a file by another
// one of its name, and because a file that is missing may come.
import { type FSWatcher, statSync, watch } from "node:fs";
import { dirname, join } from "node:path";

export interface DirectoryWatch {
  /** Watches these directories and no others; where one is missing, the nearest above it. */
  update(directories: ReadonlySet<string>): void;
  close(): void;
}

/** @param onChange  gets the path of whatever appeared, vanished or changed */
export function watchDirectories(onChange: (path: string) => void): DirectoryWatch {
  const watchers = new Map<string, FSWatcher>();

  const drop = (directory: string): void => {
    watchers.get(directory)?.close();
    watchers.delete(directory);
  };

  const add = (directory: string): void => {
    const watcher = watch(directory, (_, name) => {
      // A directory that is gone is told of by the events of what was in it.
      if (!isDirectory(directory)) {
        drop(directory);
        onChange(directory);
      }
      if (name !== null) onChange(join(directory, name));
    });
    watcher.on("error", () => {
      drop(directory);
      onChange(directory);
    });
    watchers.set(directory, watcher);
  };

  return {
    update(directories) {
      const wanted = new Set([...directories].map(nearestDirectory));
      for (const directory of watchers.keys()) if (!wanted.has(directory)) drop(directory);
      for (const directory of wanted) if (!watchers.has(directory)) add(directory);
    },
    close() {
      for (const directory of [...watchers.keys()]) drop(directory);
    },
  };
}

function nearestDirectory(path: string): string {
  let at = path;
  while (!isDirectory(at) && dirname(at) !== at) at = dirname(at);
  return at;
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
