// Characters that are no YAML, and the line breaks that only YAML 1.1 knows. Few texts have either, and a text that has
// none of them is read as it stands.
// Source: go-yaml v3 readerc.go, yaml_parser_update_buffer; yamlprivateh.go, is_break
import type { Collector } from "../../diagnostics/collector.ts";
import type { SourceFile } from "../../diagnostics/location.ts";

/** What the fast reader does not know: these, lone surrogates, and byte order marks inside a text. */
const unusual =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const refused = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
/** A carriage return by itself, and the next-line character: the reader sees a line feed. */
const otherBreaks = /\r(?!\n)|\u0085/g;
const separators = /[\u2028\u2029]/;

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Readable {
  /** The source itself, or the same with line feeds for other line breaks, at the same offsets. */
  readonly source: SourceFile;
  /** Whether the fast reader knows all characters. */
  readonly isUsual: boolean;
}

const withLineFeeds = new WeakMap<SourceFile, SourceFile>();

/** Looks through a text, once. Halts at a character that is no YAML. */
export function toReadable(source: SourceFile, span: Span, collector: Collector): Readable {
  if (indexIn(unusual, source.text, span) < 0) return { source, isUsual: true };
  const at = indexIn(refused, source.text, span);
  if (at >= 0) haltAtControl(source, at, collector);
  if (indexIn(otherBreaks, source.text, span) < 0) return { source, isUsual: false };
  const readable = withLineFeeds.get(source) ?? {
    ...source,
    text: source.text.replace(otherBreaks, "\n"),
  };
  withLineFeeds.set(source, readable);
  return { source: readable, isUsual: indexIn(unusual, readable.text, span) < 0 };
}

function haltAtControl(source: SourceFile, at: number, collector: Collector): never {
  const code = source.text.charCodeAt(at).toString(16).toUpperCase();
  const written = code.length > 2 ? `\\u${code}` : `\\x${code.padStart(2, "0")}`;
  return collector.halt("yaml/syntax", `the character U+${code.padStart(4, "0")} is not allowed`, {
    at: { source, at, end: at + 1 },
    help: `remove it, or write \`${written}\` in double quotes`,
  });
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
  for (let at = indexIn(separators, text, piece); at >= 0; ) {
    const isLast = /^[\u2028\u2029][ \t]*\n/.test(text.slice(at, piece.end));
    const kept = isLast ? texts.literal : texts.quoted;
    if (!isInside(at, kept)) {
      collector.halt("yaml/syntax", "this separator breaks the line for kustomize", {
        at: { source, at, end: at + 1 },
        help: "remove it, or write `\\L` (U+2028) or `\\P` (U+2029) in double quotes",
      });
    }
    at = indexIn(separators, text, { start: at + 1, end: piece.end });
  }
}

/** @param spans  in their order */
function isInside(at: number, spans: readonly Span[]): boolean {
  let low = 0;
  for (let high = spans.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return at < (spans[low - 1]?.end ?? 0);
}

export interface KeptTexts {
  readonly quoted: readonly Span[];
  readonly literal: readonly Span[];
}

/** A quoted text as kustomize reads it: without the blanks at the separators. */
export function withoutBlanksAtSeparators(text: string): string {
  return text.replace(/[ \t]*([\u2028\u2029])[ \t]*/g, "$1");
}

function indexIn(pattern: RegExp, text: string, { start, end }: Span): number {
  const found = (start === 0 && end === text.length ? text : text.slice(start, end)).search(pattern);
  return found < 0 ? -1 : start + found;
}
