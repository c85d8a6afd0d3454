// The style that go-yaml v3 gives a string. It does not show in the output, but a value that replaces a quoted one
// stays quoted, so it decides whether a later `5` is a number.
// Source: go-yaml v3 encode.go (stringv) and emitterc.go (analyze_scalar, select_scalar_style)
import { doubleQuoted } from "./double-quoted.ts";
import type { ScalarStyle, ScalarTag } from "./node.ts";
import { resolveTag } from "./scalar.ts";

/** How a string is written as a value in a block. */
export function encodedStyle(text: string): ScalarStyle {
  const traits = traitsOf(text);
  if (text.includes("\n")) return traits.literal ? "literal" : "double";
  if (wouldNotBeString(text)) return "double";
  if (traits.plain) return "plain";
  return traits.single ? "single" : "double";
}

/** A string of one line as it is written as a value in a block. */
export function encodedText(text: string): string {
  switch (encodedStyle(text)) {
    case "plain":
      return text === "" ? '""' : text;
    case "single":
      return `'${text.replaceAll("'", "''")}'`;
    default:
      return `"${doubleQuoted(text)}"`;
  }
}

/** Which styles a text can be written in; double quotes always do. */
export interface StyleTraits {
  /** Plain between the brackets of a flow collection. */
  readonly flowPlain: boolean;
  readonly plain: boolean;
  readonly single: boolean;
  readonly literal: boolean;
  readonly multiline: boolean;
}

const allStyles: StyleTraits = {
  flowPlain: true,
  plain: true,
  single: true,
  literal: true,
  multiline: false,
};
const emptyText: StyleTraits = {
  flowPlain: false,
  plain: true,
  single: true,
  literal: false,
  multiline: false,
};

export function traitsOf(text: string): StyleTraits {
  if (text === "") return emptyText;
  if (isWord(text)) return allStyles;
  const edge = /^[ \n\r\u0085\u2028\u2029]|[ \n\r\u0085\u2028\u2029]$/.test(text);
  const multiline = /[\n\r\u0085\u2028\u2029]/.test(text);
  const breakThenSpace = /[\n\r\u0085\u2028\u2029] /.test(text);
  const unprintable = / [\n\r\u0085\u2028\u2029]/.test(text) || strange.test(text);
  const block = blockIndicator.test(text);
  const single = !breakThenSpace && !unprintable && !text.includes("\t");
  const plain = single && !edge && !multiline && !block;
  return {
    flowPlain: plain && !flowIndicator.test(text),
    plain,
    single,
    literal: !unprintable && !text.endsWith(" "),
    multiline,
  };
}

/** Most strings: letters first, then nothing that could mean anything else. */
function isWord(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i) | 0x20;
    if (c >= 0x61 && c <= 0x7a) continue;
    const d = text.charCodeAt(i);
    if (i > 0 && ((d >= 0x2d && d <= 0x39) || d === 0x5f)) continue; // - . / digits _
    return false;
  }
  return true;
}

// Control characters but tab and line feed, byte order marks, and everything beyond the basic plane.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const strange = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufeff\ufffe\uffff]/;
const blockIndicator =
  /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?:[ \t]|$))|:(?:[ \t]|$)|[ \t\r\n\u0085\u2028\u2029]#/;
const flowIndicator = /[,?[\]{}:]/;

const oldBooleans = /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/;
const base60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;

/** The type that go-yaml v3 expects a plain text to be read with. It does not think of `<<`, which a reader merges. */
export function expectedTag(text: string): ScalarTag {
  return text === "<<" ? "str" : resolveTag(text);
}

function wouldNotBeString(text: string): boolean {
  return expectedTag(text) !== "str" || oldBooleans.test(text) || base60.test(text);
}
