// Runs one command to its end, with limits on time and output. Everything that is started is started here.
import { accessSync, constants } from "node:fs";
import { onDemand } from "../../text/on-demand.ts";

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly directory: string;
  /** The whole environment; nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  readonly timeoutMs?: number;
  /** Largest output that is taken; a command that prints more is stopped. */
  readonly limitBytes?: number;
}

export interface CommandResult {
  /** `missing`: there is no such program; `stopped`: a limit or a signal ended it. */
  readonly outcome: "done" | "failed" | "missing" | "stopped";
  readonly stdout: Uint8Array;
  readonly stderr: string;
  /** One line that says how it failed; empty when it did not. */
  readonly reason: string;
}

export type RunCommand = (command: Command) => CommandResult;

const execa = onDemand<typeof import("execa")>("execa");

const defaultLimitBytes = 128 * 1024 * 1024;

export const runCommand: RunCommand = ({
  program,
  args,
  directory,
  environment,
  input,
  timeoutMs,
  limitBytes,
}) => {
  const result = execa().execaSync(program, args, {
    cwd: directory,
    env: environment,
    extendEnv: false,
    encoding: "buffer",
    stripFinalNewline: false,
    reject: false,
    maxBuffer: limitBytes ?? defaultLimitBytes,
    ...(input === undefined ? { stdin: "ignore" } : { input }),
    ...(timeoutMs === undefined ? {} : { timeout: Math.ceil(timeoutMs) }),
  });
  const stderr = new TextDecoder().decode(result.stderr);
  const base = { stdout: result.stdout, stderr };
  // A command need not read what it is given: that its input broke off is no failure.
  const isDone = !result.failed || (result.code === "EPIPE" && result.exitCode === 0);
  if (isDone) return { ...base, outcome: "done", reason: "" };
  if (result.timedOut)
    return { ...base, outcome: "stopped", reason: `it took longer than ${seconds(timeoutMs ?? 0)}` };
  if (result.isMaxBuffer) return { ...base, outcome: "stopped", reason: "it printed more than is ever read" };
  if (result.exitCode !== undefined)
    return { ...base, outcome: "failed", reason: `it ended with status ${result.exitCode}` };
  if (result.signal) return { ...base, outcome: "stopped", reason: `it was ended by ${result.signal}` };
  const missing = result.code === "ENOENT";
  const reason = missing
    ? `there is no ${program}`
    : `it cannot be started: ${result.code ?? result.shortMessage}`;
  return { ...base, outcome: missing ? "missing" : "failed", reason };
};

function seconds(ms: number): string {
  return `${ms / 1000} s`;
}

/** Whether a file can be run; undefined when there is none. */
export function isExecutable(path: string): boolean | undefined {
  try {
    accessSync(path, constants.F_OK);
  } catch {
    return undefined;
  }
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
