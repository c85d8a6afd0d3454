// render --as and --parity: which object of a controller is taken, where mistakes in it are reported, what the report of a
// comparison says. What the builds themselves make is in test/controllers.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { directoryWith, gitops } from "./command.ts";

const service = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";
const configMap = (value: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  a: ${value}\n`;

function application(name: string, path: string, kustomize = ""): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: ${name}}
spec:
  source:
    path: ${path}
${kustomize}`;
}

function fluxKustomization(name: string, path: string, rest = ""): string {
  return `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: ${name}, namespace: flux-system}
spec:
  path: ${path}
${rest}`;
}

const app = { ".git/HEAD": "", "app/kustomization.yaml": "resources: [r.yaml]\n", "app/r.yaml": service };

describe("the object of a controller", () => {
  test("is found by its path, however that is written", async () => {
    const directory = directoryWith({
      ...app,
      "a.yaml": application("other", "other", "    kustomize: {namePrefix: a-}\n"),
      "deep/down/b.yml": application("app", "./app/", "    kustomize: {namePrefix: b-}\n"),
    });
    expect((await gitops(directory, "render", "--as", "argocd", "app")).out).toContain("name: b-web");
    expect((await gitops(join(directory, "app"), "render", "--as", "argocd")).out).toContain("name: b-web");
  });

  test("may be one of several sources, and dry", async () => {
    const several = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: app}
spec:
  sources:
    - {repoURL: x, chart: other}
    - {repoURL: x, path: app, kustomize: {namePrefix: b-}}
`;
    const dry = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: app}
spec:
  sourceHydrator: {drySource: {path: app, kustomize: {namePrefix: b-}}}
`;
    for (const sync of [several, dry]) {
      const directory = directoryWith({ ...app, "sync.yaml": sync });
      expect((await gitops(directory, "render", "--as", "argocd", "app")).out).toContain("name: b-web");
    }
  });

  test("is missed with a remark, not an error", async () => {
    const { exit, out, err } = await gitops(directoryWith(app), "render", "--as", "flux", "app");
    expect({ exit, out }).toEqual({
      exit: 0,
      out: "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n",
    });
    expect(err).toMatch(/^info sync\/none no Kustomization in the repository builds app/);
  });

  test("has to be named when there are two", async () => {
    const directory = directoryWith({
      ...app,
      "sync.yaml": `${fluxKustomization("one", "./app", "  namePrefix: a-\n")}---\n${fluxKustomization("two", "app")}`,
    });
    const both = await gitops(directory, "render", "--as", "flux", "app");
    expect({ exit: both.exit, out: both.out }).toEqual({ exit: 2, out: "" });
    expect(both.err).toContain("error sync/ambiguous 2 Kustomizations build app\n  sync.yaml:1:1");
    expect(both.err).toContain("note: sync.yaml:8:1 two builds it, too");
    const one = await gitops(
      directory,
      "render",
      "--as",
      "flux",
      "--flux-kustomization",
      "sync.yaml#one",
      "app",
    );
    expect(one.out).toContain("name: a-web");
  });

  test("that is named has to be there", async () => {
    const directory = directoryWith({ ...app, "sync.yaml": application("app", "app") });
    const run = (name: string) =>
      gitops(directory, "render", "--as", "argocd", "--argocd-application", name, "app");
    expect((await run("sync.yaml#app")).exit).toBe(0);
    expect((await run("sync.yaml#gone")).err).toContain(
      "error sync/not-found sync.yaml has no Application named gone",
    );
    expect((await run("gone.yaml")).err).toContain("error load/not-found gone.yaml cannot be read");
  });

  test("is checked, and only the one that is used", async () => {
    const directory = directoryWith({
      ...app,
      "a.yaml": application("app", "app", "    kustomize:\n      images: nginx:1\n"),
      "b.yaml": application("other", "other", "    kustomize: []\n"),
    });
    const { exit, err } = await gitops(directory, "render", "--as", "argocd", "app");
    expect(exit).toBe(2);
    expect(err).toContain("error sync/invalid `spec.source.kustomize.images` must be a list");
    expect(err).toContain("a.yaml:8:15");
    expect(err).toContain("1 error\n");
  });

  test("may stand beside files that are no YAML", async () => {
    const broken = `kind: Application\napiVersion: argoproj.io/v1alpha1\na: [\n`;
    const directory = directoryWith({ ...app, "a.yaml": application("app", "app"), "broken.yaml": broken });
    const { exit, err } = await gitops(directory, "render", "--as", "argocd", "app");
    expect(exit).toBe(0);
    expect(err).toContain("warning sync/unreadable the objects in broken.yaml are left out");
  });

  test("is not looked for when a URL is built", async () => {
    const url = "https://example.com/org/repo//dir?ref=v1";
    const { exit, err } = await gitops(directoryWith({}), "render", "--as", "flux", url);
    expect(exit).toBe(2);
    expect(err).toContain("--as flux builds directories, not URLs");
  });
});

