// A field spec says where in which kinds a transformer writes.
import type { Gvk } from "../resource/gvk.ts";
import { splitPath } from "../text/path-splitter.ts";

/** Empty group, version or kind stand for any. */
export interface FieldSpec extends Gvk {
  /** Field names between slashes; lists are entered on the way, `[]` insists on one, `\/` is a slash in a name. */
  readonly path: string;
  /** Whether the field is made where it is missing. */
  readonly create: boolean;
}

/** Completes a field spec with the defaults of what is left out. */
export function fieldSpec(path: string, rest: Partial<Omit<FieldSpec, "path">> = {}): FieldSpec {
  const { group = "", version = "", kind = "", create = false } = rest;
  return { group, version, kind, path, create };
}

const parts = new Map<string, readonly string[]>();

/** The path of a spec as field names; split once for each path. */
export function pathOf(spec: FieldSpec): readonly string[] {
  let known = parts.get(spec.path);
  if (!known) {
    known = splitPath(spec.path, "/");
    parts.set(spec.path, known);
  }
  return known;
}
