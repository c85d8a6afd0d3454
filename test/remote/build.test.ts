// Builds of trees whose parts are elsewhere.
import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Ended, gitops, kustomize, kustomizeBinary, rendered } from "./command.ts";
import { elsewhere, gitEnvironment } from "./elsewhere.ts";

const away = elsewhere();
const before = { ...process.env };
afterAll(() => {
  away.remove();
  process.env = before;
});

const configMap = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

let base = "";
let first = "";
beforeAll(async () => {
  Object.assign(process.env, gitEnvironment, { GITOPS_CACHE: join(away.root, "cache") });
  first = away.commit("repo", {
    "app/kustomization.yaml": "resources: [one.yaml, ../shared]\n",
    "app/one.yaml": configMap("one"),
    "shared/kustomization.yaml": "resources: [two.yaml]\n",
    "shared/two.yaml": configMap("two"),
    "component/kustomization.yaml": "kind: Component\nnamePrefix: c-\n",
    "kustomization.yaml": "resources: [top.yaml]\n",
    "top.yaml": configMap("top"),
    "escape/kustomization.yaml": "resources: [../../secret]\n",
    "nosy/kustomization.yaml": "resources: [../app/one.yaml]\n",
  });
  base = await away.serve();
  away.write({
    "crd.yaml": configMap("from-http"),
    "patch.yaml": '[{"op": "add", "path": "/data", "value": {"a": "b"}}]\n',
  });
});

beforeEach(() => void away.requests());

let trees = 0;
/** A tree with one kustomization; `FILE` and `HTTP` stand for where the repositories are. */
function tree(kustomization: string, files: Readonly<Record<string, string>> = {}): string {
  const name = `tree-${trees++}`;
  const text = kustomization.replaceAll("FILE", `file://${away.root}`).replaceAll("HTTP", base);
  away.write(
    Object.fromEntries(
      Object.entries({ "kustomization.yaml": text, ...files }).map(([path, content]) => [
        `${name}/${path}`,
        content,
      ]),
    ),
  );
  return join(away.root, name);
}

async function render(kustomization: string, ...args: readonly string[]): Promise<Ended> {
  return await gitops(tree(kustomization), "render", ...args);
}

function names(text: string): readonly string[] {
  return [...text.matchAll(/^ {2}name: (.*)$/gm)].map(([, name]) => name ?? "");
}

describe("a base in a repository", () => {
  test("is built with the bases beside it", async () => {
    const { out, err } = await render("resources:\n- FILE/repo.git//app\nnamePrefix: my-\n");
    expect([names(out), err]).toEqual([["my-one", "my-two"], ""]);
  });

  test("over http, after the server gave out no manifest", async () => {
    const { out } = await render("resources:\n- HTTP/git/repo.git//app?ref=main\n");
    expect(names(out)).toEqual(["one", "two"]);
    expect(away.requests()[0]).toBe("GET /git/repo.git//app?ref=main");
  });

  test("can be a component", async () => {
    const { out } = await render("resources: [FILE/repo.git]\ncomponents:\n- FILE/repo.git//component\n");
    expect(names(out)).toEqual(["c-top"]);
  });

  test("can be what the command is given", async () => {
    expect(names((await gitops(away.root, "render", `file://${away.root}/repo.git//shared`)).out)).toEqual([
      "two",
    ]);
  });

  test("cannot be left by a base of its own", async () => {
    await render("resources:\n- FILE/repo.git//shared\n");
    const [beside = ""] = readdirSync(join(away.root, "cache/repositories")).filter(
      (name) => name.includes("elsewhere") && name.includes("-repo.git-"),
    );
    away.write({ [`cache/repositories/${beside}/secret/kustomization.yaml`]: "resources: []\n" });
    const { exit, err } = await render("resources:\n- FILE/repo.git//escape\n");
    expect([exit, err]).toEqual([2, expect.stringContaining("leads out of the repository")]);
  });

  test("reads only below its kustomization, whatever the command line allows", async () => {
    const { exit, err } = await render(
      "resources:\n- FILE/repo.git//nosy\n",
      "--load-restrictor",
      "LoadRestrictionsNone",
    );
    expect([exit, err]).toEqual([2, expect.stringContaining("load/outside-root")]);
  });

  test("cannot include itself", async () => {
    away.commit("self", { "kustomization.yaml": `resources: [file://${away.root}/self.git]\n` });
    expect((await render("resources: [FILE/self.git]\n")).err).toContain("load/cycle");
  });

  test("that is not there is reported at its entry", async () => {
    const { exit, err } = await render("resources:\n- FILE/repo.git//none\n");
    expect(exit).toBe(2);
    expect(err).toContain("`none` in file://");
    expect(err).toContain("kustomization.yaml:2:3");
  });

  test("leaves the record of where objects come from", async () => {
    const { out } = await render(
      "resources:\n- FILE/repo.git//shared?ref=main\nbuildMetadata: [originAnnotations]\n",
    );
    expect(out).toContain(
      `      path: shared/two.yaml\n      repo: file://${away.root}/repo.git\n      ref: main\n`,
    );
  });
});

