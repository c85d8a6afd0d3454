// The six operations of RFC 6902, as Go's json-patch library carries them out. kustomize is built with version 4 or 5
// of it; where they differ (4 lets `replace` and `copy` take what is missing for null), the stricter one counts, which
// is the RFC's way.
// Source: github.com/evanphx/json-patch, patch.go
import type { Place, SourceFile } from "../../diagnostics/location.ts";
import { withField, withItem, withoutField, withValueAt, writtenBy } from "../../yaml/edit.ts";
import { isNull, type Node, placeOf, type Step, scalar, withItems } from "../../yaml/node.ts";
import { isEqual } from "./equal.ts";
import { type Failure, missing, noPointer, unexpected } from "./failures.ts";
import { childAt, childIndex, type Pointer, positionIn } from "./pointer.ts";
import type { JsonPatch, Operation } from "./read.ts";
import { findObstacle } from "./representable.ts";

export type FailAt = (message: string, at: Place, help?: string) => never;

/**
 * Applies all operations, or fails at the first one that does not apply.
 *
 * @param target  the object as it comes back from JSON (round-trip.ts)
 * @param step    the entry that the patch belongs to; what is written remembers it
 */
export function applyJsonPatch(target: Node, patch: JsonPatch, step: Step, fail: FailAt): Node {
  const obstacle = findObstacle(target);
  if (obstacle)
    fail(`an object must fit into JSON to be patched, but ${obstacle.message}`, placeOf(obstacle.node));
  const work: Work = {
    step,
    json: patch.json,
    fail: ({ message, node, help }) => fail(message, placeOf(node), help),
  };
  return patch.operations.reduce((root, operation) => applyOne(root, operation, work), target);
}

interface Work {
  readonly step: Step;
  readonly json: SourceFile | undefined;
  readonly fail: (failure: Failure) => never;
}

function applyOne(root: Node, operation: Operation, work: Work): Node {
  const { path } = operation;
  switch (operation.op) {
    case "add":
      return add(root, path, operation.value, work);
    case "copy":
      return add(root, path, valueAt(root, operation.from, work), work);
    case "move":
      return add(remove(root, operation.from, work), path, valueAt(root, operation.from, work), work);
    case "remove":
      return remove(root, path, work);
    case "replace":
      return replace(root, path, operation.value, work);
    case "test":
      return testValue(root, path, operation.value, work);
  }
}

type Change = (container: Node, key: string) => Node;

/** Changes the container that the last step of a pointer stands in. */
function atPointer(root: Node, pointer: Pointer, work: Work, change: Change): Node {
  const { steps } = pointer;
  if (!steps) return work.fail(noPointer(pointer));
  const descend = (node: Node, depth: number): Node => {
    const step = steps[depth] ?? "";
    if (depth === steps.length - 1) return change(node, step);
    const i = childIndex(node, step);
    const child = childAt(node, i);
    if (!child || child.kind === "scalar") return work.fail(missing(root, pointer, depth));
    return withChild(node, i, descend(child, depth + 1));
  };
  return descend(root, 0);
}

function withChild(node: Node, i: number, child: Node): Node {
  if (node.kind === "mapping") return withValueAt(node, i, child);
  return node.kind === "sequence" ? withItem(node, i, child) : node;
}

function valueAt(root: Node, pointer: Pointer, work: Work): Node {
  let found: Node | undefined;
  atPointer(root, pointer, work, (container, key) => {
    found = childAt(container, childIndex(container, key)) ?? work.fail(missing(root, pointer));
    return container;
  });
  return found as Node;
}

function add(root: Node, path: Pointer, value: Node, work: Work): Node {
  const { step } = work;
  return atPointer(root, path, work, (container, name) => {
    if (container.kind === "mapping") {
      const key = scalar(name, "str", "plain", path.node.source, path.node.at, { step });
      return withField(container, key, written(value, step, childAt(container, childIndex(container, name))));
    }
    if (container.kind !== "sequence") return work.fail(missing(root, path));
    const { items } = container;
    const at = name === "-" ? items.length : positionIn(items.length + 1, name);
    if (at === undefined) return work.fail(missing(root, path));
    return withItems(container, items.toSpliced(at, 0, written(value, step, undefined)));
  });
}

function replace(root: Node, path: Pointer, value: Node, work: Work): Node {
  if (path.text === "") {
    // The library means to refuse a scalar here, and takes it for done instead.
    return value.kind === "scalar" ? root : written(value, work.step, root);
  }
  return atPointer(root, path, work, (container, key) => {
    const i = childIndex(container, key);
    const earlier = childAt(container, i);
    if (!earlier) return work.fail({ help: "`add` makes what is missing", ...missing(root, path) });
    return withChild(container, i, written(value, work.step, earlier));
  });
}

function remove(root: Node, path: Pointer, work: Work): Node {
  return atPointer(root, path, work, (container, key) => {
    const i = childIndex(container, key);
    if (i >= 0 && container.kind === "mapping") return withoutField(container, key);
    if (i >= 0 && container.kind === "sequence") return withItems(container, container.items.toSpliced(i, 1));
    return work.fail(missing(root, path));
  });
}

function testValue(root: Node, path: Pointer, value: Node | undefined, work: Work): Node {
  if (path.text === "") {
    return value && isEqual(root, value, work.json) ? root : work.fail(unexpected(path, root, value));
  }
  return atPointer(root, path, work, (container, key) => {
    const present = childAt(container, childIndex(container, key));
    if (!present && container.kind === "sequence") return work.fail(missing(root, path));
    const isNothing = !present || isNull(present);
    const wantsNothing = !value || isNull(value);
    const holds = isNothing || wantsNothing ? isNothing && wantsNothing : isEqual(present, value, work.json);
    return holds ? container : work.fail(unexpected(path, present, value));
  });
}

// A value that replaces nothing keeps the history that it brings along.
function written(value: Node, step: Step, earlier: Node | undefined): Node {
  return writtenBy(value, step, earlier ?? (value.written ? value : undefined));
}
