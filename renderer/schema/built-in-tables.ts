// The types of the kinds that come with the package.

import { once } from "../text/once.ts";
import { table as argoCd } from "./data/tables/argo-cd.ts";
import { table as certManager } from "./data/tables/cert-manager.ts";
import { table as emqx } from "./data/tables/emqx.ts";
import { table as externalSecrets } from "./data/tables/external-secrets.ts";
import { table as fluxCd } from "./data/tables/flux-cd.ts";
import { table as gatewayApi } from "./data/tables/gateway-api.ts";
import { table as keda } from "./data/tables/keda.ts";
import { table as kubernetes } from "./data/tables/kubernetes.ts";
import { table as prometheusOperator } from "./data/tables/prometheus-operator.ts";
import { table as sealedSecrets } from "./data/tables/sealed-secrets.ts";
import { parseTable, type TypeTable } from "./table.ts";

/** By the name of their file in `data/tables/`. */
export const tableTexts: Readonly<Record<string, string>> = {
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
};

/** All tables as one: the names of types are unique over all of them. */
export const builtInTables: () => TypeTable = once(() => {
  const tables = Object.values(tableTexts).map(parseTable);
  return {
    kinds: new Map(tables.flatMap(({ kinds }) => [...kinds])),
    types: new Map(tables.flatMap(({ types }) => [...types])),
  };
});
