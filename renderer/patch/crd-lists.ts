// Merging lists of custom resources by the map keys that their definitions declare. kustomize does not, so this is off
// unless asked for: the same tree then builds to other bytes here than in Argo CD and Flux.
import type { Schema } from "../openapi/schema-index.ts";
import type { Resource } from "../resource/resource.ts";
import type { Schema as Type } from "../schema/schema.ts";
import { isDefinition, sourceWith } from "../schema/source/definitions.ts";
import type { TypeSource } from "../schema/type-source.ts";
import type { Mapping } from "../yaml/node.ts";

/** Types that a build falls back on for kinds that kustomize does not know. */
export class CrdLists {
  readonly #definitions: Mapping[] = [];
  #types: TypeSource = sourceWith([]);

  /** Takes the CustomResourceDefinitions among objects that were read. */
  note(resources: readonly Resource[]): void {
    const found = resources.map(({ node }) => node).filter(isDefinition);
    if (found.length === 0) return;
    this.#definitions.push(...found);
    this.#types = sourceWith(this.#definitions);
  }

  forType(apiVersion: string, kind: string): Schema | undefined {
    const type = this.#types.schemaOf(apiVersion, kind);
    return type && toSchema(type);
  }
}

function toSchema(type: Type): Schema {
  const keys = type.list?.kind === "map" ? type.list.keys : [];
  return {
    field(name) {
      const below = (type.fields?.get(name) ?? type.values)?.();
      return below && toSchema(below);
    },
    elements() {
      const items = type.items?.();
      return items && toSchema(items);
    },
    mergeStrategy: keys.length > 0 ? "merge" : "",
    mergeKeys: keys,
  };
}
