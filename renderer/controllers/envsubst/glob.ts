// The patterns of `${name#pattern}` and `${name%pattern}`: `*`, `?`, `[a-z]`, `[^a-z]`, `\c`. A `*` also matches slashes.
// Source: fluxcd/pkg envsubst v1.7.0, path/match.go, which is Go's path.Match but for the slashes. Go matches all prefixes
// one by one; here one pass over the text finds them all, so that a hostile pattern costs no more than any other.

type Element =
  | { readonly kind: "any" }
  | { readonly kind: "many" }
  | { readonly kind: "one"; readonly of: readonly (readonly [string, string])[]; readonly negated: boolean };

/** A number of characters; `cut` ends within one, because Go tries the prefixes byte by byte. */
export type Length = number | "cut";

/** The lengths of the shortest and the longest matching prefix; undefined when none but the empty one matches. */
export function matchingPrefix(
  pattern: string,
  characters: readonly string[],
): { readonly shortest: Length; readonly longest: Length } | undefined {
  const elements = parseGlob([...pattern]);
  if (!elements) return undefined;
  let found: { readonly shortest: Length; readonly longest: Length } | undefined;
  const note = (length: Length): void => {
    found = { shortest: found?.shortest ?? length, longest: length };
  };
  let states = follow(new Set([0]), elements);
  for (let i = 0; i < characters.length && states.size > 0; i++) {
    const character = characters[i] as string;
    if (matchesPartOf(character, states, elements)) note("cut");
    states = follow(advance(states, elements, character), elements);
    if (states.has(elements.length)) note(i + 1);
  }
  return found;
}

// Each byte of a part of a character is a replacement character of its own to Go.
function matchesPartOf(character: string, start: ReadonlySet<number>, elements: readonly Element[]): boolean {
  let states = start;
  for (let bytes = 1; bytes < Buffer.byteLength(character); bytes++) {
    states = follow(advance(states, elements, "\ufffd"), elements);
    if (states.has(elements.length)) return true;
  }
  return false;
}

// A star may also match nothing.
function follow(states: ReadonlySet<number>, elements: readonly Element[]): ReadonlySet<number> {
  const all = new Set(states);
  for (const state of all) if (elements[state]?.kind === "many") all.add(state + 1);
  return all;
}

function advance(
  states: ReadonlySet<number>,
  elements: readonly Element[],
  character: string,
): ReadonlySet<number> {
  const next = new Set<number>();
  for (const state of states) {
    const element = elements[state];
    if (element?.kind === "many") next.add(state);
    else if (element && matches(element, character)) next.add(state + 1);
  }
  return next;
}

function matches(element: Element, character: string): boolean {
  if (element.kind !== "one") return true;
  const code = codeOf(character);
  return element.of.some(([low, high]) => codeOf(low) <= code && code <= codeOf(high)) !== element.negated;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** Undefined for a pattern that is none: it matches nothing. */
function parseGlob(pattern: readonly string[]): readonly Element[] | undefined {
  const elements: Element[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i] as string;
    if (character === "*") elements.push({ kind: "many" });
    else if (character === "?") elements.push({ kind: "any" });
    else if (character === "[") {
      const found = parseClass(pattern, i + 1);
      if (!found) return undefined;
      elements.push(found.element);
      i = found.end;
    } else {
      const literal = character === "\\" ? pattern[++i] : character;
      if (literal === undefined) return undefined;
      elements.push({ kind: "one", of: [[literal, literal]], negated: false });
    }
  }
  return elements;
}

/** `end` is the index of the closing bracket. */
function parseClass(
  pattern: readonly string[],
  start: number,
): { readonly element: Element; readonly end: number } | undefined {
  const negated = pattern[start] === "^";
  const of: [string, string][] = [];
  let i = negated ? start + 1 : start;
  while (pattern[i] !== "]" || of.length === 0) {
    const low = member(pattern, i);
    if (!low) return undefined;
    i = low.next;
    let high = low.character;
    if (pattern[i] === "-") {
      const end = member(pattern, i + 1);
      if (!end) return undefined;
      high = end.character;
      i = end.next;
    }
    of.push([low.character, high]);
  }
  return { element: { kind: "one", of, negated }, end: i };
}

function member(
  pattern: readonly string[],
  i: number,
): { readonly character: string; readonly next: number } | undefined {
  if (pattern[i] === "-" || pattern[i] === "]") return undefined;
  const at = pattern[i] === "\\" ? i + 1 : i;
  const character = pattern[at];
  return character === undefined ? undefined : { character, next: at + 1 };
}
