// The four forms of a text, folded at the best width where the form allows it.
// Source: go-yaml v2 emitterc.go, yaml_emitter_write_*_scalar
import { isBreak, isPrintable } from "../quote.ts";

const bestWidth = 80;

/** A plain text; folds at a space behind the best width, unless another space follows. */
export function foldPlain(text: string, column: number, indent: number): string {
  if (column + text.length <= bestWidth) return text;
  return fold(text, column, indent, (i) => text[i + 1] !== " ");
}

/** A text in single quotes. */
export function foldSingle(text: string, column: number, indent: number): string {
  const isInside = (i: number): boolean => i > 0 && i < text.length - 1 && text[i + 1] !== " ";
  if (!text.includes("'")) {
    return column + text.length < bestWidth ? `'${text}'` : `'${fold(text, column + 1, indent, isInside)}'`;
  }
  return `'${fold(text, column + 1, indent, isInside, "'")}'`;
}

function fold(
  text: string,
  start: number,
  indent: number,
  mayBreak: (i: number) => boolean,
  doubled?: string,
): string {
  let result = "";
  let column = start;
  let from = 0;
  let afterSpace = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x20 && !afterSpace && column > bestWidth && mayBreak(i)) {
      result += `${text.slice(from, i)}\n${" ".repeat(indent)}`;
      column = indent;
      from = i + 1;
      afterSpace = true;
      continue;
    }
    afterSpace = c === 0x20;
    if (doubled && text[i] === doubled) {
      result += text.slice(from, i) + doubled;
      from = i;
      column++;
    }
    if (c < 0xdc00 || c > 0xdfff) column++;
  }
  return result + text.slice(from);
}

const escapes: Readonly<Record<number, string>> = {
  0: "\\0",
  7: "\\a",
  8: "\\b",
  9: "\\t",
  10: "\\n",
  11: "\\v",
  12: "\\f",
  13: "\\r",
  27: "\\e",
  34: '\\"',
  92: "\\\\",
  133: "\\N",
  160: "\\_",
  8232: "\\L",
  8233: "\\P",
};

/** A text in double quotes; a fold before a space protects it with a backslash. */
export function foldDouble(text: string, start: number, indent: number): string {
  let result = '"';
  let column = start + 1;
  let afterSpace = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    if (code === 0x20) {
      if (!afterSpace && column > bestWidth && i > 0 && i < text.length - 1) {
        const guard = text[i + 1] === " " ? "\\" : "";
        result += `\n${" ".repeat(indent)}${guard}`;
        column = indent + guard.length;
      } else {
        result += " ";
        column++;
      }
      afterSpace = true;
      continue;
    }
    const shown =
      isPrintable(code) && !isBreak(code) && code !== 0x22 && code !== 0x5c ? text[i] : escapeOf(code);
    result += shown;
    column += shown?.length ?? 0;
    afterSpace = false;
    if (code > 0xffff) i++;
  }
  return `${result}"`;
}

function escapeOf(code: number): string {
  const known = escapes[code];
  if (known) return known;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/** A literal block, with the hints that its first and last lines need. */
export function literalBlock(text: string, indent: number): string {
  const hint = text.startsWith(" ") || isBreak(text.charCodeAt(0)) ? "2" : "";
  const pad = " ".repeat(indent);
  let body = "";
  let from = 0;
  let atLineStart = true;
  for (let i = 0; i < text.length; i++) {
    if (!isBreak(text.charCodeAt(i))) {
      if (atLineStart) body += pad;
      atLineStart = false;
      continue;
    }
    body += `${text.slice(from, i)}\n`;
    from = i + 1;
    atLineStart = true;
  }
  const header = `|${hint}${chomping(text)}\n`;
  return (header + body + text.slice(from)).replace(/\n$/, "");
}

function chomping(text: string): string {
  const last = text.length - 1;
  if (!isBreak(text.charCodeAt(last))) return "-";
  return last === 0 || isBreak(text.charCodeAt(last - 1)) ? "+" : "";
}
