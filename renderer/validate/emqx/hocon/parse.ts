// Reads HOCON as EMQX does: first the words before `=`, `:` and `{` are made keys, then objects, arrays and
// strings that stand side by side are put together. Source: github.com/emqx/hocon, src/hocon_token.erl, hocon_parser.yrl.
import { scanHocon, type Token } from "./scan.ts";
import type { HoconDocument, HoconError, HoconField, HoconInclude, HoconObject, HoconValue } from "./tree.ts";

/** Deeper nesting is refused, so that hostile text cannot exhaust the stack. */
const deepest = 64;
/** A ConfigMap holds no more. */
const longestText = 1 << 20;

class SyntaxFault extends Error {
  readonly fault: HoconError;
  constructor(fault: HoconError) {
    super(fault.message);
    this.fault = fault;
  }
}

interface Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  next: number;
  depth: number;
  readonly includes: HoconInclude[];
}

export function parseHocon(text: string): HoconDocument {
  const empty = { kind: "object", fields: [], at: 0, end: 0 } as const;
  if (text.length > longestText) {
    const error = { at: 0, end: 1, message: "the text is longer than a ConfigMap may be" };
    return { root: empty, includes: [], error };
  }
  const { tokens, error } = scanHocon(text);
  if (error) return { root: empty, includes: [], error };
  const cursor: Cursor = { text, tokens: withKeys(tokens), next: 0, depth: 0, includes: [] };
  try {
    return { root: parseRoot(cursor), includes: cursor.includes, error: undefined };
  } catch (thrown) {
    if (!(thrown instanceof SyntaxFault)) throw thrown;
    return { root: empty, includes: cursor.includes, error: thrown.fault };
  }
}

/** Drops `=` and `:`, and makes the string before them, or before `{`, a key. */
function withKeys(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const isSign = token.kind === "punctuator" && (token.text === "=" || token.text === ":");
    const before = result.at(-1);
    if ((isSign || is(token, "{")) && before?.kind === "string")
      result[result.length - 1] = { ...before, kind: "key" };
    if (!isSign) result.push(token);
  }
  return result;
}

function is(token: Token | undefined, text: string): boolean {
  return token?.kind === "punctuator" && token.text === text;
}

function parseRoot(cursor: Cursor): HoconObject {
  const hasBraces = is(cursor.tokens[0], "{");
  const root = hasBraces ? parseObject(cursor) : parseFields(cursor, 0);
  const rest = cursor.tokens[cursor.next];
  if (rest) fail(rest, `\`${rest.text}\` closes nothing`);
  return root;
}

function parseObject(cursor: Cursor): HoconObject {
  const open = take(cursor);
  enter(cursor, open);
  const object = parseFields(cursor, open.at);
  const close = cursor.tokens[cursor.next];
  if (!is(close, "}")) fail(close ?? open, close ? unexpected(close) : "this brace is never closed");
  cursor.next++;
  cursor.depth--;
  return { ...object, end: close?.end ?? object.end };
}

function parseFields(cursor: Cursor, at: number): HoconObject {
  const fields: HoconField[] = [];
  for (;;) {
    const token = cursor.tokens[cursor.next];
    if (!token || is(token, "}")) break;
    if (is(token, ",") && fields.length > 0) {
      cursor.next++;
      continue;
    }
    if (token.kind === "include") parseInclude(cursor);
    else if (token.kind === "key") fields.push(parseField(cursor));
    else fail(token, unexpected(token));
  }
  return { kind: "object", fields, at, end: cursor.tokens[cursor.next]?.at ?? cursor.text.length };
}

function parseField(cursor: Cursor): HoconField {
  const { text, isQuoted, at, end } = take(cursor);
  const path = isQuoted ? [text] : text.split(".").filter((part) => part !== "");
  if (!cursor.tokens[cursor.next]) fail({ at, end }, `\`${text}\` has no value`);
  return { path, value: parseValue(cursor), at, end };
}

