// Block collections of the fast reader: mappings and sequences by indentation.
import type { SourceFile } from "../../diagnostics/location.ts";
import { type Mapping, mapping, type Node, type Scalar, type Sequence, scalar, sequence } from "../node.ts";
import { resolveTag } from "../scalar.ts";
import {
  atLineEnd,
  type Cursor,
  char,
  enter,
  giveUp,
  isBlankAt,
  leave,
  skipLineRest,
  skipSpaces,
  toContent,
  unusual,
} from "./cursor.ts";
import { readFlow } from "./flow.ts";
import { readBlockScalar, readPlain, readQuoted } from "./scalars.ts";

// Control characters, and line breaks that only old YAML knows.
const strange =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Reads the first document between two offsets.
 *
 * @returns the node, null for an empty document, or undefined when the text needs hand-over.ts
 */
export function readFast(source: SourceFile, start: number, end: number): Node | null | undefined {
  const { text } = source;
  if (strange.test(start === 0 && end === text.length ? text : text.slice(start, end))) return undefined;
  const cursor: Cursor = { source, text, pos: start, end, depth: 0 };
  try {
    skipDocumentStart(cursor);
    const column = toContent(cursor);
    if (column < 0) return null;
    const node = readNode(cursor, column, -1);
    if (toContent(cursor) >= 0) giveUp();
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

/** Reads what stands at the position: a collection that begins there, or a scalar. */
function readNode(cursor: Cursor, column: number, parent: number): Node {
  const code = cursor.text.charCodeAt(cursor.pos);
  if (code === char.dash && isBlankAt(cursor, cursor.pos + 1)) return readSequence(cursor, column);
  const isKey = code !== char.leftBrace && code !== char.leftBracket && findColon(cursor) >= 0;
  return isKey ? readMapping(cursor, column) : readValue(cursor, parent);
}

function readMapping(cursor: Cursor, column: number): Mapping {
  enter(cursor);
  const { source, pos: at } = cursor;
  const keys: Scalar[] = [];
  const values: Node[] = [];
  for (;;) {
    keys.push(readKey(cursor));
    values.push(readMappingValue(cursor, column));
    const next = toContent(cursor);
    if (next < column) {
      if (next >= 0) backToLineStart(cursor, next);
      break;
    }
    if (next > column) giveUp();
    if (cursor.text.charCodeAt(cursor.pos) === char.dash && isBlankAt(cursor, cursor.pos + 1)) giveUp();
  }
  leave(cursor);
  return mapping(keys, values, source, at);
}

function backToLineStart(cursor: Cursor, column: number): void {
  cursor.pos -= column;
}

/** Reads a key and its colon. */
function readKey(cursor: Cursor): Scalar {
  const { text, source, pos: at } = cursor;
  const colon = findColon(cursor);
  if (colon < 0) giveUp();
  const first = text.charCodeAt(at);
  if (first === char.doubleQuote || first === char.singleQuote) {
    const key = readQuoted(cursor);
    cursor.pos = colon + 1;
    return key;
  }
  let end = colon;
  while (text.charCodeAt(end - 1) === char.space) end--;
  const value = text.slice(at, end);
  const tag = resolveTag(value);
  if (tag === "merge") giveUp();
  cursor.pos = colon + 1;
  return scalar(value, tag, "plain", source, at);
}

/** Keys must fit on a line, and in this many characters. */
const longestKey = 1000;

/** The offset of the colon that makes the line a mapping entry, or -1. */
function findColon(cursor: Cursor): number {
  const { text, pos: start, end } = cursor;
  const first = text.charCodeAt(start);
  if (first === char.doubleQuote || first === char.singleQuote) return findColonAfterQuote(cursor, first);
  if (!startsPlain(cursor)) return -1;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === char.lineFeed) return -1;
    if (code === char.colon && isBlankAt(cursor, i + 1)) {
      if (i - start > longestKey) giveUp();
      return i;
    }
    if (code === char.hash && i > start && text.charCodeAt(i - 1) === char.space) return -1;
    if (code === char.tab) giveUp();
  }
  return -1;
}

