// A tree in the form of test/parity/cases, so that a difference becomes a fixed test by copying it.
import type { Tree } from "./generate/tree.ts";

export function caseText(what: string, { files, target }: Tree, expected: string): string {
  const parts = [...files].map(
    ([path, text]) => `=== ${path}\n${text.endsWith("\n") ? text : `${text}\n\\\n`}`,
  );
  return `# ${what}\n${parts.join("")}>>> ${target}\n${expected}`;
}
