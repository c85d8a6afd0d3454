// Scalars of the fast reader: plain and quoted, on one line or folded over several, and block scalars.
import { type Scalar, scalar } from "../node.ts";
import { resolveTag } from "../scalar.ts";
import { atLineEnd, type Cursor, char, giveUp, isBlankAt, skipSpaces } from "./cursor.ts";

/** Reads a quoted scalar at its quote. */
export function readQuoted(cursor: Cursor): Scalar {
  const { text, pos: at, source } = cursor;
  const isDouble = text.charCodeAt(at) === char.doubleQuote;
  const close = text.indexOf(isDouble ? '"' : "'", at + 1);
  if (close < 0 || close >= cursor.end) giveUp();
  const raw = text.slice(at + 1, close);
  const simple = isDouble
    ? !raw.includes("\\") && !raw.includes("\n")
    : text.charCodeAt(close + 1) !== char.singleQuote && !raw.includes("\n");
  if (simple) {
    cursor.pos = close + 1;
    return scalar(raw, "str", isDouble ? "double" : "single", source, at);
  }
  return scalar(readFolded(cursor, isDouble), "str", isDouble ? "double" : "single", source, at);
}

function readFolded(cursor: Cursor, isDouble: boolean): string {
  const { text, end } = cursor;
  let result = "";
  cursor.pos++;
  for (;;) {
    if (cursor.pos >= end) giveUp();
    const code = text.charCodeAt(cursor.pos);
    if (isDouble && code === char.doubleQuote) break;
    if (!isDouble && code === char.singleQuote) {
      if (text.charCodeAt(cursor.pos + 1) !== char.singleQuote) break;
      result += "'";
      cursor.pos += 2;
    } else if (isDouble && code === char.backslash) {
      result += readEscape(cursor);
    } else if (code === char.lineFeed || code === char.carriageReturn) {
      result = result.slice(0, trimmedLength(cursor, result)) + readFold(cursor);
    } else {
      result += text[cursor.pos];
      cursor.pos++;
    }
  }
  cursor.pos++;
  return result;
}

// Blanks before a line break are dropped, but not those that were escaped.
function trimmedLength({ text, pos }: Cursor, result: string): number {
  let blanks = 0;
  while (isBlank(text.charCodeAt(pos - blanks - 1))) blanks++;
  if (blanks > 0 && text.charCodeAt(pos - blanks - 1) === char.backslash) blanks--;
  return result.length - blanks;
}

function isBlank(code: number): boolean {
  return code === char.space || code === char.tab;
}

/** Folds line breaks: one becomes a space, more become one less. */
function readFold(cursor: Cursor): string {
  const breaks = skipBreaks(cursor);
  return breaks === 1 ? " " : "\n".repeat(breaks - 1);
}

function skipBreaks(cursor: Cursor): number {
  const { text, end } = cursor;
  let breaks = 0;
  while (cursor.pos < end) {
    const code = text.charCodeAt(cursor.pos);
    if (code === char.lineFeed) {
      breaks++;
      if (text.startsWith("---", cursor.pos + 1) || text.startsWith("...", cursor.pos + 1)) giveUp();
    } else if (code === char.carriageReturn) {
      if (text.charCodeAt(cursor.pos + 1) !== char.lineFeed) giveUp();
    } else if (!isBlank(code)) break;
    cursor.pos++;
  }
  return breaks;
}

const escapes: Readonly<Record<string, string>> = {
  ...{
    "0": "\0",
    a: "\u0007",
    b: "\b",
    t: "\t",
    "\t": "\t",
    n: "\n",
    v: "\v",
    f: "\f",
    r: "\r",
    e: "\u001b",
  },
  ...{
    " ": " ",
    '"': '"',
    "'": "'",
    "/": "/",
    "\\": "\\",
    N: "\u0085",
    _: "\u00a0",
    L: "\u2028",
    P: "\u2029",
  },
};

const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function readEscape(cursor: Cursor): string {
  const { text } = cursor;
  const name = text[cursor.pos + 1] ?? "";
  if (name === "\n" || name === "\r") {
    cursor.pos++;
    const breaks = skipBreaks(cursor);
    return "\n".repeat(breaks - 1);
  }
  const known = escapes[name];
  if (known !== undefined) {
    cursor.pos += 2;
    return known;
  }
  const length = hexLengths[name];
  const digits = length === undefined ? "" : text.slice(cursor.pos + 2, cursor.pos + 2 + length);
  if (length === undefined || !/^[0-9a-fA-F]+$/.test(digits) || digits.length !== length) giveUp();
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) giveUp();
  cursor.pos += 2 + digits.length;
  return String.fromCodePoint(code);
}

/**
 * Reads a plain scalar of the block context, which goes on over lines that are indented more than its parent.
 *
 * @param parent  column of the mapping or sequence that it stands in
 */
export function readPlain(cursor: Cursor, parent: number): Scalar {
  const { source, pos: at } = cursor;
  let value = readPlainLine(cursor);
  for (;;) {
    const before = cursor.pos;
    const breaks = skipPlainBreaks(cursor);
    const column = breaks > 0 && cursor.pos < cursor.end ? columnOf(cursor) : -1;
    const goesOn = column > parent && cursor.text.charCodeAt(cursor.pos) !== char.hash;
    if (!goesOn) {
      cursor.pos = before;
      return scalar(value, resolveTag(value), "plain", source, at);
    }
    value += (breaks === 1 ? " " : "\n".repeat(breaks - 1)) + readPlainLine(cursor);
  }
}

