// From a patch module in TypeScript to the records that it exports: bundled by esbuild, evaluated in a child process
// that has a time limit, no environment and no access to files.
import { spawnSync } from "node:child_process";
import { SourceMap } from "node:module";
import { resolve } from "node:path";
import type { Place } from "../../diagnostics/location.ts";
import {
  type Bundle,
  type BundleOptions,
  bundleDirectory,
  bundleModules,
  type PatchModule,
  placeAt,
} from "./bundle.ts";
import { realmProgram } from "./realm.ts";
import { sandboxFlags, sandboxProgram } from "./sandbox.ts";

export interface EvaluatedModule extends PatchModule {
  /** Exported records and lists of records, by the export's name, as JSON. */
  readonly records: readonly (readonly [name: string, value: unknown])[];
}

export interface EvaluateOptions extends BundleOptions {
  /** How long a module may take. */
  readonly timeoutMs: number;
}

/** Evaluates modules; what is wrong with one is reported at its place, and the others come back. */
export function evaluateModules(
  modules: readonly PatchModule[],
  options: EvaluateOptions,
): readonly EvaluatedModule[] {
  if (modules.length === 0) return [];
  const bundles = bundleModules(modules, options);
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
  return lines.map(answerOf);
}

/** What the child says, unless the module has changed how it says it. */
function answerOf(line: string): Answer {
  const lost: Answer = { failure: { kind: "lost" } };
  try {
    const answer = JSON.parse(line) as Partial<{ records: unknown; names: unknown; failure: Failure }> | null;
    if (typeof answer?.failure?.kind === "string") return { failure: answer.failure };
    const isWhole =
      Array.isArray(answer?.records) && answer.records.every(isNamed) && Array.isArray(answer.names);
    return isWhole ? (answer as Extract<Answer, { records: unknown }>) : lost;
  } catch {
    return lost;
  }
}

function isNamed(record: unknown): boolean {
  return Array.isArray(record) && typeof record[0] === "string";
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
    const file = resolve(bundleDirectory(workingDirectory), entry.originalSource);
    if (file === module.path) return placeAt(module.source, entry.originalLine, entry.originalColumn);
  }
  return undefined;
}
