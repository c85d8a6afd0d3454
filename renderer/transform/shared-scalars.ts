// kustomize's label and annotation transformers put one value node into several fields of an object. Whoever changes
// it through one field later changes it in all of them: a patch of `metadata.labels.app` then also moves a selector
// that `commonLabels` filled in. That is in the bytes that controllers apply, so it is so here; a shared scalar knows
// its group, and writes to it are spread when the step is done.
import { withItem, withValueAt } from "../yaml/edit.ts";
import { type Mapping, type Node, type Scalar, type SharedScalar, withWritten } from "../yaml/node.ts";

/** The shared values that one step wrote on one object; the last write wins, as with a real pointer. */
export class SharedWrites {
  // Most steps on most objects write none.
  #writes: Map<SharedScalar, Scalar> | undefined;

  /** Records a write in place of `old`; the new value stays in the group of the old one. */
  replace(old: Node, next: Scalar): Scalar {
    const shared = old.written?.shared;
    if (!shared || !next.written) return next;
    const member = withWritten(next, { ...next.written, shared });
    this.#writes ??= new Map();
    this.#writes.set(shared, member);
    return member;
  }

  /** What a scalar has become by now: its group may have been written to through another field. */
  latest(node: Scalar): Scalar {
    const shared = node.written?.shared;
    return (shared && this.#writes?.get(shared)) ?? node;
  }

  /** Brings the writes to the other fields of their groups. */
  spread(root: Mapping): Mapping {
    return this.#writes ? (withWrites(root, this.#writes) as Mapping) : root;
  }
}

function withWrites(node: Node, writes: ReadonlyMap<SharedScalar, Scalar>): Node {
  if (node.kind === "scalar") {
    const shared = node.written?.shared;
    return (shared && writes.get(shared)) ?? node;
  }
  let result = node;
  if (result.kind === "mapping") {
    for (let i = 0; i < result.values.length; i++) {
      result = withValueAt(result, i, withWrites(result.values[i] as Node, writes));
    }
    return result;
  }
  for (let i = 0; i < result.items.length; i++) {
    result = withItem(result, i, withWrites(result.items[i] as Node, writes));
  }
  return result;
}
