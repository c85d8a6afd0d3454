// Where a replacement takes its value from: one field of one object, or a text in the kustomization itself.
import type { Place } from "../../diagnostics/location.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import type { FieldOptions } from "../../kustomization/schema.ts";
import type { BuildContext } from "../../load/context.ts";
import { isSelectedBy } from "../../resource/gvk.ts";
import { friendlyId } from "../../resource/res-id.ts";
import { allIds, type Resource } from "../../resource/resource.ts";
import { isEmpty, type Node, placeOf } from "../../yaml/node.ts";
import type { FieldPath } from "./field-path.ts";
import { lookup } from "./lookup.ts";

export interface ObjectSource {
  readonly kind: "object";
  readonly select: ObjectSelector;
  readonly path: FieldPath;
  readonly options: FieldOptions;
  readonly at: Place;
}

/** Empty parts stand for any. */
export interface ObjectSelector {
  readonly group?: string;
  readonly version?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/**
 * The value to write. kustomize holds on to the field itself, so when a target is that very field, or shares its
 * value with it, later targets get what was written there.
 */
export class SourceValue {
  #node: Node;
  /** Without a type of its own: it takes the one that its text has when it is read. */
  readonly untagged: boolean;
  readonly #isLive: boolean;

  constructor(node: Node, { untagged = false, isLive = false } = {}) {
    this.#node = node;
    this.untagged = untagged;
    this.#isLive = isLive;
  }

  get node(): Node {
    return this.#node;
  }

  /** Hears of every write, since it may be one to the source. */
  wrote(old: Node, next: Node): void {
    const shared = old.written?.shared;
    const isSource = old === this.#node || (shared !== undefined && shared === this.#node.written?.shared);
    if (this.#isLive && isSource) this.#node = next;
  }
}

/** Source: kustomize api/filters/replacement, getReplacement */
export function findValue(
  resources: readonly Resource[],
  source: ObjectSource,
  context: BuildContext,
): SourceValue {
  const object = findObject(resources, source, context);
  const { path, options } = source;
  const found = lookup(object.node, path.parts);
  if (!found || "error" in found || isEmpty(found.node)) {
    const why = !found ? "is not there" : "error" in found ? `leads nowhere: ${found.error}` : "is empty";
    return context.collector.halt(
      "replacement/no-source",
      `\`${path.text}\` of ${friendlyId(object.id)} ${why}`,
      {
        at: path.at,
        notes: [{ message: "the source object", at: placeOf(object.node) }],
      },
    );
  }
  if (!options.delimiter) return new SourceValue(found.node, { isLive: true });
  return new SourceValue(partOf(found.node, source, context));
}

function partOf(node: Node, source: ObjectSource, context: BuildContext): Node {
  const { delimiter = "", index = 0 } = source.options;
  const { collector } = context;
  const at = source.path.at;
  if (node.kind !== "scalar") {
    return collector.halt(
      "replacement/failed",
      `\`${source.path.text}\` is no scalar, so it cannot be split`,
      { at },
    );
  }
  const parts = node.text.split(delimiter);
  const part = parts[Number(index)];
  if (part !== undefined) return { ...node, text: part };
  const count = parts.length === 1 ? "one part" : `${parts.length} parts`;
  return collector.halt("replacement/failed", `there is no part ${index}: \`${node.text}\` has ${count}`, {
    at,
    notes: [{ message: "the value", at: placeOf(node) }],
    help: "the first part is 0",
  });
}

function findObject(
  resources: readonly Resource[],
  { select, at }: ObjectSource,
  { collector }: BuildContext,
): Resource {
  const matches = resources.filter((resource) => isSelected(resource, select));
  const [first] = matches;
  if (first && matches.length === 1) return first;
  if (!first) {
    return collector.halt("replacement/no-source", `no object is ${describe(select)}`, {
      at,
      help:
        similar(select, resources) ?? "the object has to be in the resources that this kustomization builds",
    });
  }
  return collector.halt("replacement/no-source", `${matches.length} objects are ${describe(select)}`, {
    at,
    notes: matches.slice(0, 5).map(({ id, node }) => ({ message: friendlyId(id), at: placeOf(node) })),
    help: "a source is exactly one object: say more of its kind, name and namespace",
  });
}

function isSelected(resource: Resource, select: ObjectSelector): boolean {
  const { name = "", namespace = "" } = select;
  return allIds(resource).some(
    (id) =>
      (name === "" || id.name === name) &&
      // unlike elsewhere, cluster-scoped objects count as being in the namespace that they name
      (namespace === "" || (id.namespace || "default") === namespace) &&
      isSelectedBy(id, select),
  );
}

function describe({ group, version, kind, name, namespace }: ObjectSelector): string {
  const type = [group, version, kind].filter(Boolean).join("/");
  const what = `${type || "any kind"}${name ? ` named ${name}` : ""}`;
  return namespace ? `${what} in ${namespace}` : what;
}

function similar({ kind, name }: ObjectSelector, resources: readonly Resource[]): string | undefined {
  const names = resources
    .flatMap((resource) => allIds(resource))
    .filter((id) => !kind || id.kind === kind)
    .map((id) => id.name);
  const close = name ? nearest(name, new Set(names)) : undefined;
  if (close === name) return "there is one of that name, but with another group, version or namespace";
  return close && `did you mean ${close}?`;
}
