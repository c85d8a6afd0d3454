// Keeps the history of values that a function left as they were: it gives back text, which knows nothing of files.

import { writtenBy } from "../yaml/edit.ts";
import { emitDocument } from "../yaml/emit.ts";
import {
  indexOfKey,
  type Mapping,
  type Node,
  type Scalar,
  type Sequence,
  type Step,
  withoutShare,
} from "../yaml/node.ts";

/** `now` with the places and the history of equal values in `before`; what differs was written by `step`. */
export function reconcile(before: Node, now: Node, step: Step): Node {
  if (before.kind === "mapping" && now.kind === "mapping") return reconcileMapping(before, now, step);
  if (before.kind === "sequence" && now.kind === "sequence") return reconcileSequence(before, now, step);
  if (before.kind === "scalar" && now.kind === "scalar" && isSame(before, now))
    return withHistoryOf(before, now);
  return writtenBy(now, step, before);
}

function reconcileMapping(before: Mapping, now: Mapping, step: Step): Mapping {
  const values = now.values.map((value, i) => {
    const at = indexOfKey(before, now.keys[i]?.text ?? "");
    const old = before.values[at];
    return old ? reconcile(old, value, step) : writtenBy(value, step, undefined);
  });
  return withHistoryOf(before, { ...now, values });
}

function reconcileSequence(before: Sequence, now: Sequence, step: Step): Sequence {
  const items = now.items.map((item, i) => {
    const old = before.items[i];
    return old ? reconcile(old, item, step) : writtenBy(item, step, undefined);
  });
  return withHistoryOf(before, { ...now, items });
}

// Numbers may come back in another form.
function isSame(before: Scalar, now: Scalar): boolean {
  if (before.tag === now.tag && before.text === now.text) return true;
  return emitDocument(before, () => undefined) === emitDocument(now, () => undefined);
}

// The style stays the new one, because later steps see it; values that were shared are so no more.
function withHistoryOf<T extends Node>(before: Node, now: T): T {
  const { source, at, written } = before;
  return { ...now, source, at, written: written && withoutShare(written) };
}
