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
  return [...historyFrom(root, path)];
}

/** The same, found as far as it is asked for. */
export function* historyFrom(root: Node, path: readonly PathPart[]): Iterable<HistoryEntry> {
  let from: Line | undefined = { root, path };
  while (from) {
    const line = lineOf(from);
    if (!line) return;
    yield entryOf(line);
    from = earlierThan(line, from.path);
  }
}

interface Line {
  readonly root: Node;
  readonly path: readonly PathPart[];
}

/** The nodes on the way to a value; undefined when it is not there. */
function lineOf({ root, path }: Line): readonly Node[] | undefined {
  const line: Node[] = [root];
  let here: Node | undefined = root;
  for (const part of path) {
    here = follow(here, part);
    if (!here) return undefined;
    line.push(here);
  }
  return line;
}

function entryOf(line: readonly Node[]): HistoryEntry {
  const value = line.at(-1) as Node;
  const written = writerOf(line)?.written;
  return {
    value,
    at: placeOf(value),
    by: written?.step.by,
    entry: written && isElsewhere(written.step, value) ? written.step : undefined,
  };
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

function earlierThan(line: readonly Node[], path: readonly PathPart[]): Line | undefined {
  for (let depth = line.length - 1; depth >= 0; depth--) {
    const root = line[depth]?.written?.earlier;
    if (!root) continue;
    const rest = path.slice(depth);
    if (valueAt(root, rest)) return { root, path: rest };
  }
  return undefined;
}
