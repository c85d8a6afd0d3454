// One tree, built by both: the same bytes, or both refuse.
import { project } from "../project.ts";
import type { Tree } from "./generate/tree.ts";

export type Outcome =
  | { readonly kind: "printed"; readonly yaml: string }
  | { readonly kind: "refused"; readonly why: string }
  /** An exception, or no answer in time. */
  | { readonly kind: "failed"; readonly why: string };

export interface Comparison {
  readonly ours: Outcome;
  readonly theirs: Outcome;
  /** In one word what differs; undefined when nothing does. */
  readonly difference: "bytes" | "only-we-refuse" | "only-they-refuse" | "we-failed" | undefined;
}

export function compare(ours: Outcome, theirs: Outcome): Comparison {
  return { ours, theirs, difference: differenceOf(ours, theirs) };
}

function differenceOf(ours: Outcome, theirs: Outcome): Comparison["difference"] {
  if (ours.kind === "failed") return "we-failed";
  if (theirs.kind === "failed") return undefined;
  if (ours.kind !== theirs.kind) return ours.kind === "refused" ? "only-we-refuse" : "only-they-refuse";
  return ours.kind === "printed" && theirs.kind === "printed" && ours.yaml !== theirs.yaml
    ? "bytes"
    : undefined;
}

/** The tree as this renderer builds it, from memory. */
export function buildOurs(tree: Tree): Outcome {
  try {
    const { yaml, diagnostics } = project(Object.fromEntries(tree.files)).render(tree.target);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    return errors.length === 0
      ? { kind: "printed", yaml }
      : { kind: "refused", why: errors.map(({ code, message }) => `${code}: ${message}`).join("\n") };
  } catch (error) {
    return { kind: "failed", why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
