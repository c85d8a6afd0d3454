// Values of objects in one line, for people; those of Secrets not at all.
import type { ResId } from "../resource/res-id.ts";
import { emitDocument } from "../yaml/emit.ts";
import type { Node } from "../yaml/node.ts";
import type { PathPart } from "../yaml/path.ts";
import { visible } from "./printable.ts";

/** Longest text that is shown of a value, in characters. */
const shownAtMost = 60;

/** Where a secret comes from may be asked; what it is belongs in no terminal and no log. */
export function isSecretField({ kind }: ResId, [first]: readonly PathPart[]): boolean {
  return (
    kind === "Secret" && first?.kind === "field" && (first.name === "data" || first.name === "stringData")
  );
}

/** The first line of the value as YAML, long texts cut. */
export function valueText(node: Node): string {
  const text = emitDocument(node, () => undefined).trimEnd();
  const [first = ""] = visible(text).split("\n");
  return first.length > shownAtMost || first.length !== text.length
    ? `${first.slice(0, shownAtMost - 1)}…`
    : first;
}

export const hiddenText = "(hidden)";
