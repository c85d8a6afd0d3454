// Runs commands as whole processes and reads the operating system's own account of them.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Medians of several runs. */
export interface Measurement {
  readonly wallSeconds: number;
  /** User and system time of all threads. NaN where there is no GNU time. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Runs for it alone; a slow peer needs fewer. */
  readonly runs?: number;
}

interface Run {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

/** Measures commands in turns, so that a busy moment of the machine meets all of them; the first turn does not count. */
export function measureInTurns(commands: readonly Command[], runs: number): readonly Measurement[] {
  const found = commands.map((): Run[] => []);
  for (let turn = -1; turn < runs; turn++) {
    commands.forEach((command, i) => {
      const most = command.runs ?? runs;
      const isWarmUp = turn < 0 && most > 1;
      if (!isWarmUp && (found[i]?.length ?? 0) >= most) return;
      const run = runOnce(command);
      if (!isWarmUp) found[i]?.push(run);
    });
  }
  return found.map((all) => ({
    wallSeconds: median(all.map(({ wall }) => wall)),
    cpuSeconds: median(all.map(({ cpu }) => cpu)),
    peakMegabytes: median(all.map(({ peak }) => peak)),
  }));
}

const gnuTime = "/usr/bin/time";

/** Node 20 reads the certificates that this names at every start, which is longer than all else it does there. */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;
export const processEnvironment: NodeJS.ProcessEnv = environment;

function runOnce({ program, args }: Command): Run {
  const isTimed = existsSync(gnuTime);
  const [command, ...rest] = isTimed ? [gnuTime, "-f", "%U %S %M", program, ...args] : [program, ...args];
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(command ?? program, rest, {
    stdio: ["ignore", "ignore", "pipe"],
    env: environment,
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (error || status !== 0) {
    throw new Error(`${program} failed: ${error?.message ?? `exit ${status}\n${stderr.toString()}`}`);
  }
  const last = stderr.toString().trim().split("\n").at(-1) ?? "";
  const [user, system, kilobytes] = isTimed ? last.split(" ").map(Number) : [];
  return { wall, cpu: (user ?? Number.NaN) + (system ?? Number.NaN), peak: (kilobytes ?? Number.NaN) / 1024 };
}

/** A program that the environment names, or that is on PATH. */
export function findProgram(name: string): string | undefined {
  const named = process.env[name.toUpperCase().replaceAll("-", "_")];
  if (named) return named;
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((directory) => join(directory, name))
    .find((path) => existsSync(path));
}

/** The real kustomize, if the machine has it. */
export function findPeer(): string | undefined {
  return findProgram("kustomize");
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
