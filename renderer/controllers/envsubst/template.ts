// `${…}` in a text, as Flux reads it: not quite bash, and where the two differ this is Flux.
// Source: fluxcd/pkg envsubst v1.7.0, parse/

/** Text, or an expression in it. */
export type Part = string | Expression;

export interface Expression {
  readonly name: string;
  /** What stands after the name: `:=`, `/`, `%%` …; `length` for `${#name}`; empty for `${name}`. */
  readonly operator: string;
  readonly args: readonly Part[];
  /** Offset of its `${`. */
  readonly at: number;
}

export type Template =
  | { readonly kind: "template"; readonly parts: readonly Part[] }
  | { readonly kind: "mistake"; readonly reason: string; readonly at: number };

/** Deeper expressions are refused; nobody writes them. */
const deepest = 100;

class Mistake extends Error {}

/** Reads a text; `$${` stands for `${`. */
export function parseTemplate(text: string): Template {
  const reader = new Reader(text);
  try {
    return { kind: "template", parts: reader.parts() };
  } catch (thrown) {
    if (!(thrown instanceof Mistake)) throw thrown;
    return { kind: "mistake", reason: thrown.message, at: reader.expressionAt };
  }
}

type Accept = (character: string) => boolean;

const anything: Accept = () => true;
const notClosing: Accept = (character) => character !== "}";
const inName: Accept = (character) => /[\p{L}\p{Nd}_]/u.test(character);

class Reader {
  readonly #text: string;
  #pos = 0;
  #depth = 0;
  /** Of the outermost expression that is being read. */
  expressionAt = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parts(): readonly Part[] {
    const parts: Part[] = [];
    while (this.#pos < this.#text.length) {
      if (this.#opens()) {
        this.expressionAt = this.#pos;
        parts.push(this.#expression());
      } else parts.push(this.#read(anything, "dollar"));
    }
    return parts;
  }

  #expression(): Expression {
    const at = this.#pos;
    this.#pos += 2;
    if (++this.#depth > deepest) throw new Mistake("it is nested too deeply");
    const made = { at, ...this.#inside() };
    this.#depth--;
    return made;
  }

  #inside(): Omit<Expression, "at"> {
    if (this.#next() === "#") {
      this.#pos++;
      const name = this.#name();
      this.#close();
      return { name, operator: "length", args: [] };
    }
    const name = this.#name();
    switch (this.#next()) {
      case ":":
        return { name, ...this.#afterColon() };
      case "=":
        this.#pos++;
        return { name, operator: "=", args: this.#defaults() };
      case ",":
      case "^": {
        const operator = this.#operator(/[,^]{1,2}/y);
        this.#close();
        return { name, operator, args: [] };
      }
      case "/":
        return { name, ...this.#replacement() };
      case "#":
      case "%": {
        const operator = this.#operator(this.#next() === "#" ? /#{1,2}/y : /%{1,2}/y);
        const args = [this.#argument(notClosing)];
        this.#close();
        return { name, operator, args };
      }
      default:
        this.#close();
        return { name, operator: "", args: [] };
    }
  }

  #afterColon(): Omit<Expression, "at" | "name"> {
    const second = this.#text[this.#pos + 1] ?? "";
    if ("=-?+".includes(second) && second !== "") {
      this.#pos += 2;
      return { operator: `:${second}`, args: this.#defaults() };
    }
    // Flux steps back by the bytes of the character after the colon, so it finds its colon before ASCII alone.
    if (second === "" || second > "\u007f")
      throw new Mistake("`:` has to be followed by a number or a default");
    this.#pos++;
    const args = [this.#argument((character) => character !== ":" && character !== "}")];
    if (this.#next() === ":") {
      while (this.#next() === ":") this.#pos++;
      args.push(this.#argument(notClosing));
    }
    this.#close();
    return { operator: ":", args };
  }

  #replacement(): Omit<Expression, "at" | "name"> {
    const operator = this.#operator(/\/[/#%]?/y);
    const args = [this.#argument((character) => character !== "/", "all")];
    if (this.#next() !== "/") throw new Mistake("a replacement has two slashes: what, and by what");
    while (this.#next() === "/") this.#pos++;
    if (this.#next() !== "}") args.push(this.#argument(notClosing, "all"));
    this.#close();
    return { operator, args };
  }

  /** What follows `:-` and the like: any number of texts and expressions. */
  #defaults(): readonly Part[] {
    const args: Part[] = [];
    while (this.#next() !== "}") args.push(this.#argument(notClosing));
    this.#close();
    return args;
  }

  #argument(accept: Accept, escapes: "none" | "all" = "none"): Part {
    if (this.#opens()) return this.#expression();
    const before = this.#pos;
    const text = this.#read(accept, escapes);
    if (this.#pos === before) throw new Mistake("something is missing in it, or its `}` is");
    return text;
  }

  #read(accept: Accept, escapes: "none" | "dollar" | "all"): string {
    let result = "";
    while (this.#pos < this.#text.length && !this.#opens()) {
      const character = this.#next();
      const following = this.#text[this.#pos + 1];
      const isEscape =
        (escapes !== "none" && character === "$" && following === "$") ||
        (escapes === "all" && character === "\\" && (following === "/" || following === "\\"));
      if (isEscape) {
        result += following;
        this.#pos += 2;
      } else if (accept(character)) {
        result += character;
        this.#pos += character.length;
      } else break;
    }
    return result;
  }

  #name(): string {
    const start = this.#pos;
    while (this.#next() !== "" && inName(this.#next())) this.#pos += this.#next().length;
    if (this.#pos === start) throw new Mistake("it has no name");
    return this.#text.slice(start, this.#pos);
  }

  #operator(pattern: RegExp): string {
    pattern.lastIndex = this.#pos;
    const [found = ""] = pattern.exec(this.#text) ?? [];
    this.#pos += found.length;
    return found;
  }

  #close(): void {
    if (this.#next() !== "}") throw new Mistake("its `}` is missing");
    this.#pos++;
  }

  #opens(): boolean {
    return this.#text.startsWith("${", this.#pos);
  }

  /** The character at hand, of one or two code units; empty at the end. */
  #next(): string {
    const code = this.#text.codePointAt(this.#pos);
    return code === undefined ? "" : String.fromCodePoint(code);
  }
}
