// What the comments of a document belong to, by go-yaml v3's rules: above something is its head, behind it on the
// line its line comment, and below it, set off from what follows, its foot.
// Source: go-yaml v3 scannerc.go (scan_comments, unroll_indent), parserc.go (unfold_comments), decode.go
import type { Node } from "../../../yaml/node.ts";
import { type Block, type Comment, type Scanned, scanText, type Token } from "./scan.ts";

export interface NodeComments {
  head?: string;
  line?: string;
  foot?: string;
}

/** How a node takes part: as the key of an entry, as an item of a list, or as a value. */
export type Role = "key" | "item" | "value";

export interface Comments {
  /** Above the whole document, set off by a blank line. */
  readonly start: string | undefined;
  readonly end: string | undefined;
  of(node: Node, role: Role): Readonly<NodeComments>;
  /** Anchor and tag of a value. */
  properties(node: Node): string;
}

const none: NodeComments = {};

export const noComments: Comments = {
  start: undefined,
  end: undefined,
  of: () => none,
  properties: () => "",
};

/** Reads the comments of a document. They are found again by place, since a changed node keeps its place. */
export function readComments(root: Node): Comments {
  if (!/[#&!]/.test(root.source.text)) return noComments;
  const scanned = scanText(root);
  if (!scanned) return noComments;
  const owners = new Owners(scanned);
  scanned.tokens.forEach((_, i) => {
    owners.attachAfter(i);
  });
  const properties = new Map(
    [...scanned.properties].map(([node, text]) => [placeKey(node, node.kind), text]),
  );
  return {
    start: owners.start,
    end: owners.end,
    of: (node, role) => (node.source === root.source ? owners.find(node, role) : none),
    properties: (node) =>
      node.source === root.source ? (properties.get(placeKey(node, node.kind)) ?? "") : "",
  };
}

function placeKey({ at }: Node, what: string): string {
  return `${what} ${at}`;
}

/** A piece of a gap between two tokens. */
interface Piece {
  readonly kind: "head" | "foot";
  readonly text: string;
  /** Belongs to the token before the gap, wherever the piece stands. */
  readonly isPrior: boolean;
  readonly line: number;
  readonly column: number;
}

class Owners {
  start: string | undefined;
  end: string | undefined;
  readonly #scanned: Scanned;
  readonly #found = new Map<string, NodeComments>();
  /** A foot that waits for the next entry. */
  #pending: string | undefined;

  constructor(scanned: Scanned) {
    this.#scanned = scanned;
    this.#attachStart();
  }

  find(node: Node, role: Role): Readonly<NodeComments> {
    return this.#found.get(placeKey(node, role)) ?? none;
  }

  #attachStart(): void {
    const comments = this.#gap(0);
    const [first] = this.#scanned.tokens;
    if (comments.length === 0 || !first) return;
    const head = joinLines(comments, first.line);
    const split = head.lastIndexOf("\n\n");
    const isApart = head.endsWith("\n");
    if (isApart) this.start = head.slice(0, -1);
    else if (split >= 0) this.start = head.slice(0, split);
    const own = isApart ? "" : split >= 0 ? head.slice(split + 2) : head;
    if (own !== "") this.#addHead(0, own);
  }

  #gap(after: number): readonly Comment[] {
    return this.#scanned.comments.filter((comment) => comment.after === after);
  }

  /** Attaches the comments between a token and the next one. */
  attachAfter(i: number): void {
    const { tokens } = this.#scanned;
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    const comments = this.#gap(i + 1);
    const isOnLine = ({ line }: Comment): boolean =>
      token.kind !== "dash" && line <= token.lastLine && line >= token.line;
    const below = comments.filter((comment) => !isOnLine(comment));
    for (const { text } of comments.filter(isOnLine)) {
      this.#own(token.node, token.kind === "key" ? "key" : "value").line = text;
    }
    if (below.length > 0) this.#attachPieces(i, splitGap(below, token, next, below.length < comments.length));
    if (next) this.#releasePending(i + 1);
    else this.#finish();
  }

  #attachPieces(i: number, pieces: readonly Piece[]): void {
    const { tokens } = this.#scanned;
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    const closing = closingBlocks(token, next);
    for (const piece of pieces) {
      if (piece.kind === "head") {
        if (next) this.#addHead(i + 1, piece.text);
        else this.end = this.end === undefined ? piece.text : this.end;
      } else if (piece.isPrior && token.kind !== "dash") this.#addFoot(i, piece.text);
      else {
        const block = piece.isPrior ? undefined : endingAt(closing, piece, pieces);
        if (block?.node.kind === "mapping") {
          const last = block.node.keys.at(-1);
          if (last) this.#own(last, "key").foot = piece.text;
        } else this.#pending = this.#pending === undefined ? piece.text : `${this.#pending}\n${piece.text}`;
      }
    }
  }

  /** A comment above a token, or above the item that begins with it. */
  #addHead(i: number, text: string): void {
    const { tokens } = this.#scanned;
    const token = tokens[i] as Token;
    const role = token.kind === "key" ? "key" : "item";
    const own = this.#own(token.node, role);
    own.head = own.head === undefined ? text : `${own.head}\n${text}`;
  }

  #addFoot(i: number, text: string): void {
    const { tokens } = this.#scanned;
    const owner = tokens[entryOf(tokens, i)] as Token;
    const own = this.#own(owner.node, owner.kind === "key" ? "key" : "item");
    own.foot = own.foot === undefined ? text : `${own.foot}\n${text}`;
  }

  // go-yaml hands a foot that nobody took to the next scalar; for a key, it then is the foot of the entry before.
  #releasePending(i: number): void {
    const token = this.#scanned.tokens[i] as Token;
    if (this.#pending === undefined || token.kind === "dash") return;
    const text = this.#pending;
    this.#pending = undefined;
    const block = token.blocks.at(-1)?.node;
    const at =
      token.kind === "key" && block?.kind === "mapping" ? block.keys.indexOf(token.node as never) : -1;
    const before = block?.kind === "mapping" ? block.keys[at - 1] : undefined;
    if (before) this.#own(before, "key").foot = text;
    else this.#addFoot(i, text);
  }

  #finish(): void {
    if (this.#pending !== undefined) this.end = this.#pending;
  }

  #own(node: Node, role: Role): NodeComments {
    const key = placeKey(node, role);
    const known = this.#found.get(key);
    if (known) return known;
    const made: NodeComments = {};
    this.#found.set(key, made);
    return made;
  }
}

