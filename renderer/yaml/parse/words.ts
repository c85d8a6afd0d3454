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
const mostWords = 4096;
const words = new Map<string, Word>();

/** The plain scalar that stands between two offsets. */
export function wordAt(source: string, start: number, end: number): Word {
  return wordOf(source.slice(start, end));
}

/** The plain scalar with a text. */
export function wordOf(text: string): Word {
  const known = words.get(text);
  if (known) return known;
  if (text.length > longestWord) return toWord(text);
  if (words.size >= mostWords) words.clear();
  const word = toWord(copyOf(text));
  words.set(word.text, word);
  return word;
}

function toWord(text: string): Word {
  return { text, tag: resolveTag(text) };
}

/** From this length on, a slice keeps the text that it was cut from alive. */
const shortestSlice = 13;

function copyOf(text: string): string {
  return text.length < shortestSlice ? text : Buffer.from(text).toString();
}
