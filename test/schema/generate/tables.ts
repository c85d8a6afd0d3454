// Joins the declarations of several packages into tables: one name a type, one table a package.
import { builtInSchemas, type Schema } from "../../../renderer/openapi/schema-index.ts";
import { type Field, type Fields, shapeOf, type TypeTable } from "../../../renderer/schema/table.ts";
import type { Declared } from "./declarations.ts";

export interface Family {
  readonly name: string;
  readonly declared: readonly Declared[];
}

/** The tables of the families; a type that nothing of a kind needs is left out. */
export function joinFamilies(declared: readonly Family[]): ReadonlyMap<string, TypeTable> {
  const families = withInherited(declared);
  const all = new Map(families.flatMap(({ declared }) => declared.map((type) => [type.id, type] as const)));
  const homes = new Map(
    families.flatMap(({ name, declared }) => declared.map(({ id }) => [id, name] as const)),
  );
  const roots = newestVersions(families.flatMap(({ declared }) => declared));
  const reached = reachableFrom(roots, all);
  const names = shortNames([...reached].map((id) => all.get(id) as Declared));
  const keys = mergeKeys(roots, all);
  const tables = new Map(
    families.map(({ name }) => [
      name,
      { kinds: new Map<string, string>(), types: new Map<string, Fields>() },
    ]),
  );
  for (const type of roots) {
    if (type.api)
      tables
        .get(homes.get(type.id) ?? "")
        ?.kinds.set(`${type.api.apiVersion}/${type.api.kind}`, names.get(type.id) ?? "");
  }
  for (const id of reached) {
    const type = all.get(id) as Declared;
    const fields = [...fieldsOf(type)].map(([field, { type: notation, isRequired }]): [string, Field] => {
      const renamed = rename(notation, all, names);
      const key = keys.get(`${id}.${field}`);
      return [
        field,
        { type: key && renamed.startsWith("[]") ? `[${key}]${renamed.slice(2)}` : renamed, isRequired },
      ];
    });
    tables.get(homes.get(id) ?? "")?.types.set(names.get(id) ?? "", new Map(fields));
  }
  return tables;
}

/** Gives each type the fields of those that it extends; its own come last. */
function withInherited(families: readonly Family[]): readonly Family[] {
  const all = new Map(families.flatMap(({ declared }) => declared.map((type) => [type.id, type] as const)));
  const allFields = (type: Declared): readonly (readonly [string, string])[] => {
    const bases = type.alias === undefined ? type.bases : [type.alias];
    const inherited = bases.flatMap((base) => {
      const found = all.get(base);
      return found ? allFields(found) : [];
    });
    return [...inherited, ...(type.fields ?? [])];
  };
  return families.map(({ name, declared }) => ({
    name,
    declared: declared.map((type) => (type.fields ? { ...type, fields: new Map(allFields(type)) } : type)),
  }));
}

/** What a patch can change: status and managed fields are the cluster's. */
function fieldsOf({ fields, api, name }: Declared): Fields {
  const result = new Map<string, Field>();
  for (const [written, notation] of fields ?? []) {
    const field = written.replace(/!$/, "");
    const isOpaque = (api && field === "status") || field === "managedFields";
    const isTemplates = name === "StatefulSetSpec" && field === "volumeClaimTemplates";
    const type = isOpaque ? "any" : isTemplates ? "[]IIoK8sApiCoreV1PersistentVolumeClaim" : notation;
    const isIdentity = api && (field === "apiVersion" || field === "kind" || field === "metadata");
    result.set(field, { type, isRequired: written.endsWith("!") && !isIdentity });
  }
  return result;
}

/** Of each kind the stable versions, or the newest where none is stable. */
function newestVersions(types: readonly Declared[]): readonly Declared[] {
  const objects = types.filter(
    ({ api, fields, name }) =>
      api && (fields?.has("metadata") || fields?.has("metadata!")) && !name.endsWith("List") && !isGone(api),
  );
  const byKind = new Map<string, Declared[]>();
  for (const type of objects) {
    const key = `${groupOf(type.api?.apiVersion)}/${type.api?.kind}`;
    byKind.set(key, [...(byKind.get(key) ?? []), type]);
  }
  return [...byKind.values()].flatMap((versions) => {
    const stable = versions.filter(({ api }) => /(^|\/)v\d+$/.test(api?.apiVersion ?? ""));
    return stable.length > 0 ? stable : versions.toSorted((a, b) => compareVersions(a, b)).slice(-1);
  });
}

