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

/**
 * Compiles a target selector.
 *
 * @param refuse  told which part is wrong: here for a regular expression, and for labels and annotations only when an
 *                object is held against them, as in kustomize
 */
export function compileSelector(fields: SelectorFields, refuse: (why: string) => never): Selector {
  const { namespace, name, matchesGvk, matchesMetadata } = compileParts(fields, refuse);
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

function compileParts(fields: SelectorFields, refuse: (why: string) => never): Parts {
  const regexps: Partial<Record<"group" | "version" | "kind" | "name" | "namespace", GoRegexp>> = {};
  for (const part of ["group", "version", "kind", "name", "namespace"] as const) {
    const pattern = fields[part];
    if (!pattern) continue;
    regexps[part] =
      anchored(pattern) ?? refuse(`${part} ${JSON.stringify(pattern)} is not a valid regular expression`);
  }
  const labels = compileLabels(fields.labelSelector, "labelSelector");
  const annotations = compileLabels(fields.annotationSelector, "annotationSelector");
  const { group, version, kind, name, namespace } = regexps;
  return {
    namespace,
    name,
    matchesGvk: (gvk) =>
      (!group || group.test(gvk.group)) &&
      (!version || version.test(gvk.version)) &&
      (!kind || kind.test(gvk.kind)),
    matchesMetadata: ({ node }) => {
      const holds = (selector: typeof labels, name: "labels" | "annotations"): boolean => {
        if (selector && "error" in selector) refuse(selector.error);
        return !selector || matchesLabelSelector(selector, metadataMap(node, name));
      };
      return holds(labels, "labels") && holds(annotations, "annotations");
    },
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
