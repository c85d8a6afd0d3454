// How the generated types mark the lists that kustomize merges.

declare const mergeKey: unique symbol;

/** A list whose items kustomize tells apart by the field `Key`, and merges one by one. */
export type Keyed<Item, Key extends string> = readonly Item[] & { readonly [mergeKey]?: Key };

/** The merge key of a list; never when the list is replaced whole. */
export type MergeKeyOf<List> = List extends { readonly [mergeKey]?: infer Key }
  ? unknown extends Key
    ? never
    : Extract<Key, string>
  : never;
