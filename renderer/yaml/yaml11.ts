// Texts that a reader of YAML 1.1 takes for something else. kyaml quotes them, and a later value inherits the quotes.
import { attempt, Collector } from "../diagnostics/collector.ts";
import { heldScalar, plainStyle, quotedStyle } from "./held.ts";
import type { Scalar, ScalarStyle, Step } from "./node.ts";
import { parseDocument } from "./parse.ts";
import { resolveTagV2 } from "./scalar.ts";

/** Whether YAML 1.1 would read a text as anything but a string. Source: kyaml yaml/util.go, IsValueNonString */
export function isYaml11NonString(text: string): boolean {
  if (text === "" || text.includes("\n")) return false;
  if (isOrdinary(text)) return isTyped(text.trimEnd());
  const node = attempt(() => parseDocument({ path: "", text: withBreaks(text) }, new Collector()) ?? null);
  if (node === undefined) return false; // it is no YAML
  if (node?.kind !== "scalar") return true;
  return (node.style === "plain" || node.tag !== "str") && isTyped(node.text);
}

/** The style that kyaml gives a string which it writes anew. Source: kyaml yaml/rnode.go, setMapInMetadata */
export function styleOfNewString(text: string): ScalarStyle {
  if (text.includes("\n")) return "literal";
  return isYaml11NonString(text) ? "double" : "plain";
}

/** A text that a step adds without a tag, as kyaml's FieldSetter does. */
export function untaggedScalar(text: string, step: Step): Scalar {
  return heldScalar(text, "", isYaml11NonString(text) ? quotedStyle : plainStyle, step, { step });
}

/** Most texts: on one line, with nothing that begins or ends a plain text, or makes it a key. */
function isOrdinary(text: string): boolean {
  return /^-{0,2}[\w./$(][\x20-\x7e]*$/.test(text) && !/: | #|:$/.test(text);
}

function isTyped(text: string): boolean {
  const tag = resolveTagV2(text);
  // Times and merge keys stay texts where nothing else is asked for.
  return tag !== "str" && tag !== "timestamp" && tag !== "merge";
}

/** YAML 1.1 has more line breaks than ours. */
function withBreaks(text: string): string {
  return text.replace(/[\r\u0085\u2028\u2029]/g, "\n");
}
