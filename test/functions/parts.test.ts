// The small parts of functions that are easier to see alone.
import { describe, expect, test } from "vitest";
import { containerEnvironment, execEnvironment } from "../../renderer/functions/environment.ts";
import { shellWords } from "../../renderer/functions/shell-words.ts";

describe("shell words", () => {
  test.each([
    ["a b  c", ["a", "b", "c"]],
    ["'a b' \"c d\"", ["a b", "c d"]],
    ["x'y z'w", ["xy zw"]],
    ['"it\'s"', ["it's"]],
    ["a\\ b 'c\\d'", ["a b", "c\\d"]],
    ["a # b", ["a"]],
    ["''", []],
    ["", []],
    ["'open", undefined],
  ])("%j", (line, words) => {
    expect(shellWords(line)).toEqual(words);
  });
});

test("the command line's environment comes before the configuration's", () => {
  expect(execEnvironment(["A=1", "B=2", "C", "D=x=y"], ["B=3"])).toEqual({ A: "1", B: "3" });
  expect(containerEnvironment(["A=1=2", "X"], ["A=3", "X", "Y"])).toEqual(
    ["A=3", "LOG_TO_STDERR=true", "STRUCTURED_RESULTS=true", "X", "Y"].flatMap((entry) => ["-e", entry]),
  );
});
