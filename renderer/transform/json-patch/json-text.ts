// A patch whose text begins with `[` must be JSON to the letter; kustomize takes nothing else there. The nodes keep
// the numbers as they are written, which matters to `test`.
import type { SourceFile } from "../../diagnostics/location.ts";
import { mapping, type Node, type Scalar, scalar, sequence } from "../../yaml/node.ts";
import { resolveTag } from "../../yaml/scalar.ts";

export interface JsonMistake {
  readonly message: string;
  readonly at: number;
}

/** Reads a JSON text with the place of every value. */
export function readJson(source: SourceFile): Node | JsonMistake {
  const reader = new Reader(source);
  try {
    return reader.document();
  } catch (thrown) {
    if (thrown instanceof Mistake) return { message: thrown.message, at: thrown.at };
    throw thrown;
  }
}

/** Ends the reading; never leaves this file. */
class Mistake extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const numberForm = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings must not hold them
const stringForm = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const deepest = 1000;

class Reader {
  readonly #source: SourceFile;
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(source: SourceFile) {
    this.#source = source;
    this.#text = source.text;
  }

  document(): Node {
    const node = this.#value();
    this.#space();
    if (this.#at < this.#text.length) this.#fail("there is text after the end of the list");
    return node;
  }

  #value(): Node {
    this.#space();
    const at = this.#at;
    const char = this.#text[at];
    if (char === "{") return this.#object(at);
    if (char === "[") return this.#array(at);
    if (char === '"') return this.#string();
    for (const [word, tag] of words) {
      if (this.#text.startsWith(word, at)) {
        this.#at += word.length;
        return scalar(word, tag, "plain", this.#source, at);
      }
    }
    const number = this.#match(numberForm);
    if (number === undefined)
      return this.#fail(char === undefined ? "the text ends too early" : "this is no JSON value");
    const tag = resolveTag(number) === "int" ? "int" : "float";
    return scalar(number, tag, "plain", this.#source, at);
  }

  #object(at: number): Node {
    const keys: Scalar[] = [];
    const values: Node[] = [];
    this.#items("}", () => {
      keys.push(this.#string());
      this.#expect(":");
      values.push(this.#value());
    });
    return mapping(keys, values, this.#source, at);
  }

  #array(at: number): Node {
    const items: Node[] = [];
    this.#items("]", () => items.push(this.#value()));
    return sequence(items, this.#source, at);
  }

  /** What stands between two brackets, with commas. */
  #items(close: string, read: () => void): void {
    this.#at++;
    this.#depth++;
    if (this.#depth > deepest) this.#fail("values are nested too deep");
    this.#space();
    if (this.#text[this.#at] === close) this.#at++;
    else {
      for (;;) {
        this.#space();
        read();
        this.#space();
        if (this.#text[this.#at] === close) break;
        this.#expect(",");
      }
      this.#at++;
    }
    this.#depth--;
  }

  #string(): Scalar {
    const at = this.#at;
    const text = this.#match(stringForm);
    if (text === undefined) this.#fail("a string in double quotes must stand here");
    return scalar(wellFormed(JSON.parse(text)), "str", "double", this.#source, at);
  }

  #expect(char: string): void {
    this.#space();
    if (this.#text[this.#at] !== char) this.#fail(`\`${char}\` must stand here`);
    this.#at++;
  }

  #match(form: RegExp): string | undefined {
    form.lastIndex = this.#at;
    const found = form.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #space(): void {
    while (" \n\r\t".includes(this.#text[this.#at] ?? "x")) this.#at++;
  }

  #fail(message: string): never {
    throw new Mistake(message, this.#at);
  }
}

const words = [
  ["true", "bool"],
  ["false", "bool"],
  ["null", "null"],
] as const;

/** Go replaces half of a surrogate pair. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}