/** The token of the entry that a value belongs to. */
function entryOf(tokens: readonly Token[], i: number): number {
  const token = tokens[i] as Token;
  return token.kind === "key" || token.kind === "dash" || i === 0 ? i : i - 1;
}

/** Blocks that end between two tokens, innermost first. */
function closingBlocks(token: Token, next: Token | undefined): readonly Block[] {
  const ending = token.blocks.filter((block) => !next || block.column > next.column);
  // A list that is not indented opens no level of its own.
  return ending.filter((block, i) => i === 0 || block.column !== ending[i - 1]?.column).reverse();
}

/** The innermost ending block whose end go-yaml puts at or behind a piece. */
function endingAt(closing: readonly Block[], piece: Piece, pieces: readonly Piece[]): Block | undefined {
  let end = -1;
  for (const block of closing) {
    const own = pieces.find((other) => other.column === block.column);
    if (own) end = own.line;
    if (end >= piece.line) return block;
  }
  return undefined;
}

/** Splits the comments of a gap into heads and feet. */
function splitGap(
  comments: readonly Comment[],
  token: Token,
  next: Token | undefined,
  hasLineComment: boolean,
): readonly Piece[] {
  const pieces: Piece[] = [];
  const indent = token.blocks.at(-1)?.column ?? 0;
  const footLine = token.lastLine > 0 || (endsBehindLine(token) && !hasLineComment) ? token.lastLine + 1 : -1;
  const [start] = comments as readonly [Comment];
  let isFirstEmpty = start.line <= token.lastLine + 1;
  let isPrior = true;
  let block: Comment[] = [];
  let lastLine = start.line;
  const flush = (kind: Piece["kind"], prior: boolean, text: string): void => {
    const [first] = block as [Comment];
    pieces.push({ kind, text, isPrior: prior, line: first.line, column: first.column });
    block = [];
  };
  const atBlankLine = (): void => {
    const [first] = block;
    const isDedented = first !== undefined && first.column < indent;
    if (first && isFirstEmpty && ((first.line === footLine && token.kind !== "key") || isDedented)) {
      flush("foot", isPrior && !isDedented, joinLines(block));
      isPrior = false;
    }
    isFirstEmpty = false;
  };
  for (const comment of comments) {
    if (comment.line > lastLine + 1) atBlankLine();
    const [first] = block;
    if (first && comment.column < indent && comment.column !== first.column)
      flush("foot", isPrior, joinLines(block));
    block.push(comment);
    lastLine = comment.line;
  }
  if (!next || next.line > lastLine + 1) atBlankLine();
  const [first] = block;
  if (!first) return pieces;
  if (next && next.column < indent && next.column !== first.column) flush("foot", isPrior, joinLines(block));
  else flush("head", false, joinLines(block, next?.line));
  return pieces;
}

// go-yaml takes a comment below the first line for a foot only when it has left that line to find the value's end.
function endsBehindLine({ kind, node }: Token): boolean {
  return kind === "scalar" && node.kind === "scalar" && node.style !== "single" && node.style !== "double";
}

/** Comments as one text, with an empty line where there were some; `until` is the line of what follows. */
function joinLines(comments: readonly Comment[], until?: number): string {
  let text = "";
  comments.forEach(({ text: own, line }, i) => {
    const before = comments[i - 1];
    if (before) text += line > before.line + 1 ? "\n\n" : "\n";
    text += own;
  });
  const last = comments.at(-1);
  return until !== undefined && last && until > last.line + 1 ? `${text}\n` : text;
}
