// Builds of files in memory, with every patch checked before it is applied.
import { Collector } from "../../renderer/diagnostics/collector.ts";
import { positionOf } from "../../renderer/diagnostics/location.ts";
import { type BuildContext, defaultBuildOptions } from "../../renderer/load/context.ts";
import { FileCache } from "../../renderer/load/file-cache.ts";
import { MemoryFileSystem } from "../../renderer/load/memory-fs.ts";
import { checkPatch } from "../../renderer/patch/check/check-patch.ts";
import { render, toYaml } from "../../renderer/render.ts";

export interface Checked {
  /** `code path:line:column` */
  readonly problems: readonly string[];
  readonly messages: readonly string[];
  readonly help: readonly (string | undefined)[];
  readonly yaml: string;
}

/** @param more  what else the build is given */
export function buildChecked(
  files: Readonly<Record<string, string>>,
  more: Partial<BuildContext> = {},
): Checked {
  const absolute = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/${path}`, text]));
  const collector = new Collector();
  const context: BuildContext = {
    collector,
    files: new FileCache(new MemoryFileSystem(absolute), (path) => path.replace(/^\//, "")),
    options: defaultBuildOptions,
    onPatch: (event) => checkPatch(event, context),
    ...more,
  };
  const resources = render("/app", context);
  const found = collector.sorted();
  return {
    problems: found.map(({ code, at }) => {
      if (!at) return code;
      const { path, line, column } = positionOf(at);
      return `${code} ${path}:${line}:${column}`;
    }),
    messages: found.map(({ message }) => message),
    help: found.map(({ help }) => help),
    yaml: collector.hasErrors ? "" : toYaml(resources, context),
  };
}
