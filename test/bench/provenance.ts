// What provenance costs: the built command against a copy that keeps none. Its nodes do not know which steps wrote them and
// what they replaced; their offsets stay, because the reader itself needs them. The bytes of the output are the same.
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Replacement {
  readonly file: string;
  readonly what: RegExp;
  readonly by: string;
  readonly times: number;
}

const replacements: readonly Replacement[] = [
  // the three functions that make nodes
  {
    file: "renderer/yaml/node.ts",
    what: /, at, written, (held|flow) \}/g,
    by: ", at, written: undefined, $1 }",
    times: 3,
  },
  {
    file: "renderer/yaml/edit.ts",
    what: /return withWritten\(node, earlier \? [^;]*;/g,
    by: "return node;",
    times: 1,
  },
];

/**
 * Builds a copy of the command that keeps no provenance.
 *
 * @returns the path of its main.js
 */
export function writeCommandWithout(directory: string, repository: string): string {
  for (const name of [
    "renderer",
    "base",
    "overlays",
    "dist/renderer",
    "package.json",
    "kustomization.yaml",
  ]) {
    cpSync(join(repository, name), join(directory, name), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(directory, "node_modules"));
  for (const replacement of replacements) replace(join(directory, replacement.file), replacement);
  execFileSync(process.execPath, [join(directory, "dist/renderer/cli/build.js")]);
  return join(directory, "dist/cli/main.js");
}

function replace(path: string, { what, by, times }: Replacement): void {
  const text = readFileSync(path, "utf8");
  const found = text.match(what)?.length ?? 0;
  if (found !== times) throw new Error(`${path} has ${found} times what should be there ${times} times`);
  writeFileSync(path, text.replace(what, by));
}
