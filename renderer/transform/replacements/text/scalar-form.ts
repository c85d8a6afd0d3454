// The form in which go-yaml v3 writes a scalar again: in its own style where that can hold the text, with an explicit
// tag where the text would be read as another type.
// Source: go-yaml v3 encode.go (node) and emitterc.go (select_scalar_style, write_*_scalar)

import { doubleQuoted } from "../../../yaml/double-quoted.ts";
import { expectedTag, traitsOf } from "../../../yaml/encoded-style.ts";
import type { Scalar, ScalarStyle } from "../../../yaml/node.ts";
import type { Writer } from "./writer.ts";

export interface ScalarContext {
  readonly inFlow: boolean;
  readonly isKey: boolean;
  readonly indent: number;
  /** Stands behind the header of a block scalar. */
  readonly comment?: string | undefined;
  /** Its tag has been written. */
  readonly isTagged?: boolean;
}

export function writeScalar(writer: Writer, node: Scalar, context: ScalarContext): void {
  const tag = context.isTagged ? "" : explicitTag(node);
  if (tag) writer.indicator(tag, { space: true });
  forms[styleOf(node, context)](writer, node.text, context);
}

type Form = (writer: Writer, text: string, context: ScalarContext) => void;

const forms: Readonly<Record<ScalarStyle, Form>> = {
  plain: writePlain,
  single: writeSingle,
  double: writeDouble,
  literal: writeLiteral,
  folded: writeFolded,
};

/** Whether a key fits on the line of its colon. */
export function isSimpleKey(node: Scalar): boolean {
  return !traitsOf(node.text).multiline && Buffer.byteLength(node.text) <= 128;
}

function explicitTag({ tag, text }: Scalar): string {
  return tag === "str" || expectedTag(text) === tag ? "" : `!!${tag}`;
}

function styleOf(node: Scalar, { inFlow, isKey, isTagged = false }: ScalarContext): ScalarStyle {
  const { text, tag } = node;
  const traits = traitsOf(text);
  let { style } = node;
  if (style === "plain" && text.includes("\n")) style = "literal";
  if (style === "plain" && !isTagged && tag === "str" && expectedTag(text) !== "str") style = "double";
  if (isKey && traits.multiline) style = "double";
  const plain = inFlow ? traits.flowPlain : traits.plain;
  if (style === "plain" && (!plain || (text === "" && (inFlow || isKey)))) style = "single";
  if (style === "single" && !traits.single) style = "double";
  const isBlock = style === "literal" || style === "folded";
  return isBlock && (!traits.literal || inFlow || isKey) ? "double" : style;
}

function writePlain(writer: Writer, text: string): void {
  if (text === "") return;
  writer.space();
  writer.content(text);
}

function writeDouble(writer: Writer, text: string): void {
  writer.indicator('"', { space: true });
  writer.content(doubleQuoted(text));
  writer.indicator('"');
}

function writeSingle(writer: Writer, text: string, { indent }: ScalarContext): void {
  writer.indicator("'", { space: true });
  text.split("\n").forEach((line, i, lines) => {
    if (i > 0) {
      if (i === 1 || lines[i - 1] !== "") writer.lineBreak();
      writer.lineBreak();
      if (line !== "") writer.indent(indent);
    }
    if (line !== "") writer.content(line.replaceAll("'", "''"));
  });
  writer.indicator("'");
}

function blockHeader(text: string): string {
  const hint = /^[ \n]/.test(text) ? "2" : "";
  if (!text.endsWith("\n")) return `${hint}-`;
  return text === "\n" || text.endsWith("\n\n") ? `${hint}+` : hint;
}

function writeLiteral(writer: Writer, text: string, { indent, comment }: ScalarContext): void {
  startBlock(writer, "|", text, indent, comment);
  const lines = text.split("\n");
  lines.forEach((line, i) => {
    if (line !== "") {
      writer.indent(indent);
      writer.line(line);
    }
    if (i < lines.length - 1) writer.lineBreak();
  });
}

function startBlock(
  writer: Writer,
  sign: string,
  text: string,
  indent: number,
  comment: string | undefined,
): void {
  writer.indicator(sign + blockHeader(text), { space: true });
  if (comment === undefined) writer.lineBreak();
  else writer.lineComment(comment, indent);
  writer.afterSpace();
}

function writeFolded(writer: Writer, text: string, { indent, comment }: ScalarContext): void {
  startBlock(writer, ">", text, indent, comment);
  // go-yaml looks at the start of the whole text here, so texts that begin with line breaks fold differently
  const first = text.replace(/^\n+/, "")[0] ?? "";
  const mayDouble = first !== "" && !" \t".includes(first);
  let isBroken = true;
  let startsBlank = true;
  const lines = text.split("\n");
  lines.forEach((line, i) => {
    if (line !== "") {
      writer.indent(indent);
      writer.line(line);
      startsBlank = /^[ \t]/.test(line);
      isBroken = false;
    }
    if (i === lines.length - 1) return;
    if (!isBroken && !startsBlank && mayDouble) writer.lineBreak();
    writer.lineBreak();
    isBroken = true;
  });
}
