// What provenance costs: the built command against a copy that keeps none. Its nodes do not know which steps wrote them and
// what they replaced; their offsets stay, because the reader itself needs them. The bytes of the output are the same.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codeCachePath, openScript, runScript } from "../../renderer/cli/code-cache.ts";
import { plainStyle } from "../../renderer/report/style.ts";

interface Replacement {
  readonly what: RegExp;
  readonly by: string;
  readonly times: number;
}

const replacements: readonly Replacement[] = [
  // In the three functions that make nodes; names are those of the bundle, which may number them.
  {
    what: /(\{kind:"(?:scalar|mapping|sequence)",[^}]*?,at),written(?::\w+)?\b/g,
    by: "$1,written:void 0",
    times: 3,
  },
  {
    what: /(function writtenBy\((\w+),[^)]*\)\{)return [^{}]*\{[^{}]*\}:\{[^{}]*\}\)\}/g,
    by: "$1return $2}",
    times: 1,
  },
];

export interface Variants {
  /** Paths of main.js. */
  readonly withProvenance: string;
  readonly without: string;
}

/**
 * Copies the command twice, both with bytecode made here, so that they differ in nothing else.
 *
 * @param built  the directory with main.js
 */
export async function writeVariants(built: string, directory: string, repository: string): Promise<Variants> {
  // What the command loads on demand is not in its scripts.
  mkdirSync(directory, { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(directory, "node_modules"));
  const write = async (name: string, change: (text: string) => string): Promise<string> => {
    const target = join(directory, name);
    cpSync(built, target, { recursive: true });
    const script = readdirSync(target).find((file) => /^gitops-render-.*\.js$/.test(file)) ?? "";
    const path = join(target, script);
    writeFileSync(path, change(readFileSync(path, "latin1")), "latin1");
    rmSync(codeCachePath(path), { force: true });
    writeFileSync(codeCachePath(path), await bytecodeOf(path, repository));
    return join(target, "main.js");
  };
  return { withProvenance: await write("with", (text) => text), without: await write("without", stripped) };
}

function stripped(text: string): string {
  return replacements.reduce((all, { what, by, times }) => {
    const found = all.match(what)?.length ?? 0;
    if (found !== times) throw new Error(`the script has ${found} times what should be there ${times} times`);
    return all.replace(what, by);
  }, text);
}

async function bytecodeOf(path: string, workingDirectory: string): Promise<Buffer> {
  const script = openScript(path);
  const { run } = runScript<typeof import("../../renderer/cli/run-process.ts")>(script, path);
  const quiet = { workingDirectory, out: () => undefined, err: () => undefined, style: plainStyle };
  await run(["render", "overlays/prod"], quiet);
  return script.createCachedData();
}
