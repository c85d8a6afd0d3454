// The position of the fast reader in a text. It reads what manifests are written in; at anything else it gives up, and
// the document is read again by hand-over.ts, which knows all of YAML and says what is wrong.
import type { SourceFile } from "../../diagnostics/location.ts";
import type { Node, Scalar } from "../node.ts";

export interface Cursor {
  readonly source: SourceFile;
  readonly text: string;
  readonly end: number;
  pos: number;
  /** Column of the content that the position is at, when it is at the first of a line; -1 at the document's end. */
  column: number;
  depth: number;
  /** Keys and values of the collections that are being read. */
  readonly keys: Stack<Scalar>;
  readonly nodes: Stack<Node>;
}

export function openCursor(source: SourceFile, start: number, end: number): Cursor {
  const { text } = source;
  return { source, text, end, pos: start, column: -1, depth: 0, keys: newStack(), nodes: newStack() };
}

/** A list that grows is given room to spare, which for the short lists of manifests is most of their memory. */
export interface Stack<T> {
  readonly items: T[];
  size: number;
}

function newStack<T>(): Stack<T> {
  return { items: [], size: 0 };
}

export function push<T>(stack: Stack<T>, item: T): void {
  stack.items[stack.size++] = item;
}

/** Takes what was pushed since the stack had a size. */
export function takeFrom<T>(stack: Stack<T>, size: number): readonly T[] {
  const taken = stack.items.slice(size, stack.size);
  stack.size = size;
  return taken;
}

/** Thrown to give up; never an error, so it carries nothing. */
export const unusual: unique symbol = Symbol("unusual YAML");

export function giveUp(): never {
  throw unusual;
}

export const char = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  exclamation: 33,
  doubleQuote: 34,
  hash: 35,
  percent: 37,
  ampersand: 38,
  singleQuote: 39,
  asterisk: 42,
  plus: 43,
  comma: 44,
  dash: 45,
  dot: 46,
  zero: 48,
  nine: 57,
  colon: 58,
  greater: 62,
  question: 63,
  at: 64,
  leftBracket: 91,
  backslash: 92,
  rightBracket: 93,
  backtick: 96,
  leftBrace: 123,
  pipe: 124,
  rightBrace: 125,
} as const;

/** Deeper nesting is no manifest. */
const deepest = 200;

export function enter(cursor: Cursor): void {
  cursor.depth++;
  if (cursor.depth > deepest) giveUp();
}

export function leave(cursor: Cursor): void {
  cursor.depth--;
}

/** Whether the position is at a line's end; a `\r` counts when a line feed follows. */
export function atLineEnd({ text, pos, end }: Cursor): boolean {
  if (pos >= end) return true;
  const code = text.charCodeAt(pos);
  return (
    code === char.lineFeed || (code === char.carriageReturn && text.charCodeAt(pos + 1) === char.lineFeed)
  );
}

/** Whether what stands at an offset ends a word: blank, line end or the end of the text. */
export function isBlankAt({ text, end }: Cursor, at: number): boolean {
  if (at >= end) return true;
  const code = text.charCodeAt(at);
  return code === char.space || code === char.lineFeed || code === char.carriageReturn || code === char.tab;
}

export function skipSpaces(cursor: Cursor): void {
  const { text } = cursor;
  while (text.charCodeAt(cursor.pos) === char.space) cursor.pos++;
}

/** Skips the rest of a line that may hold only a comment, and goes on to content; gives up on anything else. */
export function endLine(cursor: Cursor): void {
  skipLineRest(cursor);
  toContent(cursor);
}

/** Skips the rest of a line that may hold only a comment; gives up on anything else. */
export function skipLineRest(cursor: Cursor): void {
  const start = cursor.pos;
  skipSpaces(cursor);
  const isComment = cursor.text.charCodeAt(cursor.pos) === char.hash && cursor.pos > start;
  if (!isComment && !atLineEnd(cursor)) giveUp();
  toNextLine(cursor);
}

function toNextLine(cursor: Cursor): void {
  const next = cursor.text.indexOf("\n", cursor.pos);
  cursor.pos = next < 0 || next >= cursor.end ? cursor.end : next + 1;
}

/**
 * Goes from the start of a line to the next one with content, over blank lines and comments; the position is then at
 * its first character, and `column` says where that is.
 */
export function toContent(cursor: Cursor): void {
  cursor.column = findContent(cursor);
}

function findContent(cursor: Cursor): number {
  const { text, end } = cursor;
  for (;;) {
    const start = cursor.pos;
    if (start >= end) return -1;
    skipSpaces(cursor);
    const code = text.charCodeAt(cursor.pos);
    if (code === char.hash || atLineEnd(cursor)) {
      toNextLine(cursor);
      continue;
    }
    if (code === char.tab) giveUp();
    const column = cursor.pos - start;
    if (column === 0 && isDocumentMark(cursor)) {
      cursor.pos = end;
      return -1;
    }
    return column;
  }
}

// `---` ends the document that is read; `...` and directives are unusual.
function isDocumentMark(cursor: Cursor): boolean {
  const { text, pos } = cursor;
  if (text.startsWith("...", pos) || text.charCodeAt(pos) === char.percent) giveUp();
  return text.startsWith("---", pos) && isBlankAt(cursor, pos + 3);
}

/** The column of the position. */
export function columnOf({ text, pos }: Cursor): number {
  return pos - (text.lastIndexOf("\n", pos - 1) + 1);
}

export function isBlank(code: number): boolean {
  return code === char.space || code === char.tab;
}
