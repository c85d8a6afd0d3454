import { attempt, Collector } from "../../renderer/diagnostics/collector.ts";
import { lineAndColumn } from "../../renderer/diagnostics/location.ts";
import { type KustomizationFile, readKustomization } from "../../renderer/kustomization/read.ts";
import { parseDocument } from "../../renderer/yaml/parse.ts";

export interface Finding {
  readonly code: string;
  /** line:column */
  readonly at: string;
  readonly message: string;
  readonly help: string | undefined;
}

/** Reads the text of a kustomization file. */
export function read(text: string): { file: KustomizationFile | undefined; findings: readonly Finding[] } {
  const collector = new Collector();
  const source = { path: "kustomization.yaml", text };
  const file = attempt(() => {
    const root = parseDocument(source, collector);
    return collector.hasErrors ? undefined : readKustomization(root, source, collector);
  });
  const findings = collector.sorted().map(({ code, at, message, help }) => {
    const { line, column } = lineAndColumn(at?.source ?? source, at?.at ?? -1);
    return { code, at: `${line}:${column}`, message, help };
  });
  return { file, findings };
}

/** Reads a kustomization that has to be right, warnings allowed. */
export function readGood(text: string): KustomizationFile {
  const { file, findings } = read(text);
  if (!file) throw new Error(findings.map((finding) => `${finding.at} ${finding.message}`).join("\n"));
  return file;
}
