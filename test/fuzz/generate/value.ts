// What a generated file says, before it is written in some style.

export type Value =
  | string
  | number
  | boolean
  | null
  | Verbatim
  | Anchored
  | readonly Value[]
  | { readonly [key: string]: Value };

export type Fields = { readonly [key: string]: Value };

/** YAML that is written as it stands: a number in an odd form, an alias, a tag. */
export class Verbatim {
  readonly yaml: string;

  constructor(yaml: string) {
    this.yaml = yaml;
  }
}

/** A value that aliases further down refer to. */
export class Anchored {
  readonly name: string;
  readonly value: Value;

  constructor(name: string, value: Value) {
    this.name = name;
    this.value = value;
  }
}

export function isFields(value: Value | undefined): value is Fields {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Verbatim) &&
    !(value instanceof Anchored)
  );
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
