// Target selectors of patches and replacements: anchored regular expressions over ids, label and annotation selectors.
import { anchored, type GoRegexp } from "../text/go-regexp.ts";
import { type LabelSelector, matchesLabelSelector, parseLabelSelector } from "../text/label-selector.ts";
import { field, type Mapping } from "../yaml/node.ts";
import type { Gvk } from "./gvk.ts";
import { originalId, type Resource } from "./resource.ts";

/** A selector as it stands in a kustomization; every part is optional. */
export interface SelectorFields {
  readonly group?: string;
  readonly version?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly annotationSelector?: string;
}

export interface Selector {
  matches(resource: Resource): boolean;
}

/** Compiles a target selector; a message says which part is wrong. */
export function compileSelector(fields: SelectorFields): Selector | { readonly error: string } {
  const parts = compileParts(fields);
  if ("error" in parts) return parts;
  const { namespace, name, matchesGvk, matchesMetadata } = parts;
  return {
    matches(resource) {
      const current = resource.id;
      const original = originalId(resource);
      return (
        (!namespace ||
          namespace.test(original.effectiveNamespace) ||
          namespace.test(current.effectiveNamespace)) &&
        (!name || name.test(original.name) || name.test(current.name)) &&
        matchesGvk(current) &&
        matchesMetadata(resource)
      );
    },
  };
}

interface Parts {
  readonly namespace: GoRegexp | undefined;
  readonly name: GoRegexp | undefined;
  readonly matchesGvk: (gvk: Gvk) => boolean;
  readonly matchesMetadata: (resource: Resource) => boolean;
}

function compileParts(fields: SelectorFields): Parts | { readonly error: string } {
  const regexps: Partial<Record<"group" | "version" | "kind" | "name" | "namespace", GoRegexp>> = {};
  for (const part of ["group", "version", "kind", "name", "namespace"] as const) {
    const pattern = fields[part];
    if (!pattern) continue;
    const compiled = anchored(pattern);
    if (!compiled) return { error: `${part} ${JSON.stringify(pattern)} is not a valid regular expression` };
    regexps[part] = compiled;
  }
  const labels = compileLabels(fields.labelSelector, "labelSelector");
  if (labels && "error" in labels) return labels;
  const annotations = compileLabels(fields.annotationSelector, "annotationSelector");
  if (annotations && "error" in annotations) return annotations;
  const { group, version, kind, name, namespace } = regexps;
  return {
    namespace,
    name,
    matchesGvk: (gvk) =>
      (!group || group.test(gvk.group)) &&
      (!version || version.test(gvk.version)) &&
      (!kind || kind.test(gvk.kind)),
    matchesMetadata: ({ node }) =>
      (!labels || matchesLabelSelector(labels, metadataMap(node, "labels"))) &&
      (!annotations || matchesLabelSelector(annotations, metadataMap(node, "annotations"))),
  };
}

function compileLabels(
  text: string | undefined,
  what: string,
): LabelSelector | { error: string } | undefined {
  if (!text) return undefined;
  const parsed = parseLabelSelector(text);
  return "error" in parsed ? { error: `${what} ${JSON.stringify(text)}: ${parsed.error}` } : parsed;
}

/** Labels or annotations as strings; a value that is no scalar counts as the empty string, as in kyaml. */
export function metadataMap(node: Mapping, name: "labels" | "annotations"): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  const entries = field(field(node, "metadata"), name);
  if (entries?.kind !== "mapping") return result;
  entries.keys.forEach((key, i) => {
    const value = entries.values[i];
    result.set(key.text, value?.kind === "scalar" ? value.text : "");
  });
  return result;
}
