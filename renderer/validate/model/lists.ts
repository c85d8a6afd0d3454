// Lists by key, for indexes.

/** Appends to the list of a key. */
export function addTo<T>(index: Map<string, T[]>, key: string, item: T): void {
  const known = index.get(key);
  if (known) known.push(item);
  else index.set(key, [item]);
}
