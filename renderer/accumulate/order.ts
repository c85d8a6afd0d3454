// The order of the output: as accumulated, or kustomize's "legacy" order, which puts what others need first.

import { firstKinds, lastKinds } from "../fieldspecs/gvk-order.ts";
import { type Gvk, gvkString, sameGvk } from "../resource/gvk.ts";
import type { ResId } from "../resource/res-id.ts";
import type { Resource } from "../resource/resource.ts";
import { goSort } from "../text/go-sort.ts";

export interface LegacyOrder {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

export const legacyOrder: LegacyOrder = { first: firstKinds, last: lastKinds };

/** Source: kustomize api/internal/builtins/SortOrderTransformer.go */
export function sortLegacy(
  resources: readonly Resource[],
  order: LegacyOrder = legacyOrder,
): readonly Resource[] {
  const ranks = new Map<string, number>();
  order.first.forEach((kind, i) => {
    ranks.set(kind, i - order.first.length);
  });
  order.last.forEach((kind, i) => {
    ranks.set(kind, i + 1);
  });
  const keyed = resources.map((resource) => ({
    resource,
    id: resource.id,
    rank: ranks.get(resource.id.kind) ?? 0,
    gvkText: gvkSortString(resource.id),
    idText: idSortString(resource.id),
  }));
  const sorted = goSort(keyed, (a, b) => {
    if (sameGvk(a.id, b.id)) return a.idText < b.idText;
    if (a.rank !== b.rank) return a.rank < b.rank;
    // Namespaces of no group come before those of a group, against the order of everything else.
    const reversed =
      a.id.kind === "Namespace" && b.id.kind === "Namespace" && (a.id.group === "" || b.id.group === "");
    return reversed ? a.gvkText > b.gvkText : a.gvkText < b.gvkText;
  });
  return sorted.map((entry) => entry.resource);
}

function gvkSortString({ group, version, kind }: Gvk): string {
  return `${group || "~G"}_${version || "~V"}_${kind || "~K"}`;
}

function idSortString(id: ResId): string {
  return `${gvkString(id)}|${id.namespace || "~X"}|${id.name || "~N"}`;
}
