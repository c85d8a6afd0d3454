// Keys and scalars as text: the value that kustomize's readings leave, in the form that go-yaml v2 gives it.
import { yamlNumber } from "../go-number.ts";
import { misfitText } from "../held.ts";
import { isQuotedNothing, type Scalar } from "../node.ts";
import { isMultiline, isSpecial, outputStyle, type Traits, traitsOf } from "../quote.ts";
import { binaryText } from "../scalar-text.ts";
import { timestampText } from "../timestamp.ts";
import type { Report } from "./problem.ts";
import { foldNextLines, isRefused, rereadText, unreadableText } from "./reread.ts";
import { textInStyle } from "./texts.ts";

/** What a scalar has to know of its surroundings. */
export interface Surroundings {
  readonly report: Report;
  /** Whether it stands between brackets in its object. */
  readonly inFlow: boolean;
}

/** The text of a scalar that starts in `column` and goes on, where it has several lines, at `indent`. */
export function scalarText(node: Scalar, column: number, indent: number, around: Surroundings): string {
  const { report, inFlow } = around;
  switch (node.tag) {
    case "str":
    case "merge":
      return stringText(rereadOf(node, around), node, column, indent, report);
    case "null":
      checkTag(node, report);
      return isQuotedNothing(node, inFlow) ? '""' : "null";
    case "bool":
      checkTag(node, report);
      return node.text.toLowerCase();
    case "timestamp":
      checkTag(node, report);
      return stringText(timeOf(node, report), node, column, indent, report);
    case "int":
    case "float":
      return numberText(node, report);
    case "binary":
      return stringText(decoded(node, report), node, column, indent, report);
  }
}

function stringText(value: string, node: Scalar, column: number, indent: number, report: Report): string {
  const known = knownForm(value);
  if (known !== undefined) return known;
  let text = value;
  let traits = traitsOf(text);
  if (isSpecial(traits)) {
    checkCharacters(text, node, report);
    text = foldNextLines(text);
    if (text !== value) traits = traitsOf(text);
  }
  return keepForm(text, traits, textInStyle(text, outputStyle(text, traits), column, indent));
}

/** Longer keys, and keys of several lines, stand behind a question mark. */
const longestSimpleKey = 128;

/** A key as it stands before its colon; undefined for a key that needs the long form. */
export function keyText(node: Scalar, report: Report): string | undefined {
  const { text } = node;
  const known = knownForm(text);
  if (known !== undefined) return known;
  const traits = traitsOf(text);
  if (isSpecial(traits)) checkKeyCharacters(text, node, report);
  if (text.length > longestSimpleKey / 3 && Buffer.byteLength(text) > longestSimpleKey) return undefined;
  if (isMultiline(text, traits)) return undefined;
  return keepForm(text, traits, textInStyle(text, outputStyle(text, traits), Number.NEGATIVE_INFINITY, 0));
}

/** Forms of words, by the word. Those of the first objects are enough: keys and types, above all. */
const forms = new Map<string, string>();
const mostForms = 4096;
const longestWord = 40;

function knownForm(text: string): string | undefined {
  return text.length > longestWord ? undefined : forms.get(text);
}

/** Keeps a form that does not depend on where the text stands: that of one word on one line. */
function keepForm(text: string, traits: Traits, form: string): string {
  const isWord =
    text.length <= longestWord && !isSpecial(traits) && !isMultiline(text, traits) && !text.includes(" ");
  if (isWord && forms.size < mostForms) forms.set(text, form);
  return form;
}

function checkCharacters(text: string, node: Scalar, report: Report): void {
  if (!isRefused(text)) return;
  report({
    message: "the text has control characters that kustomize cannot print",
    node,
    help: "encode it with base64, as binaryData of a ConfigMap or data of a Secret",
  });
}

function checkKeyCharacters(text: string, node: Scalar, report: Report): void {
  checkCharacters(text, node, report);
  if (text.includes("\u0085")) {
    report({ message: "a key cannot have a next-line character (U+0085)", node });
  }
}

function rereadOf(node: Scalar, { report, inFlow }: Surroundings): string {
  const text = rereadText(node, inFlow);
  if (text !== undefined) return text;
  report({
    message: unreadableText,
    node,
    help: "begin the first line with something else, or write the text in double quotes",
  });
  return node.text;
}

function numberText(node: Scalar, report: Report): string {
  const text = yamlNumber(node);
  if (text !== undefined) return text;
  if (checkTag(node, report)) reportNoNumber(node, report);
  return "null";
}

function checkTag(node: Scalar, report: Report): boolean {
  const message = misfitText(node);
  if (message === undefined) return true;
  const help = node.held?.isTagged
    ? "leave out the tag, or put the text in quotes"
    : "give the replacement another target, or a value of the target's type";
  report({ message, node, help });
  return false;
}

function reportNoNumber(node: Scalar, report: Report): void {
  report({
    message: `\`${node.text}\` is no number that JSON has`,
    node,
    help: "quote it if it is a text",
  });
}

function timeOf(node: Scalar, report: Report): string {
  const text = timestampText(node.text);
  if (text !== undefined) return text;
  report({
    message: `the time zone of \`${node.text}\` is a day or more away`,
    node,
    help: "quote it if it is a text",
  });
  return node.text;
}

function decoded(node: Scalar, report: Report): string {
  const text = binaryText(node.text);
  if (text === undefined) report({ message: "the !!binary value is no base64", node });
  return text ?? "";
}
