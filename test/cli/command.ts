// Runs the command line in this process, over a directory of its own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { run } from "../../renderer/cli/program.ts";
import { plainStyle } from "../../renderer/report/style.ts";

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Writes the files to a new directory, which is removed after the test. */
export function directoryWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = mkdtempSync(join(tmpdir(), "gitops-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
  return directory;
}

export async function gitops(workingDirectory: string, ...args: readonly string[]): Promise<Ran> {
  let out = "";
  let err = "";
  const exit = await run(args, {
    workingDirectory,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    style: plainStyle,
  });
  return { exit, out, err };
}
