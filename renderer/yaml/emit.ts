// Nodes to the bytes that `kustomize build` prints: keys sorted, lists not indented, texts folded at 80 columns.
// Source: sigs.k8s.io/yaml JSONToYAML, that is go-yaml v2's emitterc.go and encode.go
import { foldDouble, foldPlain, foldSingle, literalBlock } from "./emit/texts.ts";
import { yamlNumber } from "./go-number.ts";
import { keyOrder } from "./key-order.ts";
import type { Mapping, Node, Scalar, Sequence } from "./node.ts";
import { isMultiline, outputStyle } from "./quote.ts";
import { binaryText } from "./scalar-text.ts";
import { timestampText } from "./timestamp.ts";

/** A value that the output cannot hold. */
export interface EmitProblem {
  readonly message: string;
  readonly node: Node;
  readonly help?: string;
}

type Report = (problem: EmitProblem) => void;

/** All documents, joined by `---`. */
export function emitStream(nodes: readonly Node[], report: Report): string {
  return nodes.map((node) => emitDocument(node, report)).join("---\n");
}

export function emitDocument(node: Node, report: Report): string {
  if (node.kind === "scalar") return `${scalarText(node, 0, 0, report)}\n`;
  if (isEmptyCollection(node)) return node.kind === "mapping" ? "{}\n" : "[]\n";
  return node.kind === "mapping" ? emitMapping(node, 0, report, true) : emitSequence(node, 0, report);
}

function isEmptyCollection(node: Mapping | Sequence): boolean {
  return node.kind === "mapping" ? node.keys.length === 0 : node.items.length === 0;
}

const blanks = Array.from({ length: 64 }, (_, i) => " ".repeat(i));

function spaces(count: number): string {
  return blanks[count] ?? " ".repeat(count);
}

/** The lines of a mapping; the first one without its indent, because it may stand behind a dash. */
function emitMapping(node: Mapping, indent: number, report: Report, isRoot = false): string {
  const order = keyOrder(node.keys);
  const pad = spaces(indent);
  checkKeys(node, order, report, isRoot);
  let result = "";
  for (let i = 0; i < node.keys.length; i++) {
    const at = order ? (order[i] as number) : i;
    if (i > 0) result += pad;
    result += emitEntry(node.keys[at] as Scalar, node.values[at] as Node, indent, report);
  }
  return result;
}

// kustomize decodes what it prints once more: keys must be strings (but at the top, where any will do) and unique.
function checkKeys(
  node: Mapping,
  order: readonly number[] | undefined,
  report: Report,
  isRoot: boolean,
): void {
  let before: Scalar | undefined;
  for (let i = 0; i < node.keys.length; i++) {
    const key = node.keys[order ? (order[i] as number) : i] as Scalar;
    if (key.tag !== "str" && key.tag !== "merge" && !isRoot) {
      report({
        message: `the key \`${key.text}\` is not a string`,
        node: key,
        help: `quote it: "${key.text}"`,
      });
    }
    if (before?.text === key.text) {
      report({
        message: `the key \`${key.text}\` stands twice in one map`,
        node: key,
        help: "remove one of them",
      });
    }
    before = key;
  }
}

/** Longer keys, and keys of several lines, are written with `?`. */
const longestSimpleKey = 128;

function emitEntry(key: Scalar, value: Node, indent: number, report: Report): string {
  const isSimple = key.text.length <= longestSimpleKey / 4 || isSimpleKey(key.text);
  if (!isSimple) {
    const text = stringText(key.text, indent + 2, indent + 2);
    return `? ${text}\n${spaces(indent)}:${emitInline(value, indent + 1, indent, report)}`;
  }
  const name = simpleKeyText(key.text);
  if (value.kind === "scalar")
    return `${name}: ${scalarText(value, indent + columns(name) + 2, indent + 2, report)}\n`;
  if (isEmptyCollection(value)) return `${name}: ${value.kind === "mapping" ? "{}" : "[]"}\n`;
  if (value.kind === "sequence") return `${name}:\n${spaces(indent)}${emitSequence(value, indent, report)}`;
  return `${name}:\n${spaces(indent + 2)}${emitMapping(value, indent + 2, report)}`;
}

