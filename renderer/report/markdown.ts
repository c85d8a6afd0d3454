// Markdown for a comment or a job summary: what fails first, bounded so that it is never refused.
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { positionOf } from "../diagnostics/location.ts";
import { oneLine } from "./printable.ts";
import { countsOf, countText, findingsOf, plural, type Report } from "./summary.ts";

/** A comment on GitHub holds 65,536 characters. */
const charactersAtMost = 60_000;

const order: readonly Severity[] = ["error", "warning", "info"];
const marks: Readonly<Record<Severity, string>> = { error: "❌", warning: "⚠️", info: "ℹ️" };

export function markdownReport(report: Report): string {
  const { diagnostics, overlays, uncounted } = report;
  const head = ["| overlay | objects | findings |", "| --- | ---: | --- |"];
  for (const { directory, objects, excused, failed } of overlays) {
    const counts = countText(countsOf(findingsOf(directory, report)));
    const result = failed ? "❌ cannot be rendered" : counts === "" ? "✅ clean" : counts;
    head.push(`| ${cell(directory)} | ${objects} | ${result}${excused > 0 ? ` (${excused} excused)` : ""} |`);
  }
  let result = `${head.join("\n")}\n`;
  const sorted = diagnostics.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  let shown = 0;
  for (const found of sorted) {
    const next = `\n${item(found)}`;
    if (result.length + next.length > charactersAtMost) break;
    result += next;
    shown++;
  }
  const hidden = diagnostics.length - shown + [...uncounted.values()].reduce((sum, count) => sum + count, 0);
  return hidden > 0
    ? `${result}\n… and ${plural(hidden, "more finding")}; \`gitops validate\` shows them.\n`
    : result;
}

function item(found: Diagnostic): string {
  const place = found.at ? positionOf(found.at) : undefined;
  const lines = [`${marks[found.severity]} **${plain(found.message)}** ${code(found.code)}`];
  const about = [
    place ? code(`${place.path}:${place.line}`) : undefined,
    found.object ? plain(found.object) : undefined,
    found.field ? code(found.field) : undefined,
  ].filter((part) => part !== undefined);
  if (about.length > 0) lines.push(`  ${about.join(" · ")}`);
  for (const note of found.notes) {
    const at = note.at ? positionOf(note.at) : undefined;
    lines.push(`  - ${at ? `${code(`${at.path}:${at.line}`)} ` : ""}${plain(note.message)}`);
  }
  if (found.help) lines.push(`  - help: ${plain(found.help)}`);
  return `- ${lines.join("\n")}\n`;
}

function code(text: string): string {
  return `\`${oneLine(text).replaceAll("`", "'")}\``;
}

/** In a table, where a bar ends the cell even in code. */
function cell(text: string): string {
  return code(text).replaceAll("|", "\\|");
}

// What messages quote between backticks is shown as it is. Everywhere else mentions and markup in names must not come alive.
// Two backticks would begin code that ends only at two others.
function plain(text: string): string {
  const quoted = oneLine(text).replace(/``+/g, "''");
  return quoted.replace(/`[^`]+`|[\\`*_<>[\]|@#]/g, (part) =>
    part.length > 1 ? part : part === "@" ? "@\u200B" : `\\${part}`,
  );
}
