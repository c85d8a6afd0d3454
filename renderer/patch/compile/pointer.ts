// Paths as they are written in a patch module, `spec.containers[name=emqx].image`, to JSON pointers.
import { nearest } from "../../diagnostics/suggest.ts";
import { toPlain } from "../../yaml/json.ts";
import { field, fieldAt, type Node, type Scalar } from "../../yaml/node.ts";
import { type PathPart, parsePath } from "../../yaml/path.ts";

/** A part of a written path; `end` is the place behind the last item of a list. */
export type Part = PathPart | { readonly kind: "end" };

/** Reads a path; undefined when it is not well-formed. A JSON pointer gives its steps as fields. */
export function parseWrittenPath(text: string): readonly Part[] | undefined {
  if (text.startsWith("/"))
    return text
      .slice(1)
      .split("/")
      .map((name): Part => ({ kind: "field", name: unescaped(name) }));
  if (text === "" || text.endsWith(".")) return undefined;
  if (!text.endsWith("[-]")) return parsePath(text);
  const before = parsePath(text.slice(0, -3));
  return before && [...before, { kind: "end" }];
}

function unescaped(step: string): string {
  return step.replace(/~[01]/g, (code) => (code === "~1" ? "/" : "~"));
}

export function isKeyed(text: string): boolean {
  return parseWrittenPath(text)?.some(({ kind }) => kind === "match") ?? false;
}

/** A pointer, and the fields that must hold a value for it to lead where it was meant to. */
export interface ResolvedPath {
  readonly pointer: string;
  readonly guards: readonly Guard[];
}

export interface Guard {
  readonly pointer: string;
  readonly value: unknown;
}

/**
 * Turns a path into a pointer; items that are chosen by a field are looked up in the target.
 *
 * @param target  the object as it is when the patch gets to it; undefined where the path names no items by field
 */
export function resolvePath(
  text: string,
  target: Node | undefined,
): ResolvedPath | { readonly error: string } {
  const parts = parseWrittenPath(text);
  if (!parts)
    return { error: `\`${text}\` is no path; write it like spec.template.spec.containers[name=emqx].image` };
  const guards: Guard[] = [];
  let pointer = "";
  let here = target;
  for (const part of parts) {
    if (part.kind === "match") {
      const found = findItem(here, part.key, part.value);
      if ("error" in found) return { error: `\`${text}\`: ${found.error}` };
      pointer += `/${found.index}`;
      guards.push({
        pointer: `${pointer}/${part.key.split(".").map(escaped).join("/")}`,
        value: toPlain(found.key),
      });
      here = found.item;
      continue;
    }
    pointer += `/${part.kind === "end" ? "-" : part.kind === "index" ? part.index : escaped(part.name)}`;
    here = part.kind === "end" ? undefined : follow(here, part);
  }
  return { pointer, guards };
}

function escaped(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}

function follow(node: Node | undefined, part: Exclude<PathPart, { kind: "match" }>): Node | undefined {
  if (part.kind === "field")
    return node?.kind === "sequence" ? node.items[Number(part.name)] : field(node, part.name);
  return node?.kind === "sequence" ? node.items[part.index] : undefined;
}

type Found =
  | { readonly index: number; readonly item: Node; readonly key: Scalar }
  | { readonly error: string };

function findItem(list: Node | undefined, key: string, value: string): Found {
  if (!list) return { error: `the target has no list where [${key}=${value}] is` };
  if (list.kind !== "sequence") return { error: `[${key}=${value}] stands after what is no list` };
  const keys = list.items.map((item) => fieldAt(item, ...key.split(".")));
  const matching = keys.flatMap((node, i) => (node?.kind === "scalar" && node.text === value ? [i] : []));
  const [index] = matching;
  if (index === undefined) {
    const there = keys.flatMap((node) => (node?.kind === "scalar" ? [node.text] : []));
    const close = nearest(value, there);
    const hint = close
      ? `did you mean ${close}?`
      : there.length > 0
        ? `there are ${there.join(", ")}`
        : "no item has that field";
    return { error: `no item has ${key}: ${value}; ${hint}` };
  }
  if (matching.length > 1) return { error: `${matching.length} items have ${key}: ${value}` };
  return { index, item: list.items[index] as Node, key: keys[index] as Scalar };
}
