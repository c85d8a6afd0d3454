// The tree that everything works on. Nodes are never changed: an edit makes new nodes along its spine and shares the
// rest, so a file is parsed once for all overlays, and a value's earlier values stay reachable as its history.
import type { Place, SourceFile } from "../diagnostics/location.ts";

export type ScalarTag = "str" | "int" | "float" | "bool" | "null" | "timestamp" | "binary" | "merge";
export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";
export type Node = Scalar | Mapping | Sequence;

interface Located {
  readonly source: SourceFile;
  /** Offset of the first character, in UTF-16 code units. */
  readonly at: number;
  /** How the value got here, when a step of the build put it here; undefined as read from its file. */
  readonly written: Written | undefined;
}

export interface Scalar extends Located {
  readonly kind: "scalar";
  readonly tag: ScalarTag;
  /** The value as text: escapes and folding resolved, number forms as they were written. */
  readonly text: string;
  readonly style: ScalarStyle;
  /** What kustomize holds it for on the way, where that is not its type or a tag stands in front of it; see held.ts. */
  readonly held: Held | undefined;
}

export interface Held {
  /** Empty where kustomize gave it no tag. */
  readonly tag: ScalarTag | "";
  /** Whether a tag stands in front of it, which goes on to what takes its place, as quotes do. */
  readonly isTagged: boolean;
}

/**
 * Flow style is the one with brackets. kustomize prints a collection in its style on the way, with all that stands in it
 * by then: between brackets a null that is written as nothing at all becomes an empty text, and no text is a block.
 */
interface Collection extends Located {
  readonly flow: boolean;
}

/** Keys and values run in parallel; duplicate keys are possible and the first one counts, as in kyaml. */
export interface Mapping extends Collection {
  readonly kind: "mapping";
  readonly keys: readonly Scalar[];
  readonly values: readonly Node[];
}

export interface Sequence extends Collection {
  readonly kind: "sequence";
  readonly items: readonly Node[];
}

/** One entry of a kustomization at work: `by` names it ("patches", "images"), source and offset are the entry's place. */
export interface Step {
  readonly by: string;
  readonly source: SourceFile;
  readonly at: number;
}

export interface Written {
  readonly step: Step;
  /** The value that this one replaced. */
  readonly earlier?: Node;
  /** kustomize lets several fields of an object share one value; see shared-scalars.ts. */
  readonly shared?: SharedScalar;
}

/** How a value got here, without those that share it. */
export function withoutShare(written: Written): Written {
  if (!written.shared) return written;
  const { shared: _, ...alone } = written;
  return alone;
}

/** Identity of a value that several fields share. */
export interface SharedScalar {
  readonly key: string;
}

/** A null between brackets that is written as nothing at all. */
export function isQuotedNothing({ tag, text, style, held }: Scalar, inFlow: boolean): boolean {
  return inFlow && tag === "null" && text === "" && style === "plain" && !held?.isTagged;
}

export function scalar(
  text: string,
  tag: ScalarTag,
  style: ScalarStyle,
  source: SourceFile,
  at: number,
  written?: Written,
  held?: Held,
): Scalar {
  return { kind: "scalar", tag, text, style, source, at, written, held };
}

export function mapping(
  keys: readonly Scalar[],
  values: readonly Node[],
  source: SourceFile,
  at: number,
  written?: Written,
  flow = false,
): Mapping {
  return { kind: "mapping", keys, values, source, at, written, flow };
}

export function sequence(
  items: readonly Node[],
  source: SourceFile,
  at: number,
  written?: Written,
  flow = false,
): Sequence {
  return { kind: "sequence", items, source, at, written, flow };
}

// Nodes are made by these functions and not spread into each other: V8 lays out what is spread in another way, and code
// that meets many layouts is slow.

/** The mapping with other values, and perhaps other keys. */
export function withValues(
  node: Mapping,
  values: readonly Node[],
  keys: readonly Scalar[] = node.keys,
): Mapping {
  return mapping(keys, values, node.source, node.at, node.written, node.flow);
}

export function withItems(node: Sequence, items: readonly Node[]): Sequence {
  return sequence(items, node.source, node.at, node.written, node.flow);
}

/** The collection in another style. */
export function inStyle<T extends Mapping | Sequence>(node: T, flow: boolean): T {
  return (
    node.kind === "mapping"
      ? mapping(node.keys, node.values, node.source, node.at, node.written, flow)
      : sequence(node.items, node.source, node.at, node.written, flow)
  ) as T;
}

/** The node with another account of how it got here. */
export function withWritten<T extends Node>(node: T, written: Written | undefined): T {
  return rewritten(node, written) as T;
}

function rewritten(node: Node, written: Written | undefined): Node {
  switch (node.kind) {
    case "scalar":
      return scalar(node.text, node.tag, node.style, node.source, node.at, written, node.held);
    case "mapping":
      return mapping(node.keys, node.values, node.source, node.at, written, node.flow);
    case "sequence":
      return sequence(node.items, node.source, node.at, written, node.flow);
  }
}

/** The index of a key's first entry, or -1. */
export function indexOfKey(node: Mapping, key: string): number {
  const { keys } = node;
  if (keys.length > wideMapping) return wideIndex(keys).get(key) ?? -1;
  for (let i = 0; i < keys.length; i++) if (keys[i]?.text === key) return i;
  return -1;
}

// Maps of generated ConfigMaps can hold thousands of keys; a scan for each of them would be quadratic.
const wideMapping = 24;
const wideIndexes = new WeakMap<readonly Scalar[], ReadonlyMap<string, number>>();

function wideIndex(keys: readonly Scalar[]): ReadonlyMap<string, number> {
  const known = wideIndexes.get(keys);
  if (known) return known;
  const index = new Map<string, number>();
  keys.forEach((key, i) => {
    if (!index.has(key.text)) index.set(key.text, i);
  });
  wideIndexes.set(keys, index);
  return index;
}

/** The value of a field; undefined when the node is no mapping or has no such field. */
export function field(node: Node | undefined, key: string): Node | undefined {
  if (node?.kind !== "mapping") return undefined;
  const i = indexOfKey(node, key);
  return i < 0 ? undefined : node.values[i];
}

/** The value at a path of field names. */
export function fieldAt(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  let here = node;
  for (const key of path) here = field(here, key);
  return here;
}

/** The text of a scalar field; undefined for anything else, null included. */
export function textAt(node: Node | undefined, ...path: readonly string[]): string | undefined {
  const value = fieldAt(node, ...path);
  return value?.kind === "scalar" && value.tag !== "null" ? value.text : undefined;
}

export function isNull(node: Node | undefined): boolean {
  return node?.kind === "scalar" && node.tag === "null";
}

/** Whether it has the tag of null, by which kustomize goes: an empty text that it made itself lacks it. */
export function isTaggedNull(node: Node | undefined): boolean {
  return node?.kind === "scalar" && (node.held ? node.held.tag : node.tag) === "null";
}

/** kyaml's IsNilOrEmpty: absent, null, `{}` or `[]`; such objects are dropped after each transformer. */
export function isEmpty(node: Node | undefined): boolean {
  if (!node) return true;
  if (node.kind === "scalar") return isTaggedNull(node);
  return node.kind === "mapping" ? node.keys.length === 0 : node.items.length === 0;
}

export function placeOf(node: Node): Place {
  return { source: node.source, at: node.at };
}
