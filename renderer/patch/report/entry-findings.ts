// What is suspicious about the entries of a build: no target, no effect, or two of them at the same field.
import type { Collector } from "../../diagnostics/collector.ts";
import { inFile } from "../../diagnostics/location.ts";
import { friendlyId } from "../../resource/res-id.ts";
import type { Step } from "../../yaml/node.ts";
import { printPath } from "../../yaml/path.ts";
import { isPatch, type RecordedEntry } from "./entry-recorder.ts";

/**
 * Reports `patch/no-target`, `transform/no-target`, `patch/target-unmatched`, `patch/no-effect` and `patch/two-writers`,
 * at the entries.
 */
export function reportEntries(entries: readonly RecordedEntry[], collector: Collector): void {
  for (const entry of entries) {
    if (entry.objects.length === 0) reportUnmatched(entry, collector);
    else if (hasEffect(entry)) reportOverrides(entry, collector);
    else reportIdle(entry, collector);
  }
}

/** Whether the entry did anything. */
export function hasEffect({ objects }: RecordedEntry): boolean {
  return objects.some(({ isRemoved, fields }) => isRemoved || fields.length > 0);
}

// What goes to all objects, whichever they are, has no target to miss.
const untargeted: ReadonlySet<string> = new Set([
  "namespace",
  "NamespaceTransformer",
  "ValueAddTransformer",
  "namePrefix",
  "nameSuffix",
  "labels",
  "commonLabels",
  "commonAnnotations",
]);

/** Whether the entry names what it is for. */
export function hasTarget({ by }: Step): boolean {
  return !untargeted.has(by);
}

function reportUnmatched({ step, what }: RecordedEntry, collector: Collector): void {
  if (!hasTarget(step)) return;
  const message = `${step.by}: ${what} matches no object`;
  if (isOfComponent(step)) {
    collector.report("patch/target-unmatched", message, {
      at: step,
      help: "a component may be for others, too; remove the entry if none of them needs it",
    });
    return;
  }
  collector.report(isPatch(step) ? "patch/no-target" : "transform/no-target", message, {
    at: step,
    help: "remove the entry, or correct its target; what is for some overlays only belongs in a component",
  });
}

function isOfComponent(step: Step): boolean {
  return /^kind:\s*["']?Component\b/m.test(inFile(step).source.text);
}

function reportIdle({ step, what, objects }: RecordedEntry, collector: Collector): void {
  // A namespace that is there already is said again to be sure.
  if (step.by === "namespace" || step.by === "NamespaceTransformer") return;
  collector.report("patch/no-effect", `${step.by}: ${what} changes nothing`, {
    at: step,
    notes: objects.slice(0, 3).map(({ id }) => ({ message: `${friendlyId(id)} is so already` })),
    help: "remove the entry, or the value that it was to replace was changed elsewhere",
  });
}

function reportOverrides({ step, what, objects }: RecordedEntry, collector: Collector): void {
  const byOther = new Map<Step, string[]>();
  for (const { id, fields } of objects) {
    for (const { path, overrides } of fields) {
      if (!overrides) continue;
      byOther.set(overrides, [
        ...(byOther.get(overrides) ?? []),
        `\`${printPath(path)}\` of ${friendlyId(id)}`,
      ]);
    }
  }
  for (const [other, places] of byOther) {
    const [first = ""] = places;
    const more = places.length > 1 ? ` and ${places.length - 1} more` : "";
    collector.report("patch/two-writers", `${step.by}: ${what} overrides ${first}${more}`, {
      at: step,
      notes: [{ message: "this entry sets it, too", at: other }],
      help: "let one of them set the field, so that it does not matter which comes last",
    });
  }
}
