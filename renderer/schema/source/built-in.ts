// The kinds that come with the package.
import { parseApiVersion } from "../../resource/gvk.ts";
import { parseConstraints } from "../constraints.ts";
import { clusterScopedKinds } from "../data/scopes.ts";
import { builtInTypes } from "../object-types.ts";
import type { TypeSource } from "../type-source.ts";
import { TableTypes } from "./of-tables.ts";

let known: TypeSource | undefined;

/** Kubernetes 1.36 and the custom resources that GitOps trees have most; read when first asked for. */
export function builtInSource(): TypeSource {
  known ??= read();
  return known;
}

function read(): TypeSource {
  const types = builtInTypes();
  const schemas = new TableTypes((type) => types.fieldsOf(type), parseConstraints());
  const cluster = new Set(clusterScopedKinds.trim().split(/\s+/));
  return {
    schemaOf(apiVersion, kind) {
      const type = types.typeOf(apiVersion, kind);
      return type === undefined ? undefined : schemas.schemaOf(type);
    },
    scopeOf(apiVersion, kind) {
      if (types.typeOf(apiVersion, kind) === undefined) return undefined;
      return cluster.has(`${kind}.${parseApiVersion(apiVersion).group}`) ? "Cluster" : "Namespaced";
    },
    kinds: () => types.kinds(),
  };
}
