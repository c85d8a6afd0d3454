// Diagnostics as GitHub workflow commands, which become annotations on the lines of a pull request.
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { positionOf } from "../diagnostics/location.ts";
import { oneLine, visible, withoutCommands } from "./printable.ts";
import { plural } from "./summary.ts";

/** GitHub shows so many annotations of a kind in a step, and drops the others without a word. */
const shownAtMost = 10;

const kinds: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** From a path as messages have it to that in the repository, by which GitHub finds the file. */
export type PathOf = (path: string) => string;

/** Annotations as far as they are shown; the log has the others as plain lines. */
export function githubReport(diagnostics: readonly Diagnostic[], toRepository: PathOf): string {
  const lines = (["error", "warning", "info"] as const).flatMap((severity) => {
    const found = diagnostics.filter((each) => each.severity === severity);
    // The last place is for saying that there are more.
    const shown = found.length > shownAtMost ? shownAtMost - 1 : found.length;
    const rest = found.slice(shown);
    return [
      ...found.slice(0, shown).map((each) => command(each, toRepository)),
      ...(rest.length > 0 ? [`::${kinds[severity]}::${data(moreText(rest.length, severity))}`] : []),
      ...rest.map((each) =>
        withoutCommands(oneLine(`${position(each)}${each.severity} ${each.code} ${each.message}`)),
      ),
    ];
  });
  return lines.map((line) => `${line}\n`).join("");
}

function moreText(count: number, severity: Severity): string {
  const word = severity === "info" ? "remark" : severity;
  return `${plural(count, `more ${word}`)} in the log of this step`;
}

function position({ at }: Diagnostic): string {
  if (!at) return "";
  const { path, line, column } = positionOf(at);
  return `${path}:${line}:${column}: `;
}

function command(found: Diagnostic, toRepository: PathOf): string {
  const where = found.at ? positionOf(found.at) : undefined;
  const properties = [
    ...(where
      ? [`file=${property(toRepository(where.path))}`, `line=${where.line}`, `col=${where.column}`]
      : []),
    `title=${property(found.code)}`,
  ];
  const notes = found.notes.map(({ message, at }) => {
    const place = at ? positionOf(at) : undefined;
    return `note: ${place ? `${place.path}:${place.line} ` : ""}${message}`;
  });
  const text = [found.message, ...notes, ...(found.help ? [`help: ${found.help}`] : [])].join("\n");
  return `::${kinds[found.severity]} ${properties.join(",")}::${data(text)}`;
}

function data(text: string): string {
  return visible(text.replaceAll("\r\n", "\n")).replaceAll("%", "%25").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
