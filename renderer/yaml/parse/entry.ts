// The lines that manifests are mostly made of, `key: value` and `key:`, matched whole. A first pass runs code that V8 has
// not compiled yet, while it compiles a regular expression at once; so one match takes the place of many small steps.
import type { Cursor } from "./cursor.ts";

/**
 * A key of one word; a quoted value without escapes, a plain one without a comment, or none; and the next line up to its
 * first letter or to a dash. Repetitions stand for few words, so that long texts are left to others.
 */
const line =
  /([A-Za-z0-9_][\w./-]{0,99}):(?: ("[^"\\\n]*"|'[^'\n]*'|[A-Za-z0-9_/.][^\n\r\t:# ]*(?:[ :][^\n\r\t:# ]+){0,9}))?\n( *)(?=[A-Za-z_]|- )/y;

/** Parts of what is matched. */
export const part = {
  key: 1,
  /** As written, quotes included; undefined where the line ends behind the colon. */
  value: 2,
  /** What the next line is indented by. */
  indent: 3,
} as const;

/** Matches an entry at the position, which stays; null for other lines. */
export function matchEntry({ text, pos, end }: Cursor): RegExpExecArray | null {
  line.lastIndex = pos;
  const found = line.exec(text);
  return found && line.lastIndex < end ? found : null;
}
