// Which fields of an object an entry changed. Nodes share what was not touched, so only what was is walked.
import { toPlain } from "../../yaml/json.ts";
import { field, type Mapping, type Node, type Sequence } from "../../yaml/node.ts";
import type { PathPart } from "../../yaml/path.ts";

export type Path = readonly PathPart[];

/** A field with its values; one of them is undefined for a field that was added or removed. */
export interface ChangedField {
  readonly path: Path;
  /** Where the value was before, which differs when items of a list moved. */
  readonly formerPath: Path;
  readonly before: Node | undefined;
  readonly after: Node | undefined;
}

/** The outermost fields that differ by value, in the order they are found in. */
export function changedFields(before: Node, after: Node): Iterable<ChangedField> {
  return changesOf({ path: [], formerPath: [], before, after });
}

function* changesOf(pair: ChangedField): Iterable<ChangedField> {
  const { before, after } = pair;
  if (!before || !after) yield pair;
  else if (before === after) return;
  else if (before.kind === "mapping" && after.kind === "mapping") yield* changedKeys(before, after, pair);
  else if (before.kind === "sequence" && after.kind === "sequence") yield* changedItems(before, after, pair);
  else if (!isSameScalar(before, after)) yield pair;
}

// Patches write numbers in another form: 0440 is 288.
function isSameScalar(a: Node, b: Node): boolean {
  if (a.kind !== "scalar" || b.kind !== "scalar" || a.tag !== b.tag) return false;
  return a.text === b.text || toPlain(a) === toPlain(b);
}

function* changedKeys(before: Mapping, after: Mapping, pair: ChangedField): Iterable<ChangedField> {
  const left = new Map(before.keys.map(({ text }, i) => [text, before.values[i]]));
  for (const [i, { text: name }] of after.keys.entries()) {
    const [was, is] = [left.get(name), after.values[i]];
    left.delete(name);
    if (was !== is) yield* changesOf(belowField(pair, name, was, is));
  }
  for (const [name, was] of left) yield* changesOf(belowField(pair, name, was, undefined));
}

// Items are paired by name where all have one; names in another order make the list itself a change.
function* changedItems(before: Sequence, after: Sequence, pair: ChangedField): Iterable<ChangedField> {
  const [oldNames, newNames] = [namesOf(before), namesOf(after)];
  if (!oldNames || !newNames) {
    yield* changedPlaces(before, after, pair);
    return;
  }
  const kept = newNames.filter((name) => oldNames.includes(name));
  if (kept.join("\0") !== oldNames.filter((name) => newNames.includes(name)).join("\0")) {
    yield pair;
    return;
  }
  for (const name of new Set([...newNames, ...oldNames])) {
    const part: PathPart = { kind: "match", key: "name", value: name };
    const [was, is] = [before.items[oldNames.indexOf(name)], after.items[newNames.indexOf(name)]];
    yield* changesOf(below(pair, part, part, was, is));
  }
}

/** The names of a list's items; undefined when they do not tell the items apart. */
function namesOf({ items }: Sequence): readonly string[] | undefined {
  const names = items.flatMap((item) => {
    const name = field(item, "name");
    return name?.kind === "scalar" ? [name.text] : [];
  });
  return names.length === items.length && new Set(names).size === names.length ? names : undefined;
}

// Items that are there before and after are the same items, wherever they stand; the others are paired in order.
function* changedPlaces(before: Sequence, after: Sequence, pair: ChangedField): Iterable<ChangedField> {
  const old = positionsByValue(before);
  const added: number[] = [];
  for (const [i, item] of after.items.entries()) {
    if (old.get(textOf(item))?.shift() === undefined) added.push(i);
  }
  const removed = [...old.values()].flat().sort((a, b) => a - b);
  for (let n = 0; n < Math.max(added.length, removed.length); n++) {
    const [was, is] = [removed[n], added[n]];
    const former: PathPart = { kind: "index", index: was ?? is ?? 0 };
    const part: PathPart = { kind: "index", index: is ?? was ?? 0 };
    yield* changesOf(below(pair, part, former, before.items[was ?? -1], after.items[is ?? -1]));
  }
}

function positionsByValue({ items }: Sequence): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  for (const [i, item] of items.entries()) {
    const text = textOf(item);
    positions.set(text, [...(positions.get(text) ?? []), i]);
  }
  return positions;
}

function textOf(node: Node): string {
  return JSON.stringify(toPlain(node), (_, value: unknown) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
}

function belowField(
  pair: ChangedField,
  name: string,
  before: Node | undefined,
  after: Node | undefined,
): ChangedField {
  const part: PathPart = { kind: "field", name };
  return below(pair, part, part, before, after);
}

function below(
  { path, formerPath }: ChangedField,
  part: PathPart,
  formerPart: PathPart,
  before: Node | undefined,
  after: Node | undefined,
): ChangedField {
  return { path: [...path, part], formerPath: [...formerPath, formerPart], before, after };
}
