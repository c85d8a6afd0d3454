// Quoted scalars of the fast reader, on one line or folded over several.
import { type Scalar, scalar } from "../node.ts";
import { type Cursor, char, giveUp, isBlank } from "./cursor.ts";

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
