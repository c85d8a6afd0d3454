// Text to nodes. A text is split into documents as kustomize splits it; each is read by the fast reader or, when it is
// out of the ordinary, by the `yaml` package.

import type { Collector } from "../diagnostics/collector.ts";
import type { SourceFile } from "../diagnostics/location.ts";
import { trimGoSpace } from "../text/go-space.ts";
import { field, isNull, type Node } from "./node.ts";
import { readFast } from "./parse/block.ts";
import { toReadable } from "./parse/characters.ts";
import { readUnusual } from "./parse/hand-over.ts";
import type { TextRole } from "./parse/tagged.ts";

/**
 * The documents of a manifest. Empty ones are left out, and the items of a single `List` stand for it.
 *
 * Halts with yaml/* when the text is not YAML.
 * Source: kyaml kio/byteio_reader.go
 */
export function parseDocuments(source: SourceFile, collector: Collector): readonly Node[] {
  const pieces = split(source, collector);
  // A list of operations is JSON to kustomize.
  const role = source.text.startsWith("[") ? "other" : "manifest";
  const nodes: Node[] = [];
  for (const { start, end } of pieces) {
    const node = readPiece(source, start, end, collector, role);
    if (node && !isNull(node)) nodes.push(node);
  }
  const [only] = nodes;
  return pieces.length === 1 && only ? openList(only) : nodes;
}

/** The first document of a text that holds one thing; undefined when it is empty. */
export function parseDocument(
  source: SourceFile,
  collector: Collector,
  role: TextRole = "other",
): Node | undefined {
  const node = readPiece(source, 0, source.text.length, collector, role);
  return node ?? undefined;
}

function readPiece(
  source: SourceFile,
  start: number,
  end: number,
  collector: Collector,
  role: TextRole,
): Node | null {
  // A byte order mark is no content.
  const from = start === 0 && source.text.startsWith("\uFEFF") ? 1 : start;
  const { source: readable, isUsual } = toReadable(source, { start: from, end }, collector);
  const fast = isUsual ? readFast(readable, from, end) : undefined;
  return fast === undefined ? readUnusual({ source: readable, start: from, end, role }, collector) : fast;
}

function openList(node: Node): readonly Node[] {
  const kind = field(node, "kind");
  const items = field(node, "items");
  const isList = kind?.kind === "scalar" && (kind.text === "List" || kind.text === "ResourceList");
  if (!isList || !items) return [node];
  return items.kind === "sequence" ? items.items : [];
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

// kustomize splits before it parses, so a separator counts wherever it stands, even in a block scalar.
function split(source: SourceFile, collector: Collector): readonly Piece[] {
  const { text } = source;
  if (text.length === 0) return [];
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = text.indexOf("\n---"); at >= 0; at = text.indexOf("\n---", at)) {
    const lineEnd = text.indexOf("\n", at + 1);
    if (lineEnd < 0) break;
    const rest = trimGoSpace(text.slice(at + 4, lineEnd));
    if (rest !== "" && !rest.startsWith("#")) {
      collector.halt("yaml/document-separator", "text follows a document separator on its line", {
        at: { source, at: at + 1, end: lineEnd },
        help: "put the text on the next line",
      });
    }
    pieces.push({ start, end: at + 1 });
    start = lineEnd + 1;
    at = lineEnd; // the line break that ends a separator cannot begin the next one
    if (text.startsWith("\n---", at)) at++;
  }
  pieces.push({ start, end: text.length });
  return pieces;
}
