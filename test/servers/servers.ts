/** Real servers for tests: on loopback, on ports and in directories of their own, gone when the test is over. */
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { accessSync, chownSync, constants, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The first of these that is a program here, else undefined. Names without a slash are looked up in PATH. */
export function findProgram(...candidates: readonly string[]): string | undefined {
  const paths = candidates.flatMap((candidate) =>
    candidate.includes("/")
      ? [candidate]
      : (process.env["PATH"] ?? "").split(":").map((directory) => join(directory, candidate)),
  );
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Whether the tests of a file are skipped, as these Debian packages are not on every machine; it says which. Where
 * SERVERS=required is set, as in continuous integration, that is an error.
 */
export function isSkipped(file: string, missing: readonly string[]): boolean {
  if (missing.length === 0) return false;
  const text = `skipped ${file}: install ${missing.join(" ")}`;
  if (process.env["SERVERS"] === "required") throw new Error(text);
  process.stderr.write(`${text}\n`);
  return true;
}

/** The directories of a versioned installation, newest first: versions("/usr/lib/postgresql", "bin"). */
export function versions(parent: string, child: string): readonly string[] {
  try {
    return readdirSync(parent)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(parent, version, child));
  } catch {
    return [];
  }
}

/** Ports that nobody listens on at the moment. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once("error", reject);
          server.listen(0, "127.0.0.1", () => {
            const address = server.address();
            if (address !== null && typeof address === "object") resolve(address.port);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** An account that servers which refuse to run as root may use; undefined when we are not root ourselves. */
export function unprivileged(...names: readonly string[]): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of names) {
    const uid = Number.parseInt(spawnSync("id", ["-u", name], { encoding: "utf8" }).stdout, 10);
    const gid = Number.parseInt(spawnSync("id", ["-g", name], { encoding: "utf8" }).stdout, 10);
    if (uid > 0) return { uid, gid };
  }
  return undefined;
}

/** A new directory below the system's temporary one. Short: the path of a Unix socket must fit into 107 bytes. */
export function scratchDirectory(owner?: Owner): string {
  const directory = mkdtempSync(join(tmpdir(), "gitops-"));
  if (owner !== undefined) chownSync(directory, owner.uid, owner.gid);
  return directory;
}

/** Directories below one, made with the same owner. */
export function makeDirectories(owner: Owner | undefined, ...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(path, { recursive: true });
    if (owner !== undefined) chownSync(path, owner.uid, owner.gid);
  }
}

export function removeDirectory(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
}

export interface Running {
  readonly process: ChildProcess;
  readonly output: () => string;
}

/** Starts a program in a process group of its own, so that stop() also reaches its children. */
export function start(command: string, parameters: readonly string[], options: SpawnOptions): Running {
  const child = spawn(command, parameters, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (text += chunk));
  return { process: child, output: () => text };
}

/** Signals the whole group and waits for its first process to end; kills the group after ten seconds. */
export async function stop(running: Running | undefined, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  const child = running?.process;
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const group = -child.pid;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const killer = setTimeout(() => process.kill(group, "SIGKILL"), 10_000);
  process.kill(group, signal);
  await ended;
  clearTimeout(killer);
}

/** Asks until the answer is yes; after the limit it fails, with what `explain` has to say. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  explain: () => string,
  limitMs = 30_000,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not within ${limitMs} ms: ${explain()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
