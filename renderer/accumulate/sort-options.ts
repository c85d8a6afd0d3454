// `sortOptions` of the root kustomization, which also beats the command line.
import type { KustomizationFile } from "../kustomization/read.ts";
import type { BuildContext } from "../load/context.ts";
import type { Resource } from "../resource/resource.ts";
import { legacyOrder, sortLegacy } from "./order.ts";

/** Whether the objects are sorted: with wrong options they are not built at all. */
export function isSorted(file: KustomizationFile, context: BuildContext): boolean {
  const options = file.value.sortOptions;
  return options ? options.order !== "fifo" : context.options.reorder === "legacy";
}

export function orderResources(
  resources: readonly Resource[],
  file: KustomizationFile,
  context: BuildContext,
): readonly Resource[] {
  const options = file.value.sortOptions;
  if (!options) return context.options.reorder === "legacy" ? sortLegacy(resources) : resources;
  const { order, legacySortOptions } = options;
  if (order !== "fifo" && order !== "legacy") {
    context.collector.halt("kustomization/invalid", "sortOptions: `order` must be legacy or fifo", {
      at: file.place("sortOptions", "order"),
    });
  }
  if (order === "fifo") {
    if (legacySortOptions) {
      context.collector.halt("kustomization/invalid", "sortOptions: legacySortOptions need `order: legacy`", {
        at: file.place("sortOptions", "legacySortOptions"),
      });
    }
    return resources;
  }
  if (!legacySortOptions) return sortLegacy(resources, legacyOrder);
  const { orderFirst: first = [], orderLast: last = [] } = legacySortOptions;
  return sortLegacy(resources, { first, last });
}
