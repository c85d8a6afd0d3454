// What all messages about a kustomization share.
import type { Code } from "../diagnostics/codes.ts";
import type { Collector } from "../diagnostics/collector.ts";
import { printPath } from "../yaml/path.ts";
import type { Path } from "./shape.ts";

export type Report = Collector["report"];

/** What is no mistake where something is read loosely, as Go does without being told to be strict. */
export function isLoose(code: Code): boolean {
  return code === "kustomization/unknown-field" || code === "kustomization/duplicate-field";
}

/** More fields than this are not listed in a message. */
export const manyFields = 12;

/** The subject of a message. */
export function nameOf(path: Path): string {
  return path.length === 0 ? "a kustomization" : `\`${show(path)}\``;
}

/** A path as messages show it: images[0].newTag */
export function show(path: Path): string {
  return printPath(
    path.map((step) =>
      typeof step === "number" ? { kind: "index", index: step } : { kind: "field", name: step },
    ),
  );
}
