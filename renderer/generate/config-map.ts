// ConfigMaps and Secrets made from key-value sources.
import type { SourceFile } from "../diagnostics/location.ts";
import { type Mapping, mapping, type Node, type Step, scalar } from "../yaml/node.ts";
import { resolveTag } from "../yaml/scalar.ts";
import type { KeyValue } from "./key-values.ts";

export interface GeneratedObject {
  readonly kind: "ConfigMap" | "Secret";
  readonly name: string;
  readonly namespace: string;
  /** Type of a Secret; `Opaque` when empty. */
  readonly type: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly immutable: boolean;
  readonly data: readonly KeyValue[];
}

/**
 * Builds the object; each value stands at the place its source names.
 *
 * Source: kustomize api/internal/generators
 */
export function makeGenerated(object: GeneratedObject, step: Step): Mapping {
  const { kind, name, namespace } = object;
  const metadata: Fields = [["name", textNode(name, step)]];
  if (namespace !== "") metadata.push(["namespace", textNode(namespace, step)]);
  for (const field of ["labels", "annotations"] as const) {
    const entries = Object.entries(object[field]);
    if (entries.length > 0)
      metadata.push([
        field,
        fieldsNode(
          entries.map(([key, value]) => [key, textNode(value, step)]),
          step,
        ),
      ]);
  }
  const root: Fields = [
    ["apiVersion", textNode("v1", step)],
    ["kind", textNode(kind, step)],
    ["metadata", fieldsNode(metadata, step)],
  ];
  if (kind === "Secret") root.push(["type", textNode(object.type || "Opaque", step)]);
  root.push(...dataFields(object, step));
  if (object.immutable)
    root.push(["immutable", scalar("true", "bool", "plain", step.source, step.at, { step })]);
  return fieldsNode(root, step);
}

function dataFields({ kind, data }: GeneratedObject, step: Step): Fields {
  const sorted = data.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  if (kind === "Secret") {
    return [
      [
        "data",
        fieldsNode(
          sorted.map((pair) => [pair.key, value(pair, base64(pair.value), step)]),
          step,
        ),
      ],
    ];
  }
  const texts = sorted.filter((pair) => typeof pair.value === "string");
  const binaries = sorted.filter((pair) => typeof pair.value !== "string");
  const result: Fields = [];
  if (texts.length > 0) {
    result.push([
      "data",
      fieldsNode(
        texts.map((pair) => [pair.key, value(pair, pair.value as string, step)]),
        step,
      ),
    ]);
  }
  if (binaries.length > 0) {
    result.push([
      "binaryData",
      fieldsNode(
        binaries.map((pair) => [pair.key, value(pair, base64(pair.value), step)]),
        step,
      ),
    ]);
  }
  return result;
}

type Fields = [string, Node][];

export function fieldsNode(entries: readonly (readonly [string, Node])[], step: Step): Mapping {
  const keys = entries.map(([key]) => scalar(key, resolveTag(key), "plain", step.source, step.at, { step }));
  return mapping(
    keys,
    entries.map(([, node]) => node),
    step.source,
    step.at,
    { step },
  );
}

export function textNode(content: string, step: Step): Node & { kind: "scalar" } {
  return scalar(content, "str", "plain", step.source, step.at, { step });
}

function value(pair: KeyValue, content: string, step: Step): Node {
  const source: SourceFile = pair.at.source;
  return scalar(content, "str", content.includes("\n") ? "literal" : "plain", source, pair.at.at, { step });
}

const base64Line = 70;

/** Base64 in lines of 70 characters, each ended by a line break when there is more than one. */
function base64(content: string | Uint8Array): string {
  const encoded = Buffer.from(content as Uint8Array).toString("base64");
  if (Math.floor(encoded.length / base64Line) + 1 <= 1) return encoded;
  let result = "";
  for (let i = 0; i < encoded.length; i += base64Line) result += `${encoded.slice(i, i + base64Line)}\n`;
  return result;
}
