// Makes a tree that differs small: whole files go first, then fields with what is below them, then single lines.
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
  for (let progress = true; progress; ) {
    progress = false;
    for (const path of [...best.files.keys()]) {
      for (let at = -1; at < (best.files.get(path)?.split("\n").length ?? 0); ) {
        if (tries++ >= mostTries) return best;
        const smaller = at < 0 ? withoutFile(best, path) : withoutBlock(best, path, at);
        if (await stillDiffers(smaller)) {
          best = smaller;
          progress = true;
          if (at < 0) break;
        } else at++;
      }
    }
  }
  return best;
}

function withoutFile(tree: Tree, path: string): Tree {
  const files = new Map(tree.files);
  files.delete(path);
  return { ...tree, files };
}

// A line and the lines that are indented deeper; after a key also the list items at the same indent.
function withoutBlock(tree: Tree, path: string, at: number): Tree {
  const lines = (tree.files.get(path) ?? "").split("\n");
  const indentOf = (line: string): number => line.search(/\S|$/);
  const first = lines[at] ?? "";
  const own = indentOf(first);
  const isKey = first.trimEnd().endsWith(":") && !first.trimStart().startsWith("- ");
  let end = at + 1;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? "";
    const belongs =
      indentOf(line) > own || (isKey && indentOf(line) === own && line.trimStart().startsWith("-"));
    if (first.trim() === "" || !(belongs || line === "") || line.startsWith("---")) break;
  }
  const files = new Map(tree.files);
  files.set(path, [...lines.slice(0, at), ...lines.slice(end)].join("\n"));
  return { ...tree, files };
}
