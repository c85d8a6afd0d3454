// The line of source that a diagnostic is about, with a caret below what is meant.
import { inFile, lineAndColumn, lineStartsOf, type Place } from "../diagnostics/location.ts";
import { visible } from "./printable.ts";
import type { Style } from "./style.ts";

/** Widest excerpt that is shown, in characters. */
const excerptWidth = 66;

/** The frame's lines; none when the file is empty or the place lies beyond it. */
export function codeFrame(place: Place, style: Style): readonly string[] {
  const { source, at, end, isSecret } = inFile(place);
  const { line, column } = lineAndColumn(source, at);
  const text = lineText(source, line);
  if (text.trim() === "" || (isSecret ?? mayBeSecret(source, at))) return [];
  const gutter = String(line);
  const { shown, start } = excerpt(text, column - 1);
  const before = shown.slice(0, column - 1 - start);
  const length = Math.max(
    1,
    Math.min(
      spanLength(text, column - 1, end === undefined ? undefined : end - at),
      shown.length - before.length,
    ),
  );
  // Tabs stay tabs under tabs, so that the caret stands where the terminal puts the text.
  const lead = before.replace(/[^\t]/g, " ").length === before.length ? padding(before) : before;
  return [
    `  ${style.faint(`${gutter} │`)} ${visible(shown)}`,
    `  ${style.faint(`${" ".repeat(gutter.length)} │`)} ${lead}${style.error("^".repeat(width(shown, before.length, length)))}`,
  ];
}

// A report goes to terminals and logs; a line that may hold a secret is named there, not shown.
function mayBeSecret({ path, text }: Place["source"], at: number): boolean {
  if (/^\s*(- )?["']?kind["']?:\s*["']?Secret\b/m.test(text)) return true;
  const section = [...text.slice(0, at).matchAll(/^["'{]*(\w+)["']?:/gm)].at(-1)?.[1];
  return section === "secretGenerator" || !/\.(ya?ml|json)$|(^|\/)Kustomization$/.test(path);
}

function lineText(source: { readonly text: string }, line: number): string {
  const starts = lineStartsOf(source as Place["source"]);
  const start = starts[line - 1] ?? 0;
  const next = starts[line];
  return source.text.slice(start, next === undefined ? undefined : next - 1).replace(/\r$/, "");
}

// The caret covers the word at the place when no end was given.
function spanLength(text: string, from: number, given: number | undefined): number {
  if (given !== undefined) return given;
  const rest = text.slice(from);
  const quoted = /^(["'])(?:(?!\1).)*\1/.exec(rest);
  return (quoted ?? /^[^\s:,[\]{}#]+/.exec(rest))?.[0].length ?? 1;
}

function excerpt(text: string, column: number): { shown: string; start: number } {
  if (text.length <= excerptWidth) return { shown: text, start: 0 };
  const start = Math.max(0, Math.min(column - 20, text.length - excerptWidth));
  return { shown: text.slice(start, start + excerptWidth), start };
}

function padding(before: string): string {
  let result = "";
  for (const character of before) result += character === "\t" ? "\t" : " ".repeat(columns(character));
  return result;
}

function width(shown: string, from: number, length: number): number {
  let result = 0;
  for (const character of shown.slice(from, from + length)) result += columns(character);
  return Math.max(1, result);
}

// East Asian wide characters and emoji take two columns in a terminal.
function columns(character: string): number {
  return /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u.test(
    character,
  )
    ? 2
    : 1;
}
