// A directory that lives as long as one piece of work.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Workspace {
  readonly path: string;
  /** Writes a file that only this user may read, and says where. */
  write(name: string, content: string | Uint8Array): string;
}

/**
 * Runs `use` with an empty directory that is gone afterwards.
 *
 * @param parent  where it is made; the system's directory for temporary files when absent
 */
export function withWorkspace<T>(use: (workspace: Workspace) => T, parent: string = tmpdir()): T {
  mkdirSync(parent, { recursive: true });
  const path = mkdtempSync(join(parent, "gitops-"));
  try {
    return use({
      path,
      write(name, content) {
        const file = join(path, name);
        writeFileSync(file, content, { mode: 0o600 });
        return file;
      },
    });
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}
