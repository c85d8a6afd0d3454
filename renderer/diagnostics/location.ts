// Where a text came from. Everything keeps offsets; lines and columns are computed only for what is reported.

/** A text that was read, or a text that stands inside another one (an inline patch in a kustomization). */
export interface SourceFile {
  /** Path as the user would type it: relative to the working directory where possible. */
  readonly path: string;
  readonly text: string;
  /** Set when this text is the value of a scalar in another file. */
  readonly host?: HostScalar;
}

/** The scalar whose value a source is; `at` is the offset of the scalar's first character (its quote or `|`). */
export interface HostScalar {
  readonly source: SourceFile;
  readonly at: number;
  readonly style: "plain" | "single" | "double" | "literal" | "folded";
}

/** A span of a source, in UTF-16 code units; `end` is exclusive. */
export interface Place {
  readonly source: SourceFile;
  readonly at: number;
  readonly end?: number;
  /**
   * What stands there is a secret: a report names the place and does not show its text. False: it is known to be none;
   * undefined: the file decides.
   */
  readonly isSecret?: boolean;
}

/** A place as people write it: 1-based line and column, in the outermost file. */
export interface Position {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

const lineStarts = new WeakMap<SourceFile, readonly number[]>();

/** The offsets at which the lines of a source begin; computed once, when first asked for. */
export function lineStartsOf(source: SourceFile): readonly number[] {
  const known = lineStarts.get(source);
  if (known) return known;
  const starts = [0];
  for (let i = source.text.indexOf("\n"); i >= 0; i = source.text.indexOf("\n", i + 1)) starts.push(i + 1);
  lineStarts.set(source, starts);
  return starts;
}

/** Line and column (1-based) of an offset within its own source. */
export function lineAndColumn(source: SourceFile, at: number): { line: number; column: number } {
  const starts = lineStartsOf(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
}

/**
 * The same place in the outermost file: an offset inside an inline patch becomes an offset in the kustomization
 * that holds it. Exact for literal blocks and single-line scalars; the scalar's start for anything folded.
 */
export function inFile(place: Place): Place {
  const { source, at } = place;
  if (!source.host) return place;
  const outer = inFile({ ...place, source: source.host.source, at: hostOffset(source, source.host, at) });
  const length = place.end === undefined ? undefined : place.end - at;
  return length === undefined ? outer : { ...outer, end: outer.at + length };
}

function hostOffset(source: SourceFile, host: HostScalar, at: number): number {
  const text = host.source.text;
  if (host.style === "plain") return source.text.includes("\n") ? host.at : host.at + at;
  if (host.style !== "literal") return host.at;
  const { line, column } = lineAndColumn(source, at);
  const starts = lineStartsOf(host.source);
  const first = lineAndColumn(host.source, host.at).line; // the line after the `|` holds the first line of the value
  const start = starts[first + line - 1];
  if (start === undefined) return host.at;
  return Math.min(start + blockIndent(text, starts, first) + column - 1, text.length);
}

/** Indent of a block scalar: that of its first line with content. */
function blockIndent(text: string, starts: readonly number[], first: number): number {
  for (let line = first; line < starts.length; line++) {
    const start = starts[line] ?? 0;
    let i = start;
    while (text[i] === " ") i++;
    if (text[i] !== "\n" && text[i] !== "\r" && i < text.length) return i - start;
  }
  return 0;
}

/** The position to print for a place. */
export function positionOf(place: Place): Position {
  const { source, at } = inFile(place);
  return { path: source.path, ...lineAndColumn(source, at) };
}

/** Orders places by file, line and column, for stable output. */
export function comparePlaces(a: Place, b: Place): number {
  const left = inFile(a);
  const right = inFile(b);
  if (left.source.path !== right.source.path) return left.source.path < right.source.path ? -1 : 1;
  return left.at - right.at;
}
