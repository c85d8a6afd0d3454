// Flow collections of the fast reader: `[a, b]` and `{a: b}`, also over several lines.
import { type Mapping, mapping, type Node, type Scalar, type Sequence, scalar, sequence } from "../node.ts";
import { resolveTag } from "../scalar.ts";
import { type Cursor, char, enter, giveUp, isBlankAt, leave, push, takeFrom } from "./cursor.ts";
import { readQuoted } from "./quoted.ts";

/** Reads a flow collection at its bracket. */
export function readFlow(cursor: Cursor): Mapping | Sequence {
  enter(cursor);
  const node =
    cursor.text.charCodeAt(cursor.pos) === char.leftBrace ? readMapping(cursor) : readSequence(cursor);
  leave(cursor);
  return node;
}

function readSequence(cursor: Cursor): Sequence {
  const { source, pos: at, text, nodes } = cursor;
  const { size } = nodes;
  cursor.pos++;
  for (;;) {
    skipSpace(cursor);
    if (text.charCodeAt(cursor.pos) === char.rightBracket) break;
    push(nodes, readValue(cursor));
    skipSpace(cursor);
    const code = text.charCodeAt(cursor.pos);
    if (code === char.comma) cursor.pos++;
    else if (code !== char.rightBracket) giveUp(); // among others `[a: b]`, a mapping without braces
  }
  cursor.pos++;
  return sequence(takeFrom(nodes, size), source, at, undefined, true);
}

function readMapping(cursor: Cursor): Mapping {
  const { source, pos: at, text, keys, nodes } = cursor;
  const { size: keysBefore } = keys;
  const { size: nodesBefore } = nodes;
  cursor.pos++;
  for (;;) {
    skipSpace(cursor);
    if (text.charCodeAt(cursor.pos) === char.rightBrace) break;
    const key = readScalar(cursor);
    if (key.text === "<<") giveUp();
    push(keys, key);
    const keyEnd = cursor.pos;
    skipSpace(cursor);
    if (text.charCodeAt(cursor.pos) === char.colon) {
      if (text.slice(key.at, cursor.pos).includes("\n")) giveUp();
      cursor.pos++;
      skipSpace(cursor);
      const code = text.charCodeAt(cursor.pos);
      const isEmpty = code === char.comma || code === char.rightBrace;
      push(nodes, isEmpty ? nothing(cursor, cursor.pos) : readValue(cursor));
    } else push(nodes, nothing(cursor, keyEnd));
    skipSpace(cursor);
    const code = text.charCodeAt(cursor.pos);
    if (code === char.comma) cursor.pos++;
    else if (code !== char.rightBrace) giveUp();
  }
  cursor.pos++;
  return mapping(takeFrom(keys, keysBefore), takeFrom(nodes, nodesBefore), source, at, undefined, true);
}

function readValue(cursor: Cursor): Node {
  const code = cursor.text.charCodeAt(cursor.pos);
  return code === char.leftBrace || code === char.leftBracket ? readFlow(cursor) : readScalar(cursor);
}

function readScalar(cursor: Cursor): Scalar {
  const { text, pos: start, source, end } = cursor;
  const first = text.charCodeAt(start);
  if (first === char.doubleQuote || first === char.singleQuote) return readQuoted(cursor);
  if (startsUnusually(cursor, first)) giveUp();
  let i = start;
  let last = start;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === char.space) continue;
    if (code === char.comma || isBracket(code) || code === char.lineFeed || code === char.carriageReturn)
      break;
    if (code === char.tab || code === char.question) giveUp();
    if (code === char.hash && text.charCodeAt(i - 1) === char.space) break;
    if (code === char.colon && isBlankAt(cursor, i + 1)) break;
    last = i + 1;
  }
  if (last === start) giveUp();
  cursor.pos = last;
  const value = text.slice(start, last);
  const node = scalar(value, resolveTag(value), "plain", source, start);
  skipSpace(cursor);
  const next = text.charCodeAt(cursor.pos);
  // A plain scalar that goes on over lines is rare enough in flow style.
  if (cursor.pos < end && next !== char.comma && next !== char.colon && !isBracket(next)) giveUp();
  return node;
}

function startsUnusually(cursor: Cursor, code: number): boolean {
  switch (code) {
    case char.dash:
    case char.question: {
      const next = cursor.pos + 1;
      return isBlankAt(cursor, next) || isFlowIndicator(cursor.text.charCodeAt(next));
    }
    case char.colon:
    case char.ampersand:
    case char.asterisk:
    case char.exclamation:
    case char.pipe:
    case char.greater:
    case char.percent:
    case char.at:
    case char.backtick:
    case char.hash:
    case char.comma:
      return true;
    default:
      return isBracket(code) || Number.isNaN(code);
  }
}

function isBracket(code: number): boolean {
  return (
    code === char.leftBracket ||
    code === char.rightBracket ||
    code === char.leftBrace ||
    code === char.rightBrace
  );
}

function isFlowIndicator(code: number): boolean {
  return code === char.comma || code === char.question || isBracket(code);
}

/** Skips blanks, line breaks and comments. */
function skipSpace(cursor: Cursor): void {
  const { text, end } = cursor;
  for (;;) {
    const code = text.charCodeAt(cursor.pos);
    if (code === char.lineFeed) {
      if (text.startsWith("---", cursor.pos + 1) || text.startsWith("...", cursor.pos + 1)) giveUp();
      cursor.pos++;
    } else if (code === char.space || code === char.carriageReturn) cursor.pos++;
    else if (code === char.hash) {
      if (!isBlankAt(cursor, cursor.pos - 1)) giveUp();
      const next = text.indexOf("\n", cursor.pos);
      cursor.pos = next < 0 ? end : next;
    } else if (code === char.tab) giveUp();
    else break;
    if (cursor.pos >= end) giveUp();
  }
  if (cursor.pos >= end) giveUp();
}

// kustomize writes it as `''`, which it then reads as an empty text: the quotes stand for that.
function nothing({ source }: Cursor, at: number): Scalar {
  return scalar("", "null", "plain", source, at);
}
