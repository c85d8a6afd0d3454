// Reads a file of `configurations`: field specs that join the defaults.
import type { Collector } from "../diagnostics/collector.ts";
import type { SourceFile } from "../diagnostics/location.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { isNull, type Mapping, type Node, placeOf } from "../yaml/node.ts";
import { resolveTagV2 } from "../yaml/scalar.ts";
import { fieldSpecLists, makeConfig, type NameReference, type TransformerConfig } from "./config.ts";
import { type FieldSpec, fieldSpec } from "./field-spec.ts";

/**
 * Reads a configurations file; what is wrong with it is reported and left out.
 *
 * @param document  the file's first document, undefined for an empty one
 * Source: kustomize api/internal/plugins/builtinconfig/loaddefaultconfig.go
 */
export function readConfig(
  document: Node | undefined,
  _source: SourceFile,
  collector: Collector,
): TransformerConfig {
  const reader = new Reader(collector);
  return makeConfig(reader.record(document, configFields, "a configurations file"));
}

type Fields<T> = { readonly [Name in keyof T]: (reader: Reader, node: Node, name: string) => T[Name] };

const gvkFields = { group: readText, version: readText, kind: readText };

const specFields: Fields<FieldSpec> = { ...gvkFields, path: readText, create: readFlag };

const referenceFields: Fields<NameReference> = {
  ...gvkFields,
  fieldSpecs: (reader, node, name) => reader.list(node, name, readSpec),
};

const configFields: Fields<TransformerConfig> = {
  ...(Object.fromEntries(
    fieldSpecLists.map((list) => [
      list,
      (reader: Reader, node: Node, name: string) => reader.list(node, name, readSpec),
    ]),
  ) as Fields<Pick<TransformerConfig, (typeof fieldSpecLists)[number]>>),
  nameReference: (reader, node, name) => reader.list(node, name, readReference),
};

function readSpec(reader: Reader, node: Node): FieldSpec {
  const { path = "", ...rest } = reader.record(node, specFields, "a field spec");
  return fieldSpec(path, rest);
}

function readReference(reader: Reader, node: Node): NameReference {
  const found = reader.record(node, referenceFields, "an entry of `nameReference`");
  return { group: "", version: "", kind: "", fieldSpecs: [], ...found };
}

function readText(reader: Reader, node: Node, name: string): string {
  if (node.kind !== "scalar") return reader.wrong(node, name, "a string") ?? "";
  return isNull(node) ? "" : String(booleanOf(node) ?? node.text);
}

function readFlag(reader: Reader, node: Node, name: string): boolean {
  if (isNull(node)) return false;
  return booleanOf(node) ?? reader.wrong(node, name, "true or false") ?? false;
}

// The file is read by YAML 1.1: even the name of a field turns from `y` to `true`.
function booleanOf(node: Node): boolean | undefined {
  if (node.kind !== "scalar" || node.style !== "plain" || resolveTagV2(node.text) !== "bool")
    return undefined;
  return /^(y|t|on)/i.test(node.text);
}

/** Reads records and lists the way Go decodes JSON strictly. */
class Reader {
  readonly #collector: Collector;

  constructor(collector: Collector) {
    this.#collector = collector;
  }

  wrong(node: Node, name: string, wanted: string): undefined {
    this.#collector.report("configuration/invalid", `\`${name}\` must be ${wanted}`, { at: placeOf(node) });
  }

  list<T>(node: Node, name: string, readItem: (reader: Reader, item: Node) => T): readonly T[] {
    if (isNull(node)) return [];
    if (node.kind !== "sequence") return this.wrong(node, name, "a list") ?? [];
    return node.items.map((item) => readItem(this, item));
  }

  record<T>(node: Node | undefined, fields: Fields<T>, what: string): Partial<T> {
    if (!node || isNull(node)) return {};
    if (node.kind === "mapping") return this.#fields(node, fields, what);
    this.#collector.report("configuration/invalid", `${what} must be a map`, { at: placeOf(node) });
    return {};
  }

  #fields<T>(node: Mapping, fields: Fields<T>, what: string): Partial<T> {
    const names = Object.keys(fields) as (keyof T & string)[];
    const result: Partial<T> = {};
    node.keys.forEach((key, i) => {
      const at = placeOf(key);
      const name =
        names.find((candidate) => candidate === key.text) ??
        names.find((candidate) => candidate.toLowerCase() === key.text.toLowerCase());
      if (name === undefined) {
        const close = nearest(key.text, names);
        const help = close ? `did you mean \`${close}\`?` : `its fields are ${names.join(", ")}`;
        this.#collector.report("configuration/unknown-field", `${what} has no field \`${key.text}\``, {
          at,
          help,
        });
      } else if (Object.hasOwn(result, name)) {
        this.#collector.report("configuration/invalid", `\`${name}\` is set twice`, { at });
      } else {
        result[name] = fields[name](this, node.values[i] as Node, name);
      }
    });
    return result;
  }
}
