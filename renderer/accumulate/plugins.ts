// `generators`, `transformers` and `validators`: configuration objects, written in place or in files and bases.
import { readObjects, readsAsObjects } from "../load/objects.ts";
import { type Resource, toResource, withTrail } from "../resource/resource.ts";
import { ResourceList } from "../resource/resource-list.ts";
import { below, noTrail } from "../resource/trail.ts";
import { inlineSource } from "../transform/patch-text.ts";
import type { Base } from "./accumulate.ts";

export type PluginField = "generators" | "transformers" | "validators";

/**
 * The configurations that a field lists: those written in place first, then those from files and directories.
 *
 * @param accumulatePaths  reads the entries that are paths
 * Source: kustomize api/internal/target/kusttarget.go, configureExternalGenerators
 */
export function readPlugins(
  { file, context, trail, schemas }: Base,
  field: PluginField,
  accumulatePaths: (paths: readonly string[]) => readonly Resource[],
): readonly Resource[] {
  const entries = file.value[field] ?? [];
  if (entries.length === 0) return [];
  const list = new ResourceList(context.collector);
  const paths: string[] = [];
  entries.forEach((text, i) => {
    const source = inlineSource(file.node(field, i), text);
    // What does not parse as objects is a path; its mistakes are then not worth telling.
    if (!readsAsObjects(source)) {
      paths.push(text);
      return;
    }
    const fileName = file.source.path.split("/").at(-1) ?? "";
    const origin = trail && { ...noTrail, origin: below(trail.directory, fileName) };
    const at = file.place(field, i);
    const made = readObjects(source, context.collector).map((node) =>
      withTrail(toResource(node, at), origin),
    );
    schemas.note(made);
    list.append(made);
  });
  list.append(accumulatePaths(paths));
  return list.items;
}
