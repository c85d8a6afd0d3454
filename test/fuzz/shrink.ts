// Makes a tree that differs small: whole files go first, then documents, then fields and items from the outside in.
import type { Tree } from "./generate/tree.ts";

/**
 * @param stillDiffers  whether a smaller tree shows the same difference
 * @param mostTries     how many trees are tried
 */
export async function shrink(
  tree: Tree,
  stillDiffers: (smaller: Tree) => Promise<boolean>,
  mostTries: number,
): Promise<Tree> {
  let best = tree;
  let tries = 0;
  const tried = new Set<string>();
  const attempt = async (smaller: Tree): Promise<boolean> => {
    const key = JSON.stringify([...smaller.files]);
    if (tried.has(key)) return false;
    tried.add(key);
    tries++;
    if (!(await stillDiffers(smaller))) return false;
    best = smaller;
    return true;
  };
  for (let progress = true; progress; ) {
    progress = false;
    for (const path of [...best.files.keys()]) {
      if (tries >= mostTries) return best;
      if ((await attempt(withoutFile(best, path))) || (await attempt(withoutMentioned(best, path))))
        progress = true;
    }
    for (let depth = -1; depth <= deepest(best); depth++) {
      for (const path of best.files.keys()) {
        for (let at = 0; at < linesOf(best, path).length; ) {
          if (tries >= mostTries) return best;
          const end = endOfBlock(linesOf(best, path), at, depth);
          if (end !== undefined && (await attempt(withoutLines(best, path, at, end)))) progress = true;
          else at++;
        }
      }
    }
  }
  return best;
}

function linesOf(tree: Tree, path: string): readonly string[] {
  return (tree.files.get(path) ?? "").split("\n");
}

function indentOf(line: string): number {
  return line.search(/\S|$/);
}

function deepest(tree: Tree): number {
  return Math.max(0, ...[...tree.files.keys()].flatMap((path) => linesOf(tree, path).map(indentOf)));
}

function withoutFile(tree: Tree, path: string): Tree {
  const files = new Map(tree.files);
  files.delete(path);
  return { ...tree, files };
}

/** Without the file, and without the lines that end with its name or that of its directory. */
function withoutMentioned(tree: Tree, path: string): Tree {
  const isKustomization = /(^|\/)kustomization\.ya?ml$|(^|\/)Kustomization$/.test(path);
  const name = isKustomization ? path.slice(0, path.lastIndexOf("/")) : path.slice(path.indexOf("/") + 1);
  const { files, target } = withoutFile(tree, path);
  const texts = [...files].map(([other, text]): [string, string] => {
    const rest = text.split("\n").filter((line) => !line.trim().replace(/["']/g, "").endsWith(name));
    return [other, rest.join("\n")];
  });
  return { files: new Map(texts), target };
}

/**
 * @param depth  the indent to look at; -1 stands for whole documents
 * @returns      the line after the document, field or item that begins there, undefined when none of this depth does
 */
function endOfBlock(lines: readonly string[], at: number, depth: number): number | undefined {
  const first = lines[at] ?? "";
  if (depth < 0) {
    if (at > 0 && !first.startsWith("---")) return undefined;
    const next = lines.findIndex((line, i) => i > at && line.startsWith("---"));
    return next < 0 ? (at === 0 ? undefined : lines.length) : next;
  }
  if (indentOf(first) !== depth) return undefined;
  // After a key also the list items at the same indent.
  const isKey = first.trimEnd().endsWith(":") && !first.trimStart().startsWith("- ");
  let end = at + 1;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? "";
    const belongs =
      indentOf(line) > depth || (isKey && indentOf(line) === depth && line.trimStart().startsWith("-"));
    if (first.trim() === "" || !(belongs || line === "") || line.startsWith("---")) break;
  }
  return end;
}

function withoutLines(tree: Tree, path: string, from: number, to: number): Tree {
  const lines = linesOf(tree, path);
  const files = new Map(tree.files);
  files.set(path, [...lines.slice(0, from), ...lines.slice(to)].join("\n"));
  return { ...tree, files };
}
