// Which objects a replacement writes to.
import type { Selector as SelectorFields, TargetSelector } from "../../kustomization/schema.ts";
import type { ResId } from "../../resource/res-id.ts";
import { allIds, type Resource } from "../../resource/resource.ts";
import { metadataMap } from "../../resource/selector.ts";
import { anchored, type GoRegexp } from "../../text/go-regexp.ts";
import { type LabelSelector, matchesLabelSelector, parseLabelSelector } from "../../text/label-selector.ts";

/** A selector of which all parts of an id must match at once, unlike that of patches. */
interface IdPattern {
  readonly isEmpty: boolean;
  matches(id: ResId): boolean;
}

export interface TargetPattern {
  selects(resource: Resource): boolean;
}

/** Source: kustomize api/types/replacement.go, TargetSelectorRegex, and selectByAnnoAndLabel of its filter */
export function compileTarget(
  select: SelectorFields,
  reject: TargetSelector["reject"] = [],
): TargetPattern | { readonly error: string } {
  const compiled = [select, ...reject].map(compileOne);
  const failed = compiled.find((one) => "error" in one);
  if (failed && "error" in failed) return failed;
  const [wanted, ...unwanted] = compiled as readonly Compiled[];
  return {
    selects(resource) {
      if (!wanted || !matchesMaps(wanted, resource)) return false;
      // Either half of a `reject` is enough to reject: its ids or its labels and annotations.
      if (unwanted.some((one) => one.hasMaps && matchesMaps(one, resource))) return false;
      const ids = allIds(resource);
      if (unwanted.some(({ id }) => !id.isEmpty && ids.some((own) => id.matches(own)))) return false;
      return ids.some((own) => wanted.id.matches(own));
    },
  };
}

interface Compiled {
  readonly id: IdPattern;
  readonly labels: LabelSelector | undefined;
  readonly annotations: LabelSelector | undefined;
  readonly hasMaps: boolean;
}

function compileOne(fields: SelectorFields): Compiled | { readonly error: string } {
  const id = compileId(fields);
  if ("error" in id) return id;
  const labels = compileMap(fields.labelSelector, "labelSelector");
  if (labels && "error" in labels) return labels;
  const annotations = compileMap(fields.annotationSelector, "annotationSelector");
  if (annotations && "error" in annotations) return annotations;
  return { id, labels, annotations, hasMaps: labels !== undefined || annotations !== undefined };
}

const idParts = ["group", "version", "kind", "name", "namespace"] as const;

function compileId(fields: SelectorFields): IdPattern | { readonly error: string } {
  const patterns: (readonly [(typeof idParts)[number], GoRegexp])[] = [];
  for (const part of idParts) {
    const pattern = fields[part];
    if (!pattern) continue;
    const compiled = anchored(pattern);
    if (!compiled) return { error: `${part} ${JSON.stringify(pattern)} is not a valid regular expression` };
    patterns.push([part, compiled]);
  }
  return {
    isEmpty: patterns.length === 0,
    matches: (id) => patterns.every(([part, pattern]) => pattern.test(id[part])),
  };
}

function compileMap(text: string | undefined, what: string): LabelSelector | { error: string } | undefined {
  if (!text) return undefined;
  const parsed = parseLabelSelector(text);
  return "error" in parsed ? { error: `${what} ${JSON.stringify(text)}: ${parsed.error}` } : parsed;
}

function matchesMaps({ labels, annotations }: Compiled, { node }: Resource): boolean {
  return (
    (!annotations || matchesLabelSelector(annotations, metadataMap(node, "annotations"))) &&
    (!labels || matchesLabelSelector(labels, metadataMap(node, "labels")))
  );
}
