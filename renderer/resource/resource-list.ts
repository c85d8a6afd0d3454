// Objects in the order they were accumulated, with ids that stay unique.
import type { Collector } from "../diagnostics/collector.ts";
import { placeOf } from "../yaml/node.ts";
import { friendlyId, idKey } from "./res-id.ts";
import { allIds, type Resource } from "./resource.ts";

/**
 * A list under construction. An id that is there already is an error at the second object, with a note at the first.
 *
 * Source: kustomize api/resmap, "may not add resource with an already registered id"
 */
export class ResourceList {
  readonly #collector: Collector;
  readonly #known = new Map<string, Resource>();
  readonly #items: Resource[] = [];

  constructor(collector: Collector, items: readonly Resource[] = []) {
    this.#collector = collector;
    this.append(items);
  }

  append(items: Iterable<Resource>): void {
    for (const resource of items) {
      const key = idKey(resource.id);
      const first = this.#known.get(key);
      if (first) this.#reportDuplicate(first, resource);
      else {
        this.#known.set(key, resource);
        this.#items.push(resource);
      }
    }
  }

  get items(): readonly Resource[] {
    return this.#items;
  }

  #reportDuplicate(first: Resource, second: Resource): void {
    this.#collector.report("resource/duplicate-id", `${friendlyId(second.id)} is already part of the build`, {
      at: placeOf(second.node),
      notes: [
        { message: "it was added first here", at: placeOf(first.node) },
        ...(second.listedAt ? [{ message: "and again by this entry", at: second.listedAt }] : []),
      ],
      help: "rename one of them, give them different namespaces, or change the first one with a patch",
    });
  }
}

/** Finds objects by any id they have or had, in list order. */
export interface IdIndex {
  /** Indexes of the objects that have or had this id. */
  matching(key: string): readonly number[];
}

const indexes = new WeakMap<readonly Resource[], IdIndex>();

/** The index of a list, made once. */
export function idIndexOf(resources: readonly Resource[]): IdIndex {
  const known = indexes.get(resources);
  if (known) return known;
  const byKey = new Map<string, number[]>();
  resources.forEach((resource, i) => {
    for (const key of new Set(allIds(resource).map(idKey))) {
      const found = byKey.get(key);
      if (found) found.push(i);
      else byKey.set(key, [i]);
    }
  });
  const index: IdIndex = { matching: (key) => byKey.get(key) ?? [] };
  indexes.set(resources, index);
  return index;
}

/** Lets a list that differs only in the objects' contents use the index of the list it was made from. */
export function keepIndex(from: readonly Resource[], to: readonly Resource[]): void {
  const index = indexes.get(from);
  if (index) indexes.set(to, index);
}
