// Repositories and a web server that exist for one test file, all on this machine.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export type Files = Readonly<Record<string, string>>;

export interface Elsewhere {
  /** A directory that is gone after the tests. */
  readonly root: string;
  /** Makes a bare repository `name.git` with one commit, on branch main; adds a commit when it is there already. */
  commit(name: string, files: Files, ...gitCommands: readonly (readonly string[])[]): string;
  /** Writes files below the root and says where. */
  write(files: Files): string;
  /** Starts the server; its URL has no slash at the end. */
  serve(): Promise<string>;
  /** The requests that reached the server since the last call. */
  requests(): readonly string[];
  remove(): void;
}

/** The environment of git in tests: no configuration of this machine, fixed names and dates. */
export const gitEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env["PATH"] ?? "",
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "test",
  GIT_AUTHOR_EMAIL: "test@example.com",
  GIT_AUTHOR_DATE: "2024-01-01T00:00:00Z",
  GIT_COMMITTER_NAME: "test",
  GIT_COMMITTER_EMAIL: "test@example.com",
  GIT_COMMITTER_DATE: "2024-01-01T00:00:00Z",
};

export function git(directory: string, ...args: readonly string[]): string {
  return execFileSync("git", ["-c", "protocol.file.allow=always", ...args], {
    cwd: directory,
    encoding: "utf8",
    env: { ...gitEnvironment },
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

export function elsewhere(): Elsewhere {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "gitops-elsewhere-")));
  let server: ChildProcess | undefined;
  const write = (files: Files, below = ""): string => {
    for (const [path, content] of Object.entries(files)) {
      const full = join(root, below, path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
    }
    return join(root, below);
  };
  return {
    root,
    write,
    commit(name, files, ...gitCommands) {
      const work = join(root, "work", name);
      const bare = join(root, `${name}.git`);
      if (!existsSync(bare)) {
        mkdirSync(work, { recursive: true });
        git(root, "init", "--quiet", "--bare", "--initial-branch=main", bare);
        git(work, "init", "--quiet", "--initial-branch=main");
        git(work, "remote", "add", "origin", bare);
      }
      write(files, join("work", name));
      git(work, "add", "--all");
      for (const command of gitCommands) git(work, ...command);
      git(work, "commit", "--quiet", "--allow-empty", "--message=change");
      git(work, "push", "--quiet", "origin", "main", "--tags");
      return git(work, "rev-parse", "HEAD");
    },
    async serve() {
      const script = fileURLToPath(new URL("server.mjs", import.meta.url));
      const started = spawn(process.execPath, [script, root], { stdio: ["ignore", "pipe", "inherit"] });
      server = started;
      const port = await new Promise<string>((resolve, reject) => {
        started.stdout.once("data", (data: Buffer) => resolve(data.toString().trim()));
        started.once("exit", () => reject(new Error("the server did not start")));
      });
      return `http://127.0.0.1:${port}`;
    },
    requests() {
      const log = join(root, "requests.log");
      const lines = existsSync(log) ? readFileSync(log, "utf8").split("\n").filter(Boolean) : [];
      writeFileSync(log, "");
      return lines;
    },
    remove() {
      server?.kill();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
