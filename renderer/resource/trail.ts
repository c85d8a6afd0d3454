// buildMetadata: where an object came from and which transformers it went through, as kustomize annotates it. This is
// kustomize's own, coarse record; the origin of each value is in the nodes.
import { posix } from "node:path";
import { encodedText } from "../yaml/encoded-style.ts";
import { apiVersionOf } from "./gvk.ts";
import type { ResId } from "./res-id.ts";

export interface OriginRecord {
  readonly path?: string;
  readonly repo?: string;
  readonly ref?: string;
  readonly configuredIn?: string;
  readonly configuredBy?: ConfiguredBy;
}

export interface ConfiguredBy {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name?: string;
  readonly namespace?: string;
}

export interface Trail {
  readonly origin: OriginRecord | undefined;
  readonly transformations: readonly OriginRecord[];
}

export const noTrail: Trail = { origin: undefined, transformations: [] };

/** The record of a path below the directory that a record stands for. */
export function below(origin: OriginRecord, path: string): OriginRecord {
  return { ...origin, path: posix.join(origin.path ?? "", path) };
}

/** The record of a generator or transformer that a kustomization's own field configures. */
export function builtinRecord(directory: OriginRecord, fileName: string, kind: string): OriginRecord {
  const { repo, ref } = directory;
  return {
    ...(repo ? { repo } : {}),
    ...(ref ? { ref } : {}),
    configuredIn: posix.join(directory.path ?? "", fileName),
    configuredBy: { apiVersion: "builtin", kind },
  };
}

/** Adds a step: it is the origin of an object that has none, else one of its transformations. */
export function withRecord(trail: Trail | undefined, record: OriginRecord): Trail {
  if (!trail?.origin) return { origin: record, transformations: trail?.transformations ?? [] };
  return { ...trail, transformations: [...trail.transformations, record] };
}

export const originAnnotation = "config.kubernetes.io/origin";
export const transformationsAnnotation = "alpha.config.kubernetes.io/transformations";

/** What is left of a trail when only these annotations of it are. */
export function remaining(trail: Trail, annotations: ReadonlySet<string>): Trail {
  return {
    origin: annotations.has(originAnnotation) ? trail.origin : undefined,
    transformations: annotations.has(transformationsAnnotation) ? trail.transformations : [],
  };
}

/** The trail as annotations, in which kustomize keeps it while it builds. */
export function trailTexts({ origin, transformations }: Trail): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (origin) texts.set(originAnnotation, originText(origin));
  if (transformations.length > 0) texts.set(transformationsAnnotation, transformationsText(transformations));
  return texts;
}

/** The text of the origin annotation. */
export function originText(record: OriginRecord): string {
  return `${recordLines(record).join("\n")}\n`;
}

/** The text of the transformations annotation. */
export function transformationsText(records: readonly OriginRecord[]): string {
  return records.map((record) => `- ${recordLines(record).join("\n  ")}\n`).join("");
}

function recordLines(record: OriginRecord): string[] {
  const lines: string[] = [];
  for (const name of ["path", "repo", "ref", "configuredIn"] as const) {
    const value = record[name];
    if (value) lines.push(`${name}: ${encodedText(value)}`);
  }
  const by = record.configuredBy;
  if (!by) return lines;
  lines.push("configuredBy:");
  for (const name of ["apiVersion", "kind", "name", "namespace"] as const) {
    const value = by[name];
    if (value) lines.push(`  ${name}: ${encodedText(value)}`);
  }
  return lines;
}

/** The record of a generator or transformer that a configuration object sets up; none when that has no origin itself. */
export function pluginRecord(origin: OriginRecord | undefined, id: ResId): OriginRecord | undefined {
  if (!origin) return undefined;
  const { repo, ref, path } = origin;
  return {
    ...(repo ? { repo } : {}),
    ...(ref ? { ref } : {}),
    ...(path ? { configuredIn: path } : {}),
    configuredBy: {
      apiVersion: apiVersionOf(id),
      kind: id.kind,
      name: id.name,
      ...(id.namespace ? { namespace: id.namespace } : {}),
    },
  };
}
