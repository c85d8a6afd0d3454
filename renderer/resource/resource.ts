// A Kubernetes object in the build, with what kustomize keeps in hidden annotations as plain fields.
import type { SourceFile } from "../diagnostics/location.ts";
import { appended } from "../yaml/edit.ts";
import { field, type Mapping, type Node, textAt } from "../yaml/node.ts";
import { type Gvk, parseApiVersion, sameGvk } from "./gvk.ts";
import { isClusterScoped, makeResId, type ResId, rememberedId, withApiOf } from "./res-id.ts";
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

// All resources are made here, for the same reason as nodes in node.ts.
function makeResource(
  node: Mapping,
  id: ResId,
  build: BuildState,
  listedAt: Resource["listedAt"],
  trail: Trail | undefined,
): Resource {
  return { node, id, build, listedAt, trail };
}

/** Tells which kinds live outside of namespaces. */
export type ClusterScope = (gvk: Gvk) => boolean;

/** Wraps an object that was read or generated. */
export function toResource(
  node: Mapping,
  listedAt: Resource["listedAt"],
  state: Partial<BuildState> = {},
  scope: ClusterScope = isClusterScopedType,
): Resource {
  return makeResource(node, idOf(node, scope), { ...noState, ...state }, listedAt, undefined);
}

/** The same object with a changed tree. */
export function withNode(resource: Resource, node: Mapping): Resource {
  if (node === resource.node) return resource;
  const id = hasSameId(node, resource.node) ? resource.id : idAfter(resource.id, node);
  return makeResource(node, id, resource.build, resource.listedAt, resource.trail);
}

// An object stays in or outside of namespaces as long as it is of the same kind, whatever said so when it was read.
function idAfter(id: ResId, node: Mapping): ResId {
  return idOf(node, (gvk) => (sameGvk(gvk, id) ? isClusterScoped(id) : isClusterScopedType(gvk)));
}

/** Whether nothing that an id is made of has changed. */
function hasSameId(node: Mapping, before: Mapping): boolean {
  if (field(node, "apiVersion") !== field(before, "apiVersion")) return false;
  if (field(node, "kind") !== field(before, "kind")) return false;
  const metadata = field(node, "metadata");
  const metadataBefore = field(before, "metadata");
  return (
    metadata === metadataBefore ||
    (field(metadata, "name") === field(metadataBefore, "name") &&
      field(metadata, "namespace") === field(metadataBefore, "namespace"))
  );
}

export function withState(resource: Resource, state: Partial<BuildState>): Resource {
  const { node, id, build, listedAt, trail } = resource;
  return makeResource(node, id, { ...build, ...state }, listedAt, trail);
}

export function withTrail({ node, id, build, listedAt }: Resource, trail: Trail | undefined): Resource {
  return makeResource(node, id, build, listedAt, trail);
}

/** Remembers the current id, so that references by it are still followed after a change. */
export function withPreviousId(resource: Resource, more: Partial<BuildState> = {}): Resource {
  const { previousIds } = resource.build;
  return withState(withoutEmptyAnnotations(resource), {
    ...more,
    previousIds: appended(previousIds, rememberedId(resource.id)),
    annotated: true,
  });
}

/** The id the object had when it was read. */
export function originalId(resource: Resource): ResId {
  const [first] = resource.build.previousIds;
  return first ? withApiOf(first, resource.id) : resource.id;
}

/** Former ids, oldest first; a patch that changes the apiVersion changes it in the former ids as well. */
export function previousIds(resource: Resource): readonly ResId[] {
  const { previousIds } = resource.build;
  const [first] = previousIds;
  if (!first || (first.group === resource.id.group && first.version === resource.id.version))
    return previousIds;
  return previousIds.map((id) => withApiOf(id, resource.id));
}

/** Every id the object goes by, the current one last. */
export function allIds(resource: Resource): readonly ResId[] {
  const before = previousIds(resource);
  return before.length === 0 ? [resource.id] : [...before, resource.id];
}

/** The id that an object's own fields give it. */
export function idOf(node: Mapping, scope: ClusterScope = isClusterScopedType): ResId {
  const { group, version } = parseApiVersion(rawText(field(node, "apiVersion")));
  const gvk = { group, version, kind: rawText(field(node, "kind")) };
  const metadata = field(node, "metadata");
  const name = textAt(metadata, "name") ?? "";
  return makeResId(gvk, name, textAt(metadata, "namespace") ?? "", scope(gvk));
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
