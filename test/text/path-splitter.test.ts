// Expected parts were recorded from kyaml's PathSplitter and SmarterPathSplitter, as of kustomize 5.8.1.
import { describe, expect, test } from "vitest";
import { splitBracketedPath, splitPath } from "../../renderer/text/path-splitter.ts";

describe("splitPath", () => {
  test.each([
    ["metadata/name", ["metadata", "name"]],
    ["/metadata/name", ["metadata", "name"]],
    ["//a", ["", "a"]],
    ["a//b/", ["a", "", "b", ""]],
    ["", [""]],
    ["/", [""]],
    ["metadata/annotations/example.org\\/key", ["metadata", "annotations", "example.org/key"]],
    ["a\\/b\\/c/d", ["a/b/c", "d"]],
    ["a\\", ["a\\"]],
    ["a\\\\/b", ["a\\/b"]],
    ["\\/a", ["/a"]],
  ])("splits %j", (path, parts) => {
    expect(splitPath(path, "/")).toEqual(parts);
  });
});

describe("splitBracketedPath", () => {
  test.each([
    ["spec.containers.[name=a.b].image", ["spec", "containers", "[name=a.b]", "image"]],
    ["metadata.annotations.[a.b.c]", ["metadata", "annotations", "a.b.c"]],
    ["metadata.annotations.[a.b]/c].d", ["metadata", "annotations", "a.b]/c", "d"]],
    ["a.[b].c", ["a", "[b]", "c"]],
    ["a.[[b.c]].d", ["a", "b.c", "d"]],
    ["a.[b.c", ["a", "b.c"]],
    ["a.b\\.c.d", ["a", "b.c", "d"]],
    ["spec.template.*.x", ["spec", "template", "*", "x"]],
  ])("splits %j", (path, parts) => {
    expect(splitBracketedPath(path, ".")).toEqual(parts);
  });
});
