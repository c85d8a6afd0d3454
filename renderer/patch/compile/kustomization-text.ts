// Keeps the entries of a kustomization.yaml in step with patch modules. Only the entries are touched: the rest of the
// text, comments and layout included, stays byte for byte.
import { isMap, isNode, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { toYamlText } from "./yaml-text.ts";

/** An entry of a list in the kustomization, and the field that tells it from the others. */
export interface WantedEntry {
  readonly field: "patches" | "replacements" | "images" | "replicas";
  readonly key: "path" | "name";
  readonly entry: Readonly<Record<string, unknown>>;
}

/** The text with the entry in it: the same text when it is there already. */
export function withEntry(text: string, wanted: WantedEntry): string {
  const document = parseDocument(text);
  const list = document.get(wanted.field, true);
  if (!isSeq(list) || list.items.length === 0) return withNewList(text, wanted, document.contents);
  const name = wanted.entry[wanted.key];
  const present = list.items.find((item): item is YAMLMap => isMap(item) && item.get(wanted.key) === name);
  if (present && sameValue(present.toJSON(), withoutUndefined(wanted.entry))) return text;
  if (list.flow) return withFlowEntry(text, wanted, list, present);
  if (present?.flow) return withFlowEntry(text, wanted, list, present);
  if (present) return withFields(text, wanted, present);
  const indent = " ".repeat(columnOf(text, rangeOf(list)[0] ?? 0)); // of the dashes
  return insertAfter(text, endOf(list), `${indent}- ${printEntry(wanted, `${indent}  `)}`);
}

/** Changes an entry field by field, from its end, so that offsets before a change stay right. */
function withFields(text: string, { entry }: WantedEntry, present: YAMLMap): string {
  const indent = " ".repeat(columnOf(text, rangeOf(present)[0] ?? 0));
  const wanted = withoutUndefined(entry);
  const there = new Map(
    present.items.map((pair) => [String(isScalar(pair.key) ? pair.key.value : pair.key), pair]),
  );
  const missing = Object.entries(wanted).filter(([name]) => !there.has(name));
  const end = trimmedEnd(text, 0, present.range?.[1] ?? text.length);
  const lines = missing.map(([name, value]) => `\n${indent}${name}: ${inline(value)}`).join("");
  let result = missing.length === 0 ? text : insertAtLineEnd(text, end, lines);
  for (const [name, pair] of [...there].reverse()) {
    const value = wanted[name];
    const [from = 0, to = 0] = rangeOf(pair.value);
    if (value === undefined) result = withoutPair(result, pair, indent);
    else if (!sameValue(toPlain(pair.value), value))
      result = result.slice(0, from) + inline(value) + result.slice(trimmedEnd(result, from, to));
  }
  return result;
}

function withoutPair(text: string, pair: Pair, indent: string): string {
  const [keyStart = 0] = rangeOf(pair.key);
  const [, to = keyStart] = rangeOf(pair.value);
  const end = trimmedEnd(text, keyStart, to);
  const lineStart = text.lastIndexOf("\n", keyStart - 1) + 1;
  const isFirst = text.slice(lineStart, keyStart).includes("-");
  const lineEnd = text.indexOf("\n", end) < 0 ? text.length : text.indexOf("\n", end);
  if (!isFirst) return text.slice(0, lineStart) + text.slice(lineEnd + 1);
  return text.slice(0, keyStart) + text.slice(lineEnd + 1 + indent.length);
}

function insertAtLineEnd(text: string, at: number, lines: string): string {
  const lineEnd = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
  return text.slice(0, lineEnd) + lines + text.slice(lineEnd);
}

function rangeOf(node: unknown): readonly number[] {
  return (node as { readonly range?: readonly number[] } | null)?.range ?? [];
}

function toPlain(node: unknown): unknown {
  return isNode(node) ? node.toJSON() : node;
}

function inline(value: unknown): string {
  return toYamlText(value, "flow").trimEnd();
}

function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([name, value]) => right.has(name) && sameValue(value, right.get(name)))
  );
}

function withNewList(text: string, wanted: WantedEntry, contents: unknown): string {
  const lines = `${wanted.field}:\n  - ${printEntry(wanted, "    ")}\n`;
  const empty = isMap(contents)
    ? contents.items.find((pair) => isScalar(pair.key) && pair.key.value === wanted.field)
    : undefined;
  if (empty) return replaceEmptyList(text, wanted, empty);
  const base = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  return `${base}${base === "" ? "" : "\n"}${lines}`;
}

// `patches:` without entries, `patches: []` or `patches: null`; a comment behind it stays.
function replaceEmptyList(text: string, wanted: WantedEntry, { key, value }: Pair): string {
  const colon = text.indexOf(":", rangeOf(key)[1] ?? 0) + 1;
  const isWritten = isSeq(value) || (isScalar(value) && value.source !== "");
  const valueEnd = isWritten ? (rangeOf(value)[1] ?? colon) : colon;
  const lineEnd = text.indexOf("\n", valueEnd) < 0 ? text.length : text.indexOf("\n", valueEnd);
  const comment = text.slice(valueEnd, lineEnd).trimEnd();
  return `${text.slice(0, colon)}${comment}\n  - ${printEntry(wanted, "    ")}${text.slice(lineEnd)}`;
}

function withFlowEntry(
  text: string,
  wanted: WantedEntry,
  list: YAMLSeq,
  present: YAMLMap | undefined,
): string {
  const flow = inline(withoutUndefined(wanted.entry));
  if (present?.range) return text.slice(0, present.range[0]) + flow + text.slice(present.range[1]);
  const [, end = text.length] = rangeOf(list.items.at(-1)); // a comma or comment may follow
  return `${text.slice(0, end)}, ${flow}${text.slice(end)}`;
}

function printEntry({ entry }: WantedEntry, indent: string): string {
  const lines = Object.entries(withoutUndefined(entry)).map(([name, value]) => {
    return `${name}: ${inline(value)}`;
  });
  return lines.join(`\n${indent}`);
}

function withoutUndefined(entry: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

function endOf(list: YAMLSeq): number {
  return rangeOf(list.items.at(-1))[2] ?? 0;
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf("\n", at - 1) + 1);
}

/** Behind the last line of an item; comments that follow it belong to what comes next. */
function insertAfter(text: string, end: number, line: string): string {
  const at = trimmedEnd(text, 0, end);
  const lineEnd = text.indexOf("\n", at);
  if (lineEnd < 0) return `${text}\n${line}\n`;
  return `${text.slice(0, lineEnd + 1)}${line}\n${text.slice(lineEnd + 1)}`;
}

function trimmedEnd(text: string, from: number, end: number): number {
  let at = end;
  for (;;) {
    while (at > from && /\s/.test(text[at - 1] ?? "")) at--;
    const lineStart = text.lastIndexOf("\n", at - 1) + 1;
    if (lineStart <= from || !/^\s*#/.test(text.slice(lineStart, at))) return at;
    at = lineStart;
  }
}
