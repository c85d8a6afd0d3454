// The table of configuration paths as a tree, read when first asked for.
import { configTable } from "../data/config-5.8.ts";
import { type ConfigType, parseType } from "./type.ts";

/** A path of the table; `*` among the children stands for any name. */
export interface ConfigNode {
  readonly name: string;
  readonly type: ConfigType;
  /** Accepted, without effect. */
  readonly isDeprecated: boolean;
  readonly isSecret: boolean;
  readonly isEnterprise: boolean;
  /** By name and by alias. */
  readonly children: ReadonlyMap<string, ConfigNode>;
}

export type Lookup =
  /** `path` has the names of the table instead of their aliases. */
  | { readonly kind: "known"; readonly path: readonly string[]; readonly node: ConfigNode }
  /** Below it, everything is allowed, or is not in the table. */
  | { readonly kind: "unchecked"; readonly path: readonly string[] }
  /** The name at `index` is none that stands there. */
  | {
      readonly kind: "unknown";
      readonly path: readonly string[];
      readonly index: number;
      /** What may stand there. */
      readonly siblings: ReadonlyMap<string, ConfigNode>;
    };

let known: ConfigNode | undefined;

/** The root of the table. */
export function configRoot(): ConfigNode {
  known ??= readTable(configTable);
  return known;
}

export function lookUp(path: readonly string[]): Lookup {
  let node = configRoot();
  const found: string[] = [];
  for (const [index, name] of path.entries()) {
    if (node.children.size === 0) {
      if (acceptsFields(node.type)) return { kind: "unchecked", path: [...found, ...path.slice(index)] };
      return { kind: "unknown", path, index, siblings: node.children };
    }
    const own = node.children.get(name);
    const next = own ?? node.children.get("*");
    if (!next) {
      if (node.type.kinds.includes("any") || node.type.kinds.includes("map"))
        return { kind: "unchecked", path: [...found, ...path.slice(index)] };
      return { kind: "unknown", path, index, siblings: node.children };
    }
    found.push(own ? own.name : name);
    node = next;
  }
  return { kind: "known", path: found, node };
}

function acceptsFields({ kinds }: ConfigType): boolean {
  return kinds.some((kind) => kind === "any" || kind === "map" || kind === "list" || kind === "struct");
}

interface MutableNode extends ConfigNode {
  readonly children: Map<string, ConfigNode>;
}

function readTable(table: string): ConfigNode {
  const root = toNode("", "");
  const open: MutableNode[] = [root];
  const references: { readonly to: string; readonly node: MutableNode }[] = [];
  for (const line of table.split("\n")) {
    if (line === "") continue;
    const depth = line.search(/\S/);
    const [names = "", notation = ""] = line.slice(depth).split(" ");
    const [name = "", ...aliases] = names.split(",");
    const node = toNode(name, notation);
    const parent = open[depth];
    if (!parent) throw new Error(`the table skips a level at ${line}`);
    for (const each of [name, ...aliases]) parent.children.set(each, node);
    open.length = depth + 1;
    open.push(node);
    if (notation.startsWith("=")) references.push({ to: notation.slice(1), node });
  }
  for (const { to, node } of references) {
    let source: ConfigNode | undefined = root;
    for (const name of to.split(".")) source = source?.children.get(name);
    for (const [name, child] of source?.children ?? []) node.children.set(name, child);
  }
  return root;
}

type Notation = Pick<ConfigNode, "type" | "isDeprecated" | "isSecret" | "isEnterprise">;

/** The same few notations come again and again. */
const notations = new Map<string, Notation>();

function toNode(name: string, text: string): MutableNode {
  const notation = notations.get(text) ?? parseNotation(text);
  notations.set(text, notation);
  const { type, isDeprecated, isSecret, isEnterprise } = notation;
  return { name, type, isDeprecated, isSecret, isEnterprise, children: new Map() };
}

function parseNotation(text: string): Notation {
  const [, type = "", flags = ""] = /^(.*?)([!*$]*)$/.exec(text) ?? [];
  return {
    type: parseType(type),
    isDeprecated: flags.includes("!"),
    isSecret: flags.includes("*"),
    isEnterprise: flags.includes("$"),
  };
}
