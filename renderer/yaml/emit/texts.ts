// The four forms of a text, folded at the best width where the form allows it.
// Source: go-yaml v2 emitterc.go, yaml_emitter_write_*_scalar
import { isBreak, isPrintable, type OutputStyle } from "../quote.ts";

const bestWidth = 80;

/**
 * @param column  where the text starts; -Infinity for keys, which are not folded
 * @param indent  of the lines that it goes on over
 * @returns       the text in its form; a literal block may end with its own line break
 */
export function textInStyle(text: string, style: OutputStyle, column: number, indent: number): string {
  switch (style) {
    case "plain":
      return folded(text, column, indent);
    case "single":
      return `'${foldedLines(text.replaceAll("'", "''"), column + 1, indent)}'`;
    case "double":
      return doubleQuoted(text, column, indent);
    case "literal":
      return literalBlock(text, indent);
  }
}

/** Breaks lines at single spaces behind the best width. */
function folded(text: string, column: number, indent: number): string {
  const last = text.length - 1;
  // One code unit is one column: what is beyond the basic plane stands in double quotes.
  const first = bestWidth + 1 - column;
  if (last <= first) return text;
  const pad = `\n${" ".repeat(indent)}`;
  let result = "";
  let from = 0;
  let at = text.indexOf(" ", Math.max(first, 1));
  while (at > 0 && at < last) {
    let next = at + 1;
    if (text.charCodeAt(next) !== 0x20 && text.charCodeAt(at - 1) !== 0x20) {
      result += text.slice(from, at) + pad;
      from = next;
      next = Math.max(next, from + bestWidth + 1 - indent);
    }
    at = text.indexOf(" ", next);
  }
  return result + text.slice(from);
}

/** Folds a text that may hold line and paragraph separators; the next line of each is indented. */
function foldedLines(text: string, column: number, indent: number): string {
  if (!/[\u2028\u2029]/.test(text)) return folded(text, column, indent);
  const [first = "", ...lines] = text.split(/(?<=[\u2028\u2029])/);
  const isEmpty = (line: string): boolean => isBreak(line.charCodeAt(0));
  const rest = lines.map((line) =>
    isEmpty(line) ? line : " ".repeat(indent) + folded(line, indent, indent),
  );
  return folded(first, column, indent) + rest.join("");
}

/** A fold before a space protects it with a backslash. */
function doubleQuoted(text: string, start: number, indent: number): string {
  // go-yaml looks for a byte order mark at the start of the text instead of at the character at hand.
  if (text.charCodeAt(0) === 0xfeff)
    return `"${[...text].map((c) => escapeOf(c.codePointAt(0) as number)).join("")}"`;
  const last = text.length - 1;
  let result = '"';
  let from = 0;
  // The column of the character at hand is its offset plus this.
  let shift = start + 1;
  for (let i = 0; i <= last; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x20) {
      if (i + shift <= bestWidth || i === 0 || i === last || text.charCodeAt(i - 1) === 0x20) continue;
      const guard = text.charCodeAt(i + 1) === 0x20 ? "\\" : "";
      result += `${text.slice(from, i)}\n${" ".repeat(indent)}${guard}`;
      from = i + 1;
      shift = indent + guard.length - from;
    } else if (needsEscape(c)) {
      const code = text.codePointAt(i) as number;
      const escaped = escapeOf(code);
      result += text.slice(from, i) + escaped;
      if (code > 0xffff) i++;
      from = i + 1;
      shift += escaped.length - (code > 0xffff ? 2 : 1);
    }
  }
  return `${result}${text.slice(from)}"`;
}

function needsEscape(c: number): boolean {
  return c === 0x22 || c === 0x5c || !isPrintable(c) || isBreak(c);
}

const escapes: ReadonlyMap<number, string> = new Map([
  [0x00, "\\0"],
  [0x07, "\\a"],
  [0x08, "\\b"],
  [0x09, "\\t"],
  [0x0a, "\\n"],
  [0x0b, "\\v"],
  [0x0c, "\\f"],
  [0x0d, "\\r"],
  [0x1b, "\\e"],
  [0x22, '\\"'],
  [0x5c, "\\\\"],
  [0x85, "\\N"],
  [0xa0, "\\_"],
  [0x2028, "\\L"],
  [0x2029, "\\P"],
]);

function escapeOf(code: number): string {
  const known = escapes.get(code);
  if (known !== undefined) return known;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/** A literal block, with the hints that its first and last lines need. */
function literalBlock(text: string, indent: number): string {
  const pad = " ".repeat(indent);
  const hint = text.charCodeAt(0) === 0x20 || isBreak(text.charCodeAt(0)) ? "2" : "";
  let result = `|${hint}${chomping(text)}\n`;
  if (/[\u2028\u2029]/.test(text))
    return result + text.replace(/(?<=^|[\n\u2028\u2029])(?=[^\n\u2028\u2029])/g, pad);
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const line = end < 0 ? text.slice(from) : text.slice(from, end + 1);
    result += end === from ? line : pad + line;
    from += line.length;
  }
  return result;
}

function chomping(text: string): string {
  const last = text.length - 1;
  if (!isBreak(text.charCodeAt(last))) return "-";
  return last === 0 || isBreak(text.charCodeAt(last - 1)) ? "+" : "";
}
