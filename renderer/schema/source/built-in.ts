// The kinds that come with the package.
import { parseApiVersion } from "../../resource/gvk.ts";
import { once } from "../../text/once.ts";
import { builtInTables } from "../built-in-tables.ts";
import { parseConstraints } from "../constraints.ts";
import { constraints as argoCd } from "../data/constraints/argo-cd.ts";
import { constraints as certManager } from "../data/constraints/cert-manager.ts";
import { constraints as emqx } from "../data/constraints/emqx.ts";
import { constraints as externalSecrets } from "../data/constraints/external-secrets.ts";
import { constraints as fluxCd } from "../data/constraints/flux-cd.ts";
import { constraints as gatewayApi } from "../data/constraints/gateway-api.ts";
import { constraints as keda } from "../data/constraints/keda.ts";
import { constraints as kubernetes } from "../data/constraints/kubernetes.ts";
import { constraints as prometheusOperator } from "../data/constraints/prometheus-operator.ts";
import { constraints as sealedSecrets } from "../data/constraints/sealed-secrets.ts";
import { constraints as validation } from "../data/constraints/validation.ts";
import { clusterScopedKinds } from "../data/scopes.ts";
import type { SchemaRef } from "../schema.ts";
import type { KindName, TypeSource } from "../type-source.ts";
import { TableTypes } from "./of-tables.ts";

/** By the name of their file; what was written by hand comes last, because it adds to the rest. */
export const constraintTexts: Readonly<Record<string, string>> = {
  "argo-cd": argoCd,
  "cert-manager": certManager,
  emqx,
  "external-secrets": externalSecrets,
  "flux-cd": fluxCd,
  "gateway-api": gatewayApi,
  keda,
  kubernetes,
  "prometheus-operator": prometheusOperator,
  "sealed-secrets": sealedSecrets,
  validation,
};

/** Kubernetes 1.36 and the custom resources that GitOps trees have most; read when first asked for. */
export const builtInSource: () => TypeSource = once(readSource);

/** The type of every object's `metadata`. */
export const builtInMetadata: SchemaRef = () => schemas().schemaOf("ObjectMeta");

const schemas = once(
  () =>
    new TableTypes(
      (type) => builtInTables().types.get(type),
      parseConstraints(...Object.values(constraintTexts)),
    ),
);

function readSource(): TypeSource {
  const { kinds } = builtInTables();
  const cluster = new Set(clusterScopedKinds.trim().split(/\s+/));
  return {
    schemaOf(apiVersion, kind) {
      const type = kinds.get(`${apiVersion}/${kind}`);
      return type === undefined ? undefined : schemas().schemaOf(type);
    },
    scopeOf(apiVersion, kind) {
      if (!kinds.has(`${apiVersion}/${kind}`)) return undefined;
      return cluster.has(`${kind}.${parseApiVersion(apiVersion).group}`) ? "Cluster" : "Namespaced";
    },
    kinds: () => [...kinds.keys()].map(toKindName),
  };
}

function toKindName(key: string): KindName {
  const slash = key.lastIndexOf("/");
  return { apiVersion: key.slice(0, slash), kind: key.slice(slash + 1) };
}
