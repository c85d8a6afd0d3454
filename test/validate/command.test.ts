// gitops validate: what it looks at, what it says and how it ends.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { directoryWith, gitops } from "../cli/command.ts";
import { code, policy, service, tree } from "./trees.ts";

const only = ["--rule", code];

describe("the overlays", () => {
  test("are the topmost kustomizations below overlays/", async () => {
    const files = tree({
      "overlays/dev/kustomization.yaml": "resources: [web]\n",
      "overlays/dev/web/kustomization.yaml": "resources: [../../../base]\n",
      "overlays/part/kustomization.yaml": "kind: Component\n",
      "overlays/prod/sync/flux/kustomization.yaml":
        "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n",
    });
    const { out } = await gitops(directoryWith(files), "validate", ...only);
    expect(out.match(/^overlays\/\S+/gm)).toEqual(["overlays/dev", "overlays/prod"]);
  });

  test("are what nothing else uses where there is no overlays/", async () => {
    const files = {
      ...tree(),
      "overlays/dev/kustomization.yaml": "kind: Component\n",
      "overlays/prod/kustomization.yaml": "kind: Component\n",
      "live/kustomization.yaml": "resources:\n  - ../base\n",
      "other/kustomization.yaml": "resources:\n  - ../base/\n",
    };
    const { out } = await gitops(directoryWith(files), "validate", ...only);
    expect(out.match(/^\w+(?= +\d+ object)/gm)).toEqual(["live", "other"]);
  });

  test("are the named directories when some are named", async () => {
    const { out } = await gitops(directoryWith(tree()), "validate", "base", ...only);
    expect(out).toContain("base  2 objects, 1 error\n");
  });

  test("must be there", async () => {
    expect(await gitops(directoryWith({}), "validate")).toMatchObject({ exit: 64, out: "" });
  });

  test("that cannot be rendered are told, and the others are validated", async () => {
    const files = tree({ "overlays/dev/kustomization.yaml": "resources: [gone.yaml]\n" });
    const { exit, out } = await gitops(directoryWith(files), "validate", ...only);
    expect(out).toContain("overlays/dev   cannot be rendered\n");
    expect(out).toContain("overlays/prod  2 objects, 1 error\n");
    expect(exit).toBe(2);
  });
});

describe("the report", () => {
  test("shows the line, the overlays and the way out", async () => {
    expect(await gitops(directoryWith(tree()), "validate", ...only)).toEqual({
      exit: 1,
      err: "",
      out: `error ${code} no pod has the label app=nobody
  base/service.yaml:7:5
  7 │     app: nobody
    │     ^^^
  in: overlays/dev, overlays/prod
  help: give the selector labels that the pods' template has

1 error

overlays/dev   2 objects, 1 error
overlays/prod  2 objects, 1 error
`,
    });
  });

  test("points at the patch that set the value, and tells what was there before", async () => {
    const files = tree({
      "base/service.yaml": `${service()}---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: nobody
spec:
  containers: []
`,
      "overlays/prod/kustomization.yaml": "resources: [../../base]\npatches:\n  - path: patch.yaml\n",
      "overlays/prod/patch.yaml":
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: other\n",
    });
    const { out } = await gitops(directoryWith(files), "validate", "overlays/prod", ...only);
    expect(out).toContain(`error ${code} no pod has the label app=other
  overlays/prod/patch.yaml:7:10
  7 │     app: other
    │          ^^^^^
  note: overlays/prod/kustomization.yaml:3:5 this entry of \`patches\` set it
  note: base/service.yaml:7:10 was \`nobody\`
`);
  });

  test("is bounded, and counts what it does not show", async () => {
    const names = Array.from({ length: 1500 }, (_, i) => `web-${i}`);
    const files = tree({ "base/service.yaml": names.map(service).join("---\n") });
    const { exit, out } = await gitops(directoryWith(files), "validate", "overlays/prod", ...only);
    expect(out).toContain("979 more places");
    expect(out).toContain(`${code}: 500 more findings that are not shown`);
    expect(exit).toBe(1);
  });

  test("goes into files as well", async () => {
    const directory = directoryWith(tree());
    const reports = ["json", "sarif", "junit", "markdown", "github", "text"].flatMap((format) => [
      "--report",
      `${format}=report.${format}`,
    ]);
    const { exit } = await gitops(directory, "validate", ...only, ...reports);
    const read = (format: string): string => readFileSync(join(directory, `report.${format}`), "utf8");
    expect(exit).toBe(1);
    expect(JSON.parse(read("json")).diagnostics).toHaveLength(1);
    expect(JSON.parse(read("sarif")).runs[0].results).toHaveLength(1);
    expect(read("junit")).toContain('failures="2"');
    expect(read("markdown")).toContain("**no pod has the label app=nobody**");
    expect(read("github")).toContain("::error file=base/service.yaml,line=7,col=5,");
    expect(read("text")).toContain("base/service.yaml:7:5");
  });
});

