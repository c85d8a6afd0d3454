/** gitops validate and the objects of Argo CD and Flux that stand beside the overlays. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { matchesPattern } from "../../renderer/validate/gitops/pattern.ts";
import { directoryWith, gitops } from "../cli/command.ts";
import { policy } from "./trees.ts";

const annotation = "argocd.argoproj.io/manifest-generate-paths";

const application = (path: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: mqtt
  namespace: argocd
  annotations:
    ${annotation}: '.' # only this
spec:
  source:
    repoURL: https://git.example.com/mqtt.git
    targetRevision: main
    path: ${path}
`;

const files = {
  "base/kustomization.yaml": "resources: [settings.yaml]\n",
  "base/settings.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n",
  "overlays/dev/kustomization.yaml": "resources: [../../base]\n",
  "overlays/prod/kustomization.yaml": "resources: [../../base]\n",
  "argocd/prod.yaml": application("overlays/prod"),
};

const branch = ["--rule", "gitops/follows-a-branch"];

describe("a sync object", () => {
  test("belongs to the overlay that it builds, wherever it stands", async () => {
    const { out } = await gitops(directoryWith(files), "validate", ...branch);
    expect(out).toContain("argocd/prod.yaml:11:21");
    expect(out).toContain("in: overlays/prod\n");
  });

  test("is no matter of other overlays", async () => {
    const { out } = await gitops(directoryWith(files), "validate", "overlays/dev", ...branch);
    expect(out).not.toContain("follows-a-branch");
  });

  test("follows the policy of its overlay", async () => {
    const accepted = policy("rules:\n  gitops/follows-a-branch: 'off'");
    const { out } = await gitops(
      directoryWith({ ...files, "overlays/prod/policy.yaml": accepted }),
      "validate",
      ...branch,
    );
    expect(out).not.toContain("follows-a-branch");
  });

  test("is looked for in the whole repository, and paths begin at its top", async () => {
    const misspelt = { "argocd/prod.yaml": application("deploy/overlays/prd") };
    const root = directoryWith({ ...filesBelow("deploy"), ...misspelt });
    mkdirSync(join(root, ".git"));
    const { out } = await gitops(join(root, "deploy"), "validate", "--rule", "gitops/path-not-found");
    expect(out).toContain("there is no directory `deploy/overlays/prd`");
    expect(out).toContain("help: did you mean deploy/overlays/prod?");
  });

  test("in a file that is no YAML is left alone", async () => {
    const template = application("{{ .Values.path }}").replace("spec:", "{{- if .Values.on }}\nspec:");
    const { out, exit } = await gitops(
      directoryWith({ ...files, "chart/templates/app.yaml": template, "argocd/prod.yaml": "a: 1\n" }),
      "validate",
      "--rule",
      "gitops",
    );
    expect([exit, out]).toEqual([0, expect.stringMatching(/1 object, clean\n$/)]);
  });
});

function filesBelow(directory: string): Record<string, string> {
  const { "argocd/prod.yaml": _, ...others } = files;
  return Object.fromEntries(Object.entries(others).map(([path, text]) => [`${directory}/${path}`, text]));
}

test("--fix adds what the build reads to the annotation, and keeps quotes and comments", async () => {
  const root = directoryWith(files);
  await gitops(root, "validate", "--fix", "--rule", "gitops/generate-paths-miss");
  const fixed = readFileSync(join(root, "argocd/prod.yaml"), "utf8");
  expect(fixed).toBe(files["argocd/prod.yaml"].replace("'.'", "'.;/base'"));
  const { out } = await gitops(root, "validate", "--rule", "gitops/generate-paths-miss");
  expect(out).toMatch(/clean\n$/);
});

// Source: the documentation of Argo CD's projects; `/` separates only in the addresses of repositories.
describe("patterns", () => {
  test.each([
    ["*", "", true],
    ["mqtt-*", "mqtt-prod", true],
    ["mqtt-*", "mqtt", false],
    ["*-prod", "a-prod-prod", true],
    ["m?tt", "mqtt", true],
    ["m?tt", "mtt", false],
    ["a*b*c", "aXbXbXc", true],
    ["a*b*c", "aXcXb", false],
  ])("%s and %s", (pattern, text, expected) => {
    expect(matchesPattern(pattern, text)).toBe(expected);
  });

  test("stop at a separator", () => {
    expect(matchesPattern("git.example.com/*", "git.example.com/a", "/")).toBe(true);
    expect(matchesPattern("git.example.com/*", "git.example.com/a/b", "/")).toBe(false);
  });
});

describe("a Kustomization that a parent patches", () => {
  const child = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: prod
  namespace: flux-system
spec:
  sourceRef: {kind: GitRepository, name: mqtt}
  path: ./prod
  postBuild: {substitute: {A: b}}
`;
  const parent = (
    kind: string,
  ): string => `${child.replace("name: prod", "name: all").replace("./prod", "./flux")}
  patches:
    - target: {kind: ${kind}}
      patch: '[{"op": "add", "path": "/spec/postBuild", "value": {"substituteFrom": [{"kind": "ConfigMap", "name": "cluster"}]}}]'
`;
  const tree = (kind: string) => ({
    "flux/prod.yaml": child,
    "all.yaml": parent(kind),
    "prod/kustomization.yaml": "resources: [settings.yaml]\n",
    "prod/settings.yaml":
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  host: $" +
      "{HOST}\n" +
      "---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: login\nsops:\n  mac: ENC[]\n",
  });
  const rules = ["--rule", "gitops/controller-refuses", "--rule", "gitops/encrypted-for-nobody"];

  test("may get there what it lacks", async () => {
    const { out } = await gitops(directoryWith(tree("Kustomization")), "validate", "prod", ...rules);
    expect(out).not.toMatch(/controller-refuses|encrypted-for-nobody/);
  });

  test("may get there the fields that every Kustomization must have", async () => {
    const report = async (kind: string): Promise<string> => {
      const directory = directoryWith({
        ...tree(kind),
        "flux/kustomization.yaml": "resources: [prod.yaml]\n",
      });
      return (await gitops(directory, "validate", "flux", "--rule", "schema/missing-field")).out;
    };
    expect(await report("Kustomization")).not.toContain("schema/missing-field");
    expect(await report("HelmRelease")).toContain("`spec` has no `prune`");
  });

  test("does not when the patch is for something else", async () => {
    const { out } = await gitops(directoryWith(tree("HelmRelease")), "validate", "prod", ...rules);
    expect(out).toContain("gitops/controller-refuses");
    expect(out).toContain("gitops/encrypted-for-nobody");
  });
});
