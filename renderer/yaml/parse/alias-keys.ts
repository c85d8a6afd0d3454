// Keys that are aliases. To YAML 1.2 and the `yaml` package the colon of `*name: value` belongs to the name; to go-yaml
// a name is letters, digits, `-` and `_`, so it ends before the colon.
import type * as yaml from "yaml";

export interface SpacedText {
  /** With a space behind the name, as YAML 1.2 has it. */
  readonly text: string;
  /** From an offset in this text to the one in the text as it was. */
  readonly offsetOf: (offset: number) => number;
}

/** Source: go-yaml v3 scannerc.go, yaml_parser_scan_anchor */
export function isAnchorName(name: string): boolean {
  return /^[\w-]+$/.test(name);
}

const aliasKey = /^\*[\w-]+:$/;

export function spaceAliasKeys(text: string, { Lexer }: Pick<typeof yaml, "Lexer">): SpacedText {
  const colons = /\*[\w-]+:\s/.test(text) ? colonsOf(new Lexer().lex(text)) : [];
  if (colons.length === 0) return { text, offsetOf: (offset) => offset };
  const starts = [0, ...colons];
  return {
    text: starts.map((start, i) => text.slice(start, starts[i + 1])).join(" "),
    offsetOf: (offset) => offset - colons.filter((colon, before) => colon + before < offset).length,
  };
}

/** The offsets of the colons; only the lexer tells an alias from what looks like one in a text. */
function colonsOf(lexemes: Iterable<string>): readonly number[] {
  const colons: number[] = [];
  let offset = 0;
  for (const lexeme of lexemes) {
    // What the lexer says about the document and about scalars stands in no text.
    if (isMark(lexeme)) continue;
    offset += lexeme.length;
    if (aliasKey.test(lexeme)) colons.push(offset - 1);
  }
  return colons;
}

function isMark(lexeme: string): boolean {
  return lexeme === "\x02" || lexeme === "\x1f" || lexeme === "\x18";
}
