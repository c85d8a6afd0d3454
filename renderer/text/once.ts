// What costs something and may never be asked for.

/** Computes once, when first asked. */
export function once<T extends object>(compute: () => T): () => T {
  let known: T | undefined;
  return () => {
    known ??= compute();
    return known;
  };
}
