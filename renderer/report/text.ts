// Diagnostics for people: what, where, the line itself, what led to it, and the way out.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Place, positionOf } from "../diagnostics/location.ts";
import { codeFrame } from "./frame.ts";
import { oneLine, withoutCommands } from "./printable.ts";
import type { Style } from "./style.ts";
import { countsOf, countText, findingsOf, plural, type Report } from "./summary.ts";

/** Most findings, and most other places of one, that are printed; the rest is counted. */
const printedAtMost = 100;
const placesAtMost = 20;

/** The report of a validation: what was found, and a line for every overlay. */
export function validationText(report: Report, style: Style): string {
  const { diagnostics, overlays, uncounted, known } = report;
  const found = textReport(diagnostics, style);
  const width = Math.max(...overlays.map(({ directory }) => oneLine(directory).length), 0);
  const lines = overlays.map(({ directory, objects, excused, failed }) => {
    const counts = countText(countsOf(findingsOf(directory, report)));
    const result = failed ? style.error("cannot be rendered") : counts === "" ? "clean" : counts;
    const also = excused > 0 ? style.faint(` (${excused} excused)`) : "";
    return `${oneLine(directory).padEnd(width)}  ${failed ? "" : `${plural(objects, "object")}, `}${result}${also}`;
  });
  for (const [code, count] of uncounted) lines.push(`${code}: ${count} more findings that are not shown`);
  if (known > 0) lines.push(`${plural(known, "finding")} of the baseline not shown`);
  return withoutCommands(`${found}${found === "" ? "" : "\n"}${lines.join("\n")}\n`);
}

/** The report of a run; empty when there is nothing to say. */
export function textReport(diagnostics: readonly Diagnostic[], style: Style): string {
  if (diagnostics.length === 0) return "";
  const groups = mostSevere(grouped(diagnostics));
  const blocks = groups.map((group) => block(group, style));
  const more = diagnostics.length - groups.reduce((sum, { also }) => sum + 1 + also.length, 0);
  if (more > 0) blocks.push(`… and ${more} more`);
  blocks.push(countText(countsOf(diagnostics)));
  return withoutCommands(`${blocks.join("\n\n")}\n`);
}

/** The same thing said of several places. */
interface Group {
  readonly found: Diagnostic;
  readonly also: Place[];
}

function grouped(diagnostics: readonly Diagnostic[]): readonly Group[] {
  const groups = new Map<unknown, Group>();
  for (const found of diagnostics) {
    const { code, severity, message, help, overlays, at, notes } = found;
    const isAlone = !at || notes.length > 0;
    const key = isAlone ? found : [code, severity, message, help, overlays].join("\0");
    const known = groups.get(key);
    if (known && at) known.also.push(at);
    else groups.set(key, { found, also: [] });
  }
  return [...groups.values()];
}

/** As many as are printed: where there are more, the most severe of them, in the order of the files still. */
function mostSevere(groups: readonly Group[]): readonly Group[] {
  if (groups.length <= printedAtMost) return groups;
  const chosen = new Set(
    (["error", "warning", "info"] as const)
      .flatMap((severity) => groups.filter(({ found }) => found.severity === severity))
      .slice(0, printedAtMost),
  );
  return groups.filter((group) => chosen.has(group));
}

function block({ found, also }: Group, style: Style): string {
  const paint = { error: style.error, warning: style.warning, info: style.note }[found.severity];
  const message = wrapped(oneLine(found.message), found.severity.length + found.code.length + 2, style);
  const lines = [
    `${paint(found.severity)} ${style.faint(found.code)} ${message.map(style.strong).join("\n  ")}`,
  ];
  if (found.at) lines.push(`  ${placeText(found.at)}`, ...codeFrame(found.at, style));
  for (const note of found.notes) {
    const place = note.at ? `${placeText(note.at)} ` : "";
    lines.push(remark("note:", `${place}${oneLine(note.message)}`, style));
  }
  for (const at of also.slice(0, placesAtMost)) lines.push(`  ${style.note("also:")} ${placeText(at)}`);
  if (also.length > placesAtMost)
    lines.push(`  ${style.note("also:")} ${also.length - placesAtMost} more places`);
  if (found.overlays) lines.push(remark("in:", oneLine(found.overlays.join(", ")), style));
  if (found.help) lines.push(remark("help:", oneLine(found.help), style));
  return lines.join("\n");
}

function placeText(at: Place): string {
  const { path, line, column } = positionOf(at);
  return oneLine(`${path}:${line}:${column}`);
}

function remark(what: string, text: string, style: Style): string {
  return `  ${style.note(what)} ${wrapped(text, what.length + 3, style).join("\n    ")}`;
}

/** The lines of a text on a terminal, where `used` characters stand before the first and a few before the others. */
function wrapped(text: string, used: number, { columns }: Style): readonly string[] {
  if (columns === undefined || used + text.length <= columns) return [text];
  const lines: string[] = [];
  let line = "";
  let room = columns - used;
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
      room = columns - 4;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