function findColonAfterQuote(cursor: Cursor, quote: number): number {
  const { text, pos: start, end } = cursor;
  for (let i = start + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === char.lineFeed) return -1;
    if (quote === char.doubleQuote && code === char.backslash) i++;
    else if (code === quote) {
      if (quote === char.singleQuote && text.charCodeAt(i + 1) === quote) i++;
      else {
        let after = i + 1;
        while (text.charCodeAt(after) === char.space) after++;
        if (text.charCodeAt(after) !== char.colon) return -1;
        if (!isBlankAt(cursor, after + 1) || after - start > longestKey) giveUp();
        return after;
      }
    }
  }
  return -1;
}

function startsPlain(cursor: Cursor): boolean {
  const { text, pos } = cursor;
  switch (text.charCodeAt(pos)) {
    case char.dash:
    case char.question:
    case char.colon:
      if (isBlankAt(cursor, pos + 1)) giveUp();
      return true;
    case char.ampersand:
    case char.asterisk:
    case char.exclamation:
    case char.percent:
    case char.at:
    case char.backtick:
    case char.comma:
    case char.rightBracket:
    case char.rightBrace:
      return giveUp();
    case char.pipe:
    case char.greater:
    case char.leftBrace:
    case char.leftBracket:
      return false;
    default:
      return true;
  }
}

function readMappingValue(cursor: Cursor, column: number): Node {
  const colon = cursor.pos - 1;
  skipSpaces(cursor);
  if (cursor.text.charCodeAt(cursor.pos) === char.tab) giveUp();
  if (!atLineEnd(cursor) && cursor.text.charCodeAt(cursor.pos) !== char.hash) {
    if (cursor.text.charCodeAt(cursor.pos) === char.dash && isBlankAt(cursor, cursor.pos + 1)) giveUp();
    return readValue(cursor, column);
  }
  skipLineRestOfKey(cursor, colon);
  const next = toContent(cursor);
  const isItem =
    next >= 0 && cursor.text.charCodeAt(cursor.pos) === char.dash && isBlankAt(cursor, cursor.pos + 1);
  if (next > column || (next === column && isItem)) return readNode(cursor, next, column);
  if (next >= 0) backToLineStart(cursor, next);
  return scalar("", "null", "plain", cursor.source, colon + 1);
}

function skipLineRestOfKey(cursor: Cursor, colon: number): void {
  cursor.pos = colon + 1;
  skipLineRest(cursor);
}

function readSequence(cursor: Cursor, column: number): Sequence {
  enter(cursor);
  const { source, pos: at } = cursor;
  const items: Node[] = [];
  for (;;) {
    items.push(readItem(cursor, column));
    const next = toContent(cursor);
    if (next < column) {
      if (next >= 0) backToLineStart(cursor, next);
      break;
    }
    const isItem = cursor.text.charCodeAt(cursor.pos) === char.dash && isBlankAt(cursor, cursor.pos + 1);
    if (next > column) giveUp();
    if (!isItem) {
      backToLineStart(cursor, next); // the next key of a mapping whose value this list is
      break;
    }
  }
  leave(cursor);
  return sequence(items, source, at);
}

function readItem(cursor: Cursor, column: number): Node {
  const dash = cursor.pos;
  cursor.pos++;
  skipSpaces(cursor);
  const code = cursor.text.charCodeAt(cursor.pos);
  if (code === char.tab) giveUp();
  if (!atLineEnd(cursor) && code !== char.hash) return readNode(cursor, column + cursor.pos - dash, column);
  cursor.pos = dash + 1;
  skipLineRest(cursor);
  const next = toContent(cursor);
  if (next > column) return readNode(cursor, next, column);
  if (next >= 0) backToLineStart(cursor, next);
  return scalar("", "null", "plain", cursor.source, dash + 1);
}

/** Reads a value that is not a block collection, to the end of its line. */
function readValue(cursor: Cursor, parent: number): Node {
  const code = cursor.text.charCodeAt(cursor.pos);
  if (code === char.pipe || code === char.greater) return readBlockScalar(cursor, parent);
  const node =
    code === char.doubleQuote || code === char.singleQuote
      ? readQuoted(cursor)
      : code === char.leftBrace || code === char.leftBracket
        ? readFlow(cursor)
        : startsPlain(cursor)
          ? readPlain(cursor, parent)
          : giveUp();
  skipLineRest(cursor);
  return node;
}
