// Expected orders were recorded from sort.Sort of Go 1.26 over the same keys and comparators.
import { describe, expect, test } from "vitest";
import { goSort } from "../../renderer/text/go-sort.ts";

interface Item {
  readonly key: number;
  /** Where the item stood before the sort. */
  readonly from: number;
}

const comparators = {
  key: (a: Item, b: Item) => a.key < b.key,
  orEqual: (a: Item, b: Item) => a.key <= b.key,
  contradictory: (a: Item, b: Item) => (a.key * 7 + b.key * 13 + a.from * 3) % 5 < 2,
  cyclic: (a: Item, b: Item) => (b.key - a.key + 30) % 3 === 1,
  always: () => true,
} as const;

const repeating = (length: number, modulus: number) =>
  Array.from({ length }, (_, i) => (i * i * 7 + 3 * i) % modulus);

function sorted(comparator: keyof typeof comparators, keys: readonly number[]): number[] {
  const items = keys.map((key, from) => ({ key, from }));
  return goSort(items, comparators[comparator]).map((item) => item.from);
}

/** A long order as one number. */
function fingerprint(order: readonly number[]): number {
  return order.reduce((sum, from) => (sum * 31 + from) % 1000003, 0);
}

describe("goSort", () => {
  test("sorts in place and returns the array", () => {
    const items = [3, 1, 2];
    expect(goSort(items, (a, b) => a < b)).toBe(items);
    expect(items).toEqual([1, 2, 3]);
    expect(goSort([], () => true)).toEqual([]);
  });

  test("is stable up to twelve items, as insertion sort is", () => {
    expect(sorted("key", repeating(12, 5))).toEqual([0, 1, 5, 6, 10, 11, 3, 8, 2, 4, 7, 9]);
  });

  test("puts ties of thirteen items where Go puts them", () => {
    expect(sorted("key", repeating(13, 5))).toEqual([6, 1, 11, 0, 10, 5, 3, 8, 7, 9, 4, 2, 12]);
  });

  test("puts ties of sixty items, with the pivot of nine, where Go puts them", () => {
    expect(sorted("key", repeating(60, 9))).toEqual([
      21, 57, 54, 3, 51, 48, 6, 0, 45, 9, 42, 39, 12, 36, 33, 15, 30, 27, 18, 24, 46, 37, 59, 23, 19, 1, 55,
      50, 28, 5, 10, 41, 32, 14, 16, 7, 25, 34, 26, 53, 52, 35, 17, 43, 44, 8, 31, 11, 29, 49, 20, 4, 40, 47,
      2, 38, 56, 13, 58, 22,
    ]);
  });

  test("gives Go's order even for a comparator that contradicts itself", () => {
    expect(sorted("contradictory", repeating(40, 11))).toEqual([
      6, 13, 36, 3, 21, 18, 28, 15, 22, 5, 38, 20, 0, 12, 30, 27, 1, 34, 11, 19, 10, 9, 8, 23, 33, 32, 31, 25,
      35, 37, 4, 7, 17, 2, 24, 26, 14, 29, 16, 39,
    ]);
    expect(sorted("always", repeating(14, 5))).toEqual([11, 10, 9, 8, 7, 13, 5, 4, 3, 2, 1, 12, 0, 6]);
  });

  test.each([
    ["key", 300, 17, 719409],
    ["key", 1000, 7, 778380],
    ["key", 2000, 1000, 480393],
    ["contradictory", 300, 23, 465630],
    ["contradictory", 1000, 97, 84487],
    ["cyclic", 500, 29, 795077],
    ["orEqual", 700, 31, 388677],
    ["always", 500, 8, 381243],
  ] as const)(
    "agrees with Go by `%s` on %i items with keys below %i",
    (comparator, length, modulus, expected) => {
      expect(fingerprint(sorted(comparator, repeating(length, modulus)))).toBe(expected);
    },
  );

  test("agrees with Go on a descending and on an almost sorted list", () => {
    const descending = Array.from({ length: 200 }, (_, i) => 200 - i);
    const almost = Array.from({ length: 120 }, (_, i) => (i % 20 ? i : 5));
    expect(fingerprint(sorted("key", descending))).toBe(731394);
    expect(fingerprint(sorted("key", almost))).toBe(177698);
  });
});
