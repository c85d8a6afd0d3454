// What a build says to input that is wrong: one code at one place, and nothing printed.
import { describe, expect, test } from "vitest";
import { Collector } from "../../renderer/diagnostics/collector.ts";
import { defaultBuildOptions } from "../../renderer/load/context.ts";
import { FileCache } from "../../renderer/load/file-cache.ts";
import { MemoryFileSystem } from "../../renderer/load/memory-fs.ts";
import { render } from "../../renderer/render.ts";
import { project } from "../project.ts";

const service = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n";
type Files = Readonly<Record<string, string | Uint8Array>>;

const cases: readonly (readonly [what: string, expected: string, files: Files])[] = [
  ["no kustomization", "load/no-kustomization", { "a.yaml": service }],
  [
    "broken YAML",
    "yaml/syntax a.yaml:3:1",
    { "kustomization.yaml": "resources: [a.yaml]\n", "a.yaml": "kind: Service\nmetadata: {name: [\n" },
  ],
  [
    "an alias without an anchor, behind keys that are aliases",
    "yaml/alias a.yaml:7:12",
    {
      "kustomization.yaml": "resources: [a.yaml]\n",
      "a.yaml": `${service.replace("name: web", "name: &a web")}spec:\n  *a: 1\n  b: {*a: [*c]}\n`,
    },
  ],
  [
    "an anchor whose name only YAML 1.2 knows",
    "yaml/syntax a.yaml:5:7",
    { "kustomization.yaml": "resources: [a.yaml]\n", "a.yaml": `${service}spec: &a.b {}\n` },
  ],
  [
    "a field that is misspelt",
    "kustomization/unknown-field kustomization.yaml:2:1",
    { "kustomization.yaml": "resources: [a.yaml]\nnameprefx: a\n", "a.yaml": service },
  ],
  [
    "a field of the wrong type",
    "kustomization/wrong-type kustomization.yaml:1:12",
    { "kustomization.yaml": "resources: a.yaml\n", "a.yaml": service },
  ],
  [
    "a file that is not there",
    "load/not-found kustomization.yaml:2:3",
    { "kustomization.yaml": "resources:\n- b.yaml\n" },
  ],
  [
    "a file outside the root",
    "load/outside-root in/kustomization.yaml:1:13",
    { "a.yaml": service, "in/kustomization.yaml": "resources: [../a.yaml]\n" },
  ],
  [
    "a cycle",
    "load/cycle b/kustomization.yaml:1:13",
    { "in/kustomization.yaml": "resources: [../b]\n", "b/kustomization.yaml": "resources: [../in]\n" },
  ],
  [
    "an object that is there twice",
    "resource/duplicate-id a.yaml:6:1",
    { "kustomization.yaml": "resources: [a.yaml]\n", "a.yaml": `${service}---\n${service}` },
  ],
  [
    "a patch without a target",
    "patch/no-target p.yaml:1:1",
    {
      "kustomization.yaml": "resources: [a.yaml]\npatches:\n- path: p.yaml\n",
      "p.yaml": service.replace("web", "wbe"),
      "a.yaml": service,
    },
  ],
  [
    "a patch for an object in a file that cannot be read",
    "yaml/syntax a.yaml:3:1",
    {
      "kustomization.yaml":
        "resources: [a.yaml]\npatches:\n- path: p.yaml\nreplicas: [{name: web, count: 2}]\n",
      "p.yaml": service,
      "a.yaml": "kind: Service\nmetadata: {name: [\n",
    },
  ],
  [
    "an object without a kind",
    "resource/invalid a.yaml:1:1",
    { "kustomization.yaml": "resources: [a.yaml]\n", "a.yaml": "apiVersion: v1\nmetadata: {name: a}\n" },
  ],
  [
    "a file that is no text",
    "yaml/not-text kustomization.yaml:1:13",
    { "kustomization.yaml": "resources: [a.yaml]\n", "a.yaml": Uint8Array.of(0xff, 0x00, 0xc3, 0x28) },
  ],
  [
    "aliases that multiply",
    "yaml/alias-bomb a.yaml:11:15",
    { "kustomization.yaml": "resources: [a.yaml]\n", "a.yaml": bomb() },
  ],
];

/** Ten levels, each of ten aliases of the one before. */
function bomb(): string {
  const levels = Array.from(
    { length: 10 },
    (_, i) => `l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(", ")}]`,
  );
  return `${service}l0: &l0 [lol]\n${levels.join("\n")}\n`;
}

describe("bad input", () => {
  test.each(cases)("%s", (_, expected, files) => {
    const { yaml, problems } = project(files).render("in/kustomization.yaml" in files ? "in" : ".");
    expect(yaml).toBe("");
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });

  test("a file beyond the limit is not read", () => {
    const files = new FileCache(
      new MemoryFileSystem({
        "/kustomization.yaml": "resources: [a.yaml]\n",
        "/a.yaml": service.repeat(100),
      }),
      (path) => path,
      { fileBytes: 1000 },
    );
    const collector = new Collector();
    expect(render("/", { files, collector, options: defaultBuildOptions })).toEqual([]);
    expect(collector.sorted().map(({ code }) => code)).toEqual(["yaml/too-large"]);
  });

  test("all mistakes of a layer are told in one go", () => {
    const { problems } = project({
      "kustomization.yaml": "resources: [a.yaml, b.yaml]\nconfigMapGenerator:\n- name: c\n  files: [d]\n",
    }).render(".");
    expect(problems).toHaveLength(3);
  });

  test.each([10_000, 200_000])("brackets nested %i deep end in an error, not in a crash", (depth) => {
    const { yaml, problems } = project({
      "kustomization.yaml": "resources: [a.yaml]\n",
      "a.yaml": `${service}spec: ${"[".repeat(depth)}${"]".repeat(depth)}\n`,
    }).render(".");
    expect(yaml).toBe("");
    expect(problems).toHaveLength(1);
  });
});
