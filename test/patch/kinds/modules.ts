// The modules of types that belong to the tables; a test compares them with what is checked in.
import { fileURLToPath } from "node:url";
import { builtInSchemas } from "../../../renderer/openapi/schema-index.ts";
import { toTypeScript } from "../../../renderer/patch/types/to-typescript.ts";
import type { TypeTable } from "../../../renderer/schema/table.ts";

export const kindsDirectory = sourceFolder("patch/kinds");

/** A folder of `renderer/`: that of the sources, also when this runs compiled. */
export function sourceFolder(name: string): string {
  const folder = fileURLToPath(new URL(`../../../renderer/${name}`, import.meta.url));
  return folder.replace(/[\\/]dist([\\/]renderer)/, "$1");
}

export function typesModule(name: string, tables: ReadonlyMap<string, TypeTable>): string {
  const table = tables.get(name);
  if (!table) throw new Error(`there is no table ${name}`);
  const imported = new Map<string, string>();
  for (const [family, { types }] of tables)
    for (const type of types.keys()) imported.set(type, `./${family}.ts`);
  return toTypeScript(table, {
    header: `// The kinds of ${name}. Generated from renderer/schema/data/tables/${name}.ts; edit neither.\n// biome-ignore-all format: generated\n`,
    keyedFrom: "../../../author/keyed.ts",
    imported,
    kinds: (lines) => printKinds(lines),
  });
}

// kustomize merges lists only in kinds that it knows.
function printKinds(lines: readonly string[]): string {
  const [merging, whole] = [lines.filter(isKnown), lines.filter((line) => !isKnown(line))];
  const blocks = [
    merging.length > 0
      ? `/** Kinds whose lists kustomize merges. */\nexport interface MergingKinds {\n${merging.join("\n")}\n}\n`
      : "",
    whole.length > 0
      ? `/** Kinds whose lists a patch replaces whole. */\nexport interface WholeKinds {\n${whole.join("\n")}\n}\n`
      : "",
  ];
  return blocks.filter((block) => block !== "").join("\n");
}

function isKnown(line: string): boolean {
  const key = /"(.*)"/.exec(line)?.[1] ?? "";
  const slash = key.lastIndexOf("/");
  return builtInSchemas().forType(key.slice(0, slash), key.slice(slash + 1)) !== undefined;
}
