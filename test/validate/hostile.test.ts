// Trees and policies that mean harm, or are broken: the command ends soon, and says once what is wrong, where, and what to do.
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { directoryWith, gitops } from "../cli/command.ts";
import { lampDefinition, policy } from "./trees.ts";

const lamp = "---\napiVersion: example.org/v1\nkind: Lamp\nmetadata:\n  name: desk\nspec:\n";

/** A definition of Lamp, and a Lamp. */
function definition(schema: string, spec: string): string {
  return `${lampDefinition(schema)}${lamp}${spec}`;
}

interface Said {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly help?: string;
}

async function validate(
  files: Record<string, string>,
  ...args: string[]
): Promise<{ exit: number; found: readonly Said[] }> {
  const directory = directoryWith({ "overlays/dev/kustomization.yaml": "resources: [a.yaml]\n", ...files });
  const { exit, out } = await gitops(directory, "validate", "--rule", "schema", "--format", "json", ...args);
  return { exit, found: JSON.parse(out).diagnostics };
}

/** Blocks in blocks. */
function nested(depth: number, line: (i: number) => string, indent: number): string {
  return Array.from({ length: depth }, (_, i) => `${" ".repeat(indent + i)}${line(i)}\n`).join("");
}

const open = "          properties: {spec: {type: object, x-kubernetes-preserve-unknown-fields: true}}";

describe("definitions and objects", () => {
  test.each([
    [
      "a schema that refers to itself",
      '          definitions: {a: {$ref: "#/definitions/a"}}\n          properties: {spec: {$ref: "#/definitions/a"}}',
      "  a: 1\n",
      [],
    ],
    [
      "a pattern that takes for ever elsewhere",
      '          properties: {spec: {type: object, properties: {v: {type: string, pattern: "^(([a-z])+.)+[A-Z]$"}}}}',
      `  v: ${"a".repeat(50_000)}\n`,
      ["schema/pattern"],
    ],
    ["an object nested without end", open, `${nested(3000, () => "a:", 2)}`, ["yaml/too-deep"]],
    [
      "a schema nested without end",
      nested(3000, (i) => (i % 2 === 0 ? "properties:" : "a:"), 10),
      "  a: 1\n",
      ["yaml/too-deep"],
    ],
    [
      "aliases of aliases",
      `          x: &x0 {a: {}}\n${Array.from({ length: 30 }, (_, i) => `          x${i}: &x${i + 1} {a: *x${i}, b: *x${i}}\n`).join("")}`,
      "  a: 1\n",
      ["yaml/alias-bomb"],
    ],
  ] as const)("%s", async (_, schema, spec, codes) => {
    const { exit, found } = await validate({ "overlays/dev/a.yaml": definition(schema, spec) });
    expect(found.map(({ code }) => code)).toEqual(codes);
    for (const { line } of found) expect(line).toBeGreaterThan(1);
    expect(exit).toBe(codes.length === 0 ? 0 : codes[0]?.startsWith("yaml/") ? 2 : 1);
  });
});

describe("policies", () => {
  test.each([
    ["that end too soon", policy("rules: {"), "yaml/syntax", 9],
    ["that are empty", "", "policy/invalid", 1],
    ["that are something else", "- a\n", "policy/invalid", 1],
    [
      "of another version",
      policy("rules: {}").replace("emqx-gitops/v1", "emqx-gitops/v9"),
      "policy/invalid",
      1,
    ],
    ["of another kind", policy("rules: {}").replace("RendererPolicy", "Policy"), "policy/invalid", 2],
    ["with a rule that there is not", policy("rules: {schema/unknown-kid: off}"), "policy/unknown-rule", 8],
    ["with a severity that there is not", policy("rules: {schema/limit: loud}"), "policy/invalid", 8],
    [
      "with a day that is none",
      policy("exceptions: [{code: schema/limit, reason: x, until: soon}]"),
      "policy/invalid",
      8,
    ],
    ["nested without end", policy(`rules: ${"{a: ".repeat(5000)}1${"}".repeat(5000)}`), "yaml/too-deep", 8],
    ["without anything in them", policy(""), "policy/invalid", 7],
    ["that hold themselves", policy("rules: &a [*a]"), "yaml/alias", 8],
  ])("%s are told once, with a way out", async (_, text, code, line) => {
    const { exit, found } = await validate({
      "policy.yaml": text,
      "overlays/dev/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
    });
    expect(found).toMatchObject([{ code, line }]);
    expect(found[0]?.help).toMatch(/\w{3}/);
    expect(found[0]?.message).not.toMatch(/stack|\/\^/);
    expect(exit).toBe(1);
  });

  test("a version of Kubernetes that is none is wrong usage", async () => {
    const directory = directoryWith({ "overlays/dev/kustomization.yaml": "resources: []\n" });
    const { exit, err } = await gitops(directory, "validate", "--kubernetes-version", "latest");
    expect(err).toContain("latest is no version of Kubernetes");
    expect(exit).toBe(64);
  });
});

