// How soon --watch answers: from a file that is saved to the last of what is printed about it. The tree is a copy of this
// repository's own.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Measurement, median, processEnvironment } from "./measure.ts";

export interface WatchRow {
  readonly name: string;
  readonly ours: Measurement;
}

interface Edit {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: (i: number) => string;
}

const edits: readonly Edit[] = [
  {
    what: "a patch of an overlay",
    file: "overlays/prod/emqx/patches/size.yaml",
    from: "memory: 4Gi",
    to: (i) => `memory: ${5 + i}Gi`,
  },
  {
    what: "a file of a base of all overlays",
    file: "base/emqx/stateful-set.yaml",
    from: "minReadySeconds: 15",
    to: (i) => `minReadySeconds: ${16 + i}`,
  },
];

const commands: Readonly<Record<string, readonly string[]>> = {
  render: ["render", "--watch", "overlays/dev", "overlays/prod"],
  validate: ["validate", "--watch"],
};

/** Nothing more is printed about a change when nothing was for so long. */
const quietMs = 250;
/** After that nothing will come any more. */
const longestMs = 30_000;

/** @param repository  root of this repository */
export async function measureWatch(
  cli: string,
  repository: string,
  directory: string,
  runs: number,
): Promise<readonly WatchRow[]> {
  for (const name of ["base", "overlays", "kustomization.yaml"])
    cpSync(join(repository, name), join(directory, name), { recursive: true });
  const rows: WatchRow[] = [];
  for (const [command, args] of Object.entries(commands)) {
    const child = spawn(process.execPath, [cli, ...args], { cwd: directory, env: processEnvironment });
    const heard = listen(child);
    await heard.silenceAfter(0);
    for (const edit of edits) {
      const seconds: number[] = [];
      for (let i = 0; i < runs; i++) seconds.push(await react(directory, edit, i, heard));
      const ours = {
        wallSeconds: median(seconds),
        cpuSeconds: Number.NaN,
        peakMegabytes: peakMegabytesOf(child),
      };
      rows.push({ name: `${command} --watch, ${edit.what}`, ours });
    }
    child.kill("SIGINT");
    await once(child, "exit");
  }
  return rows;
}

async function react(directory: string, { file, from, to }: Edit, i: number, heard: Heard): Promise<number> {
  const path = join(directory, file);
  const before = readFileSync(path, "utf8");
  if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
  const start = performance.now();
  writeFileSync(path, before.replace(from, to(i)));
  const end = await heard.silenceAfter(start);
  const restored = performance.now();
  writeFileSync(path, before);
  await heard.silenceAfter(restored);
  return (end - start) / 1000;
}

interface Heard {
  /** Waits until something was printed after a moment and no more comes; gives the moment of the last of it. */
  silenceAfter(start: number): Promise<number>;
}

function listen(child: ChildProcess): Heard {
  let last = 0;
  const hear = (): void => {
    last = performance.now();
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  return {
    async silenceAfter(start) {
      const begun = performance.now();
      while (last <= start || performance.now() - last < quietMs) {
        if (performance.now() - begun > longestMs || child.exitCode !== null)
          throw new Error("the watch does not answer");
        await wait(5);
      }
      return last;
    },
  };
}

/** NaN where the system does not tell. */
function peakMegabytesOf({ pid }: ChildProcess): number {
  const path = `/proc/${pid}/status`;
  const [, kilobytes] = (existsSync(path) ? /VmHWM:\s*(\d+)/.exec(readFileSync(path, "utf8")) : null) ?? [];
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) / 1024;
}
