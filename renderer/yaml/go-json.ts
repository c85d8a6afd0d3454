// Values as Go's encoding/json writes them: compact, keys sorted, HTML characters escaped. Content hashes need it.
import { rereadText } from "./emit/reread.ts";
import { jsonNumber } from "./go-number.ts";
import { isQuotedNothing, type Node, type Scalar } from "./node.ts";
import { binaryText } from "./scalar-text.ts";
import { timestampText } from "./timestamp.ts";

export function goJson(node: Node): string {
  switch (node.kind) {
    case "scalar":
      return scalarJson(node);
    case "sequence":
      return `[${node.items.map(goJson).join(",")}]`;
    case "mapping": {
      const entries = node.keys.map(
        (key, i) => [rereadText(key) ?? key.text, node.values[i] as Node] as const,
      );
      entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      return `{${entries.map(([key, value]) => `${goJsonString(key)}:${goJson(value)}`).join(",")}}`;
    }
  }
}

function scalarJson(node: Scalar): string {
  switch (node.tag) {
    case "int":
    case "float":
      return jsonNumber(node) ?? "null";
    case "bool":
      return node.text.toLowerCase();
    case "null":
      return isQuotedNothing(node) ? '""' : "null";
    case "timestamp":
      return goJsonString(timestampText(node.text) ?? node.text);
    case "binary":
      return goJsonString(binaryText(node.text) ?? "");
    default:
      return goJsonString(rereadText(node) ?? node.text);
  }
}

export function goJsonString(text: string): string {
  const json = JSON.stringify(text);
  return /[<>&\u2028\u2029]/.test(json) ? json.replace(/[<>&\u2028\u2029]/g, escaped) : json;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
