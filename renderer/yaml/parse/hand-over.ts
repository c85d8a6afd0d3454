// Reads a document with the `yaml` package: anchors, tags, complex keys and everything that is wrong. Its types do not
// leave this file.
import type * as yaml from "yaml";
import type { Collector } from "../../diagnostics/collector.ts";
import type { Place, SourceFile } from "../../diagnostics/location.ts";
import { onDemand } from "../../text/on-demand.ts";
import { mapping, type Node, type Scalar, type ScalarStyle, scalar, sequence } from "../node.ts";
import { resolveTag } from "../scalar.ts";
import { isAnchorName, spaceAliasKeys } from "./alias-keys.ts";
import { aliased } from "./aliases.ts";
import { checkSeparators, type KeptTexts, type Span, withoutBlanksAtSeparators } from "./characters.ts";
import { isPassedOver, mistakeBeforeContent, upToDocumentEnd } from "./document-marks.ts";
import { parseJoiningLines } from "./flow-lines.ts";
import { mergedMapping } from "./merge-keys.ts";
import { explain, helpForTemplate } from "./mistakes.ts";
import { isKnownTag, type TextRole, taggedScalar } from "./tagged.ts";

const library = onDemand<typeof yaml>("yaml");

/** Aliases may make this many nodes more than the text has; more is an attack. */
const mostAliasedNodes = 500_000;
const deepest = 1000;

interface Piece {
  readonly source: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly role: TextRole;
}

/** Reads the first document between two offsets; null when it is empty. */
export function readUnusual({ source, start, end, role }: Piece, collector: Collector): Node | null {
  const whole = upToDocumentEnd(source.text.slice(start, end));
  const mistake = mistakeBeforeContent(whole, role);
  if (mistake)
    collector.halt("yaml/syntax", mistake.said, { at: { source, at: start, end }, help: mistake.help });
  const { text, offsetOf } = spaceAliasKeys(whole, library());
  const document = parseJoiningLines(text, firstDocument, (parsed) => parsed?.errors[0]);
  if (!document) return null;
  const [error] = document.errors;
  const { contents } = document;
  const isWhole = error?.code === "UNEXPECTED_TOKEN" && library().isCollection(contents) && contents.flow;
  const closed = isWhole ? contents.range[1] : undefined;
  if (error && closed !== undefined && error.pos[0] >= closed && isPassedOver(text.slice(closed))) {
    collector.report("yaml/lost-text", "kustomize looks at nothing that stands behind these brackets", {
      at: { source, at: start + offsetOf(closed) },
      help: "put `---` before it if it is a document of its own",
    });
  } else if (error) {
    // The first one alone: the others follow from it.
    const line = lineAt(source.text, start + offsetOf(error.pos[0]));
    const { said, help } = explain(error.code, error.message, line);
    const at = { source, at: start + offsetOf(error.pos[0]), end: start + offsetOf(error.pos[1]) };
    if (error.message.startsWith("Maximum call stack")) haltTooDeep(at, collector);
    collector.halt("yaml/syntax", said, { at, help });
  }
  if (!document.contents) return null;
  const placeOf = (offset: number): number => start + offsetOf(offset);
  const converter = new Converter(source, placeOf, role, collector);
  const node = converter.convert(document.contents as yaml.Node, 0);
  checkSeparators(source, { start, end }, converter.texts, collector);
  return node;
}

function firstDocument(text: string): yaml.Document.Parsed | undefined {
  const [document] = library().parseAllDocuments(text, {
    schema: "failsafe",
    resolveKnownTags: false,
    uniqueKeys: false,
    merge: false,
    strict: true,
    prettyErrors: false,
    logLevel: "silent",
  } as const) as yaml.Document.Parsed[];
  return document;
}

