// The type of a strategic merge patch, made from the type of the object that it changes.
import type { MergeKeyOf } from "./keyed.ts";

/** What a patch may say about a map: how it goes together with the map that is there. */
export interface MapDirective {
  /** `replace` drops what the map held, `delete` drops the map itself. */
  readonly $patch?: "merge" | "replace" | "delete";
}

/** A field's type without its absence; `unknown` stays what it is. */
export type Present<T> = unknown extends T ? T : NonNullable<T>;

type Scalar = string | number | boolean | null | undefined;

/** Every field may be left out, `null` deletes it, items of keyed lists need their key, other lists are whole. */
export type MergeBody<T> = unknown extends T
  ? T
  : T extends Scalar
    ? T
    : T extends readonly (infer Item)[]
      ? MergeList<T, Item>
      : MergeMap<T>;

type MergeMap<T> = { readonly [Name in keyof T]?: MergeBody<Present<T[Name]>> | null } & MapDirective;

type MergeList<List, Item> = [MergeKeyOf<List>] extends [never]
  ? List
  : readonly MergeItem<Item, MergeKeyOf<List>>[] | ReplacedList<Item>;

type MergeItem<Item, Key extends string> = MergeMap<Item> & {
  readonly [Name in Extract<keyof Item, Key>]-?: NonNullable<Item[Name]>;
};

/** A keyed list that takes the place of the list that is there; made by `replaceList`. */
export interface ReplacedList<Item> {
  readonly record: "replaceList";
  readonly items: readonly Item[];
}

/** The same for a kind whose lists kustomize does not merge: every list takes the place of the one that is there. */
export type WholeBody<T> = unknown extends T
  ? T
  : T extends Scalar | readonly unknown[]
    ? T
    : { readonly [Name in keyof T]?: WholeBody<Present<T[Name]>> | null } & MapDirective;

/** The fields of an object that a patch may change: not those that say which object it is. */
export type PatchBody<T> = MergeBody<Changeable<T>> & PatchedMetadata;
export type WholePatchBody<T> = WholeBody<Changeable<T>> & PatchedMetadata;

type Changeable<T> = Omit<T, "apiVersion" | "kind" | "status" | "metadata">;

interface PatchedMetadata {
  readonly metadata?: MergeBody<Metadata>;
}

interface Metadata {
  readonly name?: string;
  readonly labels?: { readonly [name: string]: string };
  readonly annotations?: { readonly [name: string]: string };
  readonly finalizers?: readonly string[];
}
