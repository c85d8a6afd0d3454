// Runs the command in this process, and the real kustomize where the machine has it, on directories of the disk.
import { spawnSync } from "node:child_process";
import type { Io } from "../../renderer/cli/io.ts";
import { run } from "../../renderer/cli/program.ts";
import { plainStyle } from "../../renderer/report/style.ts";
import { findPeer } from "../bench/measure.ts";

export interface Ended {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** `gitops …` in a directory. */
export async function gitops(directory: string, ...args: readonly string[]): Promise<Ended> {
  let [out, err] = ["", ""];
  const io: Io = {
    workingDirectory: directory,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    style: plainStyle,
  };
  const exit = await run(args, io);
  return { exit, out, err };
}

export const kustomizeBinary = findPeer();

/** What `kustomize build` prints, or `refused`. */
export function kustomize(directory: string, ...args: readonly string[]): string {
  const { status, stdout } = spawnSync(kustomizeBinary ?? "", ["build", ...args], {
    cwd: directory,
    encoding: "utf8",
  });
  return status === 0 ? stdout : "refused";
}

/** The same from us. */
export async function rendered(directory: string, ...args: readonly string[]): Promise<string> {
  const { exit, out } = await gitops(directory, "render", ...args);
  return exit === 0 ? out : "refused";
}
