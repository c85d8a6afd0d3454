// Merges the values of a chart with those of a kustomization.
// Source: kyaml yaml/merge2, as far as it matters where no schema says how lists merge: they are replaced.
import { withField, withoutField, withValueAt } from "../../yaml/edit.ts";
import { indexOfKey, isNull, type Mapping, mapping, type Node } from "../../yaml/node.ts";

/** Two values that cannot be merged, because one is a map and the other is not, or the like. */
export interface MergeConflict {
  readonly error: string;
  /** The value that does not fit. */
  readonly node: Node;
}

/** `changes` over `values`: maps are merged, all else is replaced, null removes. */
export function mergeValues(values: Mapping, changes: Mapping): Mapping | MergeConflict {
  let result = values;
  for (let i = 0; i < changes.keys.length; i++) {
    const key = changes.keys[i];
    const change = changes.values[i];
    if (!key || !change) continue;
    const at = indexOfKey(result, key.text);
    const value = result.values[at];
    if (isNull(change)) {
      result = withoutField(result, key.text);
    } else if (!value || isNull(value)) {
      result = withField(result, key, withoutNulls(change));
    } else if (value.kind !== change.kind) {
      const names = { scalar: "no map and no list", mapping: "a map", sequence: "a list" };
      return {
        error: `\`${key.text}\` is ${names[value.kind]} there and ${names[change.kind]} here`,
        node: change,
      };
    } else if (value.kind === "mapping" && change.kind === "mapping") {
      const merged = mergeValues(value, change);
      if ("error" in merged) return merged;
      result = withValueAt(result, at, merged);
    } else {
      result = withValueAt(result, at, change);
    }
  }
  return result;
}

// A map that is new has nothing that its nulls could remove.
function withoutNulls(node: Node): Node {
  if (node.kind !== "mapping") return node;
  const kept = node.keys.flatMap((key, i) => {
    const value = node.values[i];
    return value && !isNull(value) ? [{ key, value: withoutNulls(value) }] : [];
  });
  return mapping(
    kept.map(({ key }) => key),
    kept.map(({ value }) => value),
    node.source,
    node.at,
    node.written,
  );
}
