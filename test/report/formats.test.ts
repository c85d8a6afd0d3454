// The formats that other programs read, held to what those programs demand.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";
import { describe, expect, test } from "vitest";
import type { Diagnostic, RuleCode, Severity } from "../../renderer/diagnostics/diagnostic.ts";
import type { SourceFile } from "../../renderer/diagnostics/location.ts";
import { githubReport } from "../../renderer/report/github.ts";
import { validationJson } from "../../renderer/report/json.ts";
import { junitReport } from "../../renderer/report/junit.ts";
import { markdownReport } from "../../renderer/report/markdown.ts";
import { sarifReport } from "../../renderer/report/sarif.ts";
import { plainStyle } from "../../renderer/report/style.ts";
import type { Report } from "../../renderer/report/summary.ts";
import { textReport, validationText } from "../../renderer/report/text.ts";

const source: SourceFile = { path: "base/a b/ö.yaml", text: "a: 1\nb: <two>\n\nspec: {}\n" };

function finding(i: number, severity: Severity = "error"): Diagnostic {
  return {
    code: `practice/rule-${i % 3}` as RuleCode,
    severity,
    message: `b is "<two>" & ]]> | *x* @team \u0007 ${i}`,
    at: { source, at: 8, end: 13 },
    notes: [{ message: "was `1`", at: { source, at: 3 } }, { message: "no place" }],
    help: "write 100%, not::half\nof it",
    object: "Pod/web in shop",
    field: "spec.b",
  };
}

const findings = (count: number, severity?: Severity): Diagnostic[] =>
  Array.from({ length: count }, (_, i) => finding(i, severity));

const describeRule = (code: string): { summary: string; severity: Severity; source: string } => ({
  summary: `The summary of ${code}`,
  severity: "error",
  source: "https://example.org/rule",
});

const samePath = (path: string): string => path;

function report(diagnostics: readonly Diagnostic[]): Report {
  const overlay = { directory: "overlays/prod", objects: 3, excused: 0, failed: false };
  return { diagnostics, overlays: [overlay], uncounted: new Map(), known: 0 };
}

describe("SARIF", () => {
  const require = createRequire(import.meta.url);
  const json = (name: string): object => JSON.parse(readFileSync(require.resolve(name), "utf8"));
  const ajv = new Ajv({ schemaId: "auto", meta: false, allErrors: true });
  ajv.addMetaSchema(json("ajv/lib/refs/json-schema-draft-04.json"));
  const isValid = ajv.compile(json("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

  test.each([
    ["nothing", []],
    ["findings of all severities", [finding(0), finding(1, "warning"), finding(2, "info")]],
    ["a finding without a place", [{ ...finding(0), at: undefined } as unknown as Diagnostic]],
    ["a finding at the end of a file", [{ ...finding(0), at: { source, at: source.text.length } }]],
  ])("of %s is valid against the schema of 2.1.0", (_, diagnostics) => {
    const log = JSON.parse(sarifReport(diagnostics, describeRule, "1.2.3", samePath));
    isValid(log);
    expect(isValid.errors ?? []).toEqual([]);
    expect(log.runs[0].results).toHaveLength(diagnostics.length);
  });

  test("an invalid log would be noticed", () => {
    const log = JSON.parse(sarifReport([finding(0)], describeRule, "1.2.3", samePath));
    log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
    expect(isValid(log)).toBe(false);
  });

  test("points at lines of the source, by a relative URI", () => {
    const [result] = JSON.parse(sarifReport([finding(0)], describeRule, "1.2.3", samePath)).runs[0].results;
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "base/a%20b/%C3%B6.yaml" },
      region: { startLine: 2, startColumn: 4, endLine: 2, endColumn: 9 },
    });
  });

  test("gives a finding the same fingerprint when its line moves", () => {
    const moved: SourceFile = { path: source.path, text: `\n\n${source.text}` };
    const print = (found: Diagnostic): string =>
      JSON.parse(sarifReport([found], describeRule, "1.2.3", samePath)).runs[0].results[0]
        .partialFingerprints["emqxGitops/v1"];
    expect(print({ ...finding(0), at: { source: moved, at: 10 } })).toBe(print(finding(0)));
    expect(print(finding(3))).not.toBe(print(finding(0)));
  });

  test("holds what GitHub keeps, errors first", () => {
    const many = [...findings(4000, "warning"), ...findings(4000)];
    const { results } = JSON.parse(sarifReport(many, describeRule, "1.2.3", samePath)).runs[0];
    expect(results).toHaveLength(5000);
    expect(results[3999].level).toBe("error");
  });
});

describe("GitHub annotations", () => {
  test("escape what would end them", () => {
    const [line] = githubReport([finding(0)], samePath).split("\n");
    expect(line).toMatch(/^::error file=base\/a b\/ö\.yaml,line=2,col=4,title=practice\/rule-0::/);
    expect(line).toContain("help: write 100%25, not::half%0Aof it");
  });

  test("are ten of a kind at most, and the last one says how many more there are", () => {
    const lines = githubReport([...findings(25), ...findings(3, "warning")], samePath)
      .trimEnd()
      .split("\n");
    expect(lines.filter((line) => line.startsWith("::error"))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith("::warning"))).toHaveLength(3);
    expect(lines).toContain("::error::16 more errors in the log of this step");
    expect(lines).toHaveLength(10 + 16 + 3);
    expect(lines.slice(10, 26).every((line) => line.startsWith("base/a b/ö.yaml:2:4: error"))).toBe(true);
  });
});

