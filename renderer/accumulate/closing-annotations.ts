// The annotations of an object as kustomize writes them anew: one map of strings.
// Source: kyaml yaml/rnode.go, getMapFromMeta and setMapInMetadata
import { isSameList } from "../text/same-list.ts";
import { newAnnotation } from "../transform/new-annotations.ts";
import { rewrittenKey, withoutField, withValueAt } from "../yaml/edit.ts";
import {
  indexOfKey,
  inStyle,
  isNull,
  type Mapping,
  mapping,
  type Node,
  type Scalar,
  withValues,
} from "../yaml/node.ts";

/** A null becomes a text, an empty map vanishes. */
export function withAnnotationsAnew(root: Mapping): Mapping {
  const i = indexOfKey(root, "metadata");
  const metadata = root.values[i];
  return metadata?.kind === "mapping" ? withValueAt(root, i, ofMetadata(metadata)) : root;
}

function ofMetadata(metadata: Mapping): Mapping {
  const fields = metadata.values.filter((_, i) => metadata.keys[i]?.text === "annotations");
  const [first, ...others] = fields;
  // A second field that is no map crashes kustomize; the printer refuses a key that stands twice.
  if (!first || !others.every(isMapOrNull)) return metadata;
  // Where the field stands more than once, kustomize empties the first one into the next, over and over.
  const one = others.reduce<Mapping>((rest) => withoutField(rest, "annotations"), metadata);
  const annotations = merged(fields, first);
  if (!annotations) return withoutField(one, "annotations");
  return withValueAt(one, indexOfKey(one, "annotations"), withNewValues(annotations));
}

function isMapOrNull(node: Node): boolean {
  return node.kind === "mapping" || isNull(node);
}

/** The first field wins, but within a field the last value of a key. */
function merged(fields: readonly Node[], { source, at }: Node): Mapping | undefined {
  const maps = fields.filter((node): node is Mapping => node.kind === "mapping");
  const entries = new Map<string, readonly [Scalar, Node]>();
  let count = 0;
  for (const { keys, values } of maps.toReversed()) {
    count += keys.length;
    keys.forEach((key, i) => {
      entries.set(key.text, [key, values[i] as Node]);
    });
  }
  if (count === 0) return undefined;
  const [only] = maps;
  if (only && maps.length === 1 && count === entries.size) return only;
  const pairs = [...entries.values()];
  return mapping(
    pairs.map(([key]) => key),
    pairs.map(([, value]) => value),
    source,
    at,
  );
}

function withNewValues(annotations: Mapping): Mapping {
  // Brackets that stand around all of the metadata stay.
  const block = annotations.flow ? inStyle(annotations, false) : annotations;
  const keys = block.keys.map(rewrittenKey);
  if (isSameList(keys, block.keys) && block.values.every(staysAsItIs)) return block;
  return withValues(
    block,
    block.values.map((value) => newAnnotation(value, value.written)),
    keys,
  );
}

/** Only of folded texts, and of those that begin with a tab, does the form matter when they are printed. */
function staysAsItIs(node: Node): boolean {
  if (node.kind !== "scalar" || node.tag !== "str") return false;
  return node.style !== "folded" && !node.text.startsWith("\t");
}
