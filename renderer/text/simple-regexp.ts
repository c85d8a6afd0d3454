// The part of Go's regular expressions that JavaScript's own engine can take over: same meaning, and too few choices
// to backtrack long. Everything else is left to the RE2 engine, and so are patterns that may not be valid.

/** At most this many `*` and `+`, counting a missing `^` as one, since the search then starts at every position. */
const mostRepeats = 2;
/** At most this many ways through alternatives and optional parts. */
const mostChoices = 256;

/** Translates a pattern; undefined when it is beyond what is simple. */
export function toJavaScript(pattern: string): RegExp | undefined {
  const reader = new Reader(pattern);
  const source = reader.alternatives();
  if (source === undefined || !reader.atEnd) return undefined;
  const repeats = reader.repeats + (pattern.startsWith("^") && !reader.hasOuterAlternatives ? 0 : 1);
  if (repeats > mostRepeats || reader.choices > mostChoices) return undefined;
  return new RegExp(source, "u");
}

/** What the escapes of Go stand for; theirs are ASCII only. */
const classes: Readonly<Record<string, string>> = { d: "0-9", w: "0-9A-Za-z_", s: "\\t\\n\\f\\r " };

class Reader {
  readonly #chars: readonly string[];
  #at = 0;
  #depth = 0;
  repeats = 0;
  choices = 1;
  hasOuterAlternatives = false;

  constructor(pattern: string) {
    this.#chars = [...pattern];
  }

  get atEnd(): boolean {
    return this.#at === this.#chars.length;
  }

  get #char(): string | undefined {
    return this.#chars[this.#at];
  }

  alternatives(): string | undefined {
    const branches: string[] = [];
    do {
      const branch = this.#branch();
      if (branch === undefined) return undefined;
      branches.push(branch);
    } while (this.#skip("|"));
    this.choices *= branches.length;
    if (branches.length > 1 && this.#depth === 0) this.hasOuterAlternatives = true;
    return branches.join("|");
  }

  #branch(): string | undefined {
    let source = "";
    for (;;) {
      const char = this.#char;
      if (char === undefined || char === "|" || char === ")") return source;
      const part = char === "^" || char === "$" ? this.#anchor(char) : this.#repeated();
      if (part === undefined) return undefined;
      source += part;
    }
  }

  #anchor(char: string): string | undefined {
    this.#at++;
    return this.#startsRepeat() ? undefined : char;
  }

  #repeated(): string | undefined {
    const isGroup = this.#char === "(";
    const atom = isGroup ? this.#group() : this.#single();
    if (atom === undefined || !this.#startsRepeat()) return atom;
    const operator = this.#chars[this.#at++];
    if (operator === "{" || (isGroup && operator !== "?")) return undefined;
    if (operator === "?") this.choices *= 2;
    else this.repeats++;
    const lazy = this.#skip("?") ? "?" : "";
    return this.#startsRepeat() ? undefined : `${atom}${operator}${lazy}`;
  }

  /** A brace that no digit follows is an ordinary character in Go. */
  #startsRepeat(): boolean {
    const char = this.#char;
    if (char === "{") return /^[0-9]$/.test(this.#chars[this.#at + 1] ?? "");
    return char === "*" || char === "+" || char === "?";
  }

  #group(): string | undefined {
    this.#at++;
    if (this.#skip("?") && !this.#skip(":")) return undefined;
    this.#depth++;
    const inner = this.alternatives();
    this.#depth--;
    return inner === undefined || !this.#skip(")") ? undefined : `(?:${inner})`;
  }

  #single(): string | undefined {
    if (this.#startsRepeat()) return undefined;
    const char = this.#chars[this.#at++] as string;
    if (char === ".") return "[^\\n]";
    if (char === "[") return this.#class();
    if (char !== "\\") return literal(char);
    const escaped = this.#escape();
    return escaped === undefined ? undefined : `[${escaped}]`;
  }

  /** `[a-z_]` and `[^a-z_]`, after the bracket; named classes and odd places of `]` and `-` are not simple. */
  #class(): string | undefined {
    let source = this.#skip("^") ? "^" : "";
    if (this.#char === "]") return undefined;
    while (!this.#skip("]")) {
      const from = this.#classChar();
      if (from === undefined) return undefined;
      source += from;
      if (this.#char !== "-" || this.#chars[this.#at + 1] === "]") continue;
      this.#at++;
      const low = this.#chars[this.#at - 2] as string;
      const high = this.#char as string;
      const to = isAlphanumeric(low) && isAlphanumeric(high) && low <= high ? this.#classChar() : undefined;
      if (to === undefined || from.length !== 1) return undefined;
      source += `-${to}`;
    }
    return `[${source}]`;
  }

  #classChar(): string | undefined {
    const char = this.#chars[this.#at++];
    if (char === undefined || (char === "[" && this.#char === ":")) return undefined;
    return char === "\\" ? this.#escape() : literal(char);
  }

  /** What follows a backslash, as the inside of a class. */
  #escape(): string | undefined {
    const char = this.#chars[this.#at++];
    if (char === undefined || char > "\x7e") return undefined;
    return isAlphanumeric(char) ? classes[char] : literal(char);
  }

  #skip(char: string): boolean {
    if (this.#char !== char) return false;
    this.#at++;
    return true;
  }
}

function isAlphanumeric(char: string | undefined): boolean {
  return char !== undefined && /^[A-Za-z0-9]$/.test(char);
}

/** A character that stands for itself, inside and outside of classes. */
function literal(char: string): string {
  return isAlphanumeric(char) ? char : `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