test("GitHub is told paths of the repository, from whichever directory it was", async () => {
  const files = Object.entries({ ...tree(), "../.git/HEAD": "" }).map(([name, text]) => [
    join("k8s/a b", name),
    text,
  ]);
  const directory = join(directoryWith(Object.fromEntries(files)), "k8s/a b");
  const { out } = await gitops(
    directory,
    "validate",
    ...only,
    "--format",
    "github",
    "--report",
    "sarif=r.sarif",
  );
  expect(out).toContain("::error file=a b/base/service.yaml,line=7,col=5,");
  const [result] = JSON.parse(readFileSync(join(directory, "r.sarif"), "utf8")).runs[0].results;
  expect(result.locations[0].physicalLocation.artifactLocation).toEqual({ uri: "a%20b/base/service.yaml" });
});

describe("bad usage", () => {
  test.each([
    [["--report", "pdf=x"], "FORMAT=FILE"],
    [["--report", "sarif"], "FORMAT=FILE"],
    [["--rule", "emqx/no-discovery-servic"], "did you mean emqx/no-discovery-service?"],
    [["--baseline", "no-such-thing"], "neither a report nor a commit"],
    [["--baseline", "base/service.yaml"], "no report of gitops validate"],
  ])("%j is told and nothing is validated", async (args, words) => {
    const { exit, out, err } = await gitops(directoryWith(tree()), "validate", ...args);
    expect(err).toContain(words);
    expect({ exit, out }).toEqual({ exit: 64, out: "" });
  });
});

describe("--baseline", () => {
  const later = tree({
    "base/kustomization.yaml": "resources: [new.yaml, pod.yaml, service.yaml]\n",
    "base/new.yaml": service("new"),
    // The old finding has moved to another line.
    "base/service.yaml": `# A comment.\n\n${service()}`,
  });
  const change = (directory: string): void => {
    for (const [name, text] of Object.entries(later)) writeFileSync(join(directory, name), text);
  };

  test("a report hides what it knows, wherever it moved to", async () => {
    const directory = directoryWith(tree());
    await gitops(directory, "validate", ...only, "--report", "json=before.json");
    change(directory);
    const { exit, out } = await gitops(directory, "validate", ...only, "--baseline", "before.json");
    expect(out).toContain("base/new.yaml:7:5");
    expect(out).not.toContain("base/service.yaml");
    expect(out).toContain("1 finding of the baseline not shown");
    expect(exit).toBe(1);
  });

  test("a commit hides what was wrong in it", async () => {
    const directory = directoryWith(tree());
    const git = (...args: string[]): void => {
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], {
        cwd: directory,
        stdio: "ignore",
      });
    };
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "before");
    expect((await gitops(directory, "validate", ...only, "--baseline", "HEAD")).exit).toBe(0);
    change(directory);
    const { exit, out } = await gitops(directory, "validate", ...only, "--baseline", "HEAD");
    expect(out.match(/^ {2}base\/\S+/gm)).toEqual(["  base/new.yaml:7:5"]);
    expect(exit).toBe(1);
  });

  test("a ref that looks like an option is none", async () => {
    expect((await gitops(directoryWith(tree()), "validate", "--baseline=--help")).exit).toBe(64);
  });
});

test("what a policy excuses is counted", async () => {
  const spec = `exceptions:\n  - code: ${code}\n    reason: known\n    until: 2999-12-31\n`;
  const { exit, out } = await gitops(
    directoryWith(tree({ "policy.yaml": policy(spec) })),
    "validate",
    ...only,
  );
  expect(out).toBe(
    "overlays/dev   2 objects, clean (1 excused)\noverlays/prod  2 objects, clean (1 excused)\n",
  );
  expect(exit).toBe(0);
});

test("the version of the command is that of the package", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect((await gitops(".", "--version")).out).toBe(`${version}\n`);
});
