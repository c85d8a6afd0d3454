// Literal and folded block scalars of the fast reader.
import { type Scalar, scalar } from "../node.ts";
import { atLineEnd, type Cursor, char, columnOf, giveUp, isBlank, skipSpaces } from "./cursor.ts";

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
