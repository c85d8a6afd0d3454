// Which objects a patch is for.

/** One object, by its name and, where several namespaces have one, its namespace. */
export interface NamedTarget {
  readonly name: string;
  readonly namespace?: string;
}

/** Any number of objects: a name as a regular expression (anchored, RE2), or selectors as `kubectl -l` takes them. */
export interface SelectedTarget {
  readonly name?: string | RegExp;
  readonly namespace?: string | RegExp;
  readonly labelSelector?: string;
  readonly annotationSelector?: string;
}

/** A target that says `kind` itself is taken as it is; any other is for objects of the patch's own kind. */
export type PatchTarget = NamedTarget | SelectedTarget | AnyTarget;

/** Objects of any kind; `kind` may be a regular expression as well. */
export interface AnyTarget extends SelectedTarget {
  readonly group?: string | RegExp;
  readonly version?: string | RegExp;
  readonly kind?: string | RegExp;
}
