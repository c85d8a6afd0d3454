// Where the types of a build come from: Kubernetes as kustomize knows it, or a document of the user's own.
import { apiVersionOf } from "../resource/gvk.ts";
import type { ClusterScope } from "../resource/resource.ts";
import { isClusterScopedType } from "../resource/scope.ts";
import { builtInDefinition, builtInScope, builtInType } from "./built-in.ts";
import { CustomDocument } from "./custom.ts";
import type { Schema } from "./schema.ts";

export type { Schema };

export interface SchemaIndex {
  /** The schema of a kind; undefined for kinds that the document does not define. */
  forType(apiVersion: string, kind: string): Schema | undefined;
  /** Whether objects of a kind live in a namespace; undefined when nothing says so. */
  isNamespaced(apiVersion: string, kind: string): boolean | undefined;
  /** Whether there is more to ask about that than what is built in. */
  readonly hasOwnScopes: boolean;
}

const builtIn: SchemaIndex = {
  forType: builtInType,
  isNamespaced: builtInScope,
  hasOwnScopes: false,
};

/** Kubernetes 1.21.2, the one version that kustomize 5.8.1 brings along. */
export function builtInSchemas(): SchemaIndex {
  return builtIn;
}

/**
 * The types of an OpenAPI v2 document, instead of the built-in ones; the scopes of built-in kinds stay.
 *
 * @param document  the parsed file; what does not look like a definition is passed over
 * @param besideBuiltIn  the built-in types stay, too: kustomize has them loaded when it met a kind it does not know
 *   before it read the document
 * Source: kustomize kyaml/openapi/openapi.go
 */
export function customSchemas(document: unknown, besideBuiltIn = false): SchemaIndex {
  const custom = new CustomDocument(document, besideBuiltIn ? builtInDefinition : undefined);
  return {
    forType: (apiVersion, kind) =>
      custom.forType(apiVersion, kind) ?? (besideBuiltIn ? builtInType(apiVersion, kind) : undefined),
    isNamespaced: (apiVersion, kind) =>
      builtInScope(apiVersion, kind) ?? custom.isNamespaced(apiVersion, kind),
    hasOwnScopes: true,
  };
}

/** Kinds of a document of the user's own may live outside of namespaces, too. */
export function clusterScopeOf(schemas: SchemaIndex): ClusterScope {
  if (!schemas.hasOwnScopes) return isClusterScopedType;
  return (gvk) => schemas.isNamespaced(apiVersionOf(gvk), gvk.kind) === false;
}
