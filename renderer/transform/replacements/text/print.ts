// Nodes back to YAML as go-yaml v3 prints them for kyaml: two spaces, lists not indented, keys in their order, styles
// and comments kept.
// Source: go-yaml v3 emitterc.go; kyaml yaml/alias.go for its settings
import type { Mapping, Node, Scalar, Sequence } from "../../../yaml/node.ts";
import { type Comments, noComments } from "./comments.ts";
import { isSimpleKey, writeScalar } from "./scalar-form.ts";
import { Writer } from "./writer.ts";

/** Prints a document; without a line break where the last line has none of its own. */
export function printYaml(node: Node, comments: Comments = noComments): string {
  const printer = new Printer(comments);
  printer.document(node);
  return printer.text;
}

/** What a value stands in, which decides how far its own lines are indented. */
type Parent = "document" | "mapping" | "long key" | "sequence";

class Printer {
  readonly #writer = new Writer();
  readonly #comments: Comments;

  constructor(comments: Comments) {
    this.#comments = comments;
  }

  get text(): string {
    return this.#writer.text;
  }

  document(node: Node): void {
    const { start, end } = this.#comments;
    this.#writer.headComment(start, 0);
    if (start !== undefined) this.#writer.lineBreak();
    this.#value(node, -1, "document");
    this.#writer.endComment(end);
  }

  #value(node: Node, indent: number, parent: Parent, keyComment?: string): void {
    const properties = this.#comments.properties(node);
    if (properties !== "") this.#writer.indicator(properties, { space: true });
    if (node.kind === "scalar") this.#scalar(node, indent, keyComment, properties.includes("!"));
    else if (isFlowNode(node)) {
      this.#flow(node);
      this.#writer.lineComment(this.#comments.of(node, "value").line ?? keyComment, indent);
    } else {
      this.#writer.lineComment(keyComment, indent);
      const inside = parent === "document" ? 0 : indent + 2;
      if (node.kind === "mapping") this.#mapping(node, inside);
      else this.#sequence(node, parent === "mapping" ? indent : inside);
    }
  }

  #scalar(node: Scalar, indent: number, keyComment: string | undefined, isTagged: boolean): void {
    const comment = this.#comments.of(node, "value").line ?? keyComment;
    const inside = Math.max(0, indent) + 2;
    writeScalar(this.#writer, node, { inFlow: false, isKey: false, indent: inside, comment, isTagged });
    const isBlock = node.style === "literal" || node.style === "folded";
    if (!isBlock) this.#writer.lineComment(comment, indent);
  }

  #mapping(node: Mapping, indent: number): void {
    let foot: string | undefined;
    node.keys.forEach((key, i) => {
      const own = this.#comments.of(key, "key");
      this.#writer.footComment(foot, indent);
      this.#writer.headComment(own.head, indent);
      this.#writer.indent(indent);
      const isSimple = isSimpleKey(key);
      if (isSimple) {
        writeScalar(this.#writer, key, { inFlow: false, isKey: true, indent });
        this.#writer.indicator(":");
      } else {
        this.#writer.indicator("?", { space: true, dash: true });
        writeScalar(this.#writer, key, { inFlow: false, isKey: false, indent: indent + 2 });
        this.#writer.indent(indent);
        this.#writer.indicator(":", { space: true, dash: true });
      }
      this.#value(node.values[i] as Node, indent, isSimple ? "mapping" : "long key", own.line);
      foot = own.foot;
    });
    this.#writer.footComment(foot, indent);
  }

  #sequence(node: Sequence, indent: number): void {
    for (const item of node.items) {
      const own = this.#comments.of(item, "item");
      this.#writer.headComment(own.head, indent);
      this.#writer.indent(indent);
      this.#writer.indicator("-", { space: true, dash: true });
      this.#value(item, indent, "sequence");
      this.#writer.footComment(own.foot, indent);
    }
  }

  #flow(node: Mapping | Sequence): void {
    this.#writer.indicator(node.kind === "mapping" ? "{" : "[", { space: true, blank: true });
    const values = node.kind === "mapping" ? node.values : node.items;
    values.forEach((value, i) => {
      if (i > 0) this.#writer.indicator(",");
      const key = node.kind === "mapping" ? node.keys[i] : undefined;
      if (key) this.#flowKey(key);
      if (value.kind === "scalar")
        writeScalar(this.#writer, value, { inFlow: true, isKey: false, indent: 0 });
      else this.#flow(value);
    });
    this.#writer.indicator(node.kind === "mapping" ? "}" : "]");
  }

  #flowKey(key: Scalar): void {
    const isSimple = isSimpleKey(key);
    if (!isSimple) this.#writer.indicator("?", { space: true });
    writeScalar(this.#writer, key, { inFlow: true, isKey: isSimple, indent: 0 });
    this.#writer.indicator(":", { space: !isSimple });
  }
}

/** An empty collection has no other form. */
function isFlowNode(node: Mapping | Sequence): boolean {
  return node.flow || (node.kind === "mapping" ? node.keys : node.items).length === 0;
}
