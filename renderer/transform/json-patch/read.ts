// The operations of a JSON patch (RFC 6902), checked as a whole before any of them is applied.
import type { Collector } from "../../diagnostics/collector.ts";
import type { SourceFile } from "../../diagnostics/location.ts";
import { nearest } from "../../diagnostics/suggest.ts";
import { yaml11Tag } from "../../kustomization/go-values.ts";
import { type Mapping, type Node, placeOf } from "../../yaml/node.ts";
import { readJson } from "./json-text.ts";
import { plainJson, yamlToJson } from "./json-value.ts";
import { type Pointer, parsePointer } from "./pointer.ts";
import { jsonRoundTrip } from "./round-trip.ts";

export interface JsonPatch {
  readonly operations: readonly Operation[];
  /** The text of the patch when it is JSON rather than YAML. */
  readonly json: SourceFile | undefined;
}

export type Operation =
  | { readonly op: "add" | "replace"; readonly path: Pointer; readonly value: Node }
  /** A `test` without a value asks for null. */
  | { readonly op: "test"; readonly path: Pointer; readonly value: Node | undefined }
  | { readonly op: "remove"; readonly path: Pointer }
  | { readonly op: "move" | "copy"; readonly path: Pointer; readonly from: Pointer };

const verbs = ["add", "remove", "replace", "move", "copy", "test"] as const;

/**
 * Reads the operations of a patch.
 *
 * @param node  the first document of the patch, as YAML
 * @returns     undefined when there was an error
 * Reports `patch/invalid`.
 * Source: github.com/evanphx/json-patch, DecodePatch
 */
export function readJsonPatch(node: Node, collector: Collector): JsonPatch | undefined {
  const { source } = node;
  let failed = false;
  const report: Report = (message, at, help) => {
    failed = true;
    collector.report("patch/invalid", message, { at: placeOf(at), help });
  };
  // kustomize: what begins with a bracket goes to the JSON parser as it is, everything else is read as YAML
  const isJson = source.text.startsWith("[");
  const list = isJson ? readJson(source) : node;
  if ("message" in list) {
    collector.report(
      "patch/invalid",
      `the patch begins with \`[\` and so must be JSON, but ${list.message}`,
      {
        at: { source, at: list.at },
        help: "use double quotes and no comments, or write the operations as a YAML list with dashes",
      },
    );
    return undefined;
  }
  if (list.kind !== "sequence") {
    report("a JSON patch is a list of operations", list, undefined);
    return undefined;
  }
  const toJson = isJson ? plainJson : yamlToJson;
  const readValue = (value: Node): Node =>
    jsonRoundTrip(toJson(value, (message, at) => report(message, at, undefined)));
  const operations = list.items.flatMap((item) => readOperation(item, readValue, report) ?? []);
  return failed ? undefined : { operations, json: isJson ? source : undefined };
}

type Report = (message: string, at: Node, help: string | undefined) => void;

function readOperation(node: Node, readValue: (node: Node) => Node, report: Report): Operation | undefined {
  if (node.kind !== "mapping") {
    report("an operation is a map with `op` and `path`", node, undefined);
    return undefined;
  }
  const op = readVerb(node, report);
  const path = readPointer(node, "path", report);
  if (!op || !path) return undefined;
  const written = lastField(node, "value");
  switch (op) {
    case "add":
    case "replace":
      if (!written) {
        report(
          `\`${op}\` needs a \`value\``,
          node,
          op === "replace" ? "`remove` takes the field away" : undefined,
        );
        return undefined;
      }
      return { op, path, value: readValue(written) };
    case "test":
      return { op, path, value: written && readValue(written) };
    case "remove":
      return { op, path };
    case "move":
    case "copy": {
      const from = readPointer(node, "from", report);
      return from && { op, path, from };
    }
  }
}

function readVerb(node: Mapping, report: Report): Operation["op"] | undefined {
  const written = lastField(node, "op");
  const text = written?.kind === "scalar" && yaml11Tag(written) === "str" ? written.text : undefined;
  const verb = verbs.find((known) => known === text);
  if (verb) return verb;
  const close = nearest(text ?? "", verbs);
  const help = close ? `did you mean \`${close}\`?` : `it is one of ${verbs.join(", ")}`;
  report(
    text === undefined ? "the operation has no `op`" : `there is no operation \`${text}\``,
    written ?? node,
    help,
  );
  return undefined;
}

function readPointer(node: Mapping, name: "path" | "from", report: Report): Pointer | undefined {
  const written = lastField(node, name);
  if (written?.kind === "scalar" && yaml11Tag(written) === "str") return parsePointer(written);
  const isThere = written && !(written.kind === "scalar" && written.tag === "null");
  const message = isThere ? `\`${name}\` must be a string` : `the operation has no \`${name}\``;
  report(message, written ?? node, "a path looks like /spec/template/spec/containers/0/image");
  return undefined;
}

/** Of a field that is there twice, Go takes the last one. */
function lastField(node: Mapping, name: string): Node | undefined {
  return node.values[node.keys.findLastIndex((key) => key.text === name)];
}
