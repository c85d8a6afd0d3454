// Edits of a tree as people make them, drawn by lot: values, lines and files of bases, overlays, policies and sync objects.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lampDefinition, policy } from "./trees.ts";

/** A number below another one. */
export type Draw = (below: number) => number;

/** The same numbers for the same seed (Numerical Recipes, the generator of one line). */
export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What was edited, so that it can be undone. */
export interface Edited {
  /** Absolute. */
  readonly path: string;
  /** Undefined where there was no file. */
  readonly before: string | undefined;
}

/**
 * Makes one edit, or undoes the oldest of `open`, so that the tree does not drift into one that cannot be built.
 *
 * @param files  absolute paths of those to edit
 */
export function editOnce(directory: string, files: readonly string[], open: Edited[], draw: Draw): string {
  const undone = draw(4) < open.length ? open.shift() : undefined;
  if (undone) {
    put(undone.path, undone.before);
    return undone.path;
  }
  const [path, text] = drawn(directory, files, draw);
  open.push({ path, before: existsSync(path) ? readFileSync(path, "utf8") : undefined });
  put(path, text);
  return path;
}

function put(path: string, text: string | undefined): void {
  if (text === undefined) rmSync(path);
  else writeFileSync(path, text);
}

function drawn(
  directory: string,
  files: readonly string[],
  draw: Draw,
): readonly [path: string, text: string | undefined] {
  const one = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const path = one(files);
  const lines = readFileSync(path, "utf8").split("\n");
  const at = draw(lines.length);
  switch (draw(12)) {
    case 0:
      return [path, undefined];
    case 1:
      return [path, `# moved\n${lines.join("\n")}`];
    case 2:
      return [path, lines.toSpliced(at, 1).join("\n")];
    case 3:
      return [path, lines.toSpliced(at, 0, lines[draw(lines.length)] ?? "").join("\n")];
    case 4: {
      const where = one(["base/", "overlays/", "overlays/prod/", "overlays/dev/emqx/"]);
      return [join(directory, where, "policy.yaml"), policy(one(policies))];
    }
    case 5:
      return [join(directory, one(["", "overlays/prod/"]), "lamps.yaml"), `${lampDefinition("")}${lamp}`];
    default:
      return [path, lines.join("\n").replace(/\b\d+\b/, (number) => String(Number(number) + 1 + draw(9)))];
  }
}

const policies = [
  "environment: prod",
  "rules:\n  practice/no-memory-limit: off\n  security/pod-refused: info",
  "kubernetesVersion: '1.25'",
  "schemas: [lamps.yaml]",
  "rules:\n  gitops/image-registry:\n    registries: [ghcr.io]",
];

const lamp = "---\napiVersion: example.org/v1\nkind: Lamp\nmetadata:\n  name: lamp\n";