/** What the packages still declare, but no API server of Kubernetes 1.36 takes, and what is no object of its own. */
function isGone({ apiVersion, kind }: NonNullable<Declared["api"]>): boolean {
  return (
    apiVersion === "extensions/v1beta1" ||
    apiVersion === "policy/v1beta1" ||
    kind === "Scale" ||
    kind === "Eviction"
  );
}

function groupOf(apiVersion = ""): string {
  return apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
}

function compareVersions(a: Declared, b: Declared): number {
  const [left = "", right = ""] = [a.api?.apiVersion, b.api?.apiVersion];
  return left < right ? -1 : left > right ? 1 : 0; // v1alpha1 < v1beta1 < v1beta2, which is all there is
}

function reachableFrom(roots: readonly Declared[], all: ReadonlyMap<string, Declared>): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = roots.map(({ id }) => id);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const type = all.get(id);
    if (!type?.fields || reached.has(id)) continue;
    reached.add(id);
    for (const { type: notation } of fieldsOf(type).values()) queue.push(baseOf(resolveAlias(notation, all)));
  }
  return reached;
}

/** `Container`, or with version and group in front where several types are called so; Kubernetes' own come first. */
function shortNames(types: readonly Declared[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const type of types.toSorted((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1))) {
    const words = type.id.slice(1, -type.name.length).match(/[A-Z][a-z0-9]*/g) ?? [];
    let name = type.name;
    for (let i = words.length - 1; taken.has(name) && i >= 0; i--) name = `${words[i]}${name}`;
    taken.add(name);
    names.set(type.id, name);
  }
  return names;
}

function order({ id }: Declared): number {
  if (/^IIoK8sApi(Core|machinery)/.test(id)) return 0;
  return id.startsWith("IIoK8sApi") ? 1 : 2;
}

/** The keys by which kustomize merges lists, by `id.field`. */
function mergeKeys(
  roots: readonly Declared[],
  all: ReadonlyMap<string, Declared>,
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const seen = new Set<string>();
  const walk = (id: string, schema: Schema): void => {
    const type = all.get(id);
    if (!type || seen.has(id)) return;
    seen.add(id);
    for (const [field, { type: notation }] of fieldsOf(type)) {
      const below = schema.field(field);
      if (!below) continue;
      const resolved = resolveAlias(notation, all);
      const [key] = below.mergeKeys;
      if (below.mergeStrategy.split(",").includes("merge") && key) keys.set(`${id}.${field}`, key);
      walk(baseOf(resolved), resolved.startsWith("[]") ? (below.elements() ?? below) : below);
    }
  };
  for (const { id, api } of roots) {
    const schema = api && builtInSchemas().forType(api.apiVersion, api.kind);
    if (schema) walk(id, schema);
  }
  return keys;
}

function resolveAlias(notation: string, all: ReadonlyMap<string, Declared>): string {
  const base = baseOf(notation);
  const prefix = notation.slice(0, notation.length - base.length);
  if (base === "") return notation;
  const type = all.get(base);
  if (!type || type.fields?.size === 0) return `${prefix}any`; // free-form JSON is declared as a map without fields
  return type.alias === undefined ? notation : resolveAlias(prefix + type.alias, all);
}

function rename(
  notation: string,
  all: ReadonlyMap<string, Declared>,
  names: ReadonlyMap<string, string>,
): string {
  const resolved = resolveAlias(notation, all);
  const base = baseOf(resolved);
  return base === ""
    ? resolved
    : resolved.slice(0, resolved.length - base.length) + (names.get(base) ?? "any");
}

function baseOf(notation: string): string {
  const shape = shapeOf(notation);
  if (shape.kind === "list") return baseOf(shape.items);
  if (shape.kind === "map") return baseOf(shape.values);
  return shape.kind === "type" ? shape.name : "";
}
