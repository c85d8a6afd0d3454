// The harness of the unit tests: files in memory, rendered as the command would.
import { Collector } from "../renderer/diagnostics/collector.ts";
import type { Diagnostic } from "../renderer/diagnostics/diagnostic.ts";
import { positionOf } from "../renderer/diagnostics/location.ts";
import { type BuildOptions, defaultBuildOptions } from "../renderer/load/context.ts";
import { FileCache } from "../renderer/load/file-cache.ts";
import { MemoryFileSystem } from "../renderer/load/memory-fs.ts";
import { EntryRecorder, type RecordedEntry } from "../renderer/patch/report/entry-recorder.ts";
import { render, toYaml } from "../renderer/render.ts";
import type { Resource } from "../renderer/resource/resource.ts";

export interface Rendered {
  readonly yaml: string;
  readonly resources: readonly Resource[];
  /** What the entries of the kustomizations did. */
  readonly entries: readonly RecordedEntry[];
  readonly diagnostics: readonly Diagnostic[];
  /** `code file:line:column` of every diagnostic, sorted as reported. */
  readonly problems: readonly string[];
}

export interface Project {
  /** Builds a directory of the project, as `gitops render` would. */
  render(directory: string, options?: Partial<BuildOptions>): Rendered;
}

/** @param files  contents by path relative to the project's root */
export function project(files: Readonly<Record<string, string | Uint8Array>>): Project {
  const absolute = Object.fromEntries(Object.entries(files).map(([path, content]) => [`/${path}`, content]));
  return {
    render(directory, options = {}) {
      const cache = new FileCache(new MemoryFileSystem(absolute), (path) => path.replace(/^\//, "") || ".");
      const watcher = new EntryRecorder();
      const context = {
        watcher,
        collector: new Collector(),
        files: cache,
        options: { ...defaultBuildOptions, ...options },
      };
      const resources = render(`/${directory}`.replace(/\/\.?$/, "") || "/", context);
      const yaml = context.collector.hasErrors ? "" : toYaml(resources, context);
      const diagnostics = context.collector.sorted();
      return { yaml, resources, entries: watcher.entries, diagnostics, problems: diagnostics.map(problem) };
    },
  };
}

function problem(found: Diagnostic): string {
  if (!found.at) return found.code;
  const { path, line, column } = positionOf(found.at);
  return `${found.code} ${path}:${line}:${column}`;
}
