// Types that a policy or the command line brings.
import { expect, test } from "vitest";
import { directoryWith, gitops } from "../cli/command.ts";
import { lampDefinition, policy } from "./trees.ts";

const lamp = "apiVersion: example.org/v1\nkind: Lamp\nmetadata:\n  name: desk\nspec:\n  watts: many\n";

const definition = lampDefinition(`          properties:
            spec: { type: object, properties: { watts: { type: integer } } }`);

const openApi = JSON.stringify({
  definitions: {
    "org.example.v1.Lamp": {
      type: "object",
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: { type: "object" },
        spec: { type: "object", properties: { watts: { type: "integer" } } },
      },
      "x-kubernetes-group-version-kind": [{ group: "example.org", version: "v1", kind: "Lamp" }],
    },
  },
});

async function problems(files: Record<string, string>, ...args: string[]): Promise<readonly string[]> {
  const directory = directoryWith({
    "overlays/dev/kustomization.yaml": "resources: [lamp.yaml]\n",
    "overlays/dev/lamp.yaml": lamp,
    ...files,
  });
  const { out, err } = await gitops(directory, "validate", "--rule", "schema", "--format", "json", ...args);
  if (out === "") return [err];
  const { diagnostics } = JSON.parse(out) as { diagnostics: { code: string; path: string; line: number }[] };
  return diagnostics.map(({ code, path, line }) => `${code} ${path}:${line}`);
}

const unknown = "schema/unknown-kind overlays/dev/lamp.yaml:2";
const wrong = "schema/wrong-type overlays/dev/lamp.yaml:6";

test("a kind that nothing describes is told", async () => {
  expect(await problems({})).toEqual([unknown]);
});

test("that is for a policy to decide", async () => {
  const files = { "policy.yaml": policy("rules:\n  schema/unknown-kind: off") };
  expect(await problems(files)).toEqual([]);
});

test("a policy names files with definitions, by patterns relative to it", async () => {
  const files = {
    "overlays/policy.yaml": policy("schemas: [../crds/*.yaml]"),
    "crds/lamp.yaml": definition,
  };
  expect(await problems(files)).toEqual([wrong]);
});

test("definitions of the tree itself are used without a word", async () => {
  const files = {
    "overlays/dev/kustomization.yaml": "resources: [lamp.yaml, crd.yaml]\n",
    "overlays/dev/crd.yaml": definition,
  };
  expect(await problems(files)).toEqual([wrong]);
});

test("--schema takes what a cluster says", async () => {
  expect(await problems({ "openapi.json": openApi }, "--schema", "openapi.json")).toEqual([wrong]);
});

test("a policy names kinds that may go unchecked", async () => {
  const rules = "rules:\n  schema/unknown-kind:\n    parameters:\n      unchecked: [Lamp.example.org]";
  expect(await problems({ "policy.yaml": policy(rules) })).toEqual([]);
});

test("what a cluster says of a group is all there is of it; other groups are as everywhere", async () => {
  const files = {
    "openapi.json": openApi,
    "overlays/dev/kustomization.yaml": "resources: [lamp.yaml, account.yaml]\n",
    "overlays/dev/lamp.yaml": "apiVersion: example.org/v2\nkind: Lamp\nmetadata:\n  name: desk\n",
    "overlays/dev/account.yaml":
      "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: desk\nsecret: []\n",
  };
  expect(await problems(files, "--schema", "openapi.json")).toEqual([
    "schema/unknown-field overlays/dev/account.yaml:5",
    "schema/unknown-version overlays/dev/lamp.yaml:1",
  ]);
});

test("a Secret that is wrong does not show what it holds", async () => {
  const directory = directoryWith({
    "overlays/dev/kustomization.yaml": "resources: [secret.yaml]\n",
    "overlays/dev/secret.yaml":
      "apiVersion: v1\nkind: Secret\nmetadata:\n  name: desk\ndata:\n  password: hunter2!\nstringData:\n  pin: 4711\n",
  });
  for (const format of ["text", "json", "sarif", "github", "markdown", "junit"]) {
    const { out } = await gitops(directory, "validate", "--rule", "schema", "--format", format);
    expect(out).toContain("schema/wrong-type");
    expect(out).not.toMatch(/hunter2|4711/);
  }
});

test.each([
  ["a pattern that fits nothing", "schemas: [none/*.yaml]", {}],
  ["a file without definitions", "schemas: [crds.yaml]", { "crds.yaml": lamp }],
])("%s is an error of the policy", async (_, spec, files) => {
  expect(await problems({ "policy.yaml": policy(spec), ...files })).toEqual([
    unknown,
    "policy/invalid policy.yaml:8",
  ]);
});

test.each([
  ["none.json", {}],
  ["bad.json", { "bad.json": "{" }],
  ["empty.json", { "empty.json": "{}" }],
])("--schema %s is bad usage", async (name, files) => {
  const [said] = await problems(files, "--schema", name);
  expect(said).toContain(`error cli/usage ${name}`);
});
