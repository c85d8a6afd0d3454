// What a patch module imports: typed patches as plain values. `gitops patches write` makes YAML of them.
//
//   import { mergePatch } from "emqx-gitops/patch";
//   export const patch = mergePatch("apps/v1", "StatefulSet", { name: "emqx" }, { spec: { replicas: 3 } });
import { JsonPatch } from "./author/json-patch.ts";
import type { PatchBody, ReplacedList, WholePatchBody } from "./author/merge-body.ts";
import type { Replacement } from "./author/replacement.ts";
import type { AnyTarget, PatchTarget } from "./author/target.ts";
import type { MergingKinds, WholeKinds } from "./kinds/kinds.ts";

export type { Keyed } from "./author/keyed.ts";
export type { MergeBody, PatchBody } from "./author/merge-body.ts";
export type { ValueAt, WrongPath } from "./author/path-value.ts";
export type { Replacement } from "./author/replacement.ts";
export type { AnyTarget, NamedTarget, PatchTarget, SelectedTarget } from "./author/target.ts";
export type { ObjectMeta } from "./kinds/data/types/kubernetes.ts";
export type { JsonPatch };

/**
 * The kinds that can be patched, by `apiVersion/kind`. `gitops types` writes modules that add those of further
 * CustomResourceDefinitions.
 */
export interface Kinds extends MergingKinds, WholeKinds {}

type ApiVersionIn<Key> = Key extends `${infer Group}/${infer Version}/${string}`
  ? `${Group}/${Version}`
  : Key extends `${infer Version}/${string}`
    ? Version
    : never;

export type ApiVersion = ApiVersionIn<keyof Kinds>;

/** The kinds of an API version. */
export type KindOf<Api extends string> = {
  [Key in keyof Kinds]: Key extends `${Api}/${infer Kind}`
    ? Kind extends `${string}/${string}`
      ? never
      : Kind
    : never;
}[keyof Kinds];

/** An object of a kind, as the API server takes it. */
export type ObjectOf<Api extends string, Kind extends string> = Kinds[Extract<`${Api}/${Kind}`, keyof Kinds>];

/** What a merge patch may say about a kind: lists merge only in kinds that kustomize knows. */
export type BodyOf<Api extends string, Kind extends string> = `${Api}/${Kind}` extends keyof MergingKinds
  ? PatchBody<ObjectOf<Api, Kind>>
  : WholePatchBody<ObjectOf<Api, Kind>>;

export interface MergePatch {
  readonly record: "mergePatch";
  readonly apiVersion: string;
  readonly kind: string;
  readonly target: PatchTarget;
  readonly body: unknown;
  readonly options: MergeOptions;
}

export interface MergeOptions {
  /** The patch may rename the objects. */
  readonly allowNameChange?: boolean;
  /** The patch may turn the objects into another kind. */
  readonly allowKindChange?: boolean;
}

/** A strategic merge patch: only what changes, `null` for what goes. */
export function mergePatch<Api extends ApiVersion, Kind extends KindOf<Api>>(
  apiVersion: Api,
  kind: Kind,
  target: PatchTarget,
  body: BodyOf<Api, Kind>,
  options: MergeOptions = {},
): MergePatch {
  return { record: "mergePatch", apiVersion, kind, target, body, options };
}

/** A strategic merge patch for a kind that there are no types for; `gitops types` makes them of its definition. */
export function untypedPatch(
  apiVersion: string,
  kind: string,
  target: PatchTarget,
  body: { readonly [field: string]: unknown },
  options: MergeOptions = {},
): MergePatch {
  return { record: "mergePatch", apiVersion, kind, target, body, options };
}

/** A JSON patch for objects of one kind, with paths that the compiler knows. */
export function jsonPatch<Api extends ApiVersion, Kind extends KindOf<Api>>(
  apiVersion: Api,
  kind: Kind,
  target: PatchTarget,
): JsonPatch<ObjectOf<Api, Kind>>;
/** A JSON patch for objects of several kinds; any path goes. */
export function jsonPatch(target: AnyTarget): JsonPatch<unknown>;
export function jsonPatch(
  first: string | AnyTarget,
  kind?: string,
  target: PatchTarget = {},
): JsonPatch<unknown> {
  if (typeof first !== "string") return new JsonPatch(first);
  const [version = "", group = ""] = first.split("/").reverse();
  return new JsonPatch({ group, version, ...(kind === undefined ? {} : { kind }), ...target });
}

/** In a merge patch: a keyed list that takes the place of the one that is there, instead of merging with it. */
export function replaceList<Item>(items: readonly Item[]): ReplacedList<Item> {
  return { record: "replaceList", items };
}

export interface ReplacementRecord {
  readonly record: "replacement";
  readonly replacement: Replacement;
}

/** Copies a value of one object into fields of others. */
export function replacement(value: Replacement): ReplacementRecord {
  return { record: "replacement", replacement: value };
}

/** What becomes of an image that the objects name; `name` is the image without tag and digest. */
export type ImageChange =
  | { readonly name: string; readonly newName?: string; readonly newTag?: string }
  | { readonly name: string; readonly newName?: string; readonly digest: `sha256:${string}` };

export interface ImagesRecord {
  readonly record: "images";
  readonly images: readonly ImageChange[];
}

/** Entries of the kustomization's `images`. */
export function images(...changes: readonly ImageChange[]): ImagesRecord {
  return { record: "images", images: changes };
}

export interface ReplicaCount {
  readonly name: string;
  readonly count: number;
}

export interface ReplicasRecord {
  readonly record: "replicas";
  readonly replicas: readonly ReplicaCount[];
}

/** Entries of the kustomization's `replicas`. */
export function replicas(...counts: readonly ReplicaCount[]): ReplicasRecord {
  return { record: "replicas", replicas: counts };
}
