// From a patch module in TypeScript to the records that it exports: bundled by esbuild, evaluated in a child process
// that has a time limit, no environment and no access to files.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire, SourceMap } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildOptions, Message, OutputFile } from "esbuild";
import type { Collector } from "../../diagnostics/collector.ts";
import { lineStartsOf, type Place, type SourceFile } from "../../diagnostics/location.ts";
import { realmProgram } from "./realm.ts";
import { sandboxFlags, sandboxProgram } from "./sandbox.ts";

export interface PatchModule {
  /** Absolute path. */
  readonly path: string;
  readonly source: SourceFile;
}

export interface EvaluatedModule extends PatchModule {
  /** Exported records and lists of records, by the export's name, as JSON. */
  readonly records: readonly (readonly [name: string, value: unknown])[];
}

export interface EvaluateOptions {
  readonly workingDirectory: string;
  /** How long a module may take. */
  readonly timeoutMs: number;
  readonly collector: Collector;
}

/** What a patch module imports. */
const authoringModule = "emqx-gitops/patch";

/** Evaluates modules; what is wrong with one is reported at its place, and the others come back. */
export function evaluateModules(
  modules: readonly PatchModule[],
  options: EvaluateOptions,
): readonly EvaluatedModule[] {
  if (modules.length === 0) return [];
  const bundles = bundle(modules, options);
  if (!bundles) return [];
  const answers = runSandbox(bundles, options);
  return modules.flatMap((module, i): readonly EvaluatedModule[] => {
    const answer = answers[i];
    const code = bundles[i];
    if (!answer || !code) {
      reportLost(module, answers.length === i, options);
      return [];
    }
    if ("failure" in answer) {
      reportFailure(module, answer.failure, code, options);
      return [];
    }
    if (answer.records.length === 0) {
      options.collector.report("patch/module-failed", "the module exports no patch", {
        at: { source: module.source, at: 0 },
        help:
          answer.names.length === 0
            ? 'write `export const patch = mergePatch(…)` with what "emqx-gitops/patch" offers'
            : `${answer.names.join(", ")} is no patch; modules that only share values belong outside of \`patches/\``,
      });
    }
    return [{ ...module, records: answer.records }];
  });
}

interface Bundle {
  readonly code: string;
  readonly map: string;
}

function bundle(modules: readonly PatchModule[], options: EvaluateOptions): readonly Bundle[] | undefined {
  const { collector, workingDirectory } = options;
  const esbuild = loadEsbuild(workingDirectory);
  if (!esbuild) {
    collector.report("patch/module-failed", "esbuild, which reads patch modules, is not installed", {
      help: "npm install --save-dev esbuild; rendering and checking YAML needs none of it",
    });
    return undefined;
  }
  try {
    const { outputFiles = [] } = esbuild.buildSync({
      entryPoints: modules.map(({ path }, i) => ({ in: path, out: String(i) })),
      absWorkingDir: workingDirectory,
      alias: { [authoringModule]: join(packageRoot(), "renderer/patch/index.ts") },
      bundle: true,
      write: false,
      outdir: join(workingDirectory, "patch-modules"),
      format: "iife",
      globalName: "patchModule",
      platform: "neutral",
      mainFields: ["module", "main"],
      target: "es2022",
      sourcemap: "external",
      sourcesContent: false,
      logLevel: "silent",
      tsconfigRaw: {},
      // A module that loads others while it runs would not be the same every time.
      supported: { "dynamic-import": false },
    });
    const text = (end: string): string =>
      outputFiles.find(({ path }: OutputFile) => path.endsWith(end))?.text ?? "";
    return modules.map((_, i) => ({ code: text(`${SEP}${i}.js`), map: text(`${SEP}${i}.js.map`) }));
  } catch (thrown) {
    reportBuildErrors(thrown, modules, options);
    return undefined;
  }
}

const SEP = process.platform === "win32" ? "\\" : "/";

interface Esbuild {
  buildSync(options: BuildOptions & { write: false }): { readonly outputFiles?: readonly OutputFile[] };
}

// A development tool of the repository, so it is looked for where the repository is, and then beside this program.
function loadEsbuild(workingDirectory: string): Esbuild | undefined {
  for (const from of [join(workingDirectory, "package.json"), fileURLToPath(import.meta.url)]) {
    try {
      return createRequire(from)("esbuild") as Esbuild;
    } catch {
      // Not there; the next place may have it.
    }
  }
  return undefined;
}

function packageRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, "renderer/patch/index.ts")) && dirname(directory) !== directory) {
    directory = dirname(directory);
  }
  return directory;
}

type Answer =
  | { readonly records: EvaluatedModule["records"]; readonly names: readonly string[] }
  | { readonly failure: Failure };

type Failure =
  | { readonly kind: "time" | "output" | "lost" }
  | { readonly kind: "thrown"; readonly message: string; readonly stack: string };

/** What a module may make, as JSON: the most that a ConfigMap can hold, and far more than a patch should. */
const outputBytes = 1024 * 1024;

function runSandbox(bundles: readonly Bundle[], { timeoutMs }: EvaluateOptions): readonly Answer[] {
  const codes = bundles.map(({ code }) => code);
  const { stdout } = spawnSync(process.execPath, [...sandboxFlags(), "-e", sandboxProgram], {
    input: JSON.stringify({ timeoutMs, outputBytes, realm: realmProgram, codes }),
    // The module's own limit comes first; this one is for what it does not reach.
    timeout: 10_000 + timeoutMs * bundles.length,
    env: {},
    encoding: "utf8",
    maxBuffer: 6 * outputBytes * (bundles.length + 1),
  });
  const lines = (stdout ?? "").split("\n").slice(0, -1);
  return lines.map((line): Answer => JSON.parse(line));
}

function reportLost({ source }: PatchModule, isFirst: boolean, { collector }: EvaluateOptions): void {
  if (!isFirst) return; // the modules after the one that broke the child were not tried
  collector.report("patch/module-failed", "the module broke the process that evaluates it", {
    at: { source, at: 0 },
    help: "it probably needs more memory than a patch should; make it plain data",
  });
}

function reportFailure(
  module: PatchModule,
  failure: Failure,
  { map }: Bundle,
  { collector, timeoutMs, workingDirectory }: EvaluateOptions,
): void {
  const start: Place = { source: module.source, at: 0 };
  const report = (message: string, help?: string, at = start): void =>
    collector.report("patch/module-failed", message, { at, help });
  switch (failure.kind) {
    case "time":
      return report(`the module did not end within ${timeoutMs / 1000} s`, "look for a loop that never ends");
    case "output":
      return report(
        `the module makes more than ${outputBytes / 1024 / 1024} MiB`,
        "a patch is for a few fields; what is large belongs in a file that a generator reads",
      );
    case "lost":
      return report("the module failed in a way that it cannot say");
    case "thrown": {
      const at = placeInStack(failure.stack, map, module, workingDirectory);
      return report(`the module failed: ${failure.message}`, undefined, at);
    }
  }
}

// Only the module's own lines are of interest; frames of shared files lead to the line that called them.
function placeInStack(
  stack: string,
  map: string,
  module: PatchModule,
  workingDirectory: string,
): Place | undefined {
  if (map === "") return undefined;
  const sourceMap = new SourceMap(JSON.parse(map));
  for (const [, line, column] of stack.matchAll(/patch-module-\d+\.js:(\d+):(\d+)/g)) {
    const entry = sourceMap.findEntry(Number(line) - 1, Number(column) - 1);
    if (!("originalSource" in entry)) continue;
    const file = resolve(workingDirectory, "patch-modules", entry.originalSource);
    if (file === module.path) return placeAt(module.source, entry.originalLine, entry.originalColumn);
  }
  return undefined;
}

function placeAt(source: SourceFile, line: number, column: number): Place {
  return { source, at: Math.min((lineStartsOf(source)[line] ?? 0) + column, source.text.length) };
}

function reportBuildErrors(
  thrown: unknown,
  modules: readonly PatchModule[],
  { collector, workingDirectory }: EvaluateOptions,
): void {
  const errors = (thrown as { readonly errors?: readonly Message[] }).errors;
  if (!errors) throw thrown;
  for (const { text, location } of errors) {
    const module = modules.find(({ path }) => location && path === resolve(workingDirectory, location.file));
    const at = module && location ? placeAt(module.source, location.line - 1, location.column) : undefined;
    const builtIn =
      /^Could not resolve "(node:)?(fs|path|os|child_process|http|https|net|process|crypto|module|url|worker_threads|vm)(\/\w+)?"/.exec(
        text,
      );
    collector.report(
      "patch/module-failed",
      at || !location ? text : `${location.file}:${location.line}: ${text}`,
      {
        at: at ?? (modules[0] && { source: modules[0].source, at: 0 }),
        help: builtIn
          ? "a patch module is data: it cannot read files, the environment or the network"
          : undefined,
      },
    );
  }
}
