// SARIF 2.1.0, for code scanning. Lines are those of the sources, fingerprints survive moved lines.
// Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; limits of GitHub's upload
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { inFile, lineAndColumn, type Place } from "../diagnostics/location.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { PathOf } from "./github.ts";
import type { Describe } from "./rule-info.ts";

/** GitHub takes 25,000 results of a run and keeps 5,000. */
const resultsAtMost = 5000;

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };
const order: readonly Severity[] = ["error", "warning", "info"];

export function sarifReport(
  diagnostics: readonly Diagnostic[],
  describe: Describe,
  toolVersion: string,
  toRepository: PathOf,
): string {
  const kept = diagnostics
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
    .slice(0, resultsAtMost);
  const codes = [...new Set(kept.map(({ code }) => code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "emqx-gitops",
            semanticVersion: toolVersion,
            rules: codes.map((code) => toRule(code, describe)),
          },
        },
        columnKind: "utf16CodeUnits",
        results: kept.map((found) => toResult(found, codes.indexOf(found.code), toRepository)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toRule(code: string, describe: Describe): unknown {
  const { summary, why, fix, severity, source } = describe(code);
  const [area = ""] = code.split("/", 1);
  return {
    id: code,
    shortDescription: { text: `${summary}.` },
    ...(why ? { fullDescription: { text: `${why}.` } } : {}),
    ...(fix ? { help: { text: `${why ?? summary}. To put it right: ${fix}.` } } : {}),
    ...(source?.startsWith("https://") ? { helpUri: source } : {}),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [area] },
  };
}

function toResult(found: Diagnostic, ruleIndex: number, toRepository: PathOf): unknown {
  const related = found.notes.flatMap(({ at, message }) =>
    at ? [{ ...location(at, toRepository), message: { text: message } }] : [],
  );
  return {
    ruleId: found.code,
    ruleIndex,
    level: levels[found.severity],
    message: { text: [`${found.message}.`, ...(found.help ? [`Help: ${found.help}.`] : [])].join(" ") },
    ...(found.at ? { locations: [{ ...location(found.at, toRepository), ...logical(found) }] } : {}),
    ...(related.length > 0 ? { relatedLocations: related.map((other, id) => ({ id, ...other })) } : {}),
    partialFingerprints: { "emqxGitops/v1": fingerprintOf(found) },
  };
}

function logical({ object, field }: Diagnostic): object {
  if (object === undefined) return {};
  return {
    logicalLocations: [{ fullyQualifiedName: field ? `${object} ${field}` : object, kind: "object" }],
  };
}

function location(place: Place, toRepository: PathOf): object {
  const { source, at, end } = inFile(place);
  const { line, column } = lineAndColumn(source, at);
  const until = end === undefined ? undefined : lineAndColumn(source, end);
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(toRepository(source.path)) },
      region: {
        startLine: line,
        startColumn: column,
        ...(until ? { endLine: until.line, endColumn: until.column } : {}),
      },
    },
  };
}

// Relative references resolve against the repository's root.
function toUri(path: string): string {
  const parts = path.replaceAll("\\", "/").split("/").map(encodeURIComponent);
  return path.startsWith("/") ? `file://${parts.join("/")}` : parts.join("/");
}
