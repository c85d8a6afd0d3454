// Which directories are validated when none is named: the overlays of the tree.
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { kustomizationFileNames } from "../../accumulate/open-kustomization.ts";
import { findBuildable } from "../patch-modules/files.ts";

/**
 * The topmost kustomizations below each `overlays` folder; where there is none, those that no other one uses.
 *
 * @returns paths relative to the directory, sorted
 */
export function findOverlays(directory: string): readonly string[] {
  const found = findBuildable(directory).map((path) => relative(directory, path).split(sep).join("/") || ".");
  const inOverlays = found.filter((path) => `/${path}/`.includes("/overlays/"));
  const candidates = inOverlays.length > 0 ? inOverlays : withoutUsed(directory, found);
  const all = new Set(candidates);
  return candidates.filter((path) => !parentsOf(path).some((parent) => all.has(parent))).sort();
}

function parentsOf(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join("/"));
}

// A base is part of what uses it. The entries are looked for as words, because a directory is never named otherwise.
function withoutUsed(directory: string, found: readonly string[]): readonly string[] {
  const used = new Set<string>();
  for (const path of found) {
    for (const name of kustomizationFileNames) {
      const text = textOf(join(directory, path, name));
      for (const [, entry = ""] of text.matchAll(/^\s*-\s*["']?(\.{0,2}[\w./-]+?)\/?["']?\s*$/gm))
        used.add(
          relative(directory, join(directory, path, entry))
            .split(sep)
            .join("/") || ".",
        );
    }
  }
  const roots = found.filter((path) => !used.has(path));
  return roots.length > 0 ? roots : found;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
