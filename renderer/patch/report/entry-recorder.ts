// What the entries of the kustomizations did in one build: the objects that each was applied to, and their fields.
import { inFile } from "../../diagnostics/location.ts";
import type { AppliedEntry, EntryWatcher } from "../../load/context.ts";
import type { ResId } from "../../resource/res-id.ts";
import { once } from "../../text/once.ts";
import { historyOf } from "../../yaml/history.ts";
import type { Step } from "../../yaml/node.ts";
import { type ChangedField, changedFields } from "./changed-fields.ts";

export interface RecordedEntry {
  readonly step: Step;
  /** The part of the entry that tells it from others: the file of a patch, the name of an image. */
  readonly what: string;
  /** In the order of the build; an object that is there twice was met twice. */
  readonly objects: readonly RecordedObject[];
  /** Why it matches nothing, where that can be said. */
  readonly help?: string;
}

export interface RecordedObject {
  /** As the object was called by then. */
  readonly id: ResId;
  readonly isRemoved: boolean;
  /** Whether it is not what it was before. */
  readonly isChanged: boolean;
  readonly fields: readonly RecordedField[];
}

export interface RecordedField extends ChangedField {
  /** The patch that had set the value before, when this entry is another patch; the same for replacements. */
  readonly overrides: Step | undefined;
}

interface OpenEntry extends RecordedEntry {
  readonly objects: RecordedObject[];
  help?: string;
}

/** Builds that share a base are told the same of it. */
const changesBy = new WeakMap<AppliedEntry, readonly ChangedField[]>();

/** Give it to one build as its watcher, and read `entries` after. */
export class EntryRecorder implements EntryWatcher {
  readonly #entries = new Map<string, OpenEntry>();

  get entries(): readonly RecordedEntry[] {
    return [...this.#entries.values()];
  }

  started(step: Step, what: string): void {
    const key = keyOf(step);
    if (!this.#entries.has(key)) this.#entries.set(key, { step, what, objects: [] });
  }

  applied(step: Step, work: AppliedEntry): void {
    // A label goes to thousands of objects, and most readers only ask whether it changed any.
    const fields = once(() => this.#fieldsOf(work, step));
    this.#entries.get(keyOf(step))?.objects.push({
      id: work.before.id,
      isRemoved: !work.after,
      get isChanged() {
        return isChanged(work);
      },
      get fields() {
        return fields();
      },
    });
  }

  #fieldsOf(work: AppliedEntry, step: Step): readonly RecordedField[] {
    if (!work.after) return [];
    const found = changesBy.get(work) ?? [...changedFields(work.before.node, work.after.node)];
    changesBy.set(work, found);
    return found.map((changed) => ({
      ...changed,
      overrides: work.isPartial ? undefined : this.#overridden(work, changed, step),
    }));
  }

  missed(step: Step, help: string): void {
    const entry = this.#entries.get(keyOf(step));
    if (entry) entry.help = help;
  }

  #overridden({ before }: AppliedEntry, changed: ChangedField, step: Step): Step | undefined {
    if (!changed.before || !changed.after) return undefined;
    const [writer] = historyOf(before.node, changed.formerPath);
    if (writer?.by === undefined) return undefined;
    const other = this.#entries.get(keyOf(writer.entry ?? writer.at))?.step;
    return other?.by === writer.by && other !== step && mayConflict(other, step) ? other : undefined;
  }
}

// Tags complete what patches bring, replacements fill in what they leave open, and counts, labels and namespaces of an
// overlay are meant to win. Two of a kind that want different values are not meant to.
function mayConflict(a: Step, b: Step): boolean {
  return (isPatch(a) && isPatch(b)) || (isReplacement(a) && isReplacement(b));
}

/** Whether the entry is of those that one of the same kind can contradict. */
export function mayBeContradicted(step: Step): boolean {
  return mayConflict(step, step);
}

function isReplacement({ by }: Step): boolean {
  return by === "replacements";
}

/** Whether an entry is a patch, in any of the three fields for them. */
export function isPatch({ by }: Step): boolean {
  return by === "patches" || by === "patchesStrategicMerge" || by === "patchesJson6902";
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

/** Whether the entry did anything. */
export function hasEffect({ objects }: RecordedEntry): boolean {
  return objects.some((object) => object.isChanged);
}

function isChanged({ before, after }: AppliedEntry): boolean {
  if (!after) return true;
  for (const _ of changedFields(before.node, after.node)) return true;
  return false;
}

function keyOf(place: Pick<Step, "source" | "at">): string {
  const { source, at } = inFile(place);
  return `${source.path}\0${at}`;
}
