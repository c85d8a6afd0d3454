// gitops validate --fix: the edits that findings bring, made in the sources. Everything else in the files stays.
import { readFileSync, realpathSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Collector } from "../../diagnostics/collector.ts";
import type { Diagnostic, Edit } from "../../diagnostics/diagnostic.ts";
import { inFile } from "../../diagnostics/location.ts";
import { writeFileAtomically } from "../output.ts";

export interface Fixed {
  readonly edits: number;
  /** Paths as they are shown. */
  readonly files: readonly string[];
}

/** An edit of a file: half-open, in UTF-16 code units. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes the edits; each file is written once, whole or not at all. */
export function fixFindings(
  diagnostics: readonly Diagnostic[],
  workingDirectory: string,
  collector: Collector,
): Fixed {
  const files: string[] = [];
  let edits = 0;
  for (const [shown, wanted] of editsByFile(diagnostics)) {
    const path = resolve(workingDirectory, shown);
    // A base from elsewhere is not ours to change.
    if (!isInside(realpathSync(workingDirectory), realpathSync(path))) continue;
    const text = readFileSync(path, "utf8");
    const replacements = withoutOverlaps(wanted.flatMap((edit) => toReplacement(edit, text)));
    if (replacements.length === 0) continue;
    writeFileAtomically(path, edited(text, replacements), collector);
    files.push(shown);
    edits += replacements.length;
  }
  return { edits, files };
}

function editsByFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Edit[]> {
  const byFile = new Map<string, Edit[]>();
  for (const { edit } of diagnostics) {
    if (!edit) continue;
    const { path } = inFile(edit.at).source;
    byFile.set(path, [...(byFile.get(path) ?? []), edit]);
  }
  return byFile;
}

// Places inside of folded texts are not exact, and a file may have changed: what stands there decides.
function toReplacement({ at, old, text }: Edit, file: string): Replacement[] {
  const start = inFile(at).at;
  return file.startsWith(old, start) ? [{ start, end: start + old.length, text }] : [];
}

function withoutOverlaps(replacements: readonly Replacement[]): readonly Replacement[] {
  let end = -1;
  return replacements
    .toSorted((a, b) => a.start - b.start)
    .filter((each) => {
      if (each.start < end) return false;
      end = each.end;
      return true;
    });
}

function edited(text: string, replacements: readonly Replacement[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, text: replacement } of replacements) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

function isInside(directory: string, path: string): boolean {
  const way = relative(directory, path);
  return way !== ".." && !way.startsWith(`..${sep}`);
}