describe("a link that leads out of the repository", () => {
  test("is no base", async () => {
    symlinkSync("/tmp", join(away.root, "work/repo/out"));
    away.commit("repo", {});
    expect((await render("resources:\n- FILE/repo.git//out\n")).err).toContain("load/outside-root");
  });
});

describe("a file over http", () => {
  test("is a resource", async () => {
    expect(names((await render("resources:\n- HTTP/crd.yaml\n")).out)).toEqual(["from-http"]);
  });

  test("is a patch", async () => {
    const { out } = await render(
      "resources: [HTTP/crd.yaml]\npatches:\n- path: HTTP/patch.yaml\n  target: {kind: ConfigMap}\n",
    );
    expect(out).toContain("data:\n  a: b\n");
  });

  test("is a file of a generator", async () => {
    const { out } = await render("configMapGenerator:\n- name: gen\n  files: [key=HTTP/patch.yaml]\n");
    expect(out).toContain("  key: |\n    [{");
  });

  test("that is not there is reported at its entry", async () => {
    const { exit, err } = await render("resources:\n- HTTP/none.yaml\n");
    expect([exit, err]).toEqual([
      2,
      expect.stringMatching(/load\/remote .*status 404[\s\S]*kustomization\.yaml:2:3/),
    ]);
  });
});

