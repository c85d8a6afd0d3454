// valuesInline and a chart's values file, merged: aliases and merge keys, objects whose lists have keys, directives, nulls.
// merged-values.json holds what kustomize 5.8.1 gave helm (null: it refused), which is compared where it is at hand.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Collector } from "../../renderer/diagnostics/collector.ts";
import { valuesContent } from "../../renderer/generate/helm/values.ts";
import { defaultBuildOptions } from "../../renderer/load/context.ts";
import { FileCache } from "../../renderer/load/file-cache.ts";
import { MemoryFileSystem } from "../../renderer/load/memory-fs.ts";
import { builtInSchemas } from "../../renderer/openapi/schema-index.ts";
import { toPlain } from "../../renderer/yaml/json.ts";
import { parseDocument } from "../../renderer/yaml/parse.ts";
import { directoryWith } from "../cli/command.ts";
import { kustomize, kustomizeBinary } from "../remote/command.ts";

interface Recording {
  readonly what: string;
  readonly file: string;
  readonly inline: string;
  readonly override: string | null;
  readonly merge: string | null;
}

const recordings: readonly Recording[] = JSON.parse(
  readFileSync(new URL("merged-values.json", import.meta.url), "utf8"),
);
const cases = recordings.flatMap(({ what, file, inline, override, merge }) => [
  { what, how: "override" as const, file, inline, expected: override },
  { what, how: "merge" as const, file, inline, expected: merge },
]);

function merged(
  file: string,
  inline: string,
  how: "override" | "merge",
): { readonly text: string | null; readonly codes: readonly string[] } {
  const collector = new Collector();
  const files = new FileCache(new MemoryFileSystem({ "/values.yaml": file }));
  const source = { path: "kustomization.yaml", text: inline };
  const load = () => {
    const loaded = files.load("/values.yaml");
    if ("kind" in loaded) throw new Error(loaded.kind);
    return loaded;
  };
  const node = parseDocument(source, collector);
  let text: string | null = null;
  try {
    const input = {
      inline: (node && toPlain(node)) as Parameters<typeof valuesContent>[0]["inline"],
      at: { source, at: 0 },
      merge: how,
      schemas: builtInSchemas(),
      load,
    };
    const content = valuesContent(input, { collector, files, options: defaultBuildOptions });
    if (!collector.hasErrors) text = String(content);
  } catch {
    // what is wrong is in the collector
  }
  return { text, codes: collector.sorted().map(({ code }) => code) };
}

describe("helm is given what kustomize gives it", () => {
  test.each(cases)("$what, $how", ({ file, inline, how, expected }) => {
    expect(merged(file, inline, how).text).toBe(expected);
  });
});

test("a value that kustomize loses is told", () => {
  const file = "a: &x {k: 1}\nb: *x\nc: {<<: *x}\n";
  expect(merged(file, "{d: 1}", "override").codes).toEqual(["helm/lost-value", "helm/lost-value"]);
});

const fakeHelm = `#!/bin/sh
[ "$1" = version ] && { echo v3.14.0+g1; exit 0; }
while [ "$1" != -f ]; do shift; done
printf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: values}\\ndata:\\n  values: |\\n'
sed 's/^/    /' "$2"
`;

// Needs the real binary, which a machine that only has Node lacks.
describe.skipIf(!kustomizeBinary)("the recordings are what the real kustomize gives helm", () => {
  test.each(cases)("$what, $how", ({ file, inline, how, expected }) => {
    const directory = directoryWith({
      "charts/web/values.yaml": file,
      "kustomization.yaml": `helmCharts:\n- name: web\n  valuesMerge: ${how}\n  valuesInline: ${inline}\n`,
    });
    const helm = join(directory, "fake-helm");
    writeFileSync(helm, fakeHelm, { mode: 0o755 });
    const out = kustomize(directory, "--enable-helm", "--helm-command", helm, ".");
    const given = /values: \|\n((?: {4}.*\n)*)/.exec(out)?.[1]?.replace(/^ {4}/gm, "");
    expect(given ?? null).toBe(expected);
  });
});
