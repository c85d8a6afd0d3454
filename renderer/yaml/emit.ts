// Nodes to the bytes that `kustomize build` prints: keys sorted, lists not indented, texts folded at 80 columns.
// Source: sigs.k8s.io/yaml JSONToYAML, that is go-yaml v2's emitterc.go and encode.go

import { checkKeys, checkUnique } from "./emit/keys.ts";
import type { Report } from "./emit/problem.ts";
import { keyText, scalarText } from "./emit/scalars.ts";
import { keyOrder } from "./key-order.ts";
import type { Mapping, Node, Scalar, Sequence } from "./node.ts";
import { isBreak } from "./quote.ts";

/** All documents, joined by `---`. */
export function emitStream(nodes: readonly Node[], report: Report): string {
  const out: Output = { parts: [], pieces: [], report, inFlow: false };
  nodes.forEach((node, i) => {
    if (i > 0) out.parts.push("---\n");
    addDocument(out, node);
  });
  return finished(out);
}

/**
 * The text of one document, a line break at its end.
 *
 * Reports what kustomize refuses to print; the text is of no use then.
 */
export function emitDocument(node: Node, report: Report): string {
  const out: Output = { parts: [], pieces: [], report, inFlow: false };
  addDocument(out, node);
  return finished(out);
}

/** Text as it grows; parts are joined now and then, because many small strings at a time are slow to collect. */
interface Output {
  readonly parts: string[];
  readonly pieces: string[];
  readonly report: Report;
  /** Whether what is added stands between brackets in its object. */
  inFlow: boolean;
}

const partsPerPiece = 1024;

function joinParts(out: Output): void {
  out.pieces.push(out.parts.join(""));
  out.parts.length = 0;
}

function finished(out: Output): string {
  if (out.pieces.length === 0) return out.parts.join("");
  joinParts(out);
  return out.pieces.join("");
}

function addDocument(out: Output, node: Node): void {
  if (node.kind === "scalar") addScalar(out, node, 0, step);
  else if (isEmptyCollection(node)) out.parts.push(emptyText(node));
  else if (node.kind === "mapping") addMapping(out, node, 0, "", true);
  else addSequence(out, node, 0, "");
}

/** Every level is indented by this much, but for lists in mappings. */
const step = 2;

/** @param lead  what stands before the first key: the indent, or a space behind a dash */
function addMapping(out: Output, node: Mapping, indent: number, lead: string, isRoot = false): void {
  checkKeys(node, isRoot, out.report);
  const order = keyOrder(node.keys);
  // Keys that stand in order already are in strict order.
  if (order) checkUnique(node.keys, out.report);
  const pad = spaces(indent);
  const { inFlow } = out;
  out.inFlow ||= node.flow;
  for (let i = 0; i < node.keys.length; i++) {
    const at = order ? (order[i] as number) : i;
    out.parts.push(i === 0 ? lead : pad);
    addEntry(out, node.keys[at] as Scalar, node.values[at] as Node, indent);
  }
  out.inFlow = inFlow;
}

function addEntry(out: Output, key: Scalar, value: Node, indent: number): void {
  if (out.parts.length > partsPerPiece) joinParts(out);
  const name = keyText(key, out.report);
  if (name === undefined) {
    out.parts.push("? ");
    addScalar(out, key, indent + step, indent + step);
    out.parts.push(spaces(indent), ":");
    addBehindMark(out, value, indent);
  } else if (value.kind === "scalar") {
    out.parts.push(name, ": ");
    addScalar(out, value, indent + name.length + 2, indent + step);
  } else if (isEmptyCollection(value)) {
    out.parts.push(name, ": ", emptyText(value));
  } else {
    out.parts.push(name, ":\n");
    if (value.kind === "sequence") addSequence(out, value, indent, spaces(indent));
    else addMapping(out, value, indent + step, spaces(indent + step));
  }
}

function addSequence(out: Output, node: Sequence, indent: number, lead: string): void {
  const pad = spaces(indent);
  const { inFlow } = out;
  out.inFlow ||= node.flow;
  for (let i = 0; i < node.items.length; i++) {
    out.parts.push(i === 0 ? lead : pad, "-");
    addBehindMark(out, node.items[i] as Node, indent);
  }
  out.inFlow = inFlow;
}

/** What stands behind a dash, or behind the colon of a key in its long form, at `indent`. */
function addBehindMark(out: Output, node: Node, indent: number): void {
  if (node.kind === "mapping" && node.keys.length > 0) {
    addMapping(out, node, indent + step, " ");
  } else if (node.kind === "sequence" && node.items.length > 0) {
    addSequence(out, node, indent + step, " ");
  } else if (node.kind === "scalar") {
    out.parts.push(" ");
    addScalar(out, node, indent + step, indent + step);
  } else {
    out.parts.push(" ", emptyText(node));
  }
}

function addScalar(out: Output, node: Scalar, column: number, indent: number): void {
  const text = scalarText(node, column, indent, out);
  // Only a literal block ends with a break.
  out.parts.push(text, isBreak(text.charCodeAt(text.length - 1)) ? "" : "\n");
}

function isEmptyCollection(node: Mapping | Sequence): boolean {
  return node.kind === "mapping" ? node.keys.length === 0 : node.items.length === 0;
}

function emptyText(node: Mapping | Sequence): string {
  return node.kind === "mapping" ? "{}\n" : "[]\n";
}

const blanks = Array.from({ length: 64 }, (_, i) => " ".repeat(i));

function spaces(count: number): string {
  return blanks[count] ?? " ".repeat(count);
}
