// Characters that are no YAML, and the line breaks that only YAML 1.1 knows. Few texts have either, and a text that has
// none of them is read as it stands.
// Source: go-yaml v3 readerc.go, yaml_parser_update_buffer; yamlprivateh.go, is_break
import type { Collector } from "../../diagnostics/collector.ts";
import type { SourceFile } from "../../diagnostics/location.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unusual = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\r(?!\n)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const refused = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g;
/** A carriage return by itself, and the next-line character: the reader sees a line feed. */
const otherBreaks = /\r(?!\n)|\u0085/g;
const separators = /[\u2028\u2029]/g;

const normalized = new WeakMap<SourceFile, SourceFile>();

/**
 * The source with line feeds for all line breaks between two offsets but the two separators of Unicode, which stay;
 * offsets stay, too. Halts at a character that is no YAML.
 */
export function withLineFeeds(
  source: SourceFile,
  start: number,
  end: number,
  collector: Collector,
): SourceFile {
  if (indexIn(unusual, source.text, start, end) < 0) return source;
  const at = indexIn(refused, source.text, start, end);
  if (at >= 0) {
    const code = (source.text.codePointAt(at) ?? 0).toString(16).padStart(2, "0");
    collector.halt(
      "yaml/syntax",
      `the control character U+${code.padStart(4, "0").toUpperCase()} is not allowed`,
      {
        at: { source, at, end: at + 1 },
        help: `remove it, or write \`\\${code.length > 2 ? "u" : "x"}${code}\` in double quotes`,
      },
    );
  }
  if (indexIn(otherBreaks, source.text, start, end) < 0) return source;
  const known = normalized.get(source);
  if (known) return known;
  const made = { ...source, text: source.text.replace(otherBreaks, "\n") };
  normalized.set(source, made);
  return made;
}

/**
 * kustomize breaks lines at the two separators, and texts keep them. Here they may stand in quotes, and in a literal
 * block at the end of a line.
 */
export function checkSeparators(
  source: SourceFile,
  piece: Span,
  texts: KeptTexts,
  collector: Collector,
): void {
  const { text } = source;
  for (let at = indexIn(separators, text, piece.start, piece.end); at >= 0; ) {
    const isLast = /^[\u2028\u2029][ \t]*\n/.test(text.slice(at, piece.end));
    const kept = isLast ? texts.literal : texts.quoted;
    if (!kept.some(({ start, end }) => start <= at && at < end)) {
      collector.halt("yaml/syntax", "this separator breaks the line for kustomize", {
        at: { source, at, end: at + 1 },
        help: "remove it, or write `\\L` (U+2028) or `\\P` (U+2029) in double quotes",
      });
    }
    at = indexIn(separators, text, at + 1, piece.end);
  }
}

export interface KeptTexts {
  readonly quoted: readonly Span[];
  readonly literal: readonly Span[];
}

/** A quoted text as kustomize reads it: without the blanks at the separators. */
export function withoutBlanksAtSeparators(text: string): string {
  return text.replace(/[ \t]*([\u2028\u2029])[ \t]*/g, "$1");
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function hasSeparators(text: string, { start, end }: Span): boolean {
  return indexIn(separators, text, start, end) >= 0;
}

function indexIn(pattern: RegExp, text: string, start: number, end: number): number {
  // A search of the whole text for each of its documents would be quadratic.
  const at = text.slice(start, end).search(pattern);
  return at < 0 ? -1 : start + at;
}
