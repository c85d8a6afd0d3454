// What the entries of the kustomizations do is validated with the rest, and a policy governs it as it governs other rules.
import { expect, test } from "vitest";
import { directoryWith, gitops } from "../cli/command.ts";
import { policy } from "./trees.ts";

const files = {
  "overlays/prod/kustomization.yaml": `resources: [site.yaml]
patches:
  - target: { kind: ConfigMap, name: sit }
    patch: '[{ "op": "add", "path": "/data/port", "value": "80" }]'
  - target: { kind: ConfigMap }
    patch: '[{ "op": "replace", "path": "/data/host", "value": "a.example.com" }]'
`,
  "overlays/prod/site.yaml":
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: site\ndata:\n  host: a.example.com\n",
};

async function validate(spec?: string) {
  const tree = directoryWith({
    ...files,
    ...(spec === undefined ? {} : { "overlays/prod/policy.yaml": policy(spec) }),
  });
  const { exit, out } = await gitops(tree, "validate", "--rule", "patch", "--format", "json");
  const { diagnostics, overlays } = JSON.parse(out);
  const lines = diagnostics.map(
    ({ severity, code, path, line, object = "" }: Record<string, string>) =>
      `${severity} ${code} ${path}:${line} ${object}`,
  );
  return { exit, lines, excused: overlays[0].excused };
}

test("a patch for nothing and a patch without effect are found, each once", async () => {
  expect(await validate()).toEqual({
    exit: 1,
    lines: [
      "error patch/matches-nothing overlays/prod/kustomization.yaml:3 ",
      "warning patch/no-effect overlays/prod/kustomization.yaml:5 ConfigMap/site",
    ],
    excused: 0,
  });
});

test("a policy changes how much that matters", async () => {
  const { exit, lines } = await validate("rules:\n  patch/matches-nothing: info\n  patch/no-effect: off\n");
  expect({ exit, lines }).toEqual({
    exit: 0,
    lines: ["info patch/matches-nothing overlays/prod/kustomization.yaml:3 "],
  });
});

test("an exception may name the object that an entry is about", async () => {
  const exception = (object: string): string =>
    `exceptions:\n  - code: patch/no-effect\n    object: ${object}\n    reason: soon to differ\n    until: 2999-12-31\n`;
  expect((await validate(exception("ConfigMap/site"))).excused).toBe(1);
  expect((await validate(exception("ConfigMap/other"))).excused).toBe(0);
  const all = exception("'*/*'").replace("no-effect", "matches-nothing");
  expect((await validate(all)).excused).toBe(1);
});
