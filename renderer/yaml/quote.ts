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

/** Looks at every character of a text once. */
export function traitsOf(text: string): Traits {
  if (isOrdinary.test(text)) return 0;
  const { length } = text;
  if (length === 0) return 0;
  let traits = beginsWithIndicator(text) ? hasIndicator : 0;
  let previous = 0x20;
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x80 || classes[c] !== 0) traits |= traitsAt(text, i, c, previous);
    previous = c;
  }
  if (previous === 0x20) traits |= endsWithSpace;
  return traits;
}

/** A text of ordinary characters, as most are. V8 compiles it before it compiles the loop above. */
const isOrdinary = /^[A-Za-z0-9_/$(](?:[ -"$-9;-~]*[!"$-9;-~])?$/;

/** The ASCII characters that need a look: 0 for all that may stand anywhere. */
const classes = new Uint8Array(0x80);
for (let c = 0; c < 0x80; c++) {
  if (!isPrintable(c) || c === 0x0a || c === 0x20 || c === 0x3a || c === 0x23) classes[c] = 1;
}

function traitsAt(text: string, i: number, c: number, previous: number): Traits {
  switch (c) {
    case 0x20:
      return isBreak(previous) ? hasSpaceAfterBreak : 0;
    case 0x3a: // :
      return isBlankOrEnd(text, i + 1) ? hasIndicator : 0;
    case 0x23: // #
      return previous === 0x20 || previous === 0x09 || isBreak(previous) ? hasIndicator : 0;
  }
  let traits = isPrintable(c) ? 0 : hasSpecial;
  if (isBreak(c)) {
    if (c === 0x0a) traits |= hasNewline;
    else if (isPrintable(c)) traits |= hasSeparator;
    if (previous === 0x20 && i > 0) traits |= hasSpaceBeforeBreak;
  }
  return traits;
}

function beginsWithIndicator(text: string): boolean {
  const c = text.charCodeAt(0);
  if (c >= 0x80 || beginnings[c] === 0) return false;
  if (beginnings[c] === 1) return true;
  if (c === 0x2e) return text.startsWith("...");
  return isBlankOrEnd(text, 1) || text.startsWith("---");
}

/** Per first character: 1 for what never begins a plain text, 2 for what depends on the next ones. */
const beginnings = new Uint8Array(0x80);
for (const c of " #,[]{}&*!|>'\"%@`") beginnings[c.charCodeAt(0)] = 1;
for (const c of "?:-.") beginnings[c.charCodeAt(0)] = 2;

function isBlankOrEnd(text: string, i: number): boolean {
  if (i >= text.length) return true;
  const c = text.charCodeAt(i);
  return c === 0x20 || c === 0x09;
}

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
