// JUnit XML: a suite for each overlay, a case for each rule that was broken, and one that passes when none was.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { positionOf } from "../diagnostics/location.ts";
import { visible } from "./printable.ts";
import { findingsOf, type Report } from "./summary.ts";

export function junitReport(report: Report): string {
  const suites = report.overlays.map(({ directory, failed }) => {
    const found = findingsOf(directory, report);
    return suite(directory, found, failed);
  });
  const failures = suites.reduce((sum, { failures }) => sum + failures, 0);
  const tests = suites.reduce((sum, { tests }) => sum + tests, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="gitops validate" tests="${tests}" failures="${failures}">`,
    ...suites.map(({ xml }) => xml),
    "</testsuites>",
    "",
  ].join("\n");
}

interface Suite {
  readonly xml: string;
  readonly tests: number;
  readonly failures: number;
}

function suite(directory: string, found: readonly Diagnostic[], failed: boolean): Suite {
  const byCode = group(found);
  const cases = [...byCode].map(([code, all]) => testCase(directory, code, all));
  if (cases.length === 0)
    cases.push({ xml: `    <testcase classname="${text(directory)}" name="validate"/>`, isFailure: failed });
  const failures = cases.filter(({ isFailure }) => isFailure).length;
  const xml = [
    `  <testsuite name="${text(directory)}" tests="${cases.length}" failures="${failures}">`,
    ...cases.map((each) => each.xml),
    "  </testsuite>",
  ].join("\n");
  return { xml, tests: cases.length, failures };
}

function group(found: readonly Diagnostic[]): Map<Diagnostic["code"], Diagnostic[]> {
  const groups = new Map<Diagnostic["code"], Diagnostic[]>();
  for (const each of found) groups.set(each.code, [...(groups.get(each.code) ?? []), each]);
  return groups;
}

// Remarks are told and do not fail a case.
function testCase(
  directory: string,
  code: string,
  all: readonly Diagnostic[],
): { readonly xml: string; readonly isFailure: boolean } {
  const isFailure = all.some(({ severity }) => severity !== "info");
  const lines = all.map((each) => {
    const place = each.at ? positionOf(each.at) : undefined;
    const where = place ? `${place.path}:${place.line}:${place.column}: ` : "";
    return `${where}${each.severity}: ${each.message}${each.help ? ` (${each.help})` : ""}`;
  });
  const element = isFailure ? "failure" : "system-out";
  const attribute = isFailure ? ` message="${text(all[0]?.message ?? "")}" type="${text(code)}"` : "";
  return {
    isFailure,
    xml: [
      `    <testcase classname="${text(directory)}" name="${text(code)}">`,
      `      <${element}${attribute}>${text(lines.join("\n"))}</${element}>`,
      "    </testcase>",
    ].join("\n"),
  };
}

function text(value: string): string {
  // What XML 1.0 cannot hold, not even as a reference, is left out.
  const allowed = visible(value).replace(/[\uFFFE\uFFFF]/g, "\uFFFD");
  return allowed.replace(/[&<>"]/g, (character) => `&${entities[character] ?? ""};`);
}

const entities: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" };
