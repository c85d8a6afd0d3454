// One patch on one object: strategic merge with kustomize's rules about what a patch may not change.

import type { BuildContext } from "../load/context.ts";
import type { SchemaIndex } from "../openapi/schema-index.ts";
import { type Resource, withNode, withPreviousId, withState, withTrail } from "../resource/resource.ts";
import { metadataMap } from "../resource/selector.ts";
import { noTrail, remaining, trailTexts } from "../resource/trail.ts";
import { merge } from "../strategic-merge/merge.ts";
import { keyScalar, withField, withoutField, withValueAt } from "../yaml/edit.ts";
import {
  field,
  indexOfKey,
  isEmpty,
  isNull,
  type Mapping,
  mapping,
  type Node,
  type Step,
  scalar,
} from "../yaml/node.ts";
import { failWith } from "./failure.ts";
import { applyJsonPatch } from "./json-patch/apply.ts";
import type { JsonPatch } from "./json-patch/read.ts";
import { jsonRoundTrip } from "./json-patch/round-trip.ts";
import { withNewAnnotations } from "./new-annotations.ts";
import { setText } from "./setters.ts";
import { SharedWrites } from "./shared-scalars.ts";

export interface PatchOptions {
  readonly allowNameChange: boolean;
  readonly allowKindChange: boolean;
}

/**
 * Merges a patch into an object; undefined when the patch deletes it. Name, kind and namespace stay as they are,
 * unless the options allow a change.
 *
 * Source: kustomize api/resource/resource.go, ApplySmPatch
 */
export function applyMergePatch(
  resource: Resource,
  patch: Mapping,
  options: PatchOptions,
  schemas: SchemaIndex,
  step: Step,
  context: BuildContext,
): Resource | undefined {
  const shares = new SharedWrites();
  const start = options.allowNameChange || options.allowKindChange ? withPreviousId(resource) : resource;
  const fail = failWith("patch/failed", resource, step, context.collector);
  const merged = merge(start.node, patch, undefined, { schemas, step, shares, fail, newItems: "first" });
  // At the top there is nothing to put the replacement into, and kustomize keeps what it has.
  if (directiveOf(patch) === "replace") return resource;
  if (merged?.kind !== "mapping" || isEmpty(merged)) return undefined;
  const { kind, name, namespace } = resource.id;
  let root = shares.spread(merged);
  if (!options.allowKindChange) root = setText(root, "kind", kind, step, shares);
  root = withMetadata(root, step, (metadata) => {
    const named = options.allowNameChange ? metadata : setText(metadata, "name", name, step, shares);
    return namespace === ""
      ? withoutField(named, "namespace")
      : setText(named, "namespace", namespace, step, shares);
  });
  return withNode(dropsHiddenState(patch) ? withoutMemory(start) : start, root);
}

function withMetadata(root: Mapping, step: Step, change: (metadata: Mapping) => Mapping): Mapping {
  const i = indexOfKey(root, "metadata");
  const metadata = root.values[i];
  if (metadata?.kind === "mapping") return withValueAt(root, i, change(metadata));
  const made = change(mapping([], [], step.source, step.at, { step }));
  return withField(root, keyScalar("metadata", step), made);
}

// kustomize's memory of an object stands in its annotations, so a patch that removes them all removes the memory too.
const forgotten = {
  previousIds: [],
  prefixes: [],
  suffixes: [],
  needsHash: false,
  behavior: "unspecified",
  annotated: false,
} as const;

function withoutMemory(resource: Resource): Resource {
  const left = withState(resource, forgotten);
  return left.trail ? withTrail(left, noTrail) : left;
}

function dropsHiddenState(patch: Mapping): boolean {
  const metadata = field(patch, "metadata");
  return [metadata, field(metadata, "annotations")].some((node) => {
    if (isNull(node)) return true;
    const directive = directiveOf(node);
    return directive === "replace" || directive === "delete";
  });
}

function directiveOf(node: Node | undefined): string | undefined {
  const directive = field(node, "$patch");
  return directive?.kind === "scalar" ? directive.text : undefined;
}

/**
 * Merges a copy of a patch that kustomize makes for the object. It also has the object's apiVersion, so one that has
 * none gets an empty one, in the quotes of the patch.
 */
export function applyCopiedPatch(
  resource: Resource,
  patch: Mapping,
  options: PatchOptions,
  schemas: SchemaIndex,
  step: Step,
  context: BuildContext,
): Resource | undefined {
  const copy = copiedForTarget(patch, resource);
  const changed = applyMergePatch(resource, copy, options, schemas, step, context);
  if (!changed || field(resource.node, "apiVersion")) return changed;
  const written = field(patch, "apiVersion");
  const isQuoted = written?.kind === "scalar" && written.style !== "plain";
  const empty = isQuoted
    ? scalar("", "str", "double", step.source, step.at, { step })
    : scalar("null", "null", "plain", step.source, step.at, { step });
  return withNode(changed, withField(changed.node, keyScalar("apiVersion", step), empty));
}

