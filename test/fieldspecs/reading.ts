import { Collector } from "../../renderer/diagnostics/collector.ts";
import { positionOf } from "../../renderer/diagnostics/location.ts";
import { fieldSpecLists, type TransformerConfig } from "../../renderer/fieldspecs/config.ts";
import { crdConfig } from "../../renderer/fieldspecs/crds.ts";
import type { FieldSpec } from "../../renderer/fieldspecs/field-spec.ts";
import { readConfig } from "../../renderer/fieldspecs/read-config.ts";
import { gvkString } from "../../renderer/resource/gvk.ts";
import { parseDocument } from "../../renderer/yaml/parse.ts";

export interface ReadFile {
  readonly config: TransformerConfig;
  /** `code line:column message (help)` */
  readonly findings: readonly string[];
}

/** Reads a `configurations` file. */
export function configurations(text: string): ReadFile {
  return readWith(readConfig, text);
}

/** Reads a `crds` file. */
export function crds(text: string): ReadFile {
  return readWith(crdConfig, text);
}

function readWith(read: typeof readConfig, text: string): ReadFile {
  const collector = new Collector();
  const source = { path: "config.yaml", text };
  const config = read(parseDocument(source, collector), source, collector);
  const findings = collector.sorted().map(({ code, at, message, help }) => {
    const { line, column } = at ? positionOf(at) : { line: 0, column: 0 };
    return `${code} ${line}:${column} ${message}${help ? ` (${help})` : ""}`;
  });
  return { config, findings };
}

/** All field specs of a config, one a line: list, Gvk, path. */
export function linesOf(config: TransformerConfig): readonly string[] {
  const lists = fieldSpecLists.flatMap((list) => config[list].map((spec) => `${list} ${lineOf(spec)}`));
  const references = config.nameReference.flatMap((reference) =>
    reference.fieldSpecs.map((spec) => `nameReference ${gvkString(reference)} in ${lineOf(spec)}`),
  );
  return [...lists, ...references];
}

export function lineOf(spec: FieldSpec): string {
  return `${gvkString(spec)} ${spec.path}${spec.create ? " create" : ""}`;
}
