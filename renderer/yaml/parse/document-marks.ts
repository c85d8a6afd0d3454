// Where the first document of a text ends, and what may stand before it, as go-yaml has it: `...` ends a document, and
// nothing behind it is looked at.
// Source: go-yaml parserc.go (parse_document_start, process_directives)
import type { TextRole } from "./tagged.ts";

interface Mistake {
  readonly said: string;
  readonly help: string;
}

/** The text up to the end of its first document, the mark included. */
export function upToDocumentEnd(text: string): string {
  const mark = /^\.\.\.(?=[ \t\r\n]|$)/m.exec(text);
  return mark ? text.slice(0, mark.index + mark[0].length) : text;
}

/**
 * Whether go-yaml is content to see that something else stands behind brackets that are the whole document. It reads no
 * more of it than the line that it begins on, in which a quote must be closed.
 */
export function isPassedOver(rest: string): boolean {
  const [line = ""] = rest.replace(/^(?:[ \r\n]|#.*)+/, "").split("\n", 1);
  return /^[\w{}[\],.-]/.test(line) && !/["']/.test(line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, ""));
}

/** What is wrong with the lines before the content; undefined when nothing is. */
export function mistakeBeforeContent(text: string, role: TextRole): Mistake | undefined {
  const directives: string[] = [];
  let first = "";
  for (const line of linesOf(text)) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    first = line;
    if (!line.startsWith("%")) break;
    directives.push(line);
  }
  if (first.startsWith("%")) {
    return {
      said: "no document follows the directives",
      help: "kustomize splits files at `---` before it reads them, so leave out `%YAML` and `%TAG`",
    };
  }
  if (directives.length === 0 && /^\.\.\.(?:\s|$)/.test(first))
    return { said: "`...` ends a document that has not begun", help: "remove the line" };
  if (role === "other" && !directives.every(isKnownDirective))
    return {
      said: "kustomize does not read this directive",
      help: "leave it out; kustomize knows YAML 1.1 alone here",
    };
  return undefined;
}

function isKnownDirective(line: string, i: number, lines: readonly string[]): boolean {
  if (/^%TAG\s/.test(line)) return true;
  return /^%YAML\s+1\.1\s*(?:#|$)/.test(line) && lines.findIndex((other) => other.startsWith("%YAML")) === i;
}

/** One after the other: only the first few are looked at. */
function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    yield text.slice(start, end < 0 ? text.length : end);
    start = end < 0 ? text.length : end + 1;
  }
}