function isSimpleKey(text: string): boolean {
  return Buffer.byteLength(text) <= longestSimpleKey && !isMultiline(text);
}

const keyTexts = new Map<string, string>();

function simpleKeyText(text: string): string {
  const known = keyTexts.get(text);
  if (known !== undefined) return known;
  const made = unfolded(text);
  if (keyTexts.size < cacheSize) keyTexts.set(text, made);
  return made;
}

// A key is never folded: it starts in a column before the first and so never reaches the last.
function unfolded(text: string): string {
  const never = Number.NEGATIVE_INFINITY;
  switch (outputStyle(text)) {
    case "plain":
      return text;
    case "single":
      return foldSingle(text, never, 0);
    default:
      return foldDouble(text, never, 0);
  }
}

/** What stands behind a dash, or behind the colon of a long key; it starts with the space. */
function emitInline(node: Node, column: number, indent: number, report: Report): string {
  if (node.kind === "scalar") return ` ${scalarText(node, column + 1, indent + 2, report)}\n`;
  if (isEmptyCollection(node)) return node.kind === "mapping" ? " {}\n" : " []\n";
  return node.kind === "mapping"
    ? ` ${emitMapping(node, indent + 2, report)}`
    : ` ${emitSequence(node, indent + 2, report)}`;
}

function emitSequence(node: Sequence, indent: number, report: Report): string {
  const pad = spaces(indent);
  let result = "";
  for (let i = 0; i < node.items.length; i++) {
    result += `${i > 0 ? pad : ""}-${emitInline(node.items[i] as Node, indent + 1, indent, report)}`;
  }
  return result;
}

/**
 * @param column  where the text starts
 * @param indent  of lines that it goes on over
 */
function scalarText(node: Scalar, column: number, indent: number, report: Report): string {
  switch (node.tag) {
    case "str":
    case "merge":
      return stringText(node.text, column, indent);
    case "null":
      return "null";
    case "bool":
      return node.text.toLowerCase();
    case "timestamp":
      return stringText(timestampText(node.text), column, indent);
    case "int":
    case "float":
      return numberText(node, report);
    case "binary":
      return stringText(decoded(node, report), column, indent);
  }
}

function numberText(node: Scalar, report: Report): string {
  const text = yamlNumber(node);
  if (text === undefined) {
    report({
      message: `\`${node.text}\` is no number that Kubernetes can read`,
      node,
      help: "quote it if it is a text",
    });
  }
  return text ?? "null";
}

function decoded(node: Scalar, report: Report): string {
  const text = binaryText(node.text);
  if (text === undefined) report({ message: "the !!binary value is no base64", node });
  return text ?? "";
}

/** Short texts come again and again. */
const longestCached = 40;
const cacheSize = 20_000;
const shortTexts = new Map<string, string>();

function stringText(text: string, column: number, indent: number): string {
  if (text.length > longestCached || column > longestCached - 10) return makeText(text, column, indent);
  const known = shortTexts.get(text);
  if (known !== undefined) return known;
  const made = makeText(text, column, indent);
  // What has line breaks depends on the indent.
  if (shortTexts.size < cacheSize && !text.includes("\n")) shortTexts.set(text, made);
  return made;
}

function makeText(text: string, column: number, indent: number): string {
  switch (outputStyle(text)) {
    case "plain":
      return foldPlain(text, column, indent);
    case "single":
      return foldSingle(text, column, indent);
    case "double":
      return foldDouble(text, column, indent);
    case "literal":
      return literalBlock(text, indent);
  }
}

/** Columns of a text: code points, as go-yaml counts. */
function columns(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0xd800 && c < 0xdc00) count--;
  }
  return count;
}
