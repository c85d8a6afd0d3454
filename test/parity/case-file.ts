// A parity case is one text file: what it shows, its files, the directory to build, and what kustomize 5.8.1 (or a
// controller, see test/controllers) printed.
import { readdirSync, readFileSync } from "node:fs";

export interface ParityCase {
  readonly name: string;
  readonly path: string;
  /** The sentence that the case proves. */
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  readonly target: string;
  /** Recorded from the real kustomize; undefined until `record.ts` has run. */
  readonly expected: string | undefined;
}

const ownCases = new URL("cases/", import.meta.url).pathname;

/** @param directory  path of a directory of case files, with a slash at its end */
export function readCases(directory: string = ownCases): readonly ParityCase[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => readCase(directory + name, name.replace(/\.txt$/, "")));
}

function readCase(path: string, name: string): ParityCase {
  const text = readFileSync(path, "utf8");
  const what = /^# (.*)\n/.exec(text)?.[1] ?? name;
  const files: Record<string, string> = {};
  const end = text.indexOf("\n>>> ");
  for (const part of text.slice(0, end + 1).split(/^=== /m).slice(1)) {
    const line = part.indexOf("\n");
    // A lone backslash on the last line stands for a file without a final line break.
    files[part.slice(0, line)] = part.slice(line + 1).replace(/\n\\\n$/, "");
  }
  const tail = text.slice(end + 1);
  const line = tail.indexOf("\n");
  const recorded = tail.slice(line + 1);
  return {
    name,
    path,
    what,
    files,
    target: tail.slice(4, line).trim(),
    expected: recorded === "" ? undefined : recorded,
  };
}
