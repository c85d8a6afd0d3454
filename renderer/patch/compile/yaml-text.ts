// Plain values as YAML that people read: block style, keys in the order they were written in.
import { Document, isScalar, visit } from "yaml";
import { resolveTag, resolveTagV2 } from "../../yaml/scalar.ts";

/** The same value gives the same bytes. Text that kustomize would take for something else is quoted. */
export function toYamlText(value: unknown, style: "block" | "flow" = "block"): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && typeof node.value === "string" && looksTyped(node.value))
        node.type = "QUOTE_DOUBLE";
    },
  });
  return document.toString({
    lineWidth: 0,
    minContentWidth: 0,
    directives: false,
    collectionStyle: style === "flow" ? "flow" : "any",
  });
}

// kustomize reads manifests by the rules of one YAML library and JSON patches by those of another.
function looksTyped(text: string): boolean {
  const isBase60 = /^[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?$/.test(text); // what YAML 1.1 takes for a number
  return text === "=" || isBase60 || resolveTag(text) !== "str" || resolveTagV2(text) !== "str";
}

/** The comment lines above the first statement of a module, as YAML comments. */
export function leadingComment(source: string): readonly string[] {
  const lines: string[] = [];
  for (const line of source.split(/\r?\n/)) {
    if (line.startsWith("//")) lines.push(`#${line.slice(2)}`.trimEnd());
    else if (lines.length > 0 || line.trim() !== "") break;
  }
  return lines;
}
