// The patches of this repository: what is committed is what the modules make, and importing any YAML patch and writing it
// again changes nothing that is built.
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { type EvaluatedModule, evaluateModules } from "../../renderer/cli/patch-modules/evaluate.ts";
import {
  findBuildable,
  kustomizationAbove,
  listedPath,
  PlannedFileSystem,
} from "../../renderer/cli/patch-modules/files.ts";
import { Collector } from "../../renderer/diagnostics/collector.ts";
import type { SourceFile } from "../../renderer/diagnostics/location.ts";
import { type BuildContext, defaultBuildOptions } from "../../renderer/load/context.ts";
import { FileCache } from "../../renderer/load/file-cache.ts";
import { compile } from "../../renderer/patch/compile/compile.ts";
import { readRecords } from "../../renderer/patch/compile/records.ts";
import { importPatch } from "../../renderer/patch/import/import-patch.ts";
import { render, toYaml } from "../../renderer/render.ts";
import { gitops } from "../cli/command.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const directories = ["base", "overlays"].flatMap((name) => findBuildable(join(root, name)));

interface Built {
  /** The bytes of all directories that can be built. */
  readonly yaml: string;
  /** Files of patches that were applied, by absolute path. */
  readonly patches: ReadonlyMap<string, SourceFile>;
}

/** @param planned  texts that stand in for those of the disk, by absolute path */
function buildAll(planned: ReadonlyMap<string, string>): Built {
  const files = new FileCache(new PlannedFileSystem(planned), (path) => relative(root, path));
  const patches = new Map<string, SourceFile>();
  const texts = directories.map((directory) => {
    const context: BuildContext = {
      collector: new Collector(),
      files,
      options: defaultBuildOptions,
      onPatch: ({ source }) => {
        if (!source.host) patches.set(join(root, source.path), source);
      },
    };
    const text = toYaml(render(directory, context), context);
    expect(context.collector.hasErrors).toBe(false);
    return text;
  });
  return { yaml: texts.join("---\n"), patches };
}

function source(path: string): SourceFile {
  return { path: relative(root, path), text: readFileSync(path, "utf8") };
}

/** Imports patches and makes YAML of the modules again. */
function importedAndWritten(patches: ReadonlyMap<string, SourceFile>): ReadonlyMap<string, string> {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "own-patches-")));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const collector = new Collector();
  const files = [...patches.keys()];
  const modules = [...patches].map(([file, patch], i) => {
    const kustomization = kustomizationAbove(file) ?? "";
    const listing = { source: source(kustomization), path: listedPath(kustomization, file) };
    const text = importPatch(patch, listing, collector) ?? "";
    const path = join(directory, `${i}.ts`);
    writeFileSync(path, text);
    return { path, source: { path: patch.path, text } };
  });
  const evaluated = evaluateModules(modules, { workingDirectory: directory, timeoutMs: 5000, collector });
  expect(collector.sorted().map(({ message }) => message)).toEqual([]);
  return new Map(evaluated.map(({ records }, i) => [files[i] ?? "", written(records)]));
}

function written(records: EvaluatedModule["records"]): string {
  const read = records.flatMap(([, value]) => {
    const found = readRecords(value);
    return "error" in found ? [] : found;
  });
  const made = compile(read, []);
  return "error" in made ? made.error : (made.text ?? "");
}

describe("the patches of base and overlays", () => {
  test("are what their modules make, and fit their targets", async () => {
    expect(await gitops(root, "patches", "check", "base", "overlays")).toEqual({ exit: 0, out: "", err: "" });
  });

  test("come back the same from import and write", () => {
    const { yaml, patches } = buildAll(new Map());
    // Were the other texts not read, nothing could differ.
    expect(buildAll(new Map([...patches.keys()].map((path) => [path, "# nothing\n"]))).yaml).not.toBe(yaml);
    const first = importedAndWritten(patches);
    expect(first.size).toBe(patches.size);
    expect(buildAll(first).yaml).toBe(yaml);
    const again = new Map([...first].map(([path, text]) => [path, { path: relative(root, path), text }]));
    expect(importedAndWritten(again)).toEqual(first);
  });
});
