// A Kubernetes object in the build, with what kustomize keeps in hidden annotations as plain fields.
import type { SourceFile } from "../diagnostics/location.ts";
import { field, type Mapping, type Node, textAt } from "../yaml/node.ts";
import { type Gvk, parseApiVersion } from "./gvk.ts";
import { makeResId, type ResId } from "./res-id.ts";
import { isClusterScopedType } from "./scope.ts";
import type { Trail } from "./trail.ts";

export type Behavior = "unspecified" | "create" | "merge" | "replace";

export interface BuildState {
  /** Ids the object had before prefixes, suffixes, namespaces, hashes and patches changed it; oldest first. */
  readonly previousIds: readonly ResId[];
  readonly prefixes: readonly string[];
  readonly suffixes: readonly string[];
  readonly needsHash: boolean;
  readonly behavior: Behavior;
  /** Names of the vars that take their value from this object. */
  readonly varNames: readonly string[];
  /** kustomize would hold a hidden annotation on the object by now, so `metadata.annotations` exists for patches. */
  readonly annotated: boolean;
  /** Inflated from a Helm chart, which the namespace transformer leaves alone. */
  readonly fromHelm: boolean;
}

export interface Resource {
  readonly node: Mapping;
  readonly id: ResId;
  readonly build: BuildState;
  /** The kustomization file that brought the object in, and the place of its entry. */
  readonly listedAt: { readonly source: SourceFile; readonly at: number } | undefined;
  /** Bookkeeping of buildMetadata; undefined unless the build asks for it. */
  readonly trail: Trail | undefined;
}

const noState: BuildState = {
  previousIds: [],
  prefixes: [],
  suffixes: [],
  needsHash: false,
  behavior: "unspecified",
  varNames: [],
  annotated: false,
  fromHelm: false,
};

/** Wraps an object that was read or generated. */
export function toResource(
  node: Mapping,
  listedAt: Resource["listedAt"],
  state: Partial<BuildState> = {},
): Resource {
  return { node, id: idOf(node), build: { ...noState, ...state }, listedAt, trail: undefined };
}

/** The same object with a changed tree. */
export function withNode(resource: Resource, node: Mapping): Resource {
  return node === resource.node ? resource : { ...resource, node, id: idOf(node) };
}

export function withState(resource: Resource, state: Partial<BuildState>): Resource {
  return { ...resource, build: { ...resource.build, ...state } };
}

/** Remembers the current id, so that references by it are still followed after a change. */
export function withPreviousId(resource: Resource): Resource {
  const { previousIds } = resource.build;
  return withState(withoutEmptyAnnotations(resource), {
    previousIds: [...previousIds, rememberedId(resource.id)],
    annotated: true,
  });
}

/** The id the object had when it was read. */
export function originalId(resource: Resource): ResId {
  const [first] = resource.build.previousIds;
  return first ? withCurrentApi(first, resource.id) : resource.id;
}

/** Former ids, oldest first; a patch that changes the apiVersion changes it in the former ids as well. */
export function previousIds(resource: Resource): readonly ResId[] {
  const { previousIds } = resource.build;
  const [first] = previousIds;
  if (!first || (first.group === resource.id.group && first.version === resource.id.version))
    return previousIds;
  return previousIds.map((id) => withCurrentApi(id, resource.id));
}

/** Every id the object goes by, the current one last. */
export function allIds(resource: Resource): readonly ResId[] {
  const before = previousIds(resource);
  return before.length === 0 ? [resource.id] : [...before, resource.id];
}

// kustomize stores the effective namespace, so a former id of an object without one says "default".
function rememberedId(id: ResId): ResId {
  return { ...id, namespace: id.effectiveNamespace };
}

function withCurrentApi(id: ResId, current: Gvk): ResId {
  return { ...id, group: current.group, version: current.version };
}

/** The id that an object's own fields give it. */
export function idOf(node: Mapping): ResId {
  const { group, version } = parseApiVersion(rawText(field(node, "apiVersion")));
  const gvk = { group, version, kind: rawText(field(node, "kind")) };
  const metadata = field(node, "metadata");
  const name = textAt(metadata, "name") ?? "";
  return makeResId(gvk, name, textAt(metadata, "namespace") ?? "", isClusterScopedType(gvk));
}

function rawText(node: Node | undefined): string {
  return node?.kind === "scalar" ? node.text : "";
}

/**
 * kustomize clears an empty `annotations` (and then an empty `metadata`) before it puts its first hidden annotation
 * there, and the empty map never comes back.
 */
export function withoutEmptyAnnotations(resource: Resource): Resource {
  const metadata = field(resource.node, "metadata");
  if (metadata?.kind !== "mapping") return resource;
  const annotations = field(metadata, "annotations");
  if (!annotations || hasContent(annotations)) return resource;
  const kept = metadata.keys.findIndex((key) => key.text === "annotations");
  const rest: Mapping = {
    ...metadata,
    keys: metadata.keys.toSpliced(kept, 1),
    values: metadata.values.toSpliced(kept, 1),
  };
  const at = resource.node.keys.findIndex((key) => key.text === "metadata");
  return withNode(resource, { ...resource.node, values: resource.node.values.with(at, rest) });
}

function hasContent(node: Node): boolean {
  if (node.kind === "scalar") return false;
  return node.kind === "mapping" ? node.keys.length > 0 : node.items.length > 0;
}
