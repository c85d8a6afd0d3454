// Values as Go's encoding/json writes them: compact, keys sorted, HTML characters escaped. Content hashes need it.
import { rereadText } from "./emit/reread.ts";
import { jsonNumber } from "./go-number.ts";
import { isQuotedNothing, type Node, type Scalar } from "./node.ts";
import { binaryText } from "./scalar-text.ts";
import { timestampText } from "./timestamp.ts";

export function goJson(node: Node, isInFlow = false): string {
  if (node.kind === "scalar") return scalarJson(node, isInFlow);
  const inFlow = isInFlow || node.flow;
  switch (node.kind) {
    case "sequence":
      return `[${node.items.map((item) => goJson(item, inFlow)).join(",")}]`;
    case "mapping": {
      const entries = node.keys.map(
        (key, i) => [rereadText(key, inFlow) ?? key.text, node.values[i] as Node] as const,
      );
      entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      return `{${entries.map(([key, value]) => `${goJsonString(key)}:${goJson(value, inFlow)}`).join(",")}}`;
    }
  }
}

function scalarJson(node: Scalar, inFlow: boolean): string {
  switch (node.tag) {
    case "int":
    case "float":
      return jsonNumber(node) ?? "null";
    case "bool":
      return node.text.toLowerCase();
    case "null":
      return isQuotedNothing(node, inFlow) ? '""' : "null";
    default:
      return goJsonString(jsonText(node, inFlow));
  }
}

/** The text of a scalar that is a string in JSON. */
export function jsonText(node: Scalar, inFlow = false): string {
  switch (node.tag) {
    case "timestamp":
      return timestampText(node.text) ?? node.text;
    case "binary":
      return binaryText(node.text) ?? "";
    default:
      return rereadText(node, inFlow) ?? node.text;
  }
}

export function goJsonString(text: string): string {
  const json = JSON.stringify(text);
  return /[<>&\u2028\u2029]/.test(json) ? json.replace(/[<>&\u2028\u2029]/g, escaped) : json;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