/** Reads to the end of the line or to a comment; a `: ` on the way is an error that hand-over.ts explains. */
function readPlainLine(cursor: Cursor): string {
  const { text, pos: start, end } = cursor;
  let i = start;
  let last = start;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === char.lineFeed) break;
    if (code === char.carriageReturn) {
      if (text.charCodeAt(i + 1) !== char.lineFeed) giveUp();
      break;
    }
    if (code === char.space) continue;
    if (code === char.tab) giveUp();
    if (code === char.hash && i > start && text.charCodeAt(i - 1) === char.space) break;
    if (code === char.colon && isBlankAt(cursor, i + 1)) giveUp();
    last = i + 1;
  }
  cursor.pos = last;
  return text.slice(start, last);
}

function skipPlainBreaks(cursor: Cursor): number {
  const { text, end } = cursor;
  let breaks = 0;
  skipSpaces(cursor);
  if (text.charCodeAt(cursor.pos) === char.hash) return 0;
  while (cursor.pos < end) {
    const code = text.charCodeAt(cursor.pos);
    if (code === char.lineFeed) breaks++;
    else if (code === char.tab) giveUp();
    else if (code !== char.space && code !== char.carriageReturn) break;
    cursor.pos++;
  }
  return breaks;
}

function columnOf({ text, pos }: Cursor): number {
  return pos - (text.lastIndexOf("\n", pos - 1) + 1);
}

/**
 * Reads a literal or folded block scalar at its `|` or `>`.
 *
 * @param parent  column of the mapping or sequence that it stands in; -1 for the document itself
 * Source: go-yaml scannerc.go, yaml_parser_scan_block_scalar
 */
export function readBlockScalar(cursor: Cursor, parent: number): Scalar {
  const { text, source, pos: at } = cursor;
  const isLiteral = text.charCodeAt(at) === char.pipe;
  const { chomping, increment } = readHeader(cursor);
  let indent = increment > 0 ? Math.max(parent, 0) + increment : 0;
  let value = "";
  let lineBreak = "";
  let wasBlank = false;
  const breaks = { count: 0 };
  indent = skipBlankLines(cursor, indent, parent, breaks);
  while (cursor.pos < cursor.end && columnOf(cursor) === indent && !endsDocument(cursor)) {
    const isBlankLine = isBlank(text.charCodeAt(cursor.pos));
    if (!isLiteral && lineBreak !== "" && !wasBlank && !isBlankLine) value += breaks.count === 0 ? " " : "";
    else value += lineBreak;
    value += "\n".repeat(breaks.count);
    breaks.count = 0;
    wasBlank = isBlankLine;
    const next = text.indexOf("\n", cursor.pos);
    const isLast = next < 0 || next >= cursor.end;
    const lineEnd = isLast ? cursor.end : next;
    const hasReturn = text.charCodeAt(lineEnd - 1) === char.carriageReturn;
    value += text.slice(cursor.pos, hasReturn ? lineEnd - 1 : lineEnd);
    lineBreak = isLast ? "" : "\n";
    cursor.pos = isLast ? cursor.end : lineEnd + 1;
    skipBlankLines(cursor, indent, parent, breaks);
  }
  if (chomping !== "-") value += lineBreak;
  if (chomping === "+") value += "\n".repeat(breaks.count);
  if (cursor.pos < cursor.end) cursor.pos = text.lastIndexOf("\n", cursor.pos - 1) + 1;
  return scalar(value, "str", isLiteral ? "literal" : "folded", source, at);
}

function readHeader(cursor: Cursor): { readonly chomping: string; readonly increment: number } {
  const { text } = cursor;
  let chomping = "";
  let increment = 0;
  cursor.pos++;
  for (;;) {
    const code = text.charCodeAt(cursor.pos);
    if (code === char.plus || code === char.dash) {
      if (chomping !== "") giveUp();
      chomping = text[cursor.pos] ?? "";
    } else if (code > char.zero && code <= char.nine) {
      if (increment > 0) giveUp();
      increment = code - char.zero;
    } else break;
    cursor.pos++;
  }
  const before = cursor.pos;
  skipSpaces(cursor);
  const isComment = text.charCodeAt(cursor.pos) === char.hash && cursor.pos > before;
  if (!isComment && !atLineEnd(cursor)) giveUp();
  const next = text.indexOf("\n", cursor.pos);
  cursor.pos = next < 0 || next >= cursor.end ? cursor.end : next + 1;
  return { chomping, increment };
}

/** Skips blank lines, counting them; stops in the first line with content, at the indent, which it finds if need be. */
function skipBlankLines(cursor: Cursor, known: number, parent: number, breaks: { count: number }): number {
  const { text, end } = cursor;
  let deepest = 0;
  for (;;) {
    const start = cursor.pos;
    while (
      cursor.pos < end &&
      text.charCodeAt(cursor.pos) === char.space &&
      (known === 0 || cursor.pos - start < known)
    ) {
      cursor.pos++;
    }
    deepest = Math.max(deepest, cursor.pos - start);
    const code = text.charCodeAt(cursor.pos);
    if (cursor.pos < end && code === char.tab && (known === 0 || cursor.pos - start < known)) giveUp();
    if (cursor.pos >= end) break;
    if (code === char.carriageReturn && text.charCodeAt(cursor.pos + 1) === char.lineFeed) cursor.pos++;
    else if (code !== char.lineFeed) break;
    cursor.pos++;
    breaks.count++;
  }
  return known > 0 ? known : Math.max(deepest, parent + 1, 1);
}

function endsDocument({ text, pos }: Cursor): boolean {
  return text.startsWith("---", pos) && text.charCodeAt(pos - 1) === char.lineFeed;
}
