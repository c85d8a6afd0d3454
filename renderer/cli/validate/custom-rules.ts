// Rules that a site writes in TypeScript. They run in this process with all its rights, so only a flag lets them.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { compileFunction } from "node:vm";
import type { Collector } from "../../diagnostics/collector.ts";
import type { Place } from "../../diagnostics/location.ts";
import type { PolicyFile } from "../../validate/policy/read.ts";
import type { Finding, Rule } from "../../validate/rule.ts";
import { loadEsbuild, packageRoot } from "../esbuild.ts";
import type { SiteRuleOptions } from "./site-rules.ts";

/** What a file of rules imports. */
const rulesModule = "emqx-gitops/validate";

/** The rules of the files that a policy names; what is wrong with one is reported where the policy names it. */
export function loadCustomRules(
  file: PolicyFile,
  { flags, io }: SiteRuleOptions,
  collector: Collector,
): readonly Rule[] {
  const rules: Rule[] = [];
  for (const [i, name] of (file.spec.customRules ?? []).entries()) {
    const at = file.placeOf("customRules", i);
    if (!flags.allowCustomRules) {
      collector.report("policy/custom-rules-skipped", `the rules of ${name} did not run`, {
        at,
        help: "--allow-custom-rules runs them; only for trees you trust",
      });
      continue;
    }
    const policyDirectory = dirname(resolve(io.workingDirectory, file.source.path));
    const path = resolve(policyDirectory, name);
    const problem = isOutside(io.workingDirectory, path)
      ? "it lies outside of the working directory"
      : existsSync(path)
        ? undefined
        : "there is no such file";
    if (problem) report(name, problem, at, collector);
    else rules.push(...load(path, name, at, io.workingDirectory, collector));
  }
  return rules;
}

function load(
  path: string,
  name: string,
  at: Place,
  workingDirectory: string,
  collector: Collector,
): readonly Rule[] {
  try {
    const { rules: exported } = evaluate(bundle(path, workingDirectory), path);
    if (!Array.isArray(exported) || !exported.every(isRule)) {
      report(name, "it does not export `rules`, a list of rules with codes `custom/…`", at, collector);
      return [];
    }
    return exported.map((rule) => guarded(rule, name, at, collector));
  } catch (thrown) {
    report(
      name,
      thrown instanceof Error ? (thrown.message.split("\n", 1)[0] ?? "") : String(thrown),
      at,
      collector,
    );
    return [];
  }
}

// As a CommonJS module: in Node 20 a script that V8 has from its bytecode, as the built command is, cannot `import()`.
function evaluate(code: string, path: string): { readonly rules?: unknown } {
  const module = { exports: {} };
  compileFunction(code, ["module", "exports", "require"], { filename: path })(
    module,
    module.exports,
    createRequire(path),
  );
  return module.exports;
}

function bundle(path: string, workingDirectory: string): string {
  const esbuild = loadEsbuild(workingDirectory);
  if (!esbuild) throw new Error("esbuild, which reads TypeScript, is not installed");
  const { outputFiles = [] } = esbuild.buildSync({
    entryPoints: [path],
    absWorkingDir: workingDirectory,
    alias: { [rulesModule]: join(packageRoot(), "renderer/validate/index.ts") },
    bundle: true,
    write: false,
    metafile: true,
    format: "cjs",
    platform: "node",
    target: "es2023",
    supported: { "dynamic-import": false },
    logLevel: "silent",
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? "";
}

function isRule(value: unknown): value is Rule {
  const rule = value as Partial<Rule> | null;
  return (
    typeof rule === "object" &&
    rule !== null &&
    /^custom\/[a-z0-9-]+$/.test(String(rule.code)) &&
    ["error", "warning", "info"].includes(String(rule.severity)) &&
    [rule.summary, rule.why, rule.fix].every((text) => typeof text === "string") &&
    typeof rule.check === "function"
  );
}

/** A rule that throws is reported; the others go on. */
function guarded(rule: Rule, name: string, at: Place, collector: Collector): Rule {
  return {
    ...rule,
    *check(cluster, context): Iterable<Finding> {
      try {
        yield* rule.check(cluster, context);
      } catch (thrown) {
        report(
          name,
          `${rule.code} failed: ${thrown instanceof Error ? thrown.message : thrown}`,
          at,
          collector,
        );
      }
    },
  };
}

function report(name: string, problem: string, at: Place, collector: Collector): void {
  collector.report("policy/invalid", `the rules of ${name} cannot be used: ${problem}`, {
    at,
    help: "docs/validate.md shows what such a file looks like",
  });
}

function isOutside(directory: string, path: string): boolean {
  const way = relative(directory, path);
  return way.startsWith("..") || isAbsolute(way);
}
