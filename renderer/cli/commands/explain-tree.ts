// The fields of an object as a tree, each value with the place that it comes from.
import { type PathPart, printPath } from "../../yaml/path.ts";

/** A value at the end of a path. */
export interface Leaf {
  readonly path: readonly PathPart[];
  readonly value: string;
  /** `file:line:column by patches` */
  readonly origin: string;
}

interface Branch {
  readonly name: string;
  readonly below: Map<string, Branch>;
  leaf?: Leaf;
}

/** Values stand under each other, origins after them. */
export function treeText(title: string, leaves: readonly Leaf[]): string {
  const root: Branch = { name: title, below: new Map() };
  for (const leaf of leaves) place(root, leaf);
  const rows = [...rowsOf(root, "")];
  const width = Math.min(60, Math.max(...rows.map(({ text }) => [...text].length)));
  const lines = rows.map(({ text, origin }) =>
    origin === "" ? text : `${text}${" ".repeat(Math.max(2, width + 2 - [...text].length))}${origin}`,
  );
  return `${[title, ...lines].join("\n")}\n`;
}

function place(root: Branch, leaf: Leaf): void {
  let here = root;
  for (const part of leaf.path) {
    const name = printPath([part]);
    const next = here.below.get(name) ?? { name, below: new Map() };
    here.below.set(name, next);
    here = next;
  }
  here.leaf = leaf;
}

function* rowsOf({ below }: Branch, indent: string): Iterable<{ text: string; origin: string }> {
  let left = below.size;
  for (const branch of below.values()) {
    const isLast = --left === 0;
    const value = branch.leaf ? ` ${branch.leaf.value}` : "";
    yield {
      text: `${indent}${isLast ? "└─" : "├─"} ${branch.name}${value}`,
      origin: branch.leaf?.origin ?? "",
    };
    yield* rowsOf(branch, `${indent}${isLast ? "   " : "│  "}`);
  }
}
