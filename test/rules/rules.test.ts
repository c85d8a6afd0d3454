// Every rule finds what it is about, in words that were looked at, and nothing where all is well.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { plainStyle } from "../../renderer/report/style.ts";
import { textReport } from "../../renderer/report/text.ts";
import { rules } from "../../renderer/validate/rules.ts";
import { findingsIn, fixtureRoot } from "./fixtures.ts";

describe.each(rules.map((rule) => [rule.code, rule] as const))("%s", (code, rule) => {
  test("finds what is wrong in the bad fixture", () => {
    const report = textReport(findingsIn(rule, "bad"), plainStyle);
    const golden = join(fixtureRoot, code, "expected.txt");
    if (process.env["UPDATE"] === "1") writeFileSync(golden, report);
    expect(report).not.toBe("");
    expect(report).toBe(readFileSync(golden, "utf8"));
  });

  test("finds nothing in the good fixture", () => {
    expect(findingsIn(rule, "good")).toEqual([]);
  });

  test("says what, why and how in sentences", () => {
    for (const text of [rule.summary, rule.why, rule.fix]) expect(text).toMatch(/^\S.{8,}[^.\s]$/);
    expect(rule.summary).toMatch(/^[A-Z`]/);
  });
});

describe("the list of rules", () => {
  test("has no code twice", () => {
    const codes = rules.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)]);
  });

  test("has a rule for every folder of fixtures", () => {
    const known = new Set<string>(rules.map(({ code }) => code));
    const folders = readdirSync(fixtureRoot, { recursive: true, encoding: "utf8" }).filter(
      (name) => name.split("/").length === 2 && existsSync(join(fixtureRoot, name, "expected.txt")),
    );
    expect(folders.filter((name) => !known.has(name))).toEqual([]);
  });
});
