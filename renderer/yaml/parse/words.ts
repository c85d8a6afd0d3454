// Texts that come again and again in manifests, keys above all: one string for all of them, with its type, so that
// they are neither copied nor looked at anew.
import type { ScalarTag } from "../node.ts";
import { resolveTag } from "../scalar.ts";

export interface Word {
  readonly text: string;
  /** What the text is as a plain scalar. */
  readonly tag: ScalarTag;
}

/** Longer texts seldom come again. */
const longestWord = 40;
const slots = 4096;
const words: (Word | undefined)[] = Array.from({ length: slots }, () => undefined);

/** The plain scalar that stands between two offsets. */
export function wordAt(source: string, start: number, end: number): Word {
  const length = end - start;
  if (length > longestWord || length === 0) return toWord(source.slice(start, end));
  const slot = slotOf(source, start, length);
  const known = words[slot];
  if (known && known.text.length === length && source.startsWith(known.text, start)) return known;
  const word = toWord(copyOf(source.slice(start, end)));
  words[slot] = word;
  return word;
}

function toWord(text: string): Word {
  return { text, tag: resolveTag(text) };
}

/** Some of the characters tell words apart well enough. */
function slotOf(source: string, start: number, length: number): number {
  const first = source.charCodeAt(start);
  const last = source.charCodeAt(start + length - 1);
  const middle = source.charCodeAt(start + (length >> 1));
  const quarter = source.charCodeAt(start + (length >> 2));
  return (length * 1361 + first * 331 + last * 73 + middle * 17 + quarter * 5) & (slots - 1);
}

/** From this length on, a slice keeps the text that it was cut from alive. */
const shortestSlice = 13;

function copyOf(text: string): string {
  return text.length < shortestSlice ? text : Buffer.from(text).toString();
}
