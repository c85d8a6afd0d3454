// Paths to values as people type and read them: spec.template.spec.containers[name=emqx].image
import { field, type Node } from "./node.ts";

export type PathPart =
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "match"; readonly key: string; readonly value: string };

/** Parses a path; undefined when a bracket or quote is left open. `["a.b"]` and `."a.b"` name a key with dots. */
export function parsePath(text: string): readonly PathPart[] | undefined {
  const parts: PathPart[] = [];
  const pattern = /\.?(?:"([^"]*)"|\[(?:"([^"]*)"|(\d+)|([^\]=]+)=([^\]]*))\]|([^.[\]"]+))/y;
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (!found) return undefined;
    const [, quoted, bracketed, index, key, value, name] = found;
    if (index !== undefined) parts.push({ kind: "index", index: Number(index) });
    else if (key !== undefined) parts.push({ kind: "match", key, value: value ?? "" });
    else parts.push({ kind: "field", name: quoted ?? bracketed ?? name ?? "" });
  }
  return parts;
}

/** Prints a path so that parsePath reads it back. */
export function printPath(parts: readonly PathPart[]): string {
  let result = "";
  for (const part of parts) {
    if (part.kind === "index") result += `[${part.index}]`;
    else if (part.kind === "match") result += `[${part.key}=${part.value}]`;
    else if (/^[^.[\]"]+$/.test(part.name)) result += result === "" ? part.name : `.${part.name}`;
    else result += `["${part.name}"]`;
  }
  return result;
}

/** The value that a part leads to. */
export function step(node: Node | undefined, part: PathPart): Node | undefined {
  if (part.kind === "field") return field(node, part.name);
  if (node?.kind !== "sequence") return undefined;
  if (part.kind === "index") return node.items[part.index];
  return node.items.find((item) => {
    const value = field(item, part.key);
    return value?.kind === "scalar" && value.text === part.value;
  });
}

/** The value at the end of a path. */
export function valueAt(root: Node, path: readonly PathPart[]): Node | undefined {
  return path.reduce<Node | undefined>((node, part) => step(node, part), root);
}

/** The part that leads to the i-th item of a list: by name where items have one, else by number. */
export function itemPart(item: Node, index: number): PathPart {
  const name = field(item, "name");
  return name?.kind === "scalar"
    ? { kind: "match", key: "name", value: name.text }
    : { kind: "index", index };
}
