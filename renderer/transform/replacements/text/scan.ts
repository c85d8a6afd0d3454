// Goes over the text of a document along its nodes and finds what they do not hold: comments, where each token ends,
// and how deep the blocks around it are.
import type { Mapping, Node, Scalar, Sequence } from "../../../yaml/node.ts";

export interface Token {
  readonly kind: "key" | "dash" | "scalar" | "flow";
  /** The key, the item, the scalar or the flow collection. */
  readonly node: Node;
  readonly line: number;
  readonly column: number;
  readonly lastLine: number;
  /** Open block collections, outermost first. */
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly node: Mapping | Sequence;
  readonly column: number;
}

export interface Comment {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** How many tokens stand before it. */
  readonly after: number;
}

export interface Scanned {
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  /** Anchors and tags by the value that they stand before. */
  readonly properties: ReadonlyMap<Node, string>;
}

/** Scans a document; undefined when it has aliases, behind which the nodes stand in another order than the text. */
export function scanText(root: Node): Scanned | undefined {
  const scanner = new Scanner(root.source.text);
  scanner.visit(root, []);
  scanner.skipBlank("");
  const { tokens, comments, properties } = scanner;
  return scanner.hasAlias ? undefined : { tokens, comments, properties };
}

class Scanner {
  readonly tokens: Token[] = [];
  readonly comments: Comment[] = [];
  readonly properties = new Map<Node, string>();
  hasAlias = false;
  readonly #text: string;
  #pos = 0;
  #line = 0;
  #lineStart = 0;
  /** The last line of a block scalar that is not blank. */
  #blockEnd: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  visit(node: Node, blocks: readonly Block[]): void {
    this.skipBlank("");
    this.#skipProperties(node);
    const first = this.#text[this.#pos];
    if (node.kind === "scalar") {
      // An empty value has no token: what follows it follows its key or dash.
      if (node.style === "plain" && node.text === "") return;
      return this.#token("scalar", node, blocks, () => this.#skipScalar(node, blocks));
    }
    if (first === "{" || first === "[") return this.#token("flow", node, blocks, () => this.#skipFlow(node));
    const inside = [...blocks, { node, column: this.#column }];
    if (node.kind === "mapping") this.#visitEntries(node, inside);
    else this.#visitItems(node, inside);
  }

  #visitEntries(node: Mapping, blocks: readonly Block[]): void {
    node.keys.forEach((key, i) => {
      this.skipBlank("?");
      this.#token("key", key, blocks, () => this.#skipScalar(key, blocks));
      this.skipBlank(":");
      this.visit(node.values[i] as Node, blocks);
    });
  }

