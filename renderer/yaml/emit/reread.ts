// What becomes of a text on its way out. kustomize prints an object as YAML, reads that, turns it into JSON and reads
// the JSON as YAML once more, and neither reading gives back every text.
// Source: kyaml RNode.MarshalJSON; go-yaml v3 emitterc.go and scannerc.go; go-yaml v2 readerc.go and scannerc.go
import type { Scalar } from "../node.ts";
import { isBreak, isPrintable } from "../quote.ts";

/** Why a text is refused that has no `rereadText`. */
export const unreadableText = "kustomize cannot print a block of text that begins with a tab";

/**
 * The text of a scalar as kustomize's own YAML gives it back; undefined when kustomize cannot read what it wrote.
 *
 * @param inFlow  whether it stands between brackets, where no text is a block
 */
export function rereadText(node: Scalar, inFlow: boolean): string | undefined {
  const { text, style } = node;
  const startsWithTab = text.charCodeAt(0) === 0x09;
  if ((style !== "folded" && !startsWithTab) || inFlow) return text;
  const isBlock = style === "folded" || style === "literal" || (style === "plain" && text.includes("\n"));
  if (!isBlock || !fitsBlock(text)) return text;
  // The block would need an indentation indicator, which go-yaml writes for spaces only.
  if (startsWithTab) return undefined;
  return style === "folded" ? foldedAgain(text) : text;
}

/** go-yaml writes all other texts in double quotes, which keep every text. */
function fitsBlock(text: string): boolean {
  if (text === "" || text.endsWith(" ")) return false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x09) continue;
    if (!isPrintable(c) || (isBreak(c) && text.charCodeAt(i - 1) === 0x20)) return false;
  }
  return true;
}

/** The text that results when go-yaml v3 writes a folded block and reads it. */
function foldedAgain(text: string): string {
  const lines = blockLines(text);
  const end = lines.pop() ?? { text: "", lineBreak: "" };
  if (end.text !== "") lines.push(end);
  let result = "";
  let pending = "";
  let pendingBlank = false;
  let breaks = "";
  for (const line of lines) {
    if (line.text === "") {
      // Empty lines at the top count from the first one.
      breaks += line.lineBreak;
      continue;
    }
    const isBlank = line.text.startsWith(" ") || line.text.startsWith("\t");
    if (!pendingBlank && !isBlank && pending === "\n") result += breaks === "" ? " " : "";
    else result += pending;
    result += breaks + line.text;
    breaks = "";
    pending = line.lineBreak;
    pendingBlank = isBlank;
  }
  return result + chomped(text, pending, breaks);
}

function chomped(text: string, pending: string, breaks: string): string {
  if (!isBreak(text.charCodeAt(text.length - 1))) return "";
  const keeps = text.length === 1 || isBreak(text.charCodeAt(text.length - 2));
  return keeps ? pending + breaks : pending;
}

interface Line {
  readonly text: string;
  readonly lineBreak: string;
}

/** The lines of the block that go-yaml v3 writes: it doubles breaks, so that they are not folded. */
function blockLines(text: string): Line[] {
  // It looks for the blank at the start of the text, not of the line at hand.
  const startsBlank = /^[\n\u2028\u2029]*[ \t]/.test(text);
  const lines: Line[] = [];
  let from = 0;
  let isLineStart = true;
  let isBlankLine = true;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (!isBreak(c)) {
      if (isLineStart) isBlankLine = c === 0x20 || c === 0x09;
      isLineStart = false;
      continue;
    }
    const lineBreak = text[i] ?? "";
    if (!isLineStart && !isBlankLine && c === 0x0a && !startsBlank) {
      lines.push({ text: text.slice(from, i), lineBreak: "\n" }, { text: "", lineBreak });
    } else {
      lines.push({ text: text.slice(from, i), lineBreak });
    }
    from = i + 1;
    isLineStart = true;
  }
  lines.push({ text: text.slice(from), lineBreak: "" });
  return lines;
}

/** What go-yaml v2 refuses in the JSON: control characters, and a document marker at the start of a line. */
export function isRefused(text: string): boolean {
  return /[\u007f-\u0084\u0086-\u009f\ufffe\uffff]|\u0085(?:---|\.\.\.)[ \u0085]/.test(text);
}

/** A next-line character stands raw in the JSON, where it is a line break, and line breaks in quotes are folded. */
export function foldNextLines(text: string): string {
  if (!text.includes("\u0085")) return text;
  return text.replace(/[ ]*\u0085[ \u0085]*/g, (run) => {
    const count = run.split("\u0085").length - 1;
    return count === 1 ? " " : "\n".repeat(count - 1);
  });
}
