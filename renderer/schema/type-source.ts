// Where the types of kinds come from.
import { parseApiVersion } from "../resource/gvk.ts";
import type { Schema } from "./schema.ts";

export type Scope = "Namespaced" | "Cluster";

export interface TypeSource {
  /** Undefined for kinds that nothing describes. */
  schemaOf(apiVersion: string, kind: string): Schema | undefined;
  scopeOf(apiVersion: string, kind: string): Scope | undefined;
  kinds(): readonly KindName[];
  /** API groups of which it knows every kind there is: what it does not know of them does not exist. */
  readonly wholeGroups?: ReadonlySet<string>;
}

export interface KindName {
  readonly apiVersion: string;
  readonly kind: string;
}

/** One source of several; the first that knows a kind, or all of its group, has the say. */
export function joinSources(sources: readonly TypeSource[]): TypeSource {
  const [only] = sources;
  if (only && sources.length === 1) return only;
  const ask = <T>(apiVersion: string, question: (source: TypeSource) => T | undefined): T | undefined => {
    const { group } = parseApiVersion(apiVersion);
    for (const source of sources) {
      const found = question(source);
      if (found !== undefined || source.wholeGroups?.has(group)) return found;
    }
    return undefined;
  };
  return {
    schemaOf: (apiVersion, kind) => ask(apiVersion, (source) => source.schemaOf(apiVersion, kind)),
    scopeOf: (apiVersion, kind) => ask(apiVersion, (source) => source.scopeOf(apiVersion, kind)),
    kinds: () => sources.flatMap((source, i) => source.kinds().filter(isOpenAfter(sources.slice(0, i)))),
  };
}

function isOpenAfter(sources: readonly TypeSource[]): (name: KindName) => boolean {
  return ({ apiVersion }) =>
    !sources.some(({ wholeGroups }) => wholeGroups?.has(parseApiVersion(apiVersion).group));
}
