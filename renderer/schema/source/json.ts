// Reading JSON that somebody else wrote: what is not as expected is not there.

/** A field of an object; nothing is inherited. */
export function own(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

export function ownText(value: unknown, key: string): string | undefined {
  const found = own(value, key);
  return typeof found === "string" ? found : undefined;
}

export function ownNumber(value: unknown, key: string): number | undefined {
  const found = own(value, key);
  return typeof found === "number" && Number.isFinite(found) ? found : undefined;
}

export function ownList(value: unknown, key: string): readonly unknown[] | undefined {
  const found = own(value, key);
  return Array.isArray(found) ? found : undefined;
}

/** The entries of a map; none of anything else. */
export function ownEntries(value: unknown, key: string): readonly (readonly [string, unknown])[] {
  const found = own(value, key);
  return typeof found === "object" && found !== null && !Array.isArray(found) ? Object.entries(found) : [];
}
