// What the merge needs to know of a type.

export interface Schema {
  /** The schema of a field, or of any value of a map; undefined where nothing is known. */
  field(name: string): Schema | undefined;
  /** The schema of the items of a list. */
  elements(): Schema | undefined;
  /** `merge`, `merge,retainKeys` and the like, as the document says; empty when it says nothing. */
  readonly mergeStrategy: string;
  /** The fields that identify an item of a merging list; none when the items are compared whole. */
  readonly mergeKeys: readonly string[];
}
