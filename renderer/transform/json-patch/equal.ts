// What `test` takes for equal: maps in any order, and scalars only when they are written alike in JSON, so that 1.0 in
// a patch of JSON text differs from 1.
import type { SourceFile } from "../../diagnostics/location.ts";
import { goJsonString } from "../../yaml/go-json.ts";
import { jsonFloat } from "../../yaml/go-number.ts";
import { field, isNull, type Mapping, type Node, type Scalar } from "../../yaml/node.ts";

/** @param json  the text of the patch when it is JSON, where numbers stand as they are compared */
export function isEqual(a: Node, b: Node, json: SourceFile | undefined): boolean {
  if (isNull(a) || isNull(b)) return isNull(a) && isNull(b);
  if (a.kind === "mapping") return b.kind === "mapping" && equalMaps(a, b, json);
  if (a.kind === "sequence") {
    // At a null in a list kustomize breaks down, so that no test of it holds.
    return (
      b.kind === "sequence" &&
      a.items.length === b.items.length &&
      a.items.every((item, i) => !isNull(item) && isEqual(item, b.items[i] as Node, json))
    );
  }
  return b.kind === "scalar" && typeOf(a) === typeOf(b) && comparable(a, json) === comparable(b, json);
}

function equalMaps(a: Mapping, b: Mapping, json: SourceFile | undefined): boolean {
  if (a.keys.length !== b.keys.length) return false;
  return a.keys.every((key, i) => {
    const other = field(b, key.text);
    return other !== undefined && isEqual(a.values[i] as Node, other, json);
  });
}

function isNumber({ tag }: Scalar): boolean {
  return tag === "int" || tag === "float";
}

// `<<` is a text here, whatever it will be read as.
function isText({ tag }: Scalar): boolean {
  return tag === "str" || tag === "merge";
}

function typeOf(node: Scalar): string {
  return isNumber(node) ? "number" : isText(node) ? "text" : node.tag;
}

// The library compares the JSON texts of two scalars. Go writes `<` as \u003c, and so must a patch of JSON text.
function comparable(node: Scalar, json: SourceFile | undefined): string {
  const isString = isText(node);
  if (node.source === json && (isString || isNumber(node))) {
    token.lastIndex = node.at;
    return token.exec(json.text)?.[0] ?? node.text;
  }
  return isString ? goJsonString(node.text) : isNumber(node) ? jsonFloat(Number(node.text)) : node.text;
}

const token = /"(?:[^"\\]|\\.)*"|[-+.0-9eE]+/y;
