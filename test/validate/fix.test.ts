// gitops validate --fix: edits in the sources that leave everything else as it is.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { directoryWith, gitops } from "../cli/command.ts";

const pod = `# Who reads.
apiVersion: v1
kind: Pod
metadata: { name: web }   # short
spec:
    serviceAccount:   "reader" # the old name
    containers:
    - image: example.org/web:1.0.0
      name: web
`;

const fix = ["validate", "--rule", "practice/deprecated-service-account-field", "--fix"];

function tree(files: Readonly<Record<string, string>> = {}): string {
  return directoryWith({
    "base/kustomization.yaml": "resources: [pod.yaml]\n",
    "base/pod.yaml": pod,
    "overlays/dev/kustomization.yaml": "resources: [../../base]\n",
    "overlays/prod/kustomization.yaml": "resources: [../../base]\n",
    ...files,
  });
}

test("a shared base is edited once, and nothing is left to report", async () => {
  const directory = tree();
  const { exit, out, err } = await gitops(directory, ...fix, "--fail-on", "warning");
  expect(readFileSync(join(directory, "base/pod.yaml"), "utf8")).toBe(
    pod.replace("serviceAccount:", "serviceAccountName:"),
  );
  expect(err).toBe("1 edit in base/pod.yaml\n");
  expect(out).toBe("overlays/dev   1 object, clean\noverlays/prod  1 object, clean\n");
  expect(exit).toBe(0);
});

test("a patch that stands in a kustomization is edited there", async () => {
  const kustomization = `resources: [../../base]
patches:
  - patch: |-
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        serviceAccount: writer # for now
`;
  const directory = tree({
    "base/pod.yaml": pod.replace(/^ +serviceAccount.*\n/m, ""),
    "overlays/prod/kustomization.yaml": kustomization,
  });
  await gitops(directory, ...fix);
  expect(readFileSync(join(directory, "overlays/prod/kustomization.yaml"), "utf8")).toBe(
    kustomization.replace("serviceAccount:", "serviceAccountName:"),
  );
});

test("what cannot be found at its place is left alone and still reported", async () => {
  const directory = tree({
    "overlays/prod/kustomization.yaml": `resources: [../../base]
patches:
  - patch: "apiVersion: v1\\nkind: Pod\\nmetadata: {name: web}\\nspec: {serviceAccount: writer}"
`,
    "base/pod.yaml": pod.replace(/^ +serviceAccount.*\n/m, ""),
  });
  const before = readFileSync(join(directory, "overlays/prod/kustomization.yaml"), "utf8");
  const { out } = await gitops(directory, ...fix);
  expect(readFileSync(join(directory, "overlays/prod/kustomization.yaml"), "utf8")).toBe(before);
  expect(out).toContain("overlays/prod  1 object, 1 warning");
});

test("what lies outside of the working directory is not edited", async () => {
  const directory = tree();
  const { out } = await gitops(join(directory, "overlays"), ...fix);
  expect(readFileSync(join(directory, "base/pod.yaml"), "utf8")).toBe(pod);
  expect(out).toContain("1 warning");
});

test("without --fix the edit is told and not made", async () => {
  const directory = tree();
  const { out } = await gitops(directory, ...fix.slice(0, -1), "--format", "json");
  expect(JSON.parse(out).diagnostics[0].edit).toEqual({
    path: "base/pod.yaml",
    line: 6,
    column: 5,
    old: "serviceAccount",
    text: "serviceAccountName",
  });
  expect(readFileSync(join(directory, "base/pod.yaml"), "utf8")).toBe(pod);
});
