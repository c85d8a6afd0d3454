// Where several builds of one directory differ: who refuses it, which objects differ and where, whether the order does.
import type { Collector } from "../diagnostics/collector.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Place } from "../diagnostics/location.ts";
import { friendlyId, idKey } from "../resource/res-id.ts";
import type { Resource } from "../resource/resource.ts";
import { emitDocument } from "../yaml/emit.ts";
import { field, type Node, placeOf } from "../yaml/node.ts";
import { type Controller, controllerNames } from "./controller.ts";

export interface Built {
  readonly controller: Controller;
  /** Undefined when the build failed. */
  readonly resources: readonly Resource[] | undefined;
  readonly errors: readonly Diagnostic[];
}

/** More differences than this between two builds are counted and not shown. */
const shownAtMost = 20;

/**
 * Compares builds with the first one that succeeded.
 *
 * @returns whether the objects are the same; their order is told but does not matter, as controllers apply objects in an
 *          order of their own
 * Reports `parity/…`.
 */
export function compareBuilds(directory: string, builds: readonly Built[], collector: Collector): boolean {
  const reference = builds.find(({ resources }) => resources !== undefined);
  if (!reference?.resources) return true;
  const expected = reference.resources;
  const others = builds.filter((build) => build !== reference);
  return others
    .map(({ controller, resources, errors }) => {
      const pair = { directory, reference: reference.controller, controller, collector };
      return resources ? compare(expected, resources, pair) : reportRefused(errors, pair);
    })
    .every((same) => same);
}

interface Pair {
  readonly directory: string;
  readonly reference: Controller;
  readonly controller: Controller;
  readonly collector: Collector;
}

function reportRefused(
  errors: readonly Diagnostic[],
  { directory, reference, controller, collector }: Pair,
): false {
  const [first, ...more] = errors;
  const who = controllerNames[controller];
  collector.report(
    "parity/refused",
    `${who} refuses ${directory}, ${controllerNames[reference]} does not: ${first?.message ?? ""}`,
    {
      at: first?.at,
      notes: [
        ...(first?.notes ?? []),
        ...more.map(({ message, at }) => (at ? { message, at } : { message })),
      ],
      help: first?.help,
    },
  );
  return false;
}

function compare(expected: readonly Resource[], found: readonly Resource[], pair: Pair): boolean {
  const [left, right] = [byId(expected), byId(found)];
  const { directory, reference, controller, collector } = pair;
  const differences: Difference[] = [];
  for (const [key, resource] of left) {
    const other = right.get(key);
    if (other) differences.push(...differencesOf(resource, other, pair));
    else differences.push(onlyOne(resource, reference));
  }
  for (const [key, resource] of right) if (!left.has(key)) differences.push(onlyOne(resource, controller));
  for (const { message, at, earlier } of differences.slice(0, shownAtMost)) {
    const notes = earlier ? [{ message: `${controllerNames[reference]} has it from here`, at: earlier }] : [];
    collector.report("parity/differs", `${directory}: ${message}`, { at, notes });
  }
  const hidden = differences.length - shownAtMost;
  if (hidden > 0)
    collector.report(
      "parity/differs",
      `${directory}: … and ${hidden} more for ${controllerNames[controller]}`,
    );
  const isReordered = [...left.keys()].join("\n") !== [...right.keys()].join("\n");
  if (differences.length === 0 && isReordered) {
    collector.report(
      "parity/order",
      `${directory}: ${controllerNames[controller]} prints the objects in another order than ${controllerNames[reference]}, which changes nothing`,
      {
        help: "`sortOptions` in the kustomization gives all of them one order",
      },
    );
  }
  return differences.length === 0;
}

interface Difference {
  readonly message: string;
  readonly at: Place;
  /** Where the reference has its value from. */
  readonly earlier?: Place;
}

function byId(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  return new Map(resources.map((resource) => [idKey(resource.id), resource]));
}

function onlyOne({ id, node }: Resource, controller: Controller): Difference {
  return { message: `only ${controllerNames[controller]} makes ${friendlyId(id)}`, at: placeOf(node) };
}

function differencesOf(
  left: Resource,
  right: Resource,
  { reference, controller }: Pair,
): readonly Difference[] {
  if (left.node === right.node) return [];
  const name = friendlyId(left.id);
  return changedFields(left.node, right.node, []).map(({ path, before, after }) => {
    const what = `${name} ${path.join(".")}`;
    const [a, b] = [controllerNames[reference], controllerNames[controller]];
    if (!before && after)
      return { message: `${what} is there for ${b} and not for ${a}`, at: placeOf(after) };
    if (before && !after)
      return { message: `${what} is there for ${a} and not for ${b}`, at: placeOf(before) };
    const [whole, other] = [before ?? left.node, after ?? right.node];
    return {
      message: `${what} differs between ${a} and ${b}`,
      at: writerOf(other),
      earlier: writerOf(whole),
    };
  });
}

/** The entry that wrote a value, or where it stands. */
function writerOf(node: Node): Place {
  return node.written?.step ?? placeOf(node);
}

interface ChangedField {
  readonly path: readonly (string | number)[];
  readonly before: Node | undefined;
  readonly after: Node | undefined;
}

// Values are compared as they are printed.
function changedFields(
  before: Node | undefined,
  after: Node | undefined,
  path: ChangedField["path"],
): readonly ChangedField[] {
  if (before === after) return [];
  if (!before || !after || before.kind !== after.kind) return [{ path, before, after }];
  if (before.kind === "mapping" && after.kind === "mapping") {
    const names = new Set([...before.keys, ...after.keys].map(({ text }) => text));
    return [...names]
      .sort()
      .flatMap((name) => changedFields(field(before, name), field(after, name), [...path, name]));
  }
  if (before.kind === "sequence" && after.kind === "sequence") {
    const length = Math.max(before.items.length, after.items.length);
    return Array.from({ length }, (_, i) =>
      changedFields(before.items[i], after.items[i], [...path, i]),
    ).flat();
  }
  return print(before) === print(after) ? [] : [{ path, before, after }];
}

function print(node: Node): string {
  return emitDocument(node, () => undefined);
}
