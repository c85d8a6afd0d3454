// JSON patches (RFC 6902), written verb by verb.
import type { CheckedPath, PathValue } from "./path-value.ts";
import type { AnyTarget } from "./target.ts";

/** An operation as it was written; paths are read when the patch is compiled. */
export interface WrittenOperation {
  readonly op: "add" | "remove" | "replace" | "move" | "copy" | "test";
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

/**
 * A JSON patch for objects of type `T`; each method returns the patch with one more operation.
 *
 * A list item is chosen by a field of it, `containers[name=emqx]`. That becomes its number in the target, behind a
 * `test` of the field, so that the build fails instead of changing another item when the list is reordered.
 */
export class JsonPatch<T> {
  readonly record = "jsonPatch";
  readonly target: AnyTarget;
  readonly operations: readonly WrittenOperation[];
  /** Only for the compiler: the type of the target. */
  declare readonly type?: T;

  constructor(target: AnyTarget, operations: readonly WrittenOperation[] = []) {
    this.target = target;
    this.operations = operations;
  }

  /** Adds a field or list item; a field that is there is replaced. */
  add<const Path extends string>(path: CheckedPath<T, Path>, value: PathValue<T, Path>): JsonPatch<T> {
    return this.#with({ op: "add", path: path as string, value });
  }

  /** Replaces what is there. */
  replace<const Path extends string>(path: CheckedPath<T, Path>, value: PathValue<T, Path>): JsonPatch<T> {
    return this.#with({ op: "replace", path: path as string, value });
  }

  /** Removes what is there. */
  remove<const Path extends string>(path: CheckedPath<T, Path>): JsonPatch<T> {
    return this.#with({ op: "remove", path: path as string });
  }

  /** Fails the build unless the value is this one. */
  test<const Path extends string>(path: CheckedPath<T, Path>, value: PathValue<T, Path>): JsonPatch<T> {
    return this.#with({ op: "test", path: path as string, value });
  }

  /** Takes a value away from one place and adds it at another. */
  move<const From extends string, const Path extends string>(
    from: CheckedPath<T, From>,
    path: CheckedPath<T, Path>,
  ): JsonPatch<T> {
    return this.#with({ op: "move", path: path as string, from: from as string });
  }

  /** Adds a value of one place at another. */
  copy<const From extends string, const Path extends string>(
    from: CheckedPath<T, From>,
    path: CheckedPath<T, Path>,
  ): JsonPatch<T> {
    return this.#with({ op: "copy", path: path as string, from: from as string });
  }

  // A path that is wrong does not compile, so what gets here is text.
  #with(operation: WrittenOperation): JsonPatch<T> {
    return new JsonPatch<T>(this.target, [...this.operations, operation]);
  }
}
