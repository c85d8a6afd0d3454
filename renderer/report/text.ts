// Diagnostics for people: what, where, the line itself, what led to it, and the way out.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { positionOf } from "../diagnostics/location.ts";
import { codeFrame } from "./frame.ts";
import type { Style } from "./style.ts";

/** Most diagnostics that are printed in full; the rest is counted. */
const printedAtMost = 100;

/** The report of a run; empty when there is nothing to say. */
export function textReport(diagnostics: readonly Diagnostic[], style: Style): string {
  if (diagnostics.length === 0) return "";
  const blocks = diagnostics.slice(0, printedAtMost).map((found) => block(found, style));
  const more = diagnostics.length - printedAtMost;
  if (more > 0) blocks.push(`… and ${more} more`);
  blocks.push(summary(diagnostics));
  return `${blocks.join("\n\n")}\n`;
}

function block(found: Diagnostic, style: Style): string {
  const paint = found.severity === "error" ? style.error : style.warning;
  const lines = [`${paint(found.severity)} ${style.faint(found.code)} ${style.strong(found.message)}`];
  if (found.at) {
    const { path, line, column } = positionOf(found.at);
    lines.push(`  ${path}:${line}:${column}`, ...codeFrame(found.at, style));
  }
  for (const note of found.notes) {
    const where = note.at ? positionOf(note.at) : undefined;
    const place = where ? `${where.path}:${where.line}:${where.column} ` : "";
    lines.push(`  ${style.note("note:")} ${place}${note.message}`);
  }
  if (found.help) lines.push(`  ${style.note("help:")} ${found.help}`);
  return lines.join("\n");
}

function summary(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: string): number =>
    diagnostics.filter((found) => found.severity === severity).length;
  const parts = [
    [count("error"), "error"] as const,
    [count("warning"), "warning"] as const,
    [count("info"), "remark"] as const,
  ];
  return parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}${number === 1 ? "" : "s"}`)
    .join(", ");
}