function haltTooDeep(at: Place, collector: Collector): never {
  collector.halt("yaml/too-deep", "values are nested deeper than can be read", {
    at,
    help: `no API server takes objects of even a tenth of the ${deepest} levels that are read at most`,
  });
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

class Converter {
  readonly #source: SourceFile;
  /** From an offset in the text that was read to the one in the source. */
  readonly #placeOf: (offset: number) => number;
  readonly #role: TextRole;
  readonly #collector: Collector;
  /** Undefined while the value is being read. */
  readonly #anchors = new Map<string, Node | undefined>();
  #aliased = 0;
  readonly texts: Record<keyof KeptTexts, Span[]> = { quoted: [], literal: [] };

  constructor(source: SourceFile, placeOf: (offset: number) => number, role: TextRole, collector: Collector) {
    this.#role = role;
    this.#source = source;
    this.#placeOf = placeOf;
    this.#collector = collector;
  }

  convert(node: yaml.Node | null, depth: number, inFlow = false): Node {
    const at = this.#placeOf(node?.range?.[0] ?? 0);
    if (depth > deepest) {
      haltTooDeep({ source: this.#source, at }, this.#collector);
    }
    if (library().isAlias(node)) return this.#alias(node.source, at);
    const anchor = node && "anchor" in node ? node.anchor : undefined;
    if (!anchor) return this.#make(node, at, depth, inFlow);
    this.#checkAnchor(anchor, at);
    this.#anchors.set(anchor, undefined);
    const made = this.#make(node, at, depth, inFlow);
    // An anchor of the same name that stands inside begins later, and so counts.
    if (!this.#anchors.get(anchor)) this.#anchors.set(anchor, made);
    return made;
  }

  #checkAnchor(name: string, at: number): void {
    if (isAnchorName(name)) return;
    const start = this.#source.text.lastIndexOf(`&${name}`, at);
    this.#collector.halt("yaml/syntax", `kustomize does not read \`${name}\` as the name of an anchor`, {
      at: { source: this.#source, at: start },
      help: "a name consists of the letters a to z, digits, `-` and `_`",
    });
  }

  #make(node: yaml.Node | null, at: number, depth: number, isInFlow: boolean): Node {
    if (library().isMap(node)) {
      const inFlow = isInFlow || node.flow === true;
      const keys: Scalar[] = [];
      const values: Node[] = [];
      for (const { key, value } of node.items) {
        if (node.flow) dropQuestionMark(key);
        keys.push(this.#key(key as yaml.Node | null, depth + 1, inFlow));
        values.push(this.convert(value as yaml.Node | null, depth + 1, inFlow));
      }
      const first = node.flow ? at : (keys[0]?.at ?? at);
      const made = mapping(keys, values, this.#source, first, undefined, node.flow === true);
      return mergedMapping(made, this.#role, this.#collector);
    }
    if (library().isSeq(node)) {
      const inFlow = isInFlow || node.flow === true;
      const items = node.items.map((item) =>
        node.flow && dropQuestionMark(item)
          ? this.#onlyKey(item, depth + 1)
          : this.convert(item as yaml.Node | null, depth + 1, inFlow),
      );
      return sequence(items, this.#source, at, undefined, node.flow === true);
    }
    return this.#scalar(node, at, isInFlow);
  }

  #onlyKey(item: yaml.Scalar, depth: number): Node {
    const key = this.#key(item, depth, true);
    return mapping(
      [key],
      [scalar("", "null", "plain", this.#source, key.at)],
      this.#source,
      key.at,
      undefined,
      true,
    );
  }

  #scalar(node: yaml.Node | null, at: number, inFlow: boolean): Scalar {
    if (!library().isScalar(node)) return scalar("", "null", "plain", this.#source, at);
    if (node.type === "QUOTE_DOUBLE" && this.#role === "manifest") this.#checkEscapes(node);
    const style = styles[node.type ?? "PLAIN"] ?? "plain";
    const read = typeof node.value === "string" ? node.value : (node.source ?? "");
    const isQuoted = style === "single" || style === "double";
    const span = { start: at, end: this.#placeOf(node.range?.[1] ?? 0) };
    if (isQuoted) this.texts.quoted.push(span);
    else if (style === "literal") this.texts.literal.push(span);
    const kept = isQuoted ? withoutBlanksAtSeparators(read) : read;
    const text = this.#endsInBlock(node) ? kept.replace(/\n$/, "") : kept;
    if (inFlow && node.type === "PLAIN") this.#checkFlowText(text, at);
    if (node.tag && inFlow) this.#checkTagEnd(node, at);
    if (node.tag && !(node.tag === "!" && this.#role !== "other"))
      return this.#tagged(taggedScalar(node.tag, text, style, this.#role), at);
    const tag = style === "plain" ? resolveTag(text) : "str";
    return scalar(text, tag, style, this.#source, at);
  }

  // A comma or a bracket right behind a tag is part of it, or wrong.
  #checkTagEnd({ source }: yaml.Scalar, at: number): void {
    const { text } = this.#source;
    if (source !== "" || !/[,[\]{}]/.test(text.charAt(at)) || /\s/.test(text.charAt(at - 1))) return;
    this.#collector.halt("yaml/syntax", "a blank must follow a tag", { at: { source: this.#source, at } });
  }

  // Within brackets go-yaml ends a plain text at a question mark, as YAML 1.1 has it, and starts none with a colon.
  #checkFlowText(text: string, at: number): void {
    if (!text.includes("?") && !text.startsWith(":")) return;
    const what = text.startsWith(":") ? "that starts with a colon" : "with a question mark";
    this.#collector.halt("yaml/syntax", `a text ${what} must stand in quotes within brackets`, {
      at: { source: this.#source, at },
      help: `write "${text}"`,
    });
  }

  // A last line without a line break: the `yaml` package adds one to a block scalar there.
  #endsInBlock({ type, range }: yaml.Scalar): boolean {
    const end = this.#placeOf(range?.[1] ?? 0);
    return (
      type?.startsWith("BLOCK_") === true &&
      end >= this.#source.text.length &&
      lastLine(this.#source.text).trim() !== ""
    );
  }

  #tagged(read: ReturnType<typeof taggedScalar>, at: number): Scalar {
    if (!("said" in read))
      return scalar(read.text, read.tag, read.style, this.#source, at, undefined, read.held);
    return this.#collector.halt("yaml/syntax", read.said, {
      at: { source: this.#source, at },
      help: "leave out the tag, or put the text in quotes",
    });
  }

  // The `yaml` package knows what JSON can escape, go-yaml does not.
  #checkEscapes({ range }: yaml.Scalar): void {
    const start = this.#placeOf(range?.[0] ?? 0);
    const text = this.#source.text.slice(start, this.#placeOf(range?.[1] ?? 0));
    const found = /(?<!\\)(?:\\\\)*\\(?:\/|u[dD][89a-fA-F])/.exec(text);
    if (!found) return;
    this.#collector.halt("yaml/syntax", "kustomize does not know this escape", {
      at: { source: this.#source, at: start + found.index },
      help: "a slash needs no backslash; beyond U+FFFF it is `\\U` with eight digits, or the character itself",
    });
  }

  #key(key: yaml.Node | null, depth: number, inFlow: boolean): Scalar {
    const made = this.convert(key, depth, inFlow);
    const isTyped = key?.tag !== undefined && key.tag !== "!" && !isKnownTag(key.tag);
    if (made.kind === "scalar" && !(isTyped && this.#role === "manifest")) return made;
    return this.#collector.halt("yaml/syntax", "a key must be a string", {
      at: { source: this.#source, at: made.at },
      help: helpForTemplate(lineAt(this.#source.text, made.at)) ?? "Kubernetes objects have string keys only",
    });
  }

  #alias(name: string, at: number): Node {
    const place = { source: this.#source, at };
    const target = this.#anchors.get(name);
    if (!target) {
      return this.#collector.halt("yaml/alias", `there is no anchor \`${name}\` before this alias`, {
        at: place,
        help: "an anchor (&name) must stand before its aliases (*name), in the same document, and not around them",
      });
    }
    this.#aliased += sizeOf(target, mostAliasedNodes);
    if (this.#aliased > mostAliasedNodes) {
      this.#collector.halt("yaml/alias-bomb", `aliases expand to more than ${mostAliasedNodes} values`, {
        at: place,
      });
    }
    return aliased(target, "value");
  }
}

/** Within brackets a text that starts with a question mark is a key, as YAML 1.1 has it: `?a` is `a:`. */
function dropQuestionMark(node: unknown): node is yaml.Scalar<string> {
  if (!library().isScalar(node) || node.type !== "PLAIN" || typeof node.value !== "string") return false;
  if (!/^\?./.test(node.value)) return false;
  node.value = node.value.slice(1);
  return true;
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, end < 0 ? text.length : end);
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1);
}

const sizes = new WeakMap<Node, number>();

function sizeOf(node: Node, limit: number): number {
  const known = sizes.get(node);
  if (known !== undefined) return known;
  const below = node.kind === "mapping" ? node.values : node.kind === "sequence" ? node.items : [];
  let size = 1;
  for (const child of below) size = Math.min(limit + 1, size + sizeOf(child, limit));
  sizes.set(node, size);
  return size;
}
