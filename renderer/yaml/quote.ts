// Which form a text gets in the output: plain where it reads back as the same text, else quoted or a literal block.
// Source: go-yaml v2 emitterc.go (analyze_scalar, select_scalar_style), encode.go (stringv)
import { resolveTagV2 } from "./scalar.ts";

export type OutputStyle = "plain" | "single" | "double" | "literal";

/** The style in which a string is printed; `isNumeric` texts and the like must be quoted to stay strings. */
export function outputStyle(text: string): OutputStyle {
  const shape = analyze(text);
  if (hasNewline(shape)) {
    return (shape & (special | trailingSpace | spaceBeforeBreak)) === 0 ? "literal" : "double";
  }
  if (wouldNotBeString(text)) return "double";
  if (shape === 0) return "plain";
  return (shape & (special | spaceBeforeBreak | breakBeforeSpace)) === 0 ? "single" : "double";
}

/** True when the text has a line break of any kind: such a key needs the explicit form. */
export function isMultiline(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isBreak(text.charCodeAt(i))) return true;
  return false;
}

export function isBreak(c: number): boolean {
  return c === 0x0a || c === 0x0d || c === 0x2028 || c === 0x2029 || c === 0x85;
}

/** What go-yaml v2 prints unescaped; everything beyond the basic plane is not. */
export function isPrintable(c: number): boolean {
  if (c < 0x7f) return c >= 0x20 || c === 0x0a;
  return c >= 0xa0 && (c < 0xd800 || (c >= 0xe000 && c <= 0xfffd && c !== 0xfeff));
}

const newline = 1;
const special = 2;
const trailingSpace = 4;
const spaceBeforeBreak = 8;
const breakBeforeSpace = 16;
/** Anything else that a plain scalar must not have. */
const notPlain = 32;

function hasNewline(shape: number): boolean {
  return (shape & newline) !== 0;
}

/** The traits of a text, as bits; 0 when nothing speaks against a plain scalar. */
function analyze(text: string): number {
  const { length } = text;
  let shape = length > 0 ? firstCharacter(text) : 0;
  let previous = 0x20;
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80 && classes[c] === 0) {
      previous = c;
      continue;
    }
    if (c === 0x20) {
      if (isBreak(previous)) shape |= breakBeforeSpace;
    } else if (c === 0x3a) {
      if (isBlankOrEnd(text, i + 1)) shape |= notPlain;
    } else if (c === 0x23) {
      if (previous === 0x20 || previous === 0x09 || isBreak(previous)) shape |= notPlain;
    } else {
      if (!isPrintable(c)) shape |= special;
      if (isBreak(c)) {
        shape |= c === 0x0a ? newline | notPlain : notPlain;
        if (previous === 0x20 && i > 0) shape |= spaceBeforeBreak;
      }
    }
    previous = c;
  }
  if (previous === 0x20 && length > 0) shape |= trailingSpace;
  return shape;
}

/** The ASCII characters that need a look: 0 for all that may stand anywhere. */
const classes = new Uint8Array(0x80);
for (let c = 0; c < 0x80; c++) {
  if (!isPrintable(c) || c === 0x0a || c === 0x20 || c === 0x3a || c === 0x23) classes[c] = 1;
}

function firstCharacter(text: string): number {
  const c = text.charCodeAt(0);
  switch (c) {
    case 0x20: // space
    case 0x23: // #
    case 0x2c: // ,
    case 0x5b: // [
    case 0x5d: // ]
    case 0x7b: // {
    case 0x7d: // }
    case 0x26: // &
    case 0x2a: // *
    case 0x21: // !
    case 0x7c: // |
    case 0x3e: // >
    case 0x27: // '
    case 0x22: // "
    case 0x25: // %
    case 0x40: // @
    case 0x60: // `
      return notPlain;
    case 0x3f: // ?
    case 0x3a: // :
      return isBlankOrEnd(text, 1) ? notPlain : 0;
    case 0x2d: // -
      return isBlankOrEnd(text, 1) || text.startsWith("---") ? notPlain : 0;
    case 0x2e: // .
      return text.startsWith("...") ? notPlain : 0;
    default:
      return 0;
  }
}

function isBlankOrEnd(text: string, i: number): boolean {
  if (i >= text.length) return true;
  const c = text.charCodeAt(i);
  return c === 0x20 || c === 0x09;
}

/** True for texts that read as something other than a string when they stand plain, by YAML 1.1's rules. */
function wouldNotBeString(text: string): boolean {
  switch (hints.charCodeAt(text.charCodeAt(0) & 0x7f)) {
    case 0x30: // digit or sign
      return resolveTagV2(text) !== "str" || isBase60(text);
    case 0x6d: // a word
      return text.length <= longestWord && resolveTagV2(text) !== "str";
    default:
      return text.length === 0;
  }
}

const longestWord = "False".length;

/** Per first character: 0 numbers may begin so, m words may. */
const hints = Array.from({ length: 0x80 }, (_, c) => {
  const character = String.fromCharCode(c);
  if ("+-0123456789.".includes(character)) return "0";
  return "yYnNtTfFoO~".includes(character) ? "m" : " ";
}).join("");

/** Sexagesimal numbers: no reader of today takes 12:30 for 750, but older ones do. */
function isBase60(text: string): boolean {
  return text.includes(":") && /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text);
}
