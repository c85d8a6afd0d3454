// Expected results were recorded from Go's package regexp.
import { describe, expect, test } from "vitest";
import { anchored, compileGoRegexp } from "../../renderer/text/go-regexp.ts";
import { toJavaScript } from "../../renderer/text/simple-regexp.ts";

const imagePattern = (name: string) => `^${name}(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$`;

describe("compileGoRegexp", () => {
  test.each([
    ["", "anything", true],
    ["ngi", "nginx", true],
    ["^ngi$", "nginx", false],
    ["n.*x", "nginx", true],
    [".", "\r", true],
    [".", "\n", false],
    ["^.$", "😀", true],
    ["\\s", "\v", false],
    ["\\d", "٣", false],
    ["[^a]", "\n", true],
    ["a{,2}", "a{,2}", true],
    ["^a{2,3}$", "aaa", true],
    ["(?i)WEB", "web", true],
    ["^\\pL+$", "été", true],
    ["[[:alpha:]]", "1", false],
    ["a|b$", "ac", true],
    ["(?P<name>a)", "a", true],
    ["\\Qa.b\\E", "axb", false],
  ])("matches %j against %j as Go does", (pattern, text, expected) => {
    expect(compileGoRegexp(pattern)?.test(text)).toBe(expected);
  });

  test.each(["*a", "a**", "(a", "a)", "[z-a]", "[a", "a\\", "\\8", "a(?=b)", "(?<=a)b", "a{1001}", "\\y"])(
    "refuses %j as Go does",
    (pattern) => {
      expect(compileGoRegexp(pattern)).toBeUndefined();
    },
  );

  test.each([
    ["nginx", "nginx", true],
    ["nginx", "nginx:1.27", true],
    ["nginx", `nginx:1@sha256:${"0".repeat(64)}`, true],
    ["nginx", "docker.io/nginx", false],
    ["nginx", "nginx-unprivileged", false],
    ["example.org/app", "exampleXorg/app:v1", true],
    ["docker.io/.*", "docker.io/library/nginx:1", true],
  ])("finds image %j in %j as Go does", (name, image, expected) => {
    expect(compileGoRegexp(imagePattern(name))?.test(image)).toBe(expected);
  });

  test("answers the same for texts too long for a backtracking engine", () => {
    const pattern = compileGoRegexp("^(?:a*b?a*)$");
    expect(pattern?.test("a".repeat(100_000))).toBe(true);
    expect(pattern?.test(`${"a".repeat(100_000)}c`)).toBe(false);
  });
});

describe("anchored", () => {
  test("matches the whole text only", () => {
    expect(anchored("web")?.test("web")).toBe(true);
    expect(anchored("web")?.test("web-1")).toBe(false);
    expect(anchored("web.*")?.test("web-1")).toBe(true);
    expect(anchored("a|b")?.test("ab")).toBe(false);
  });

  test("matches everything when empty", () => {
    expect(anchored("")?.test("web")).toBe(true);
  });

  test("refuses what Go refuses", () => {
    expect(anchored("[")).toBeUndefined();
  });

  test("compiles the anchored text, so that unbalanced parentheses may pair up", () => {
    expect(anchored("a)(b")?.test("ab")).toBe(true);
  });
});

describe("toJavaScript", () => {
  test.each([imagePattern("docker.io/library/nginx"), "^(?:.*-config)$", "^(?:Deployment|StatefulSet)$"])(
    "takes over %j",
    (pattern) => {
      expect(toJavaScript(pattern)).toBeInstanceOf(RegExp);
    },
  );

  test.each([
    "(a*)*b",
    "(a+)+$",
    ".*.*.*x",
    "(a|b|ab)*c",
    "^a?a?a?a?a?a?a?a?a?a?aaaaaaaaaa$",
    "(a",
    "a{2}",
    "(?i)a",
  ])("leaves %j to the RE2 engine, which cannot backtrack", (pattern) => {
    expect(toJavaScript(pattern)).toBeUndefined();
  });
});
