// Block collections of the fast reader: mappings and sequences by indentation.
import type { SourceFile } from "../../diagnostics/location.ts";
import { type Mapping, mapping, type Node, type Scalar, type Sequence, scalar, sequence } from "../node.ts";
import { readBlockScalar } from "./block-scalar.ts";
import { findColon, startsPlain } from "./colon.ts";
import {
  atLineEnd,
  type Cursor,
  char,
  endLine,
  enter,
  giveUp,
  isBlankAt,
  leave,
  openCursor,
  push,
  skipLineRest,
  skipSpaces,
  takeFrom,
  toContent,
  unusual,
} from "./cursor.ts";
import { matchEntry, part } from "./entry.ts";
import { readFlow } from "./flow.ts";
import { readPlain } from "./plain.ts";
import { readQuoted } from "./quoted.ts";
import { wordAt, wordOf } from "./words.ts";

/**
 * Reads the first document between two offsets, of a text whose characters are usual (characters.ts).
 *
 * @returns the node, null for an empty document, or undefined when the text needs hand-over.ts
 */
export function readFast(source: SourceFile, start: number, end: number): Node | null | undefined {
  const cursor = openCursor(source, start, end);
  try {
    skipDocumentStart(cursor);
    toContent(cursor);
    if (cursor.column < 0) return null;
    const node = readNode(cursor, cursor.column, -1);
    if (cursor.column >= 0) giveUp();
    return node;
  } catch (thrown) {
    if (thrown === unusual) return undefined;
    throw thrown;
  }
}

function skipDocumentStart(cursor: Cursor): void {
  const start = cursor.pos;
  for (;;) {
    const { text, pos } = cursor;
    const code = text.charCodeAt(pos);
    if (code === char.hash || atLineEnd(cursor)) {
      const next = text.indexOf("\n", pos);
      if (next < 0 || next >= cursor.end) break;
      cursor.pos = next + 1;
      continue;
    }
    if (text.startsWith("---", pos) && isBlankAt(cursor, pos + 3)) {
      cursor.pos += 3;
      skipLineRest(cursor);
      return;
    }
    break;
  }
  cursor.pos = start;
}

// All that read a value leave the position at the content after it.

/** Reads what stands at the position: a collection that begins there, or a scalar. */
function readNode(cursor: Cursor, column: number, parent: number): Node {
  const code = cursor.text.charCodeAt(cursor.pos);
  if (code === char.dash && isBlankAt(cursor, cursor.pos + 1)) return readSequence(cursor, column);
  const entry = matchEntry(cursor);
  if (entry) return readMapping(cursor, column, entry);
  const colon = code === char.leftBrace || code === char.leftBracket ? -1 : findColon(cursor);
  return colon >= 0 ? readMapping(cursor, column, colon) : readValue(cursor, parent);
}

/** @param first  the first entry, where the position is, or the offset of the colon behind its key */
function readMapping(cursor: Cursor, column: number, first: RegExpExecArray | number): Mapping {
  enter(cursor);
  const { source, pos: at, keys, nodes } = cursor;
  const { size: keysBefore } = keys;
  const { size: nodesBefore } = nodes;
  for (let entry: RegExpExecArray | number = first; ; entry = matchEntry(cursor) ?? findColon(cursor)) {
    if (typeof entry === "number" || !readEntry(cursor, column, entry)) {
      const colon = typeof entry === "number" ? entry : findColon(cursor);
      if (colon < 0) giveUp();
      push(keys, readKey(cursor, colon));
      push(nodes, readMappingValue(cursor, column));
    }
    if (cursor.column < column) break;
    if (cursor.column > column || atItem(cursor)) giveUp();
  }
  leave(cursor);
  return mapping(takeFrom(keys, keysBefore), takeFrom(nodes, nodesBefore), source, at);
}

/** Takes an entry that was matched, with all that stands below it; not one whose value goes on in the next line. */
function readEntry(cursor: Cursor, column: number, entry: RegExpExecArray): boolean {
  const value = entry[part.value];
  const next = entry[part.indent]?.length ?? 0;
  if (value !== undefined && next > column) return false;
  const { source, pos: at, keys, nodes } = cursor;
  const word = wordOf(entry[part.key] ?? "");
  const colon = at + word.text.length;
  push(keys, scalar(word.text, word.tag, "plain", source, at));
  cursor.pos = at + entry[0].length;
  cursor.column = next;
  if (value !== undefined) push(nodes, toScalar(value, source, colon + 2));
  else if (next > column || (next === column && atItem(cursor))) push(nodes, readNode(cursor, next, column));
  else push(nodes, scalar("", "null", "plain", source, colon + 1));
  return true;
}

