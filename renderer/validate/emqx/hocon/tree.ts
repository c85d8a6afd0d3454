// What HOCON text says, with the place of everything in it.

/** A span of the text, in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly at: number;
  readonly end: number;
}

export interface HoconScalar extends Span {
  readonly kind: "string" | "number" | "boolean" | "null";
  /** Escapes resolved; a number as EMQX prints it back, without leading zeros. */
  readonly text: string;
}

export interface HoconObject extends Span {
  readonly kind: "object";
  readonly fields: readonly HoconField[];
}

export interface HoconArray extends Span {
  readonly kind: "array";
  readonly items: readonly HoconValue[];
}

/** What is known only when EMQX starts: a substitution, or a string that has one in it. */
export interface HoconUnknown extends Span {
  readonly kind: "unknown";
}

export type HoconValue = HoconScalar | HoconObject | HoconArray | HoconUnknown;

/** `a.b = value`: the span is that of the key. */
export interface HoconField extends Span {
  readonly path: readonly string[];
  readonly value: HoconValue;
}

/** `include "file"`. */
export interface HoconInclude extends Span {
  readonly file: string;
}

export interface HoconError extends Span {
  /** One sentence, no full stop. */
  readonly message: string;
}

export interface HoconDocument {
  /** As far as it could be read: empty after an error. */
  readonly root: HoconObject;
  readonly includes: readonly HoconInclude[];
  /** The first error; EMQX stops there as well. */
  readonly error: HoconError | undefined;
}
