import { describe, expect, test } from "vitest";
import { type WantedEntry, withEntry } from "../../renderer/patch/compile/kustomization-text.ts";

const text = `# top
kind: Kustomization

# Patches.
patches:
  - path: patches/a.yaml # why
  - path: patches/b.yaml
    target: { kind: X } # which
    options:
      allowNameChange: true
  # about c
  - path: patches/c.yaml

# Images.
images:
- name: x
  newTag: "1"
`;

function patch(path: string, more: object = {}): WantedEntry {
  return { field: "patches", key: "path", entry: { path, ...more } };
}

describe("an entry of a kustomization", () => {
  test("that is in step leaves the text alone", () => {
    expect(withEntry(text, patch("patches/a.yaml"))).toBe(text);
    expect(
      withEntry(text, patch("patches/b.yaml", { target: { kind: "X" }, options: { allowNameChange: true } })),
    ).toBe(text);
  });

  test("is added behind the last one", () => {
    const result = withEntry(
      text,
      patch("patches/d.yaml", { target: { kind: "StatefulSet", name: "emqx" } }),
    );
    const added = "  - path: patches/d.yaml\n    target: { kind: StatefulSet, name: emqx }\n";
    expect(result).toBe(text.replace("patches/c.yaml\n", `patches/c.yaml\n${added}`));
  });

  test("gets what it lacks and keeps its comment", () => {
    expect(withEntry(text, patch("patches/a.yaml", { target: { kind: "Y" } }))).toBe(
      text.replace("a.yaml # why\n", 'a.yaml # why\n    target: { kind: "Y" }\n'),
    );
  });

  test("loses what it should not have", () => {
    expect(withEntry(text, patch("patches/b.yaml", { target: { kind: "X" } }))).toBe(
      text.replace("    options:\n      allowNameChange: true\n", ""),
    );
  });

  test("changes in place and keeps its comment", () => {
    expect(
      withEntry(text, patch("patches/b.yaml", { target: { kind: "Z" }, options: { allowNameChange: true } })),
    ).toBe(text.replace("target: { kind: X } # which", "target: { kind: Z } # which"));
  });

  test("of a list with its dashes at the margin is written there, too", () => {
    const entry = { field: "images", key: "name", entry: { name: "z", newTag: "2.10" } } as const;
    expect(withEntry(text, entry)).toBe(`${text}- name: z\n  newTag: "2.10"\n`);
    const changed = { field: "images", key: "name", entry: { name: "x", newTag: "2" } } as const;
    expect(withEntry(text, changed)).toBe(text.replace('"1"', '"2"'));
  });

  test("of a list that is not there begins it at the end", () => {
    const entry = { field: "replicas", key: "name", entry: { name: "emqx", count: 3 } } as const;
    expect(withEntry(text, entry)).toBe(`${text}\nreplicas:\n  - name: emqx\n    count: 3\n`);
  });

  test.each([
    ["patches: []\n", ""],
    ["patches:\n", ""],
    ["patches: null\n", ""],
    ["patches: [\n]\n", ""],
    ["patches: [] # size\n", " # size"],
    ["patches: # size\n", " # size"],
  ])("fills an empty list: %j", (empty, comment) => {
    expect(withEntry(`kind: Kustomization\n${empty}namespace: a\n`, patch("a.yaml"))).toBe(
      `kind: Kustomization\npatches:${comment}\n  - path: a.yaml\nnamespace: a\n`,
    );
  });

  test("joins a list in brackets", () => {
    expect(withEntry("patches: [{ path: a.yaml }]\n", patch("b.yaml"))).toBe(
      "patches: [{ path: a.yaml }, { path: b.yaml }]\n",
    );
  });

  test("is in step when it was written before", () => {
    for (const wanted of [patch("patches/d.yaml", { target: { name: "a\\.b" } }), patch("patches/b.yaml")]) {
      const once = withEntry(text, wanted);
      expect(withEntry(once, wanted)).toBe(once);
    }
  });
});
