// One directory of a tree while it is made.
import type { World } from "./world.ts";

export interface Layer {
  readonly world: World;
  /** Relative to the tree's root, with no slash at its end. */
  readonly directory: string;
  /** All files of the tree, by path relative to its root. */
  readonly files: Map<string, string>;
}

/** Adds a file below the layer's directory, under a name of its own. */
export function addFile(layer: Layer, name: string, text: string): string {
  const { directory, files } = layer;
  const dot = name.lastIndexOf(".");
  let unique = name;
  for (let i = 2; files.has(`${directory}/${unique}`); i++)
    unique = `${name.slice(0, dot)}-${i}${name.slice(dot)}`;
  files.set(`${directory}/${unique}`, text);
  return unique;
}