function toScalar(value: string, source: SourceFile, at: number): Scalar {
  const first = value.charCodeAt(0);
  if (first === char.doubleQuote) return scalar(value.slice(1, -1), "str", "double", source, at);
  if (first === char.singleQuote) return scalar(value.slice(1, -1), "str", "single", source, at);
  const word = wordOf(value);
  return scalar(word.text, word.tag, "plain", source, at);
}

function atItem(cursor: Cursor): boolean {
  return cursor.text.charCodeAt(cursor.pos) === char.dash && isBlankAt(cursor, cursor.pos + 1);
}

// To go-yaml, unlike YAML, the `|` or `>` may stand right below the key or dash whose value it begins.
function atBlockScalar({ text, pos }: Cursor): boolean {
  const code = text.charCodeAt(pos);
  return code === char.pipe || code === char.greater;
}

/** Reads a key and its colon. */
function readKey(cursor: Cursor, colon: number): Scalar {
  const { text, source, pos: at } = cursor;
  const first = text.charCodeAt(at);
  if (first === char.doubleQuote || first === char.singleQuote) {
    const key = readQuoted(cursor);
    if (key.text === "<<") giveUp();
    cursor.pos = colon + 1;
    return key;
  }
  let end = colon;
  while (text.charCodeAt(end - 1) === char.space) end--;
  const word = wordAt(text, at, end);
  if (word.tag === "merge") giveUp();
  cursor.pos = colon + 1;
  return scalar(word.text, word.tag, "plain", source, at);
}

function readMappingValue(cursor: Cursor, column: number): Node {
  const colon = cursor.pos - 1;
  skipSpaces(cursor);
  const code = cursor.text.charCodeAt(cursor.pos);
  if (code === char.tab) giveUp();
  if (!atLineEnd(cursor) && code !== char.hash) {
    if (atItem(cursor)) giveUp();
    return readValue(cursor, column);
  }
  cursor.pos = colon + 1;
  endLine(cursor);
  const next = cursor.column;
  const isBeside = next === column && (atItem(cursor) || atBlockScalar(cursor));
  if (next > column || isBeside) return readNode(cursor, next, column);
  return scalar("", "null", "plain", cursor.source, colon + 1);
}

function readSequence(cursor: Cursor, column: number): Sequence {
  enter(cursor);
  const { source, pos: at, nodes } = cursor;
  const { size } = nodes;
  do {
    push(nodes, readItem(cursor, column));
    if (cursor.column > column) giveUp();
  } while (cursor.column === column && atItem(cursor)); // else the next key of a mapping whose value this list is
  leave(cursor);
  return sequence(takeFrom(nodes, size), source, at);
}

function readItem(cursor: Cursor, column: number): Node {
  const dash = cursor.pos;
  cursor.pos++;
  skipSpaces(cursor);
  const code = cursor.text.charCodeAt(cursor.pos);
  if (code === char.tab) giveUp();
  if (!atLineEnd(cursor) && code !== char.hash) return readNode(cursor, column + cursor.pos - dash, column);
  cursor.pos = dash + 1;
  endLine(cursor);
  const isBeside = cursor.column === column && atBlockScalar(cursor);
  if (cursor.column > column || isBeside) return readNode(cursor, cursor.column, column);
  return scalar("", "null", "plain", cursor.source, dash + 1);
}

/** Reads a value that is not a block collection, to the end of its line. */
function readValue(cursor: Cursor, parent: number): Node {
  switch (cursor.text.charCodeAt(cursor.pos)) {
    case char.pipe:
    case char.greater: {
      const node = readBlockScalar(cursor, parent);
      toContent(cursor);
      return node;
    }
    case char.doubleQuote:
    case char.singleQuote: {
      const node = readQuoted(cursor);
      endLine(cursor);
      return node;
    }
    case char.leftBrace:
    case char.leftBracket: {
      const node = readFlow(cursor);
      endLine(cursor);
      return node;
    }
    default:
      return startsPlain(cursor) ? readPlain(cursor, parent) : giveUp();
  }
}
