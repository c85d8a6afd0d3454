// Diagnostics as GitHub workflow commands, which become annotations on the lines of a pull request.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { positionOf } from "../diagnostics/location.ts";

export function githubReport(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((found) => `${command(found)}\n`).join("");
}

function command(found: Diagnostic): string {
  const kind = found.severity === "info" ? "notice" : found.severity;
  const where = found.at ? positionOf(found.at) : undefined;
  const properties = [
    ...(where ? [`file=${property(where.path)}`, `line=${where.line}`, `col=${where.column}`] : []),
    `title=${property(found.code)}`,
  ];
  const notes = found.notes.map(({ message, at }) => {
    const place = at ? positionOf(at) : undefined;
    return `note: ${place ? `${place.path}:${place.line} ` : ""}${message}`;
  });
  const text = [found.message, ...notes, ...(found.help ? [`help: ${found.help}`] : [])].join("\n");
  return `::${kind} ${properties.join(",")}::${data(text)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