describe("mistakes", () => {
  test("in an override are shown in the Application", async () => {
    const patches = "    kustomize:\n      patches:\n        - {patch: 'a: b: c'}\n";
    const directory = directoryWith({ ...app, "sync.yaml": application("app", "app", patches) });
    const { exit, err } = await gitops(directory, "render", "--as", "argocd", "app");
    expect(exit).toBe(2);
    expect(err).toMatch(/^ {2}sync\.yaml:9:/m);
  });

  test("of a variable are shown where it stands", async () => {
    const directory = directoryWith({
      ...app,
      "app/r.yaml": configMap(`\${nobody}`),
      "sync.yaml": fluxKustomization("app", "app", "  postBuild: {substitute: {a: b}}\n"),
    });
    const { exit, err } = await gitops(directory, "render", "--as", "flux", "app");
    expect(exit).toBe(2);
    expect(err).toContain(`error flux/substitution ConfigMap/c: \`\${nobody}\` cannot be substituted`);
    expect(err).toContain("  app/r.yaml:5:6");
    expect(err).toContain("note: sync.yaml:6:14 the variables are these");
  });

  test("never show the value of a variable", async () => {
    const secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {a: 'hush: hush: {'}\n";
    const rest = "  postBuild: {substituteFrom: [{kind: Secret, name: s}]}\n";
    const directory = directoryWith({
      ...app,
      "app/r.yaml": configMap(`\${a}`),
      "sync.yaml": fluxKustomization("app", "app", rest),
      "values.yaml": secret,
    });
    const { exit, err } = await gitops(
      directory,
      "render",
      "--as",
      "flux",
      "--substitute-values",
      "values.yaml",
      "app",
    );
    expect(exit).toBe(2);
    expect(err).toContain(
      "error flux/substitution with its variables put in, ConfigMap/c is no YAML any more",
    );
    expect(err).not.toContain("hush");
  });

  test("values that only the cluster has are asked for", async () => {
    const rest = "  postBuild:\n    substituteFrom:\n      - {kind: Secret, name: s}\n";
    const directory = directoryWith({ ...app, "sync.yaml": fluxKustomization("app", "app", rest) });
    const { exit, err } = await gitops(directory, "render", "--as", "flux", "app");
    expect(exit).toBe(2);
    expect(err).toContain(
      "error flux/missing-values the values of the Secret s are in the cluster\n  sync.yaml:8:9",
    );
  });

  test("the commit is asked for where an override names it", async () => {
    const kustomize = `    kustomize: {commonLabels: {commit: "$ARGOCD_APP_REVISION_SHORT"}}\n`;
    const directory = directoryWith({ ...app, "sync.yaml": application("app", "app", kustomize) });
    const without = await gitops(directory, "render", "--as", "argocd", "app");
    expect(without.err).toContain("say which one with --app-revision");
    const commit = "0123456789abcdef";
    const given = await gitops(directory, "render", "--as", "argocd", "--app-revision", commit, "app");
    expect(given.out).toContain('commit: "0123456"\n');
  });
});

test("a plain map of values stands for every reference", async () => {
  const rest = "  postBuild: {substituteFrom: [{kind: Secret, name: s}, {kind: ConfigMap, name: c}]}\n";
  const directory = directoryWith({
    ...app,
    "app/r.yaml": configMap(`\${a}`),
    "sync.yaml": fluxKustomization("app", "app", rest),
    "values.yaml": "a: b\n",
  });
  const { out } = await gitops(
    directory,
    "render",
    "--as",
    "flux",
    "--substitute-values",
    "values.yaml",
    "app",
  );
  expect(out).toContain("a: b\n");
});

