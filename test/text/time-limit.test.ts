import { expect, test } from "vitest";
import { withinTime } from "../../renderer/text/time-limit.ts";

test("what ends is done", () => {
  expect(withinTime(10_000, () => [1, 2])).toEqual({ value: [1, 2] });
});

test("what fails, fails", () => {
  const work = (): never => {
    throw new RangeError("too much");
  };
  expect(() => withinTime(10_000, work)).toThrow(new RangeError("too much"));
});

test("what does not end is stopped, whatever it catches", () => {
  const work = (): never => {
    for (;;) {
      try {
        Math.random();
      } catch {
        // goes on
      }
    }
  };
  expect(withinTime(20, work)).toBeUndefined();
  expect(withinTime(10_000, () => "again")).toEqual({ value: "again" });
});
