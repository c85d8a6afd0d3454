// Runs a command as a whole process and reads the operating system's own account of it.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export interface Measurement {
  readonly wallSeconds: readonly number[];
  readonly userSeconds: readonly number[];
  readonly peakMegabytes: readonly number[];
}

/** Runs once unmeasured, then `runs` times. Peak memory needs GNU time or Linux's /proc; it is NaN elsewhere. */
export function measure(command: string, args: readonly string[], runs: number): Measurement {
  const wallSeconds: number[] = [];
  const userSeconds: number[] = [];
  const peakMegabytes: number[] = [];
  for (let i = runs > 1 ? -1 : 0; i < runs; i++) {
    const start = process.hrtime.bigint();
    const { user, peak } = runOnce(command, args);
    const wall = Number(process.hrtime.bigint() - start) / 1e9;
    if (i < 0) continue;
    wallSeconds.push(wall);
    userSeconds.push(user);
    peakMegabytes.push(peak);
  }
  return { wallSeconds, userSeconds, peakMegabytes };
}

// A small Node process in between: its children's resource usage is the command's alone.
const wrapper = `
const { spawnSync } = require("node:child_process");
const [command, ...args] = process.argv.slice(1);
const result = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
process.exit(result.status ?? 1);
`;

function runOnce(command: string, args: readonly string[]): { user: number; peak: number } {
  const gnuTime = "/usr/bin/time";
  if (!existsSync(gnuTime)) {
    check(spawnSync(process.execPath, ["-e", wrapper, command, ...args], { stdio: "ignore" }), command);
    return { user: Number.NaN, peak: Number.NaN };
  }
  const timed = spawnSync(gnuTime, ["-f", "%U %M", command, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  check(timed, command);
  const [user = "NaN", kilobytes = "NaN"] =
    timed.stderr.toString().trim().split("\n").at(-1)?.split(" ") ?? [];
  return { user: Number(user), peak: Number(kilobytes) / 1024 };
}

function check(
  { status, error }: { status: number | null; error?: Error | undefined },
  command: string,
): void {
  if (error || status !== 0) throw new Error(`${command} failed: ${error?.message ?? `exit ${status}`}`);
}

/** The real kustomize, if the machine has it. */
export function findPeer(): string | undefined {
  const named = process.env["KUSTOMIZE"];
  if (named) return named;
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((directory) => join(directory, "kustomize"))
    .find((path) => existsSync(path));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