  #visitItems(node: Sequence, blocks: readonly Block[]): void {
    for (const item of node.items) {
      this.skipBlank("");
      this.#token("dash", item, blocks, () => this.#advance(1));
      this.visit(item, blocks);
    }
  }

  /** Anchors and tags before a value. */
  #skipProperties(node: Node): void {
    while ("&!".includes(this.#text[this.#pos] ?? " ")) {
      const start = this.#pos;
      while (!this.#isBlankAt(this.#pos)) this.#advance(1);
      const text = this.#text.slice(start, this.#pos);
      this.properties.set(node, [this.properties.get(node) ?? "", text].join(" ").trim());
      this.skipBlank("");
    }
    if (this.#text[this.#pos] === "*") this.hasAlias = true;
  }

  get #column(): number {
    return this.#pos - this.#lineStart;
  }

  #token(kind: Token["kind"], node: Node, blocks: readonly Block[], skip: () => void): void {
    const column = this.#column;
    const line = this.#line;
    this.#blockEnd = undefined;
    skip();
    this.tokens.push({ kind, node, line, column, lastLine: this.#blockEnd ?? this.#line, blocks });
  }

  /** Skips blanks, comments and the indicators given, each at most once. */
  skipBlank(indicators: string): void {
    let allowed = indicators;
    for (; this.#pos < this.#text.length; ) {
      const char = this.#text[this.#pos] as string;
      if (" \t\r\n".includes(char)) this.#advance(1);
      else if (char === "#" && this.#isCommentStart()) this.#comment();
      else if (this.#text.startsWith("---", this.#pos) && this.tokens.length === 0) this.#advance(3);
      else if (allowed.includes(char) && this.#isBlankAt(this.#pos + 1)) {
        allowed = allowed.replace(char, "");
        this.#advance(1);
      } else return;
    }
  }

  #isCommentStart(): boolean {
    return this.#pos === 0 || this.#isBlankAt(this.#pos - 1);
  }

  #isBlankAt(pos: number): boolean {
    return pos >= this.#text.length || " \t\r\n".includes(this.#text[pos] as string);
  }

  #comment(): void {
    const end = this.#text.indexOf("\n", this.#pos);
    const text = this.#text.slice(this.#pos, end < 0 ? this.#text.length : end).replace(/\r$/, "");
    this.comments.push({ text, line: this.#line, column: this.#column, after: this.tokens.length });
    this.#advance(text.length);
  }

  #advance(count: number): void {
    for (let i = 0; i < count; i++) {
      if (this.#text[this.#pos++] !== "\n") continue;
      this.#line++;
      this.#lineStart = this.#pos;
    }
  }

  #skipScalar(node: Scalar, blocks: readonly Block[]): void {
    switch (node.style) {
      case "plain":
        return this.#skipPlain(node.text);
      case "single":
      case "double":
        return this.#skipQuoted();
      default:
        this.#skipBlock(blocks);
    }
  }

  // Folding changes only the white space of a plain scalar.
  #skipPlain(text: string): void {
    for (const char of text) {
      if (" \n".includes(char)) continue;
      while (this.#isBlankAt(this.#pos) && this.#pos < this.#text.length) this.#advance(1);
      this.#advance(char.length);
    }
  }

  #skipQuoted(): void {
    const quote = this.#text[this.#pos];
    this.#advance(1);
    for (; this.#pos < this.#text.length; ) {
      const char = this.#text[this.#pos];
      if (char === "\\" && quote === '"') this.#advance(2);
      else if (char !== quote) this.#advance(1);
      else if (quote === "'" && this.#text[this.#pos + 1] === "'") this.#advance(2);
      else break;
    }
    this.#advance(1);
  }

  #skipBlock(blocks: readonly Block[]): void {
    const hint = /^[|>][-+]?([1-9])/.exec(this.#text.slice(this.#pos, this.#pos + 3))?.[1];
    while (!this.#isBlankAt(this.#pos)) this.#advance(1);
    const parent = blocks.at(-1)?.column ?? -1;
    let indent = hint ? Math.max(parent, 0) + Number(hint) : undefined;
    this.#blockEnd = this.#line;
    this.#skipHeaderComment();
    for (; this.#pos < this.#text.length; ) {
      const end = this.#text.indexOf("\n", this.#pos);
      const line = this.#text.slice(this.#pos, end < 0 ? this.#text.length : end);
      const spaces = /^ */.exec(line)?.[0].length ?? 0;
      const isBlank = line.slice(spaces).replace(/\r$/, "") === "";
      if (!isBlank) indent ??= spaces;
      if (!isBlank && (spaces < (indent ?? 0) || spaces <= parent)) return;
      if (!isBlank) this.#blockEnd = this.#line;
      this.#advance(line.length + 1);
    }
  }

  #skipHeaderComment(): void {
    for (; this.#pos < this.#text.length; ) {
      const char = this.#text[this.#pos];
      if (char === "\n") return this.#advance(1);
      if (char === "#") this.#comment();
      else this.#advance(1);
    }
  }

  // Comments between brackets are skipped: they are rare there, and go-yaml moves them about.
  #skipFlow(node: Node): void {
    const before = this.comments.length;
    this.#skipFlowNode(node);
    this.comments.length = before;
  }

  #skipFlowNode(node: Node): void {
    this.skipBlank(",:?");
    if (node.kind === "scalar") return this.#skipScalar(node, []);
    this.#advance(1);
    const values = node.kind === "mapping" ? node.values : node.items;
    values.forEach((value, i) => {
      const key = node.kind === "mapping" ? node.keys[i] : undefined;
      if (key) this.#skipFlowNode(key);
      if (key && this.#text[this.#pos] === ":") this.#advance(1);
      this.#skipFlowNode(value);
      if (this.#text[this.#pos] === ",") this.#advance(1);
    });
    this.skipBlank(",");
    this.#advance(1);
  }
}
