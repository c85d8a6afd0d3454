// A value of an object together with its way there: what rules read, and what findings point at. A value that is
// missing can be asked on, so that `spec.template.spec.securityContext` needs no checks on the way.
import type { Place, SourceFile } from "../../diagnostics/location.ts";
import type { Resource } from "../../resource/resource.ts";
import { field, indexOfKey, type Node, placeOf, type Scalar } from "../../yaml/node.ts";
import { itemPart, type PathPart, printPath, step } from "../../yaml/path.ts";

export class Value {
  /** The object it belongs to. */
  readonly object: Resource;
  /** Undefined where the object has nothing. */
  readonly node: Node | undefined;
  readonly #parent: Value | undefined;
  /** A name stands for the field; rules ask for so many that a part for each would cost more than the asking. */
  readonly #part: PathPart | string | undefined;

  private constructor(
    object: Resource,
    node: Node | undefined,
    parent: Value | undefined,
    part: PathPart | string | undefined,
  ) {
    this.object = object;
    this.node = node;
    this.#parent = parent;
    this.#part = part;
  }

  /** The whole of an object. */
  static of(object: Resource): Value {
    return new Value(object, object.node, undefined, undefined);
  }

  /** The value of a field, or of a field of a field. */
  get(...names: readonly string[]): Value {
    let here: Value = this;
    for (const name of names) here = new Value(this.object, field(here.node, name), here, name);
    return here;
  }

  /** The value that a part of a path leads to. */
  step(part: PathPart): Value {
    return new Value(this.object, step(this.node, part), this, part);
  }

  /** The items of a list; none when it is no list. */
  items(): readonly Value[] {
    if (this.node?.kind !== "sequence") return [];
    return this.node.items.map((item, i) => new Value(this.object, item, this, itemPart(item, i)));
  }

  /** The fields of a map in the order they stand; none when it is no map. */
  entries(): readonly (readonly [key: string, value: Value])[] {
    const { node } = this;
    if (node?.kind !== "mapping") return [];
    return node.keys.map(({ text }, i) => {
      return [text, new Value(this.object, node.values[i], this, text)] as const;
    });
  }

  /** The item of a list whose field has a value: `env.itemWith("name", "EMQX_HOST")`. */
  itemWith(key: string, text: string): Value | undefined {
    return this.items().find((item) => item.get(key).text === text);
  }

  /** There is a value and it is not null. */
  get exists(): boolean {
    return this.node !== undefined && !(this.node.kind === "scalar" && this.node.tag === "null");
  }

  /** The text of a scalar, whatever its type; undefined for null and for anything else. */
  get text(): string | undefined {
    return this.node?.kind === "scalar" && this.node.tag !== "null" ? this.node.text : undefined;
  }

  /** The value of an integer or float; undefined for anything else, numbers in quotes included. */
  get number(): number | undefined {
    const { node } = this;
    if (node?.kind !== "scalar" || (node.tag !== "int" && node.tag !== "float")) return undefined;
    return Number(node.text.replaceAll("_", ""));
  }

  /** The value of a boolean. */
  get boolean(): boolean | undefined {
    const { node } = this;
    return node?.kind === "scalar" && node.tag === "bool" ? /^(true|yes|on|y)$/i.test(node.text) : undefined;
  }

  /** The first part of it that a layer changed; itself when it is as its file has it. For values that are wrong as a whole. */
  get changed(): Value {
    const { node } = this;
    if (!node || node.kind === "scalar" || node.written) return this;
    const parts = node.kind === "mapping" ? this.entries().map(([, value]) => value) : this.items();
    for (const part of parts) {
      const changed = part.changed;
      if (changed.node?.written) return changed;
    }
    return this;
  }

  get path(): readonly PathPart[] {
    const part = this.#part;
    if (!this.#parent || part === undefined) return [];
    return [...this.#parent.path, typeof part === "string" ? { kind: "field", name: part } : part];
  }

  /** The path as people write it: `spec.template.spec.containers[name=emqx].image`. */
  get pathText(): string {
    return printPath(this.path);
  }

  get parent(): Value | undefined {
    return this.#parent;
  }

  /** Where its text stands: that of its last writer. A missing value stands at the key of what should hold it. */
  get place(): Place {
    if (this.node) return placeOf(this.node);
    let above = this.#parent;
    while (above && !above.node) above = above.#parent;
    return above ? above.keyPlace : placeOf(this.object.node);
  }

  /** Where its key stands; the value itself where it has none. */
  get keyPlace(): Place {
    const key = this.#key();
    return key ? placeOf(key) : this.node ? placeOf(this.node) : this.place;
  }

  /** Its text as a source of its own, for what is written in another language: positions in it lead to the file. */
  get source(): SourceFile | undefined {
    const { node } = this;
    if (node?.kind !== "scalar") return undefined;
    // A generated ConfigMap holds whole files.
    if (node.source.text === node.text) return node.source;
    return {
      path: node.source.path,
      text: node.text,
      host: { source: node.source, at: node.at, style: node.style },
    };
  }

  #key(): Scalar | undefined {
    const holder = this.#parent?.node;
    const part = this.#part;
    const name = typeof part === "string" ? part : part?.kind === "field" ? part.name : undefined;
    if (name === undefined || holder?.kind !== "mapping") return undefined;
    return holder.keys[indexOfKey(holder, name)];
  }
}

/** A map of strings, such as labels; what is no scalar is left out. */
export function textMap(value: Value): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const [key, { text }] of value.entries()) if (text !== undefined) result.set(key, text);
  return result;
}
