// The types of all kinds that are known: those that come with the package, and those of the build's own
// CustomResourceDefinitions.
import { apiVersionOf } from "../resource/gvk.ts";
import type { Resource } from "../resource/resource.ts";
import { toPlain } from "../yaml/json.ts";
import type { Node } from "../yaml/node.ts";
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
import { type Fields, parseTable, type TypeTable } from "./table.ts";
import { tableOfCrd } from "./table-of-crd.ts";

/** The tables by the name of their file in `kinds/`. */
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

export interface KindName {
  readonly apiVersion: string;
  readonly kind: string;
}

export interface ObjectTypes {
  /** Name of the type of a kind; undefined for kinds that nothing describes. */
  typeOf(apiVersion: string, kind: string): string | undefined;
  fieldsOf(type: string): Fields | undefined;
}

export interface ListedTypes extends ObjectTypes {
  kinds(): readonly KindName[];
}

let builtIn: ListedTypes | undefined;

/** The kinds that come with the package; type names are unique over all tables. */
export function builtInTypes(): ListedTypes {
  builtIn ??= typesOf(Object.values(tableTexts).map(parseTable));
  return builtIn;
}

export function typesOf(tables: readonly TypeTable[]): ListedTypes {
  const kinds = new Map(tables.flatMap((table) => [...table.kinds]));
  const types = new Map(tables.flatMap((table) => [...table.types]));
  return {
    typeOf: (apiVersion, kind) => kinds.get(`${apiVersion}/${kind}`),
    fieldsOf: (type) => types.get(type),
    kinds: () => [...kinds.keys()].map(toKindName),
  };
}

function toKindName(key: string): KindName {
  const slash = key.lastIndexOf("/");
  return { apiVersion: key.slice(0, slash), kind: key.slice(slash + 1) };
}

/** Adds the kinds that CustomResourceDefinitions among the objects define; those of the package come first. */
export function withDefinitions(types: ObjectTypes, resources: readonly Resource[]): ObjectTypes {
  const definitions = resources.filter(
    ({ id }) => id.kind === "CustomResourceDefinition" && apiVersionOf(id).endsWith("/v1"),
  );
  if (definitions.length === 0) return types;
  // Names of types are unique in a definition only.
  const named = definitions.map(({ node }, i) => [definedTypes(node), `${i}:`] as const);
  return {
    typeOf(apiVersion, kind) {
      const known = types.typeOf(apiVersion, kind);
      if (known) return known;
      for (const [table, prefix] of named) {
        const name = table.typeOf(apiVersion, kind);
        if (name) return prefix + name;
      }
      return undefined;
    },
    fieldsOf(type) {
      const found = named.find(([, prefix]) => type.startsWith(prefix));
      return found
        ? prefixed(found[0].fieldsOf(type.slice(found[1].length)), found[1])
        : types.fieldsOf(type);
    },
  };
}

// A build asks again for every patch, and a definition is large.
const defined = new WeakMap<Node, ObjectTypes>();

function definedTypes(definition: Node): ObjectTypes {
  const known = defined.get(definition);
  if (known) return known;
  const table = tableOfCrd(toPlain(definition));
  const types = typesOf(table ? [table] : []);
  defined.set(definition, types);
  return types;
}

function prefixed(fields: Fields | undefined, prefix: string): Fields | undefined {
  if (!fields) return undefined;
  return new Map(
    [...fields].map(([name, field]) => {
      const own = /(^|[\]}])([A-Z]\w*)$/.exec(field.type)?.[2];
      if (!own || own === "ObjectMeta") return [name, field];
      return [name, { ...field, type: field.type.slice(0, -own.length) + prefix + own }];
    }),
  );
}