function parseInclude(cursor: Cursor): void {
  const { at } = take(cursor);
  const file = cursor.tokens[cursor.next];
  if (file?.kind !== "string" && file?.kind !== "required")
    fail(file ?? { at, end: at + 7 }, "`include` needs the name of a file in quotes");
  cursor.next++;
  cursor.includes.push({ file: file.text, at, end: file.end });
}

function parseValue(cursor: Cursor): HoconValue {
  const token = cursor.tokens[cursor.next];
  if (!token) throw new Error("the caller saw a token");
  if (token.kind === "boolean" || token.kind === "number" || token.kind === "null") {
    cursor.next++;
    return { kind: token.kind, text: token.text, at: token.at, end: token.end };
  }
  const parts: HoconValue[] = [];
  for (;;) {
    const part = parsePart(cursor, parts.at(-1));
    if (!part) break;
    parts.push(part);
  }
  const [first] = parts;
  if (!first) fail(token, unexpected(token));
  const after = cursor.tokens[cursor.next];
  if (after && (after.kind === "boolean" || after.kind === "number" || after.kind === "null"))
    fail(after, `\`${after.text}\` cannot follow a string without quotes around both`);
  return parts.length === 1 ? first : joined(cursor, parts, first);
}

function parsePart(cursor: Cursor, before: HoconValue | undefined): HoconValue | undefined {
  const token = cursor.tokens[cursor.next];
  if (!token) return undefined;
  const { at, end, text } = token;
  if (token.kind === "string" || token.kind === "variable") {
    cursor.next++;
    return token.kind === "string" ? { kind: "string", text, at, end } : { kind: "unknown", at, end };
  }
  if (is(token, "[")) return parseArray(cursor);
  if (!is(token, "{")) return undefined;
  // An object on a line of its own is the next element, not a part of this one.
  const isNext = before?.kind === "object" && cursor.text.slice(before.end, at).includes("\n");
  return isNext ? undefined : parseObject(cursor);
}

function parseArray(cursor: Cursor): HoconValue {
  const open = take(cursor);
  enter(cursor, open);
  const items: HoconValue[] = [];
  for (;;) {
    const token = cursor.tokens[cursor.next];
    if (!token) fail(open, "this bracket is never closed");
    if (is(token, "]")) {
      cursor.next++;
      cursor.depth--;
      return { kind: "array", items, at: open.at, end: token.end };
    }
    if (is(token, ",") && items.length > 0) cursor.next++;
    else items.push(parseValue(cursor));
  }
}

/** Strings become one string, objects one object, arrays one array; anything with a substitution is unknown. */
function joined(cursor: Cursor, parts: readonly HoconValue[], first: HoconValue): HoconValue {
  const span = { at: first.at, end: parts.at(-1)?.end ?? first.end };
  if (parts.some(({ kind }) => kind === "unknown")) return { kind: "unknown", ...span };
  const strings = parts.flatMap((part) => (part.kind === "string" ? [part.text] : []));
  if (strings.length === parts.length) return { kind: "string", text: strings.join(""), ...span };
  if (parts.every((part) => part.kind === "object"))
    return { kind: "object", fields: parts.flatMap(({ fields }) => fields), ...span };
  if (parts.every((part) => part.kind === "array"))
    return { kind: "array", items: parts.flatMap(({ items }) => items), ...span };
  return fail(cursor.tokens[cursor.next - 1] ?? span, "strings, objects and arrays cannot be put together");
}

function take(cursor: Cursor): Token {
  const token = cursor.tokens[cursor.next];
  if (!token) throw new Error("the caller saw a token");
  cursor.next++;
  return token;
}

function enter(cursor: Cursor, open: Token): void {
  cursor.depth++;
  if (cursor.depth > deepest) fail(open, `nothing may be nested deeper than ${deepest} levels`);
}

function unexpected(token: Token): string {
  if (token.kind === "string") return `\`${token.text}\` is neither a key with a value nor part of one`;
  if (token.kind === "key") return `\`${token.text}\` is read as a key here because of the sign behind it`;
  return `\`${token.text}\` is not expected here`;
}

function fail({ at, end }: { readonly at: number; readonly end: number }, message: string): never {
  throw new SyntaxFault({ at, end, message });
}
