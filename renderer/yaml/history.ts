// How a value came to be: who wrote it, what was there before, and so on down to the file it was first read from.
import type { Place } from "../diagnostics/location.ts";
import { type Node, placeOf } from "./node.ts";
import { step as follow, type PathPart, valueAt } from "./path.ts";

/** One state of a value; the first of a history is the present one. */
export interface HistoryEntry {
  readonly value: Node;
  /** Where the value's text stands. */
  readonly at: Place;
  /** What put it there; undefined for a value that is as it was read. */
  readonly by: string | undefined;
  /** The kustomization entry that put it there, when that is another place than the text. */
  readonly entry: Place | undefined;
}

/**
 * The history of the value at a path, newest first; empty when there is no such value. A value that came as part of
 * a larger one shares that one's history.
 */
export function historyOf(root: Node, path: readonly PathPart[]): readonly HistoryEntry[] {
  const line: Node[] = [root];
  for (const part of path) {
    const next = follow(line.at(-1), part);
    if (!next) return [];
    line.push(next);
  }
  const value = line.at(-1) as Node;
  const writer = writerOf(line);
  const written = writer?.written;
  const entry: HistoryEntry = {
    value,
    at: placeOf(value),
    by: written?.step.by,
    entry: written && isElsewhere(written.step, value) ? written.step : undefined,
  };
  return [entry, ...earlierThan(line, path)];
}

// The step that brought a value is noted on the topmost node it brought.
function writerOf(line: readonly Node[]): Node | undefined {
  const value = line.at(-1);
  return line.findLast(
    (node) => node.written !== undefined && (node === value || node.source === value?.source),
  );
}

function isElsewhere(place: Place, node: Node): boolean {
  return place.source !== node.source || place.at !== node.at;
}

function earlierThan(line: readonly Node[], path: readonly PathPart[]): readonly HistoryEntry[] {
  for (let depth = line.length - 1; depth >= 0; depth--) {
    const earlier = line[depth]?.written?.earlier;
    if (!earlier) continue;
    const rest = path.slice(depth);
    if (valueAt(earlier, rest)) return historyOf(earlier, rest);
  }
  return [];
}