describe("gitops vendor", () => {
  const content = "resources:\n- HTTP/git/repo.git//app?ref=main\n- HTTP/crd.yaml\n";

  test("locks what a tree takes, and the tree then builds offline and unchanged", async () => {
    const directory = tree(content);
    const vendored = await gitops(directory, "vendor");
    expect([vendored.exit, vendored.err]).toEqual([0, "gitops.lock: 1 repository and 1 file\n"]);
    const built = (await gitops(directory, "render")).out;
    away.requests();
    const offline = await gitops(directory, "render", "--offline");
    expect([offline.out, offline.err]).toEqual([built, ""]);
    expect(away.requests()).toEqual([]);
  });

  test("pins a branch that moves on", async () => {
    away.commit("moving", { "kustomization.yaml": "resources: [r.yaml]\n", "r.yaml": configMap("before") });
    const directory = tree('resources: ["FILE/moving.git?ref=main"]\n');
    await gitops(directory, "vendor");
    away.commit("moving", { "r.yaml": configMap("after") });
    expect(names((await gitops(directory, "render")).out)).toEqual(["before"]);
    expect([
      (await gitops(directory, "vendor", "--check")).exit,
      (await gitops(directory, "vendor")).exit,
    ]).toEqual([1, 0]);
    expect(names((await gitops(directory, "render")).out)).toEqual(["after"]);
    expect((await gitops(directory, "vendor", "--check")).exit).toBe(0);
  });

  test("covers all kustomizations below, those that need an overlay included, and drops stale entries", async () => {
    const directory = tree(
      'resources: [base]\npatches:\n- {patch: \'[{"op": "remove", "path": "/x"}]\', target: {name: none}}\n',
      {
        "base/kustomization.yaml": `resources: ["file://${away.root}/repo.git//shared?ref=${first}"]\n`,
        "broken/kustomization.yaml": `resources: [missing.yaml, "file://${away.root}/repo.git?ref=main"]\n`,
        "gitops.lock":
          '{"version": 1, "repositories": [], "files": [{"url": "http://stale", "sha256": "' +
          "0".repeat(64) +
          '"}]}\n',
      },
    );
    const { exit, err } = await gitops(directory, "vendor");
    expect([exit, err]).toEqual([0, expect.stringContaining("broken: does not build on its own")]);
    const lock: { repositories: { ref: string }[]; files: unknown[] } = JSON.parse(
      readFileSync(join(directory, "gitops.lock"), "utf8"),
    );
    expect([lock.repositories.map(({ ref }) => ref), lock.files]).toEqual([[first, "main"].sort(), []]);
  });

  test("writes nothing when something cannot be fetched", async () => {
    const directory = tree("resources: [FILE/none.git]\n");
    expect((await gitops(directory, "vendor")).exit).toBe(2);
    expect(existsSync(join(directory, "gitops.lock"))).toBe(false);
  });

  test("writes nothing for a tree that takes nothing", async () => {
    const directory = tree("resources: [r.yaml]\n", { "r.yaml": configMap("r") });
    expect((await gitops(directory, "vendor")).err).toBe("gitops.lock: nothing is remote\n");
    expect(existsSync(join(directory, "gitops.lock"))).toBe(false);
  });

  test("without a lock, an offline build names what is missing", async () => {
    const { exit, err } = await render(content, "--offline");
    expect(exit).toBe(2);
    expect(err).toContain(`${base}/git/repo.git//app?ref=main cannot be fetched: this build is offline`);
    expect(err).toContain(`${base}/crd.yaml cannot be fetched: this build is offline`);
    expect(away.requests()).toEqual([]);
  });

  test("GITOPS_OFFLINE is the same as --offline, and stops vendor, too", async () => {
    away.requests();
    process.env["GITOPS_OFFLINE"] = "1";
    const { exit, err } = await render(content);
    const vendored = await gitops(tree(content), "vendor");
    delete process.env["GITOPS_OFFLINE"];
    expect([exit, vendored.exit]).toEqual([2, 2]);
    expect(err).toContain("cannot be fetched: this build is offline");
    expect(vendored.err).toContain("cannot be fetched: this build is offline");
    expect(away.requests()).toEqual([]);
  });

  test("a lock file that cannot be read stops the build", async () => {
    const directory = tree("resources: [FILE/repo.git]\n", { "gitops.lock": "{" });
    expect((await gitops(directory, "render")).err).toMatch(/load\/lock[\s\S]* {2}gitops\.lock:1:1/);
  });
});

// Needs the real binary, which a machine that only has Node lacks.
describe.skipIf(!kustomizeBinary)("the real kustomize builds the same", () => {
  test.each([
    "resources:\n- FILE/repo.git//app\n",
    "resources:\n- FILE/repo.git//app?ref=main\nbuildMetadata: [originAnnotations, transformerAnnotations]\nnamePrefix: a-\n",
    "resources: [FILE/repo.git]\nbuildMetadata: [originAnnotations]\n",
    "resources:\n- HTTP/git/repo.git//app?ref=main\n- HTTP/crd.yaml\nbuildMetadata: [originAnnotations]\n",
    "resources: [HTTP/crd.yaml]\npatches:\n- path: HTTP/patch.yaml\n  target: {kind: ConfigMap}\n",
    "resources: [FILE/repo.git]\ncomponents:\n- FILE/repo.git//component\n",
    "configMapGenerator:\n- name: gen\n  files: [HTTP/patch.yaml]\n",
    "resources: [FILE/repo.git//nosy]\n",
    "resources: [FILE/repo.git//none]\n",
    "resources: [FILE/repo.git//top.yaml]\n",
    "resources: [FILE/repo.git//out]\n",
    'resources: ["FILE/repo.git?ref=none"]\n',
    "resources: [HTTP/none.yaml]\n",
    "resources: ['git::FILE/repo.git']\n",
    "resources: [FILE/self.git]\n",
    "components: [HTTP/crd.yaml]\n",
  ])("%j", async (kustomization) => {
    const directory = tree(kustomization);
    expect(await rendered(directory, ".")).toBe(kustomize(directory, "."));
  });

  test("for a URL on the command line", async () => {
    const url = `file://${away.root}/repo.git//app?ref=main`;
    expect(await rendered(away.root, url)).toBe(kustomize(away.root, url));
  });
});
