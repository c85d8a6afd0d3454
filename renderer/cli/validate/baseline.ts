// What was wrong before: a report of an earlier run, or the tree at another commit. Only what is new is reported.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Collector } from "../../diagnostics/collector.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { FileCache } from "../../load/file-cache.ts";
import { readGitTree } from "../../load/git-tree.ts";
import { MemoryFileSystem } from "../../load/memory-fs.ts";
import { processEnvironment } from "../../load/remote/external.ts";
import { fingerprintOf } from "../../report/fingerprint.ts";
import { type ValidateTreeOptions, validateTree } from "./validate-tree.ts";

/** How often each finding was there, by fingerprint. */
export type Baseline = ReadonlyMap<string, number>;

/**
 * @param text  the path of a report in JSON, else a commit
 * @returns     undefined when it is neither, which is reported
 */
export async function readBaseline(
  text: string,
  options: ValidateTreeOptions,
  collector: Collector,
): Promise<Baseline | undefined> {
  const path = resolve(options.io.workingDirectory, text);
  return existsSync(path) ? fromReport(path, text, collector) : fromCommit(text, options, collector);
}

function fromReport(path: string, shown: string, collector: Collector): Baseline | undefined {
  try {
    const report: unknown = JSON.parse(readFileSync(path, "utf8"));
    const diagnostics = (report as { diagnostics?: unknown }).diagnostics;
    if (Array.isArray(diagnostics))
      return countFingerprints(diagnostics.map((found) => String(found?.fingerprint)));
  } catch {
    // Said below, in the same words.
  }
  collector.report("cli/usage", `the baseline ${shown} is no report of gitops validate --format json`, {
    help: "write one with gitops validate --report json=FILE, or name a commit",
  });
  return undefined;
}

async function fromCommit(
  ref: string,
  options: ValidateTreeOptions,
  collector: Collector,
): Promise<Baseline | undefined> {
  const tree = readGitTree(options.io.workingDirectory, ref, processEnvironment());
  if ("error" in tree) {
    collector.report("cli/usage", `the baseline ${ref} is neither a report nor a commit: ${tree.error}`, {
      help: "name a JSON report of an earlier run, or a commit, branch or tag",
    });
    return undefined;
  }
  const fileSystem = new MemoryFileSystem(tree.files);
  const files = new FileCache(fileSystem, (path) => options.files.display(path));
  const there = options.directories.filter(
    (directory) => fileSystem.realPath(resolve(options.io.workingDirectory, directory)).kind === "directory",
  );
  const { diagnostics } = await validateTree({ ...options, directories: there, files });
  return countFingerprints(diagnostics.map(fingerprintOf));
}

function countFingerprints(fingerprints: readonly string[]): Baseline {
  const counts = new Map<string, number>();
  for (const each of fingerprints) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

/** What the baseline does not have; of several equal findings as many as have come. */
export function newSince(baseline: Baseline, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const left = new Map(baseline);
  return diagnostics.filter((found) => {
    const fingerprint = fingerprintOf(found);
    const count = left.get(fingerprint) ?? 0;
    if (count > 0) left.set(fingerprint, count - 1);
    return count === 0;
  });
}
