// Puts values into a template. Lengths and positions count bytes of UTF-8, as in Go.
// Source: fluxcd/pkg envsubst v1.7.0, template.go and funcs.go
import { matchingPrefix } from "./glob.ts";
import { type Expression, type Part, parseTemplate } from "./template.ts";

export type Substituted =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "mistake";
      /** A sentence about the expression. */
      readonly reason: string;
      /** Offset of the expression in the text. */
      readonly at: number;
      /** The variable that has no value, when that is what is wrong. */
      readonly unset?: string;
    };

export type Variables = ReadonlyMap<string, string>;

class Failure extends Error {
  readonly at: number;
  readonly unset: string | undefined;

  constructor(reason: string, at: number, unset?: string) {
    super(reason);
    this.at = at;
    this.unset = unset;
  }
}

/** Substitutes strictly: a variable without a value needs a default. */
export function substitute(text: string, variables: Variables): Substituted {
  const template = parseTemplate(text);
  if (template.kind === "mistake") return template;
  try {
    return { kind: "text", text: template.parts.map((part) => evaluate(part, variables)).join("") };
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    const { message: reason, at, unset } = thrown;
    return unset === undefined ? { kind: "mistake", reason, at } : { kind: "mistake", reason, at, unset };
  }
}

/** The operators that supply a value themselves. */
const defaults: ReadonlySet<string> = new Set(["=", ":=", ":-", ":?", ":+"]);

function evaluate(part: Part, variables: Variables): string {
  if (typeof part === "string") return part;
  // Also the defaults that will not be used: their variables have to be set.
  const args = part.args.map((argument) => evaluate(argument, variables));
  const value = variables.get(part.name);
  if (value === undefined && !defaults.has(part.operator)) {
    throw new Failure(`the variable ${part.name} has no value`, part.at, part.name);
  }
  return applied(part, value ?? "", args);
}

function applied(expression: Expression, value: string, args: readonly string[]): string {
  const [first = "", second = ""] = args;
  switch (expression.operator) {
    case "length":
      return String(Buffer.byteLength(value));
    case ",":
      return mapFirst(value, lower);
    case ",,":
      return [...value].map(lower).join("");
    case "^":
      return mapFirst(value, upper);
    case "^^":
      return [...value].map(upper).join("");
    case ":":
      return part(value, args, expression);
    case "/":
      return replaceFirst(value, first, second);
    case "//":
      return replaceAll(value, first, second);
    // With nothing to put there, Flux leaves the value as it is.
    case "/#":
      return args.length === 2 && value.startsWith(first) ? replaceFirst(value, first, second) : value;
    case "/%":
      return args.length === 2 && value.endsWith(first)
        ? value.slice(0, value.length - first.length) + second
        : value;
    case "#":
      return trimmed([...value], first, "shortest", expression).join("");
    case "##":
      return trimmed([...value], first, "longest", expression).join("");
    // Flux turns value and pattern around, the brackets of a pattern included.
    case "%":
      return trimmed([...value].reverse(), turned(first), "shortest", expression)
        .reverse()
        .join("");
    case "%%":
      return trimmed([...value].reverse(), turned(first), "longest", expression)
        .reverse()
        .join("");
    default:
      // All operators with a default do the same: `:+` and `:?` are no exceptions.
      return value === "" ? args.join("") : value;
  }
}

function part(value: string, [position, length]: readonly string[], { at }: Expression): string {
  const bytes = Buffer.from(value);
  const written = integer(position);
  if (written === undefined) return value;
  const start = written < 0 ? Math.max(bytes.length + written, 0) : written;
  if (length === undefined) return decoded(bytes.subarray(start), at);
  const count = integer(length);
  if (count === undefined) return value;
  if (start + count >= bytes.length) return decoded(bytes.subarray(start), at);
  if (count < 0) throw new Failure("its length is negative, on which Flux crashes", at);
  return decoded(bytes.subarray(start, start + count), at);
}

const cutsCharacter = "it cuts a character in two, because Flux counts bytes";

function decoded(bytes: Uint8Array, at: number): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Failure(cutsCharacter, at);
  }
}

/** Go's Atoi; undefined for anything else, a blank before the number included. */
function integer(text: string | undefined): number | undefined {
  if (text === undefined || !/^[+-]?\d+$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ""));
  return value >= -(2n ** 63n) && value < 2n ** 63n ? Number(value) : undefined;
}

function replaceFirst(value: string, what: string, by: string): string {
  return value.replace(what, () => by);
}

// An empty text stands before every character and at the end.
function replaceAll(value: string, what: string, by: string): string {
  return what === "" ? ["", ...value, ""].join(by) : value.replaceAll(what, () => by);
}

function trimmed(
  value: readonly string[],
  pattern: string,
  which: "shortest" | "longest",
  { at }: Expression,
): string[] {
  const length = matchingPrefix(pattern, value)?.[which] ?? 0;
  if (length === "cut") throw new Failure(cutsCharacter, at);
  return value.slice(length);
}

function turned(text: string): string {
  return [...text].reverse().join("");
}

function mapFirst(value: string, change: (character: string) => string): string {
  const [first, ...rest] = value;
  return first === undefined ? "" : change(first) + rest.join("");
}

// Go maps one character to one character.
function lower(character: string): string {
  return single(character.toLowerCase(), character);
}

function upper(character: string): string {
  return single(character.toUpperCase(), character);
}

function single(mapped: string, character: string): string {
  return [...mapped].length === 1 ? mapped : character;
}
