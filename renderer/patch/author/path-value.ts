// Paths of JSON patches, understood by the compiler: `spec.template.spec.containers[name=emqx].image` has a type.
// The grammar is that of `gitops explain`; `[-]` stands for a new item at the end of a list, and a path that begins
// with `/` is a JSON pointer, which is passed on unread. An item is chosen by a field of its own, `[name=emqx]`, or by one
// below, `[metadata.name=data]`.

import type { Present } from "./merge-body.ts";

/** The type of the value at a path; `WrongPath` where there is none. */
export type ValueAt<T, Path extends string> = unknown extends T
  ? T
  : Path extends ""
    ? T
    : Path extends `["${infer Name}"]${infer Rest}`
      ? FieldAt<T, Name, AfterDot<Rest>>
      : Path extends `[${infer Item}]${infer Rest}`
        ? ItemAt<T, Item, AfterDot<Rest>>
        : Path extends `${infer Head}.${infer Rest}`
          ? Head extends `${string}[${string}`
            ? BeforeBracket<T, Path>
            : Rest extends ""
              ? WrongPath<"the path ends in a dot">
              : FieldAt<T, Head, Rest>
          : Path extends `${string}[${string}`
            ? BeforeBracket<T, Path>
            : FieldAt<T, Path, "">;

/** What a wrong path is instead of a value: the message that the editor shows. */
export interface WrongPath<Message extends string> {
  readonly wrongPath: Message;
}

type BeforeBracket<T, Path extends string> = Path extends `${infer Name}[${infer Rest}`
  ? FieldAt<T, Name, `[${Rest}`>
  : never;

type AfterDot<Rest extends string> = Rest extends "." ? Rest : Rest extends `.${infer Path}` ? Path : Rest;

type FieldAt<T, Name extends string, Rest extends string> = T extends readonly unknown[]
  ? WrongPath<`a list stands before \`${Name}\`: choose an item with [key=value], [0] or [-]`>
  : Name extends keyof T
    ? ValueAt<Present<T[Name]>, Rest>
    : WrongPath<`there is no field \`${Name}\``>;

type ItemAt<T, Item extends string, Rest extends string> = T extends readonly (infer Value)[]
  ? Item extends `${infer Key}=${string}`
    ? ValueAt<Value, Key> extends WrongPath<string>
      ? WrongPath<`items have no field \`${Key}\``>
      : ValueAt<Value, Rest>
    : Item extends "-" | `${bigint}`
      ? ValueAt<Value, Rest>
      : WrongPath<`\`[${Item}]\` is no item: write [key=value], [0] or [-]`>
  : WrongPath<`\`[${Item}]\` stands after what is no list`>;

/** The path itself when it is right, else what it could be: the editor offers these as completions. */
export type CheckedPath<T, Path extends string> = Path extends `/${string}`
  ? Path
  : ValueAt<T, Path> extends WrongPath<infer Message>
    ? Completions<T, Path> | WrongPath<Message>
    : Path;

/** The value that belongs at a path; JSON pointers take any. */
export type PathValue<T, Path extends string> = Path extends `/${string}` ? unknown : ValueAt<T, Path>;

type Completions<T, Path extends string> = Path extends `${infer Before}.${infer Rest}`
  ? AfterStep<T, Before, Rest>
  : FieldNames<T>;

// Goes step by step as far as the path is right, and then offers the fields that are there.
type AfterStep<T, Done extends string, Rest extends string> =
  ValueAt<T, Done> extends WrongPath<string>
    ? never
    : Rest extends `${infer Next}.${infer More}`
      ? ValueAt<T, `${Done}.${Next}`> extends WrongPath<string>
        ? `${Done}.${FieldNames<ValueAt<T, Done>>}`
        : AfterStep<T, `${Done}.${Next}`, More>
      : `${Done}.${FieldNames<ValueAt<T, Done>>}`;

type FieldNames<T> = T extends readonly unknown[] ? never : Extract<keyof T, string>;
