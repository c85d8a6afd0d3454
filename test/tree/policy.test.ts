/** The policies of the tree catch what they are there for. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { directoryWith, gitops } from "../cli/command.ts";

const policy = (path: string): string =>
  readFileSync(new URL(`../../overlays/${path}`, import.meta.url), "utf8");

it("production takes no Secret from git and no EMQX of fewer than three nodes", async () => {
  const directory = directoryWith({
    "overlays/policy.yaml": policy("policy.yaml"),
    "overlays/prod/policy.yaml": policy("prod/policy.yaml"),
    "overlays/prod/kustomization.yaml": "resources: [objects.yaml]\n",
    "overlays/prod/objects.yaml": `apiVersion: v1
kind: Secret
metadata:
  name: login
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: emqx
spec:
  replicas: 1
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
spec:
  replicas: 1
`,
  });
  const { out, exit } = await gitops(directory, "validate", "--rule", "custom", "--format", "json");
  const { diagnostics } = JSON.parse(out) as {
    readonly diagnostics: readonly { readonly code: string; readonly line: number }[];
  };
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
    ["custom/secret-in-git", 1],
    ["custom/too-few-nodes", 11],
  ]);
  expect(exit).toBe(1);
});
