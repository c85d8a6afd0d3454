// Merging lists of custom resources by the map keys that their definitions declare. kustomize does not, so this is off
// unless asked for: the same tree then builds to other bytes here than in Argo CD and Flux.
import type { Schema } from "../openapi/schema-index.ts";
import type { Resource } from "../resource/resource.ts";
import { builtInTypes, type ObjectTypes, withDefinitions } from "../schema/object-types.ts";
import { shapeOf } from "../schema/table.ts";

/** Types that a build falls back on for kinds that kustomize does not know. */
export class CrdLists {
  #types: ObjectTypes = builtInTypes();

  /** Takes the CustomResourceDefinitions among objects that were read. */
  note(resources: readonly Resource[]): void {
    this.#types = withDefinitions(this.#types, resources);
  }

  forType(apiVersion: string, kind: string): Schema | undefined {
    const type = this.#types.typeOf(apiVersion, kind);
    return type === undefined ? undefined : schemaOf(type, this.#types);
  }
}

function schemaOf(notation: string, types: ObjectTypes): Schema {
  const shape = shapeOf(notation);
  const fields = shape.kind === "type" ? types.fieldsOf(shape.name) : undefined;
  const keys = shape.kind === "list" ? shape.mapKeys : [];
  return {
    field(name) {
      const type = shape.kind === "map" ? shape.values : fields?.get(name)?.type;
      return type === undefined ? undefined : schemaOf(type, types);
    },
    elements: () => (shape.kind === "list" ? schemaOf(shape.items, types) : undefined),
    mergeStrategy: keys.length > 0 ? "merge" : "",
    mergeKeys: keys,
  };
}
