// Where the key of a block mapping ends, and what can begin a plain scalar.
import { type Cursor, char, giveUp, isBlankAt } from "./cursor.ts";

/** Keys must fit on a line, and in this many characters. */
const longestKey = 1000;

/** A key of one word with its colon, as most are. V8 compiles it before it compiles the loop below. */
const simpleKey = /[A-Za-z0-9_][\w./-]*:(?=[ \n])/y;

/** The offset of the colon that makes the line a mapping entry, or -1. */
export function findColon(cursor: Cursor): number {
  const { text, pos: start, end } = cursor;
  simpleKey.lastIndex = start;
  if (simpleKey.test(text)) {
    const { lastIndex } = simpleKey;
    if (lastIndex < end && lastIndex - start <= longestKey) return lastIndex - 1;
  }
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

/** Whether a plain scalar may begin at the position; gives up on what is rare. */
export function startsPlain(cursor: Cursor): boolean {
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
