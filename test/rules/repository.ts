// A repository in memory with overlays at its top, as `gitops validate` sees one.
import { Collector } from "../../renderer/diagnostics/collector.ts";
import { defaultBuildOptions } from "../../renderer/load/context.ts";
import { FileCache } from "../../renderer/load/file-cache.ts";
import { MemoryFileSystem } from "../../renderer/load/memory-fs.ts";
import { render } from "../../renderer/render.ts";
import type { Resource } from "../../renderer/resource/resource.ts";
import { Tree } from "../../renderer/validate/model/tree.ts";

export interface Overlay {
  readonly directory: string;
  readonly environment: string;
  readonly resources: readonly Resource[];
}

/** @param root  the folder of the files that is the repository; its folders with a kustomization are the overlays */
export function repository(
  contents: Readonly<Record<string, string>>,
  root: string,
): { readonly tree: Tree; readonly overlays: readonly Overlay[] } {
  const absolute = Object.fromEntries(Object.entries(contents).map(([path, text]) => [`/${path}`, text]));
  const files = new FileCache(new MemoryFileSystem(absolute), (path) => path.replace(/^\//, ""));
  const contextFor = () => ({ collector: new Collector(), files, options: defaultBuildOptions });
  const directories = Object.keys(contents)
    .filter((path) => path.split("/").length === 3 && path.endsWith("/kustomization.yaml"))
    .map((path) => path.replace("/kustomization.yaml", ""))
    .filter((path) => !/\/(base|shared)$/.test(path));
  const tree = new Tree({
    root: `/${root}`,
    workingDirectory: "/",
    overlays: directories,
    files,
    contextFor,
  });
  const overlays = directories.map((directory) => {
    const context = contextFor();
    const resources = render(`/${directory}`, context);
    if (context.collector.hasErrors)
      throw new Error(`${directory}: ${context.collector.sorted()[0]?.message}`);
    return { directory, environment: directory.split("/")[1] ?? "", resources };
  });
  return { tree, overlays };
}
