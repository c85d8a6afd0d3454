// Values to YAML in a random style: block and flow, every kind of quotes, comments, anchors, odd blanks.
import type { Random } from "../random.ts";
import { Anchored, type Fields, isFields, isList, type Value, Verbatim } from "./value.ts";

/** @returns one document, with a line break at its end */
export function writeYaml(value: Value, random: Random): string {
  if (random.chance(0.03) && isJson(value))
    return `${escaped(JSON.stringify(value, null, random.pick([0, 1, 2])))}\n`;
  const writer = new Writer(random);
  const body = writer.block(value, 0).replace(/^\n/, "");
  return body.endsWith("\n") ? body : `${body}\n`;
}

/** One document, in lines. */
export function writeBlock(value: Value, random: Random): string {
  const body = new Writer(random, true).block(value, 0).replace(/^\n/, "");
  return body.endsWith("\n") ? body : `${body}\n`;
}

/** JSON has no anchors and no odd scalars. */
function isJson(value: Value): boolean {
  if (value instanceof Verbatim || value instanceof Anchored) return false;
  if (isList(value)) return value.every(isJson);
  return !isFields(value) || Object.values(value).every(isJson);
}

const plainText = /^[A-Za-z/][\w/.-]*( [\w/.-]+)*$/;
/** What must be escaped, in double quotes. */
const unprintable = /\p{Cc}|[\ufeff\ufffe\uffff\u2028\u2029]/u;
const reserved = /^(y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

class Writer {
  readonly #random: Random;
  readonly #comments: boolean;
  readonly #isBlock: boolean;

  constructor(random: Random, isBlock = false) {
    this.#random = random;
    this.#isBlock = isBlock;
    this.#comments = random.chance(0.15);
  }

  /** What follows a key or a dash: either ` text` or a line break and lines at the indent. */
  block(value: Value, indent: number): string {
    if (value instanceof Anchored) {
      const body = this.block(value.value, indent);
      return `${indent === 0 && !body.startsWith("\n") ? "" : " "}&${value.name}${body.startsWith("\n") || body.startsWith(" ") ? "" : " "}${body}`;
    }
    if (isList(value) && value.length > 0 && (this.#isBlock || !this.#random.chance(0.06)))
      return this.#list(value, indent);
    if (isFields(value) && Object.keys(value).length > 0 && !this.#random.chance(0.04)) {
      return this.#fields(value, indent);
    }
    const text = isList(value) || isFields(value) ? this.flow(value) : this.#scalar(value, indent);
    return text === "" ? "" : ` ${text}`;
  }

  #list(items: readonly Value[], indent: number): string {
    const inner = this.#random.chance(0.3) && indent > 0 ? indent : Math.max(0, indent - 2);
    return items
      .map((item) => {
        // The items of a list in a list must be indented further, or they were those of the outer one.
        const isInner = isList(item instanceof Anchored ? item.value : item);
        const body = this.block(item, inner + (isInner ? 4 : 2));
        const sameLine = isFields(item) && body.startsWith("\n") && !this.#random.chance(0.05);
        return `\n${" ".repeat(inner)}-${sameLine ? ` ${body.slice(1).trimStart()}` : body}${this.#comment()}`;
      })
      .join("");
  }

  #fields(fields: Fields, indent: number): string {
    return Object.entries(fields)
      .map(([key, value]) => {
        const head = this.#comments && this.#random.chance(0.05) ? `\n${" ".repeat(indent)}# ${indent}` : "";
        const body = this.block(value, indent + 2);
        const comment = /[|>[{]/.test(body) || body.includes("\n") ? "" : this.#comment();
        return `${head}\n${" ".repeat(indent)}${this.#key(key)}:${body}${comment}`;
      })
      .join("");
  }

  #comment(): string {
    if (!this.#comments || !this.#random.chance(0.1)) return "";
    // Without letters: `[name=a]` in the target of a replacement would find them (a known difference).
    return this.#random.pick([" # -", "  # ': {1}"]);
  }

  #key(key: string): string {
    if (key === "<<" || (plainText.test(key) && !reserved.test(key) && !this.#random.chance(0.02)))
      return key;
    return this.#random.chance(0.5) || unprintable.test(key) ? double(key) : single(key);
  }

  #scalar(value: string | number | boolean | null | Verbatim, indent: number): string {
    if (value instanceof Verbatim) return value.yaml;
    if (value === null) return this.#random.pick(["null", "~", "null", ""]);
    if (typeof value !== "string") return String(value);
    if (isLines(value) && !this.#random.chance(0.2)) return this.#lines(value, indent);
    return this.#line(value);
  }

  #line(text: string): string {
    if (plainText.test(text) && !reserved.test(text) && !this.#random.chance(0.1)) return text;
    return this.#random.chance(0.5) || unprintable.test(text) ? double(text) : single(text);
  }

  #lines(text: string, indent: number): string {
    // Folded YAML is no YAML any more.
    const folds = this.#random.chance(/^\s*(- |\{|\[|["']?\w+["']?:)/.test(text) ? 0.002 : 0.03);
    const style = folds ? ">" : "|";
    const chomping = text.endsWith("\n")
      ? text.endsWith("\n\n")
        ? "+"
        : this.#random.pick(["", "", "+"])
      : "-";
    const pad = " ".repeat(Math.max(indent, 1));
    return `${style}${chomping}\n${text
      .replace(/\n$/, "")
      .split("\n")
      .map((line) => (line === "" ? "" : pad + line))
      .join("\n")}`;
  }

  flow(value: Value): string {
    if (value instanceof Anchored) return `&${value.name} ${this.flow(value.value)}`;
    if (isList(value))
      return `[${value.map((item) => this.flow(item)).join(this.#random.pick([", ", ","]))}]`;
    if (isFields(value)) {
      const child = (inner: Value): string =>
        inner === null && this.#random.chance(0.3) ? "" : this.flow(inner);
      const entries = Object.entries(value).map(([key, inner]) => `${this.#key(key)}: ${child(inner)}`);
      return `{${entries.join(", ")}}`;
    }
    if (value === null) return "null";
    // A comma right behind a tag is part of it, and takes the next item with it.
    if (value instanceof Verbatim)
      return value.yaml.includes("\n") ? '"x"' : value.yaml.replace(/^!\S*$/, "$& ");
    return typeof value === "string" ? this.#line(value) : String(value);
  }
}

/** Lines that a block scalar can hold as they are. */
function isLines(text: string): boolean {
  return /\n/.test(text) && !/^\s|[^\P{Cc}\n\t]|[\ufeff\ufffe\uffff\u2028\u2029]|\n---/u.test(text);
}

function single(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function double(text: string): string {
  return escaped(JSON.stringify(text));
}

/** JSON that YAML reads the same. */
function escaped(json: string): string {
  return json.replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
