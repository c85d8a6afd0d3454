// Rewrites a kustomization's nodes to what kustomize decodes from them: the documented spelling of each field, YAML 1.1
// types, no nulls, each field once. Every node keeps the place where it was written.
// kustomize: sigs.k8s.io/yaml and Go's encoding/json, which ignore the case of field names
import { mapItems } from "../yaml/edit.ts";
import { isNull, type Mapping, mapping, type Node, placeOf, type Scalar, scalar } from "../yaml/node.ts";
import { keyText, toValue, yaml11Tag } from "./go-values.ts";
import { nameOf, type Report, show } from "./report.ts";
import { itemShape, type Path, type Shape } from "./shape.ts";
import { reportUnknownField } from "./unknown-field.ts";
import { checkType } from "./wrong-type.ts";

/**
 * @param shape  what the node has to look like
 * @param path   of the node, for messages
 * Reports values of other types, fields that are unknown or written twice, and what JSON cannot hold.
 */
export function canonical(node: Node, shape: Shape, path: Path, report: Report): Node {
  const rewritten = rewrite(node, shape, path, report);
  checkType(rewritten, shape, path, report);
  return rewritten;
}

function rewrite(node: Node, shape: Shape, path: Path, report: Report): Node {
  switch (node.kind) {
    case "scalar":
      return canonicalScalar(node, shape, path, report);
    case "sequence":
      return mapItems(node, (value, i) => {
        return canonicalPart(value, itemShape(shape, i), [...path, i], report);
      });
    case "mapping":
      return canonicalMapping(node, shape, path, report);
  }
}

function canonicalScalar(node: Scalar, shape: Shape, path: Path, report: Report): Node {
  let tag = yaml11Tag(node);
  if (tag === "float" && shape.kind === "anything" && !Number.isFinite(toValue({ ...node, tag }))) {
    report("kustomization/wrong-type", `${nameOf(path)} is \`${node.text}\`, which is not a finite number`, {
      at: placeOf(node),
      help: `quote it if text is meant: "${node.text}"`,
    });
  }
  if (tag === "int" && shape.kind === "anything") tag = "float"; // free-form numbers are float64 in Go
  return tag === node.tag ? node : { ...node, tag };
}

/** What stands in a list or a map. A null there is a value with nothing set, as Go leaves it. */
function canonicalPart(node: Node, shape: Shape, path: Path, report: Report): Node {
  if (!isNull(node)) return canonical(node, shape, path, report);
  const empty = nothingSet(node, shape);
  checkType(empty, shape, path, report);
  return empty;
}

function nothingSet(node: Node, shape: Shape): Node {
  switch (shape.kind) {
    case "fields":
      return shape.keepsNull ? node : mapping([], [], node.source, node.at);
    case "map":
      return mapping([], [], node.source, node.at);
    case "text":
      return scalar("", "str", "plain", node.source, node.at);
    default:
      return node;
  }
}

function canonicalMapping(node: Mapping, shape: Shape, path: Path, report: Report): Mapping {
  const seen = new Map<string, Entry>();
  for (let i = 0; i < node.keys.length; i++) {
    const key = node.keys[i] as Scalar;
    const written = keyText(key);
    if (written === undefined) {
      report("kustomization/wrong-type", `the key \`${key.text}\` of ${nameOf(path)} is not a string`, {
        at: placeOf(key),
        help: `quote it: "${key.text}"`,
      });
      continue;
    }
    const name = shape.kind === "fields" ? fieldName(shape.fields, written) : written;
    if (name === undefined) {
      if (shape.kind === "fields") reportUnknownField(key, shape.fields, path, report);
      continue;
    }
    if (name === "__proto__" && shape.kind === "map" && shape.item.kind === "text") {
      // what builds maps by assigning would lose it unseen
      report("kustomization/invalid", `${nameOf(path)} cannot have a key \`${name}\``, { at: placeOf(key) });
      continue;
    }
    const entry = { key, name, written, value: node.values[i] as Node };
    reportTwice(seen.get(name), entry, path, report);
    seen.set(name, entry);
  }
  const keys: Scalar[] = [];
  const values: Node[] = [];
  for (const { key, name, value } of seen.values()) {
    if (shape.kind === "fields" && isNull(value)) continue;
    keys.push({ ...key, tag: "str", text: name });
    values.push(canonicalPart(value, itemShape(shape, name), [...path, name], report));
  }
  return { ...node, keys, values };
}

interface Entry {
  readonly key: Scalar;
  readonly name: string;
  /** The key as JSON has it. */
  readonly written: string;
  readonly value: Node;
}

/** The field that a key means. */
export function fieldName(fields: Readonly<Record<string, Shape>>, written: string): string | undefined {
  if (Object.hasOwn(fields, written)) return written;
  const lower = written.toLowerCase();
  return Object.keys(fields).find((name) => name.toLowerCase() === lower);
}

function reportTwice(earlier: Entry | undefined, entry: Entry, path: Path, report: Report): void {
  if (!earlier) return;
  const notes = [{ message: "it is set here first", at: placeOf(earlier.key) }];
  const field = `\`${show([...path, entry.name])}\``;
  if (earlier.written === entry.written) {
    report("kustomization/duplicate-field", `${field} is set twice, and only the last one counts`, {
      at: placeOf(entry.key),
      notes,
      help: "join the two, or remove the first",
    });
  } else {
    // kustomize merges the two item by item, later spelling over earlier; nobody means that
    const spellings = `\`${earlier.written}\` and \`${entry.written}\``;
    report("kustomization/invalid", `${field} is set twice, as ${spellings}`, {
      at: placeOf(entry.key),
      notes,
      help: `join the two under \`${entry.name}\``,
    });
  }
}
