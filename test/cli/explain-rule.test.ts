// gitops explain --rule, and objects as a tree.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../renderer/validate/rules.ts";
import { directoryWith, gitops } from "./command.ts";

describe("gitops explain --rule", () => {
  test("says what a rule is about", async () => {
    const { exit, out } = await gitops(".", "explain", "--rule", "emqx/no-discovery-service");
    expect(out).toMatch(/^emqx\/no-discovery-service error\n {2}\S/);
    for (const word of ["why:", "fix:", "source:"]) expect(out).toContain(word);
    expect(exit).toBe(0);
  });

  test("lists all rules", async () => {
    const { out } = await gitops(".", "explain", "--rule");
    expect(out.trimEnd().split("\n")).toHaveLength(rules.length);
  });

  test("lists the rules of an area", async () => {
    const { out } = await gitops(".", "explain", "--rule", "emqx");
    expect(out).toMatch(/^(emqx\/.*\n)+$/);
  });

  test("gives all of it as JSON", async () => {
    const { out } = await gitops(".", "explain", "--rule", "--format", "json");
    expect(JSON.parse(out).rules).toHaveLength(rules.length);
  });

  test("knows the renderer's own codes", async () => {
    expect(await gitops(".", "explain", "--rule", "load/cycle")).toEqual({
      exit: 0,
      err: "",
      out: "load/cycle error\n  A kustomization includes itself.\n",
    });
  });

  test("suggests the rule that was meant", async () => {
    const { exit, err } = await gitops(".", "explain", "--rule", "emqx/no-discovery-servic");
    expect(err).toContain("did you mean emqx/no-discovery-service?");
    expect(exit).toBe(64);
  });

  test("makes the page of the documentation", async () => {
    const { out } = await gitops(".", "explain", "--rule", "--format", "markdown");
    expect(out).toBe(readFileSync(new URL("../../docs/rules.md", import.meta.url), "utf8"));
  });
});

test("without a rule, an object has to be named", async () => {
  expect(await gitops(".", "explain", "overlays/dev")).toMatchObject({ exit: 64, out: "" });
});

test("--format tree shows each value and its place", async () => {
  const directory = directoryWith({
    "kustomization.yaml": "resources: [map.yaml]\nlabels:\n  - pairs: { app: web }\n",
    "map.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  a: one\n  b: two\n",
  });
  const { out } = await gitops(directory, "explain", ".", "ConfigMap/settings", "--format", "tree");
  expect(out).toBe(`ConfigMap/settings
├─ apiVersion v1     map.yaml:1:13
├─ kind ConfigMap    map.yaml:2:7
├─ metadata
│  ├─ name settings  map.yaml:4:9
│  └─ labels
│     └─ app web     kustomization.yaml:3:19 by labels
└─ data
   ├─ a one          map.yaml:6:6
   └─ b two          map.yaml:7:6
`);
});
