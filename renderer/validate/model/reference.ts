// One mention of an object by another one.
import type { Value } from "./value.ts";

export interface Reference {
  readonly kind: string;
  readonly name: string;
  /** Empty for what lives outside of namespaces. */
  readonly namespace: string;
  /** The key within a ConfigMap or Secret. */
  readonly key?: string;
  readonly keyAt?: Value;
  /** Nothing breaks when it is not there. */
  readonly isOptional: boolean;
  /** The name. */
  readonly at: Value;
}

/** The reference that a name is, or none where there is no name. */
export function named(
  kind: string,
  at: Value,
  namespace: string,
  more: Partial<Reference> = {},
): readonly Reference[] {
  const name = at.text;
  if (name === undefined || name === "") return [];
  return [{ kind, name, namespace, isOptional: false, at, ...more }];
}

/** The key that a reference wants. */
export function keyOf(keyAt: Value): Partial<Reference> {
  return keyAt.text === undefined ? {} : { key: keyAt.text, keyAt };
}
