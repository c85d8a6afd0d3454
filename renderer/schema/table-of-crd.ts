// The types that a CustomResourceDefinition defines, as a table.
import { type Field, type Fields, printTable, type TypeTable } from "./table.ts";

/**
 * Reads the versions of a CustomResourceDefinition (apiextensions v1).
 *
 * @param crd  the object as plain values
 * @returns    undefined when this is no CustomResourceDefinition with a schema
 */
export function tableOfCrd(crd: unknown): TypeTable | undefined {
  const spec = own(crd, "spec");
  const group = own(spec, "group");
  const kind = own(own(spec, "names"), "kind");
  const versions = own(spec, "versions");
  if (own(crd, "kind") !== "CustomResourceDefinition" || typeof group !== "string") return undefined;
  if (typeof kind !== "string" || !Array.isArray(versions)) return undefined;
  const kinds = new Map<string, string>();
  const made = new Types();
  for (const version of versions) {
    const name = own(version, "name");
    const schema = own(own(version, "schema"), "openAPIV3Schema");
    if (typeof name !== "string" || schema === undefined) continue;
    const suffix = versions.length > 1 ? capital(name) : "";
    kinds.set(`${group}/${name}/${kind}`, made.root(schema, `${capital(kind)}${suffix}`));
  }
  return kinds.size > 0 ? { kinds, types: made.types } : undefined;
}

/** Maps with the same fields become one type, so that a pod template that is there twice is written once. */
class Types {
  readonly types = new Map<string, Fields>();
  readonly #byContent = new Map<string, string>();

  root(schema: unknown, name: string): string {
    const fields = new Map(this.#fields(schema, name));
    // What every object has stands in one place; a CRD says nothing about metadata, and status is not for patches.
    fields.set("metadata", { type: "ObjectMeta", isRequired: false });
    if (fields.has("status")) fields.set("status", { type: "any", isRequired: false });
    this.types.set(name, fields);
    return name;
  }

  #fields(schema: unknown, name: string): [string, Field][] {
    const required = own(schema, "required");
    const isRequired = (field: string): boolean => Array.isArray(required) && required.includes(field);
    return Object.entries(own(schema, "properties") ?? {}).map(([field, value]) => [
      field,
      {
        type:
          field === "metadata" || field === "status" ? "any" : this.#notation(value, name + capital(field)),
        isRequired: isRequired(field),
      },
    ]);
  }

  #notation(schema: unknown, name: string): string {
    if (own(schema, "x-kubernetes-int-or-string") === true) return "int-or-string";
    const values = own(schema, "enum");
    if (Array.isArray(values) && values.every(isSimple) && values.length > 0)
      return values.map((value) => `'${value}'`).join("|");
    switch (own(schema, "type")) {
      case "string":
        return "string";
      case "boolean":
        return "boolean";
      case "integer":
      case "number":
        return "number";
      case "array":
        return `[${mapKeys(schema)}]${this.#notation(own(schema, "items"), `${name}Item`)}`;
      case "object":
        return this.#map(schema, name);
      default:
        return "any";
    }
  }

  #map(schema: unknown, name: string): string {
    if (own(schema, "x-kubernetes-preserve-unknown-fields") === true) return "any";
    if (own(schema, "properties") !== undefined) return this.#type(schema, name);
    const values = own(schema, "additionalProperties");
    return typeof values === "object" && values !== null
      ? `{}${this.#notation(values, `${name}Value`)}`
      : "any";
  }

  #type(schema: unknown, name: string): string {
    const fields: Fields = new Map(this.#fields(schema, name));
    const content = printTable({ kinds: new Map(), types: new Map([["", fields]]) });
    const known = this.#byContent.get(content);
    if (known) return known;
    this.#byContent.set(content, name);
    this.types.set(name, fields);
    return name;
  }
}

function mapKeys(schema: unknown): string {
  const keys = own(schema, "x-kubernetes-list-map-keys");
  return own(schema, "x-kubernetes-list-type") === "map" && Array.isArray(keys) ? `~${keys.join(",")}` : "";
}

/** Other values could not stand in the notation. */
function isSimple(value: unknown): boolean {
  return typeof value === "string" && !/['|,\n]/.test(value);
}

function capital(text: string): string {
  const word = text.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) =>
    (next ?? "").toUpperCase(),
  );
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
