// `generators`, `transformers` and `validators`: configuration objects, written in place or in files and bases.
import { Collector } from "../diagnostics/collector.ts";
import type { SourceFile } from "../diagnostics/location.ts";
import type { Layer } from "../load/layer.ts";
import { readObjects } from "../load/objects.ts";
import { type Resource, toResource } from "../resource/resource.ts";
import { ResourceList } from "../resource/resource-list.ts";
import { below, noTrail } from "../resource/trail.ts";
import { inlineSource } from "../transform/patch-text.ts";

export type PluginField = "generators" | "transformers" | "validators";

/**
 * The configurations that a field lists: those written in place first, then those from files and directories.
 *
 * @param accumulatePaths  reads the entries that are paths
 * Source: kustomize api/internal/target/kusttarget.go, configureExternalGenerators
 */
export function readPlugins(
  { file, context, trail }: Omit<Layer, "config">,
  field: PluginField,
  accumulatePaths: (paths: readonly string[]) => readonly Resource[],
): readonly Resource[] {
  const entries = file.value[field] ?? [];
  if (entries.length === 0) return [];
  const list = new ResourceList(context.collector);
  const paths: string[] = [];
  entries.forEach((text, i) => {
    const source = inlineSource(file.node(field, i), text);
    if (!isInline(source)) {
      paths.push(text);
      return;
    }
    const fileName = file.source.path.split("/").at(-1) ?? "";
    const origin = trail && { ...noTrail, origin: below(trail.directory, fileName) };
    const at = file.place(field, i);
    list.append(
      readObjects(source, context.collector).map((node) => ({ ...toResource(node, at), trail: origin })),
    );
  });
  list.append(accumulatePaths(paths));
  return list.items;
}

// kustomize takes an entry for a path when it does not parse as objects; its mistakes are then not worth telling.
function isInline(source: SourceFile): boolean {
  const trial = new Collector();
  try {
    return readObjects({ ...source }, trial).length > 0 && !trial.hasErrors;
  } catch {
    return false;
  }
}
