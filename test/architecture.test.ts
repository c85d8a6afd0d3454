// The layers of the renderer. The table is the documentation: a folder imports only from folders above it.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { codes } from "../renderer/diagnostics/codes.ts";

const root = fileURLToPath(new URL("../renderer", import.meta.url));

/** Rows import from rows above them; the folders of one row do not import each other. */
const layers: readonly (readonly string[])[] = [
  ["diagnostics"],
  ["text"],
  ["yaml"],
  ["resource"],
  ["openapi"],
  ["schema"],
  ["fieldspecs"],
  ["kustomization"],
  ["load"],
  ["functions"],
  ["strategic-merge"],
  ["generate", "transform"],
  ["accumulate"],
  ["render.ts"],
  ["controllers"],
  ["patch"],
  ["validate"],
  ["index.ts"],
  ["report"],
  ["cli"],
];

/** Only these may touch the disk, the process and the network. */
const outside: readonly string[] = ["load", "cli"];

const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

function layerOf(file: string): string {
  return file.includes("/") ? (file.split("/")[0] ?? "") : file;
}

function rankOf(layer: string): number {
  return layers.findIndex((row) => row.includes(layer));
}

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports: readonly Import[] = files.flatMap((from) => {
  const text = readFileSync(join(root, from), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g)].map(([, target]) => ({
    from,
    to: relative(root, join(root, dirname(from), target ?? "")),
  }));
});

describe("layers", () => {
  test("every file belongs to a layer", () => {
    expect(files.filter((file) => rankOf(layerOf(file)) < 0)).toEqual([]);
  });

  test("imports lead to the same folder or to a layer above", () => {
    const wrong = imports.filter(({ from, to }) => {
      const [own, other] = [layerOf(from), layerOf(to)];
      return own !== other && rankOf(other) >= rankOf(own);
    });
    expect(wrong).toEqual([]);
  });

  test("gitops render starts without the types of kinds", () => {
    const loaded = new Set<string>();
    const queue = ["cli/main.ts", "cli/program.ts", "cli/commands/render.ts"];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (loaded.has(file)) continue;
      loaded.add(file);
      const text = readFileSync(join(root, file), "utf8");
      for (const [, target] of text.matchAll(/^(?:import|export) (?!type\b)[^;]*?from "(\.[^"]+)"/gms))
        queue.push(relative(root, join(root, dirname(file), target ?? "")));
    }
    expect(loaded).toContain("render.ts");
    expect([...loaded].filter((file) => file.startsWith("schema/"))).toEqual([]);
  });

  test("only load and cli reach outside", () => {
    const reaching = files.filter((file) => {
      const text = readFileSync(join(root, file), "utf8");
      return /"node:(fs|child_process|net|http|https|process)"|\bprocess\.(env|cwd|exit|argv|std|on)/.test(
        text,
      );
    });
    expect(reaching.filter((file) => !outside.includes(layerOf(file)))).toEqual([]);
  });

  // The whole of zod, with the messages of fifty languages, is most of what the command would load.
  test("zod is taken in its small form", () => {
    const whole = files.filter((file) => /from "zod"/.test(readFileSync(join(root, file), "utf8")));
    expect(whole).toEqual([]);
  });

  test("packages that most runs never use are loaded on demand", () => {
    const loading = files.filter((file) =>
      /^import (?!type\b)[^;]*? from "(re2js|execa|@marcbachmann\/cel-js)"/m.test(
        readFileSync(join(root, file), "utf8"),
      ),
    );
    expect(loading).toEqual([]);
  });

  test("no file is longer than 300 lines, tables and data aside", () => {
    const long = files.filter((file) => {
      const isTable = file.includes("/defaults/") || file.includes("/data/");
      return !isTable && readFileSync(join(root, file), "utf8").split("\n").length > 301;
    });
    expect(long).toEqual([]);
  });
});

describe("the catalogue of diagnostics", () => {
  const source = files
    .filter((file) => file !== "diagnostics/codes.ts")
    .map((file) => readFileSync(join(root, file), "utf8"))
    .join("\n");

  test.each(codes.map(([code]) => code))("%s is used", (code) => {
    expect(source).toMatch(new RegExp(`"${code}"|error ${code} `));
  });
});
