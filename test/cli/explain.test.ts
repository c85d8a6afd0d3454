import { describe, expect, test } from "vitest";
import { directoryWith, gitops } from "./command.ts";

const files = {
  "base/kustomization.yaml": `resources: [app.yaml]
configMapGenerator:
- name: settings
  literals:
  - level=info
secretGenerator:
- name: login
  literals:
  - password=hunter2
`,
  "base/app.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  template:
    spec:
      containers:
      - name: app
        image: nginx:1.26
        envFrom:
        - configMapRef: {name: settings}
`,
  "overlay/kustomization.yaml": `resources: [../base]
patches:
- path: more.yaml
images:
- name: nginx
  newTag: "1.27"
namespace: prod
`,
  "overlay/more.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
`,
};

async function explained(...args: readonly string[]): Promise<string> {
  const { exit, out, err } = await gitops(directoryWith(files), "explain", "overlay", ...args);
  expect(err).toBe("");
  expect(exit).toBe(0);
  return out;
}

describe("gitops explain", () => {
  test("a value of the base", async () => {
    expect(await explained("Deployment/web", "spec.template.spec.containers[name=app].name")).toMatch(
      /is\s+app\n\s+base\/app\.yaml:10:15 as read/,
    );
  });

  test("a patched value: the patch's line, and what it replaced", async () => {
    const text = await explained("Deployment/web", "spec.replicas");
    expect(text).toMatch(
      /is\s+3\n\s+overlay\/more\.yaml:6:13 by patches, listed at overlay\/kustomization\.yaml:3:\d+/,
    );
    expect(text).toMatch(/was\s+1\n\s+base\/app\.yaml:6:13 as read/);
  });

  test("a transformed value: the entry of the kustomization", async () => {
    const text = await explained("deployment/web", "spec.template.spec.containers[name=app].image");
    expect(text).toMatch(/is\s+nginx:1\.27\n\s+overlay\/kustomization\.yaml:\d+:\d+ by images/);
    expect(text).toMatch(/was\s+nginx:1\.26\n\s+base\/app\.yaml:11:16 as read/);
  });

  test("a generated value: its literal", async () => {
    expect(await explained("ConfigMap/settings-k4b9tgf9m9", "data.level")).toMatch(
      /is\s+info\n\s+base\/kustomization\.yaml:5:5/,
    );
  });

  test("a secret's value stays hidden, its origin does not", async () => {
    const directory = directoryWith(files);
    const names = /Secret\/login-\w+/.exec((await gitops(directory, "explain", "overlay", "Secret/no")).err);
    for (const format of ["text", "json"]) {
      const { exit, out } = await gitops(
        directory,
        "explain",
        "overlay",
        names?.[0] ?? "",
        "data",
        "--format",
        format,
      );
      expect(exit).toBe(0);
      expect(out).toContain("hidden");
      expect(out).toContain("base/kustomization.yaml");
      expect(out).not.toContain(Buffer.from("hunter2").toString("base64"));
    }
  });

  test.each([
    ["an unknown object", ["Deployment/wbe"], "did you mean Deployment/web?"],
    ["an unknown field", ["Deployment/web", "spec.replica"], "did you mean replicas?"],
  ])("%s: what was meant", async (_, args, help) => {
    const { exit, out, err } = await gitops(directoryWith(files), "explain", "overlay", ...args);
    expect(exit).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(help);
  });
});
