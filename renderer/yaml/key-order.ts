// The order of keys in the output: natural order as go-yaml v2 defines it. Digits compare as numbers (port2 before
// port10), letters come after everything else, upper case before lower case.
// Source: go-yaml v2 sorter.go
import type { Scalar } from "./node.ts";

/**
 * The positions of keys in the order in which they are printed; undefined when they stand in that order already.
 *
 * The order of a few keys (a01b, a1b, a10b) is a circle in go-yaml, and kustomize prints them in a random order.
 */
export function keyOrder(keys: readonly Scalar[]): readonly number[] | undefined {
  if (isOrdered(keys)) return undefined;
  const order = keys.map((_, i) => i);
  if (keys.length <= fewKeys) return insertionSorted(order, keys);
  return order.sort((a, b) => compareKeys((keys[a] as Scalar).text, (keys[b] as Scalar).text));
}

/** Most maps have so few keys that a call for each comparison would take longer than the comparisons. */
const fewKeys = 12;

function insertionSorted(order: number[], keys: readonly Scalar[]): readonly number[] {
  for (let i = 1; i < order.length; i++) {
    const { text } = keys[i] as Scalar;
    let at = i;
    for (; at > 0; at--) {
      const before = order[at - 1] as number;
      if (compareKeys((keys[before] as Scalar).text, text) <= 0) break;
      order[at] = before;
    }
    order[at] = i;
  }
  return order;
}

function isOrdered(keys: readonly Scalar[]): boolean {
  for (let i = 1; i < keys.length; i++) {
    if (compareKeys((keys[i - 1] as Scalar).text, (keys[i] as Scalar).text) >= 0) return false;
  }
  return true;
}

/** Negative when `a` comes first, zero for the same key. */
export function compareKeys(a: string, b: string): number {
  const first = a.charCodeAt(0);
  const other = b.charCodeAt(0);
  if (first !== other && isLowerCase(first) && isLowerCase(other)) return first - other;
  const shorter = Math.min(a.length, b.length);
  let i = 0;
  while (i < shorter && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === shorter) return a.length - b.length;
  // Two code points may share their first half.
  if (isLowSurrogate(a.charCodeAt(i)) && isHighSurrogate(a.charCodeAt(i - 1))) i--;
  const left = a.codePointAt(i) as number;
  const right = b.codePointAt(i) as number;
  const leftIsLetter = isLetter(left);
  const rightIsLetter = isLetter(right);
  if (leftIsLetter && rightIsLetter) return left - right;
  if (leftIsLetter !== rightIsLetter) return leftIsLetter ? 1 : -1;
  return compareNumbers(a, b, i) || left - right;
}

/** Compares the numbers that begin where the keys begin to differ. */
function compareNumbers(a: string, b: string, at: number): number {
  const leadingZero = a.charCodeAt(at) === zero || b.charCodeAt(at) === zero;
  const first = leadingZero && followsNumber(a, at) ? 1n : 0n;
  const left = numberAt(a, at, first);
  const right = numberAt(b, at, first);
  if (left.value !== right.value) return left.value < right.value ? -1 : 1;
  return left.length - right.length;
}

const zero = 0x30;

/** A zero counts as a digit, rather than as padding, when a digit other than zero stands before it. */
function followsNumber(text: string, at: number): boolean {
  for (let i = at; i > 0; ) {
    i -= i > 1 && isLowSurrogate(text.charCodeAt(i - 1)) ? 2 : 1;
    const c = text.codePointAt(i) as number;
    if (!isDigit(c)) return false;
    if (c !== zero) return true;
  }
  return false;
}

/** The digits at a position, in the 64 bits that go-yaml has for them, and how many there are. */
function numberAt(text: string, at: number, first: bigint): { value: bigint; length: number } {
  let value = first;
  let length = 0;
  for (let i = at; i < text.length; length++) {
    const c = text.codePointAt(i) as number;
    if (!isDigit(c)) break;
    value = BigInt.asIntN(64, value * 10n + BigInt(c - zero));
    i += c > 0xffff ? 2 : 1;
  }
  return { value, length };
}

function isLowerCase(c: number): boolean {
  return c >= 0x61 && c <= 0x7a;
}

function isLetter(c: number): boolean {
  if (c < 0x80) return (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a);
  return /\p{L}/u.test(String.fromCodePoint(c));
}

function isDigit(c: number): boolean {
  if (c < 0x80) return c >= 0x30 && c <= 0x39;
  return /\p{Nd}/u.test(String.fromCodePoint(c));
}

function isHighSurrogate(c: number): boolean {
  return c >= 0xd800 && c < 0xdc00;
}

function isLowSurrogate(c: number): boolean {
  return c >= 0xdc00 && c < 0xe000;
}
