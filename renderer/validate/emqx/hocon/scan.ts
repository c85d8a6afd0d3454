// The words of HOCON as EMQX reads them. EMQX has its own dialect: what stands without quotes begins with a letter
// and has few signs, line breaks do not end a value, and there is no `+=`.
// Source: github.com/emqx/hocon, src/hocon_scanner.xrl.
import type { HoconError, Span } from "./tree.ts";

export interface Token extends Span {
  readonly kind:
    | "punctuator"
    | "string"
    | "number"
    | "boolean"
    | "null"
    | "variable"
    | "include"
    | "required"
    | "key";
  readonly text: string;
  /** It was written in quotes: a key in quotes is one name, dots and all. */
  readonly isQuoted: boolean;
}

const ignored = /(?:[\t\v\f \u00a0\n\r\u2028\u2029]|(?:#|\/\/)[^\n\r\u2028\u2029]*)+/y;

// The longest match wins, the first among equals.
const words: readonly (readonly [kind: Token["kind"], pattern: RegExp])[] = [
  ["punctuator", /[{}[\],:=]/y],
  ["required", /required\("[^"\n\r]*"\)/y],
  ["boolean", /true|false/y],
  ["null", /null/y],
  ["string", /[A-Za-z][A-Za-z0-9_.@%\-|]*/y],
  ["number", /[+-]?\d+(?:\.\d+(?:[eE][+-]?\d+)?)?|[+-]?\.\d+/y],
  ["string", /\d+(?:kb|KB|mb|MB|gb|GB|ms|MS|[bBdDhHmMsS%])/y],
  ["variable", /\$\{\??[A-Za-z][A-Za-z0-9_.@%\-|]*\}/y],
];

/** @returns the words up to the first error */
export function scanHocon(text: string): { readonly tokens: readonly Token[]; readonly error?: HoconError } {
  const tokens: Token[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    ignored.lastIndex = at;
    if (ignored.test(text)) at = ignored.lastIndex;
    if (at >= text.length) break;
    const token = text[at] === '"' ? quoted(text, at) : word(text, at);
    if (!token) return { tokens, error: { at, end: at + 1, message: scanMessage(text, at) } };
    tokens.push(token);
    at = token.end;
  }
  return { tokens };
}

function scanMessage(text: string, at: number): string {
  if (text[at] === '"') return "the quotes are not closed on their line";
  return `\`${String.fromCodePoint(text.codePointAt(at) ?? 0)}\` may not stand outside of quotes`;
}

function word(text: string, at: number): Token | undefined {
  let kind: Token["kind"] | undefined;
  let end = at;
  for (const [candidate, pattern] of words) {
    pattern.lastIndex = at;
    if (!pattern.test(text) || pattern.lastIndex <= end) continue;
    kind = candidate;
    end = pattern.lastIndex;
  }
  if (!kind) return undefined;
  const found = text.slice(at, end);
  if (kind === "string" && found === "include") kind = "include";
  return { kind, text: textOf(kind, found), isQuoted: false, at, end };
}

function textOf(kind: Token["kind"], found: string): string {
  if (kind === "required") return found.slice('required("'.length, -2);
  // `007` is the number 7.
  return kind === "number" ? found.replace(/^\+/, "").replace(/^(-?)0+(?=\d)/, "$1") : found;
}

function quoted(text: string, at: number): Token | undefined {
  if (text.startsWith('"""', at)) return tripleQuoted(text, at);
  let end = at + 1;
  while (end < text.length && text[end] !== '"') {
    if (/[\n\r\u2028\u2029]/.test(text[end] ?? "")) return undefined;
    end += text[end] === "\\" ? 2 : 1;
  }
  if (end >= text.length) return undefined;
  return { kind: "string", text: unescaped(text.slice(at + 1, end)), isQuoted: true, at, end: end + 1 };
}

function tripleQuoted(text: string, at: number): Token | undefined {
  let close = text.indexOf('"""', at + 3);
  if (close < 0) return undefined;
  while (text[close + 3] === '"') close++;
  return { kind: "string", text: unindented(text.slice(at + 3, close)), isQuoted: true, at, end: close + 3 };
}

/** `"""~` asks for the common indent to be removed. */
function unindented(text: string): string {
  if (!/^~\r?\n/.test(text)) return text;
  const lines = text
    .slice(text.indexOf("\n") + 1)
    .replace(/~$/, "")
    .split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const indent = indents.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  return lines.map((line) => line.slice(Number.isFinite(indent) ? indent : line.length)).join("\n");
}

const escapes: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  '"': '"',
  "\\": "\\",
};

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|([bfnrt"\\]))/g, (_all, code?: string, sign?: string) =>
    code === undefined ? (escapes[sign ?? ""] ?? "") : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
