// Writes wherever a path leads. Unlike for a source, values in `[name=value]` are regular expressions that need not
// match the whole text, `*` is every item, and what is missing may be made.
// Source: kyaml yaml/match.go, PathMatcher
import { compileGoRegexp, type GoRegexp } from "../../text/go-regexp.ts";
import { blank, keyScalar, withField, withItem, withValueAt } from "../../yaml/edit.ts";
import { heldScalar, plainStyle } from "../../yaml/held.ts";
import {
  indexOfKey,
  isNull,
  type Mapping,
  mapping,
  type Node,
  type Scalar,
  type Sequence,
  type Step,
} from "../../yaml/node.ts";
import { indexOf, isItemMatch, itemMatch, kindFor } from "./field-path.ts";
import { nameOf } from "./lookup.ts";

export interface Write {
  readonly parts: readonly string[];
  readonly step: Step;
  /** What to make at the end of a path that does not exist; undefined makes nothing. */
  readonly create: "scalar" | "mapping" | "sequence" | undefined;
  /** The value to put in place of another; of nothing, where the field was just made. */
  readonly set: (old: Node | undefined) => Node;
  /** The text that a regular expression is held against. */
  readonly textOf: (node: Node) => string;
  /** What a scalar holds, when the path goes on inside it. */
  readonly inside: (text: Scalar) => Node | undefined;
  /** Hears of a value that is found or made where it never shows. */
  readonly lost: (node: Node) => void;
  readonly fail: (message: string, node: Node) => never;
}

export interface Written {
  readonly root: Node;
  /** How many values were set. */
  readonly count: number;
}

export function writeAt(root: Node, write: Write): Written {
  const walk = new Walk(write);
  return { root: walk.enter(root, 0), count: walk.count };
}

class Walk {
  readonly #write: Write;
  count = 0;

  constructor(write: Write) {
    this.#write = write;
  }

  enter(node: Node, i: number): Node {
    const part = this.#write.parts[i];
    if (part === undefined) return this.#set(node);
    const index = indexOf(part);
    if (index !== undefined && index >= 0) return this.#enterItem(node, index, i);
    if (isItemMatch(part)) return this.#enterMatches(node, part, i);
    if (part === "*") return this.#enterItems(node, part, (item) => this.enter(item, i + 1));
    return this.#enterField(node, part, i);
  }