describe("more findings than anybody reads", () => {
  // 1,100 objects with a hundred mistakes each, and each in a file of its own line.
  const args = Array.from({ length: 100 }, () => "1").join(", ");
  const objects = Array.from(
    { length: 1100 },
    (_, i) => `apiVersion: v1
kind: Pod
metadata: { name: p${i} }
spec:
  colour: red
  containers:
    - name: a
      image: a:1
      args: [${args}]
`,
  ).join("---\n");

  test("are counted, and every format is bounded", async () => {
    const directory = directoryWith({
      "overlays/dev/kustomization.yaml": "resources: [a.yaml]\n",
      "overlays/dev/a.yaml": objects,
    });
    const files = ["sarif", "github", "junit", "markdown", "text"].flatMap((format) => [
      "--report",
      `${format}=out.${format}`,
    ]);
    const { exit, out } = await gitops(
      directory,
      "validate",
      "--rule",
      "schema",
      "--format",
      "json",
      ...files,
    );
    const { diagnostics, notShown } = JSON.parse(out) as {
      diagnostics: Said[];
      notShown: Record<string, number>;
    };
    expect(exit).toBe(1);
    expect(diagnostics).toHaveLength(2000);
    expect(notShown).toEqual({ "schema/unknown-field": 100, "schema/wrong-type": 109_000 });
    const lengthOf = (format: string): number =>
      readFileSync(join(directory, `out.${format}`), "utf8").length;
    expect(lengthOf("text")).toBeLessThan(60_000);
    expect(lengthOf("markdown")).toBeLessThanOrEqual(60_000);
    for (const format of ["sarif", "github", "junit"]) expect(lengthOf(format)).toBeLessThan(5_000_000);
    expect(readFileSync(join(directory, "out.text"), "utf8")).toContain(
      "schema/wrong-type: 109000 more findings that are not shown",
    );
  });
});

describe("links in a tree", () => {
  const files = {
    ".git/HEAD": "",
    "overlays/dev/kustomization.yaml": "resources: [a.yaml]\n",
    "overlays/dev/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
  };

  test.each([
    ["validate"],
    ["patches", "check"],
    ["patches", "write"],
    ["types", "."],
    ["vendor", "--check"],
  ])("to the whole disk and in a circle are not followed by %s %s", async (...args) => {
    const directory = directoryWith(files);
    symlinkSync("/", join(directory, "disk"));
    for (const name of ["one", "two", "three"]) symlinkSync(".", join(directory, name));
    const { out, err } = await gitops(directory, ...args);
    expect(`${out}${err}`).not.toMatch(/internal|disk|one\//);
  });

  test("a kustomization that is one counts as the file that it leads to", async () => {
    const directory = directoryWith({ ...files, "overlays/prod/a.yaml": files["overlays/dev/a.yaml"] });
    symlinkSync("../dev/kustomization.yaml", join(directory, "overlays/prod/kustomization.yaml"));
    const { out } = await gitops(directory, "validate", "--format", "json");
    const overlays = (JSON.parse(out) as { overlays: { directory: string }[] }).overlays;
    expect(overlays.map((overlay) => overlay.directory)).toEqual(["overlays/dev", "overlays/prod"]);
  });

  test.skipIf(!existsSync("/dev/zero"))("to what never ends are not read", async () => {
    const directory = directoryWith(files);
    for (const name of ["kustomization.yaml", "policy.yaml", "sync.yaml"])
      symlinkSync("/dev/zero", join(directory, name));
    const { exit, out } = await gitops(directory, "validate");
    expect(out).toBe("overlays/dev  1 object, clean\n");
    expect(exit).toBe(0);
  });
});