describe("JUnit", () => {
  test("is well-formed XML without what XML cannot hold", () => {
    const xml = junitReport(report(findings(4)));
    expect(xml).not.toContain("\u0007");
    expect(xml).toContain("b is &quot;&lt;two&gt;&quot; &amp; ]]&gt;");
    const opened = [...xml.matchAll(/<(\w+)[^>]*?(\/?)>/g)].filter(([, , closed]) => closed === "");
    const closed = [...xml.matchAll(/<\/(\w+)>/g)];
    expect(opened.map(([, name]) => name).sort()).toEqual(closed.map(([, name]) => name).sort());
  });

  test("counts a failure for each rule that was broken, and none for remarks", () => {
    expect(junitReport(report(findings(9)))).toContain(
      '<testsuites name="gitops validate" tests="3" failures="3">',
    );
    expect(junitReport(report(findings(9, "info")))).toContain('tests="3" failures="0"');
    expect(junitReport(report([]))).toContain('tests="1" failures="0"');
  });
});

describe("markdown", () => {
  test("fits into a comment, errors first, and says what is left out", () => {
    const text = markdownReport(report([...findings(2000, "warning"), ...findings(5)]));
    expect(text.length).toBeLessThan(65_536);
    expect(text.indexOf("❌")).toBeLessThan(text.indexOf("⚠️"));
    const shown = text.match(/^- (❌|⚠️)/gm)?.length ?? 0;
    expect(text).toContain(`… and ${2005 - shown} more findings`);
  });

  test("keeps names from becoming markup or mentions", () => {
    const text = markdownReport(report([finding(0)]));
    expect(text).toContain("\\<two\\>");
    expect(text).not.toContain("@team");
    expect(text).not.toContain(" *x*");
  });
});

test("the text shows the most severe of too many, in the order of the files", () => {
  const text = textReport([...findings(150, "warning"), ...findings(60)], plainStyle);
  expect(text.match(/^error/gm)).toHaveLength(60);
  expect(text.match(/^warning/gm)).toHaveLength(40);
  expect(text.indexOf("warning")).toBeLessThan(text.indexOf("error"));
  expect(text).toContain("… and 110 more");
});

test("a message cannot send control sequences to a terminal", () => {
  const hostile = { ...finding(0), message: "an image `\u001b[2Jx`", help: "\u009b31m" };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(textReport([hostile], plainStyle)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

describe("names that a stranger chose", () => {
  const place: Diagnostic["at"] = {
    source: { path: "base/\u001b[31m\n::stop-commands::x/a.yaml", text: "a: \u202Eb\u001b[2J\n" },
    at: 3,
  };
  const hostile: Diagnostic = {
    ...finding(0),
    message: "no `x\n::error::y` ##[stop-commands]z \u001b[2J",
    at: place,
    notes: [{ message: "\n ::warning::n\u009b31m", at: place }],
    help: "\u0007\r::notice::h",
    object: "Pod/\u001b]0;t\u0007",
    field: 'spec["\u001b"]',
    overlays: ["\u001b[1m\n::error::o"],
  };
  const overlay = { directory: "::error::d\u001b[0m", objects: 1, excused: 0, failed: false };
  const whole = { ...report([hostile]), overlays: [overlay] };
  const texts = {
    text: validationText(whole, plainStyle),
    github: githubReport(
      Array.from({ length: 11 }, () => hostile),
      samePath,
    ),
    junit: junitReport(whole),
    markdown: markdownReport(whole),
    json: validationJson(whole),
    sarif: sarifReport([hostile], describeRule, "1.2.3", samePath),
  };

  test.each(Object.entries(texts))("%s has none of their control characters", (_, text) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  test.each(Object.entries({ text: texts.text, github: texts.github }))(
    "%s has no command of theirs, nor what hides a text",
    (_, text) => {
      const commands = text.split(/[\r\n]/).filter((line) => /^\s*::/.test(line));
      expect(
        commands.filter((line) => !/^::error (file=|title=)|^::error::2 more errors/.test(line)),
      ).toEqual([]);
      expect(text.split("\n").filter((line) => line.includes("##[") && !line.startsWith("::error"))).toEqual(
        [],
      );
      expect(text).not.toMatch(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    },
  );

  test("what a message quotes stays as it is in markdown, and nothing else comes alive", () => {
    const message = "`spec.ports[0].port` of ``<b>`` `a`<i>`@x` [x](y) @z `";
    expect(markdownReport(report([{ ...finding(0), message }]))).toContain(
      "**`spec.ports[0].port` of ''\\<b\\>'' `a`\\<i\\>`@x` \\[x\\](y) @\u200Bz \\`**",
    );
  });
});
