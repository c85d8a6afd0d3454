// Which form a text gets in the output: plain where it reads back as the same text, else quoted or a literal block.
// Source: go-yaml v2 emitterc.go (analyze_scalar, select_scalar_style), encode.go (stringv)
import { resolveTagV2 } from "./scalar.ts";

export type OutputStyle = "plain" | "single" | "double" | "literal";

/** What a text has that its form depends on: bits, 0 for a text that may stand plain as far as its characters go. */
export type Traits = number;

const hasNewline = 1;
/** Unprintable characters, and all beyond the basic plane. */
const hasSpecial = 2;
const endsWithSpace = 4;
const hasSpaceBeforeBreak = 8;
const hasSpaceAfterBreak = 16;
/** A line break other than \n that is printable. */
const hasSeparator = 32;
/** An indicator or a blank at a place where a plain text cannot have it. */
const hasIndicator = 64;

/** The style of a string with these traits; strings that would read as a number or the like are quoted. */
export function outputStyle(text: string, traits: Traits): OutputStyle {
  if ((traits & hasNewline) !== 0) {
    return (traits & (hasSpecial | endsWithSpace | hasSpaceBeforeBreak)) === 0 ? "literal" : "double";
  }
  if (wouldNotBeString(text)) return "double";
  if (traits === 0) return "plain";
  return (traits & (hasSpecial | hasSpaceBeforeBreak | hasSpaceAfterBreak)) === 0 ? "single" : "double";
}

/** True when a key with these traits cannot stand on one line with its colon. */
export function isMultiline(text: string, traits: Traits): boolean {
  return (traits & (hasNewline | hasSeparator)) !== 0 || (isSpecial(traits) && text.includes("\r"));
}

export function isSpecial(traits: Traits): boolean {
  return (traits & hasSpecial) !== 0;
}

export function isBreak(c: number): boolean {
  return c === 0x0a || c === 0x0d || c === 0x2028 || c === 0x2029 || c === 0x85;
}

/** What go-yaml v2 prints unescaped; everything beyond the basic plane is not. */
export function isPrintable(c: number): boolean {
  if (c < 0x7f) return c >= 0x20 || c === 0x0a;
  return c >= 0xa0 && (c < 0xd800 || (c >= 0xe000 && c <= 0xfffd && c !== 0xfeff));
}

/** With regular expressions, which run fast from the start: V8 compiles a loop only after a while. */
export function traitsOf(text: string): Traits {
  if (isOrdinary.test(text) && !text.includes(": ")) return 0;
  let traits = special.test(text) ? hasSpecial : 0;
  if (indicator.test(text)) traits |= hasIndicator;
  if (text.endsWith(" ")) traits |= endsWithSpace;
  if (!lineBreak.test(text)) return traits;
  if (text.includes("\n")) traits |= hasNewline;
  if (separator.test(text)) traits |= hasSeparator;
  if (spaceBeforeBreak.test(text)) traits |= hasSpaceBeforeBreak;
  if (spaceAfterBreak.test(text)) traits |= hasSpaceAfterBreak;
  return traits;
}

/** Has no traits, as most texts have none, if there is no `: ` in it. */
const isOrdinary = /^[A-Za-z0-9_/$(](?:[ -"$-~]*[!"$-9;-~])?$/;
/** What is not printable, by its code unit: half of a pair is not. */
const special = /[^\n -~\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
/** Behind `#` no text goes on, nor does it behind `:` and a blank; the others are indicators where a text begins. */
const indicator =
  /^[ #,[\]{}&*!|>'"%@`]|^(?:[?:-](?:[ \t]|$)|---|\.\.\.)|:(?:[ \t]|$)|[ \t\n\r\x85\u2028\u2029]#/;
const lineBreak = /[\n\r\x85\u2028\u2029]/;
const separator = /[\u2028\u2029]/;
const spaceBeforeBreak = / [\n\r\x85\u2028\u2029]/;
const spaceAfterBreak = /[\n\r\x85\u2028\u2029] /;

/** True for texts that read as something other than a string when they stand plain, by YAML 1.1's rules. */
function wouldNotBeString(text: string): boolean {
  const c = text.charCodeAt(0);
  if (c >= 0x80) return false;
  switch (hints[c]) {
    case 1:
      return resolveTagV2(text) !== "str" || isBase60(text);
    case 2:
      return text.length <= longestWord && resolveTagV2(text) !== "str";
    default:
      return text.length === 0;
  }
}

const longestWord = "False".length;

/** Per first character: 1 for those that begin numbers, 2 for those that begin words. */
const hints = new Uint8Array(0x80);
for (const c of "+-0123456789.") hints[c.charCodeAt(0)] = 1;
for (const c of "yYnNtTfFoO~") hints[c.charCodeAt(0)] = 2;

/** Sexagesimal numbers: no reader of today takes 12:30 for 750, but older ones do. */
function isBase60(text: string): boolean {
  return text.includes(":") && /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text);
}
