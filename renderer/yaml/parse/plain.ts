// Plain scalars of the block context, on one line or folded over several.
import { type Scalar, scalar } from "../node.ts";
import { resolveTag } from "../scalar.ts";
import { type Cursor, char, columnOf, endLine, giveUp, isBlankAt, skipSpaces } from "./cursor.ts";
import { wordAt } from "./words.ts";

/**
 * Reads a plain scalar of the block context, which goes on over lines that are indented more than its parent.
 *
 * @param parent  column of the mapping or sequence that it stands in
 */
export function readPlain(cursor: Cursor, parent: number): Scalar {
  const { text, source, pos: at } = cursor;
  const end = findPlainEnd(cursor);
  cursor.pos = end;
  if (endsBeforeContent(cursor, parent)) {
    const word = wordAt(text, at, end);
    return scalar(word.text, word.tag, "plain", source, at);
  }
  const value = text.slice(at, end) + readPlainRest(cursor, parent);
  endLine(cursor);
  return scalar(value, resolveTag(value), "plain", source, at);
}

/** Goes to the next line if that is the simplest of cases: content that is indented no more than the parent. */
function endsBeforeContent(cursor: Cursor, parent: number): boolean {
  const { text, pos, end } = cursor;
  if (text.charCodeAt(pos) !== char.lineFeed) return false;
  let next = pos + 1;
  while (text.charCodeAt(next) === char.space) next++;
  const column = next - pos - 1;
  if (next >= end || column > parent || column === 0 || !isContent(text.charCodeAt(next))) return false;
  cursor.pos = next;
  cursor.column = column;
  return true;
}

function isContent(code: number): boolean {
  return code > char.space && code !== char.hash;
}

/** What follows the first line of a plain scalar. */
function readPlainRest(cursor: Cursor, parent: number): string {
  const { text } = cursor;
  let value = "";
  for (;;) {
    const before = cursor.pos;
    const breaks = skipPlainBreaks(cursor);
    const column = breaks > 0 && cursor.pos < cursor.end ? columnOf(cursor) : -1;
    const goesOn = column > parent && text.charCodeAt(cursor.pos) !== char.hash;
    if (!goesOn) {
      cursor.pos = before;
      return value;
    }
    const start = cursor.pos;
    cursor.pos = findPlainEnd(cursor);
    value += (breaks === 1 ? " " : "\n".repeat(breaks - 1)) + text.slice(start, cursor.pos);
  }
}

/** A text without blanks, colons and comments, which most are. V8 compiles it before it compiles the loop below. */
const singleWord = /[^\n\r\t:# ]+(?=\n)/y;

/** Where a line's text ends: before blanks and a comment. A `: ` on the way is an error that hand-over.ts explains. */
function findPlainEnd(cursor: Cursor): number {
  const { text, pos: start, end } = cursor;
  singleWord.lastIndex = start;
  if (singleWord.test(text) && singleWord.lastIndex <= end) return singleWord.lastIndex;
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
  return last;
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
