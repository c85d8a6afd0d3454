// Where the types of kinds come from.
import type { Schema } from "./schema.ts";

export type Scope = "Namespaced" | "Cluster";

export interface TypeSource {
  /** Undefined for kinds that nothing describes. */
  schemaOf(apiVersion: string, kind: string): Schema | undefined;
  scopeOf(apiVersion: string, kind: string): Scope | undefined;
  kinds(): readonly KindName[];
}

export interface KindName {
  readonly apiVersion: string;
  readonly kind: string;
}

/** One source of several; the first that knows a kind has the say. */
export function joinSources(sources: readonly TypeSource[]): TypeSource {
  const [only] = sources;
  if (only && sources.length === 1) return only;
  return {
    schemaOf: (apiVersion, kind) => first(sources, (source) => source.schemaOf(apiVersion, kind)),
    scopeOf: (apiVersion, kind) => first(sources, (source) => source.scopeOf(apiVersion, kind)),
    kinds: () => sources.flatMap((source) => source.kinds()),
  };
}

function first<T>(sources: readonly TypeSource[], ask: (source: TypeSource) => T | undefined): T | undefined {
  for (const source of sources) {
    const found = ask(source);
    if (found !== undefined) return found;
  }
  return undefined;
}