  #set(node: Node | undefined): Node {
    this.count++;
    return this.#write.set(node);
  }

  #enterField(node: Node, name: string, i: number): Node {
    if (isNull(node)) return this.#lost(node, i);
    if (node.kind !== "mapping") return this.#wrongKind(node, `the field \`${name}\``);
    if (name === "") return this.#write.fail("the path has an empty part", node);
    const at = indexOfKey(node, name);
    const value = node.values[at];
    if (!value) {
      return this.#write.create ? withField(node, keyScalar(name, this.#write.step), this.#make(i)) : node;
    }
    if (value.kind === "scalar" && this.#write.parts.length > i + 1)
      return withValueAt(node, at, this.#inside(value, i));
    return withValueAt(node, at, this.enter(value, i + 1));
  }

  // kustomize follows the path into the text and writes there, but never puts the text back.
  #inside(value: Scalar, i: number): Node {
    if (isNull(value)) {
      const { create, parts } = this.#write;
      // Not even a null can be read from an empty text.
      if (value.text === "") this.#wrongKind(value, `\`${parts[i + 1]}\``);
      const isItem = (indexOf(parts[i + 1] ?? "") ?? -1) >= 0;
      return !create && isItem ? this.enter(value, i + 1) : this.#lost(value, i + 1);
    }
    const inner = this.#write.inside(value);
    if (!inner)
      return this.#write.fail(`\`${this.#write.parts[i]}\` is a scalar, so the path cannot go on`, value);
    const { parts } = this.#write;
    const found = writeAt(inner, { ...this.#write, parts: parts.slice(i + 1), set: (old) => old ?? inner });
    this.count += found.count;
    if (found.count > 0) this.#write.lost(value);
    return value;
  }

  // What kustomize makes below a null never shows; what it cannot make is refused.
  #lost(node: Node, i: number): Node {
    const { create, parts } = this.#write;
    if (!create) return node;
    const rest = parts.slice(i);
    const blank = this.#blank(rest[0] ?? "");
    const made = writeAt(blank, { ...this.#write, parts: rest, set: () => blank, lost: () => undefined });
    this.count += made.count;
    if (made.count > 0) this.#write.lost(node);
    return node;
  }

  #enterItem(node: Node, index: number, i: number): Node {
    if (isNull(node) && this.#write.create && index === 0) return this.#lost(node, i);
    const list = isNull(node) ? undefined : this.#list(node, `item ${index}`);
    const length = list?.items.length ?? 0;
    if (list && length === index && this.#write.create)
      return { ...list, items: [...list.items, this.#make(i)] };
    const item = list?.items[index];
    if (!list || !item) {
      const count = length === 1 ? "one item" : `${length || "no"} items`;
      return this.#write.fail(`there is no item ${index}: the list has ${count}`, node);
    }
    return withItem(list, index, this.enter(item, i + 1));
  }

  #enterItems(node: Node, what: string, change: (item: Node) => Node): Node {
    if (isNull(node)) return node;
    const list = this.#list(node, what);
    return list.items.reduce<Sequence>((result, item, at) => withItem(result, at, change(item)), list);
  }

  #enterMatches(node: Node, part: string, i: number): Node {
    const match = itemMatch(part);
    if (!match) return this.#write.fail(`\`${part}\` must look like [name=value]`, node);
    const { name, value } = match;
    const pattern = this.#compile(value, node);
    const before = this.count;
    const result = this.#enterItems(node, `\`${part}\``, (item) =>
      name === ""
        ? this.#ifMatching(item, item, pattern, -1)
        : this.#ifMatching(item, valueOfField(item, name), pattern, i),
    );
    if (this.count > before || !this.#write.create) return result;
    if (result.kind !== "sequence") return this.#lost(result, i);
    return { ...result, items: [...result.items, this.#makeItem(name, value, pattern, i, node)] };
  }

  #ifMatching(item: Node, compared: Node | undefined, pattern: GoRegexp, i: number): Node {
    if (!compared || !pattern.test(this.#write.textOf(compared))) return item;
    return i < 0 ? this.#set(item) : this.enter(item, i + 1);
  }

  #makeItem(name: string, value: string, pattern: GoRegexp, i: number, node: Node): Node {
    const { step, fail } = this.#write;
    const made = heldScalar(value, "", plainStyle, step, { step });
    if (!pattern.test(this.#write.textOf(made))) {
      // kustomize makes such items without end
      fail(`an item with \`${value}\` cannot be made, because that pattern does not match itself`, node);
    }
    if (name === "") return this.#set(made);
    const item: Mapping = mapping([keyScalar(name, step)], [made], step.source, step.at, { step });
    return this.enter(item, i + 1);
  }

  /** Makes what is missing at a part, and goes on in it. */
  #make(i: number): Node {
    const next = this.#write.parts[i + 1];
    if (next === undefined) return this.#set(undefined);
    return this.enter(this.#blank(next), i + 1);
  }

  /** What a part of a path leads into. */
  #blank(part: string): Node {
    const { create = "scalar", step } = this.#write;
    return blank(kindFor(part, create) === "sequence" ? "sequence" : "mapping", step);
  }

  #compile(pattern: string, node: Node): GoRegexp {
    return (
      compileGoRegexp(pattern) ?? this.#write.fail(`\`${pattern}\` is not a valid regular expression`, node)
    );
  }

  #list(node: Node, what: string): Sequence {
    return node.kind === "sequence" ? node : this.#wrongKind(node, what);
  }

  #wrongKind(node: Node, what: string): never {
    return this.#write.fail(`${what} cannot be found in ${nameOf(node)}`, node);
  }
}

function valueOfField(item: Node, name: string): Node | undefined {
  return item.kind === "mapping" ? item.values[indexOfKey(item, name)] : undefined;
}