/**
 * The patch as kustomize copies it for each selected target: labels and annotations become strings (a null turns
 * into the text `null` and deletes nothing), empty maps of them vanish, and the target's apiVersion is taken over.
 */
function copiedForTarget(patch: Mapping, target: Resource): Mapping {
  let root = patch;
  for (const name of ["labels", "annotations"] as const) root = withStrings(root, name);
  const i = indexOfKey(root, "apiVersion");
  const apiVersion = field(target.node, "apiVersion");
  if (i < 0) return root;
  return apiVersion ? withValueAt(root, i, apiVersion) : withoutField(root, "apiVersion");
}

function withStrings(root: Mapping, name: "labels" | "annotations"): Mapping {
  const i = indexOfKey(root, "metadata");
  const metadata = root.values[i];
  const entries = field(metadata, name);
  if (metadata?.kind !== "mapping" || !entries) return root;
  if (entries.kind !== "mapping" || entries.keys.length === 0) {
    return withValueAt(root, i, withoutField(metadata, name));
  }
  const texts = metadataMap(root, name);
  const values = entries.values.map((value, at) => {
    const text = texts.get(entries.keys[at]?.text ?? "") ?? "";
    if (value.kind === "scalar" && value.tag === "str") return value;
    return scalar(text, "str", "plain", value.source, value.at);
  });
  return withValueAt(root, i, withField(metadata, keyOf(metadata, name), { ...entries, values }));
}

function keyOf(node: Mapping, name: string): Mapping["keys"][number] {
  return node.keys[indexOfKey(node, name)] as Mapping["keys"][number];
}

/**
 * Applies a JSON 6902 patch. The annotations that kustomize hides on the object are there while the patch runs (so
 * `add /metadata/annotations/x` needs no map of its own) and are put back afterwards, with all others.
 */
export function applyOperations(
  resource: Resource,
  patch: JsonPatch,
  step: Step,
  context: BuildContext,
): Resource {
  const { collector } = context;
  const hidden = hiddenAnnotations(resource);
  const before = jsonRoundTrip(hidden.size > 0 ? withHidden(resource.node, hidden, step) : resource.node);
  const patched = applyJsonPatch(before, patch, step, (message, at, help) =>
    collector.halt("patch/failed", message, {
      at,
      notes: [{ message: `while patching ${resource.id.kind}/${resource.id.name}`, at: step }],
      help,
    }),
  );
  if (patched.kind !== "mapping") {
    return collector.halt("patch/failed", "the patch leaves no object", { at: step });
  }
  const { root, left } = withoutHidden(patched, hidden);
  const { trail } = resource;
  const changed = withNode(trail ? withTrail(resource, remaining(trail, left)) : resource, root);
  return withNewAnnotations(changed);
}

const marker = "internal.config.kubernetes.io/previousNames";

function hiddenAnnotations({ build, trail }: Resource): ReadonlyMap<string, string> {
  const texts = new Map(trail ? trailTexts(trail) : []);
  if (build.annotated) texts.set(marker, "");
  return texts;
}

function withHidden(root: Mapping, hidden: ReadonlyMap<string, string>, step: Step): Mapping {
  return withMetadata(root, step, (metadata) => {
    const i = indexOfKey(metadata, "annotations");
    const there = metadata.values[i];
    let annotations = there?.kind === "mapping" ? there : mapping([], [], step.source, step.at, { step });
    for (const [name, text] of hidden) {
      const value = scalar(text, "str", "plain", step.source, step.at);
      annotations = withField(annotations, keyScalar(name, step), value);
    }
    return there?.kind === "mapping"
      ? withValueAt(metadata, i, annotations)
      : withField(metadata, keyScalar("annotations", step), annotations);
  });
}

/** Takes them out again; `left` are those that the patch has left there. */
function withoutHidden(
  root: Mapping,
  hidden: ReadonlyMap<string, string>,
): { readonly root: Mapping; readonly left: ReadonlySet<string> } {
  const i = indexOfKey(root, "metadata");
  const metadata = root.values[i];
  const at = metadata?.kind === "mapping" ? indexOfKey(metadata, "annotations") : -1;
  const annotations = metadata?.kind === "mapping" ? metadata.values[at] : undefined;
  if (metadata?.kind !== "mapping" || annotations?.kind !== "mapping") return { root, left: new Set() };
  const left = new Set([...hidden.keys()].filter((name) => indexOfKey(annotations, name) >= 0));
  if (left.size === 0) return { root, left };
  const rest = [...left].reduce((all: Mapping, name) => withoutField(all, name), annotations);
  const next =
    rest.keys.length === 0 ? withoutField(metadata, "annotations") : withValueAt(metadata, at, rest);
  return { root: withValueAt(root, i, next), left };
}