test("explain names the controller's object", async () => {
  const rest = "  namePrefix: a-\n  postBuild: {substitute: {x: z}}\n";
  const directory = directoryWith({
    ...app,
    "app/r.yaml": configMap(`\${x}`),
    "sync.yaml": fluxKustomization("app", "app", rest),
  });
  const explain = (field: string) =>
    gitops(directory, "explain", "--as", "flux", "app", "ConfigMap/a-c", field);
  expect((await explain("metadata.name")).out).toContain("sync.yaml:6:15");
  const value = (await explain("data.a")).out;
  expect(value).toContain("sync.yaml:7:14");
  expect(value).toContain("app/r.yaml:5:6");
});

test("nothing on the disk is changed", async () => {
  const directory = directoryWith({
    ".git/HEAD": "",
    "app/r.yaml": service,
    "flux.yaml": fluxKustomization("app", "app", "  namePrefix: a-\n"),
    "argocd.yaml": application("app", "app", "    kustomize: {namePrefix: a-}\n"),
  });
  const contents = () =>
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), "utf8")])
      .sort();
  const before = contents();
  await gitops(directory, "render", "--parity", "app");
  expect(contents()).toEqual(before);
});

describe("--parity", () => {
  const two = {
    ...app,
    "app/r.yaml": `${service}---\napiVersion: v1\nkind: Namespace\nmetadata: {name: n}\n`,
  };

  test("an order is told and does not fail", async () => {
    const { exit, out, err } = await gitops(directoryWith(two), "render", "--parity", "app");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toMatch(/^app: the same 2 objects for kustomize, Argo CD, Flux\n/);
    expect(out).toContain("info parity/order app: Flux prints the objects in another order than kustomize");
  });

  test("a different object fails, and the entry that made the difference is named", async () => {
    const kustomize = "    kustomize: {commonAnnotations: {a: b}}\n";
    const directory = directoryWith({ ...app, "sync.yaml": application("app", "app", kustomize) });
    const { exit, out } = await gitops(directory, "render", "--parity", "app");
    expect(exit).toBe(1);
    expect(out).toContain("app: differs\n");
    expect(out).toContain("Service/web metadata.annotations is there for Argo CD and not for kustomize");
    expect(out).toMatch(/^ {2}sync\.yaml:7:/m);
  });

  test("an object that one alone makes fails", async () => {
    const directory = directoryWith({
      ...app,
      "s.yaml": fluxKustomization("app", "app", "  namePrefix: a-\n"),
    });
    const { exit, out } = await gitops(directory, "render", "--parity", "app");
    expect(exit).toBe(1);
    expect(out).toContain("only kustomize makes Service/web");
    expect(out).toContain("only Flux makes Service/a-web");
  });

  test("a refusal fails, with its reason and its place", async () => {
    const directory = directoryWith({
      ...app,
      "app/kustomization.yaml": "resources: [r.yaml]\nnamePrefx: a\n",
    });
    const { exit, out } = await gitops(directory, "render", "--parity", "app");
    expect(exit).toBe(1);
    expect(out).toContain("Flux drops it");
    expect(out).toContain(
      "parity/refused kustomize refuses app, Flux does not: a kustomization has no field",
    );
    expect(out).toContain("app/kustomization.yaml:2:1");
  });

  test("what nobody builds cannot be compared", async () => {
    const directory = directoryWith({ ...app, "app/kustomization.yaml": "resources: [gone.yaml]\n" });
    const { exit, out } = await gitops(directory, "render", "--parity", "app");
    expect(exit).toBe(2);
    expect(out).toContain("app: cannot be built");
    expect(out).toContain("error load/not-found");
  });

  test("prints JSON and annotations alone", async () => {
    const directory = directoryWith({
      ...app,
      "s.yaml": fluxKustomization("app", "app", "  namePrefix: a-\n"),
    });
    const json = await gitops(directory, "render", "--parity", "--format", "json", "app");
    const codes = JSON.parse(json.out).diagnostics.map(({ code }: { readonly code: string }) => code);
    expect(codes).toContain("parity/differs");
    const github = await gitops(directory, "render", "--parity", "--format", "github", "app");
    expect(github.out).toMatch(/^::error file=app\/r\.yaml/m);
  });
});
