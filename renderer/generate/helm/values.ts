// The values file that helm is given: the chart's own, combined with what stands in the kustomization.
import type { Place } from "../../diagnostics/location.ts";
import type { PlainValue } from "../../kustomization/schema.ts";
import type { BuildContext } from "../../load/context.ts";
import type { LoadedFile } from "../../load/file-cache.ts";
import type { SchemaIndex } from "../../openapi/schema-index.ts";
import { emitDocument } from "../../yaml/emit.ts";
import {
  isEmpty,
  type Mapping,
  mapping,
  type Node,
  placeOf,
  type ScalarTag,
  scalar,
  sequence,
} from "../../yaml/node.ts";
import { parseDocument } from "../../yaml/parse.ts";
import type { ValuesMerge } from "./chart.ts";
import { mergeValues } from "./merge-values.ts";

export interface ValuesInput {
  readonly inline: Readonly<Record<string, PlainValue>>;
  /** Where `inline` stands. */
  readonly at: Place;
  readonly merge: ValuesMerge;
  readonly schemas: SchemaIndex;
  /** Reads the chart's values file, or the one that the entry names. */
  readonly load: () => LoadedFile;
}

/** The content of the values file. Source: createNewMergedValuesFile and copyValuesFile of the generator. */
export function valuesContent(
  { inline, at, merge, schemas, load }: ValuesInput,
  context: BuildContext,
): string | Uint8Array {
  if (Object.keys(inline).length === 0) return load().bytes;
  const own = toNode(inline, at) as Mapping;
  if (merge === "replace") return print(own, context);
  const file = parseValues(load(), at, context);
  const fail = (message: string, node: Node): never =>
    context.collector.halt("generator/invalid", `values cannot be merged: ${message}`, {
      at: placeOf(node),
      notes: [{ message: "the other values are these", at: node.source === at.source ? placeOf(file) : at }],
    });
  const onLost = (lost: Place): void =>
    context.collector.report("helm/lost-value", "this value is lost, because it comes by an alias", {
      at: lost,
      help: "kustomize merges values without their aliases; write the value out, or use `valuesMerge: replace`",
    });
  const [values, changes] = merge === "override" ? [file, own] : [own, file];
  return print(
    mergeValues(values, changes, { schemas, step: { by: "helmCharts", ...at }, fail, onLost }),
    context,
  );
}

function parseValues({ source }: LoadedFile, at: Place, { collector }: BuildContext): Mapping {
  if (!source) return collector.halt("yaml/not-text", "the values file is not UTF-8 text", { at });
  const values = parseDocument(source, collector);
  if (values?.kind === "mapping") return values;
  const found = !values || isEmpty(values) ? "holds nothing" : "is no map";
  return collector.halt("generator/invalid", `the values file ${source.path} ${found}`, {
    at,
    help: "`valuesMerge: replace` uses `valuesInline` alone",
  });
}

function print(values: Mapping, { collector }: BuildContext): string {
  return emitDocument(values, ({ message, node, help }) => {
    collector.report("emit/not-representable", message, { at: placeOf(node), help });
  });
}

function toNode(value: PlainValue, { source, at }: Place): Node {
  const text = (content: string, tag: ScalarTag): Node => scalar(content, tag, "plain", source, at);
  if (value === null) return text("null", "null");
  switch (typeof value) {
    case "string":
      return text(value, "str");
    case "boolean":
      return text(String(value), "bool");
    case "number":
      return text(String(value), Number.isInteger(value) && Math.abs(value) < 1e21 ? "int" : "float");
  }
  if (isList(value))
    return sequence(
      value.map((item) => toNode(item, { source, at })),
      source,
      at,
    );
  const entries = Object.entries(value);
  return mapping(
    entries.map(([key]) => scalar(key, "str", "plain", source, at)),
    entries.map(([, item]) => toNode(item, { source, at })),
    source,
    at,
  );
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}
