// The commands on real directories, with the real esbuild and child process.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import {
  type PatchesFlags,
  patchesCheckCommand,
  patchesImportCommand,
  patchesWriteCommand,
} from "../../renderer/cli/commands/patches.ts";
import { plainStyle } from "../../renderer/report/style.ts";
import { offlineBuild } from "../cli/build-flags.ts";

const flags: PatchesFlags = {
  format: "text",
  timeLimit: 1,
  ...offlineBuild,
};

const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
});

interface Run {
  readonly exit: number;
  readonly err: string;
}

interface Tree {
  write(path: string, text: string): void;
  read(path: string): string;
  has(path: string): boolean;
  run(command: "write" | "check", ...paths: string[]): Run;
  import(file: string): Run;
  /** Every file with its text. */
  all(): Readonly<Record<string, string>>;
}

function tree(files: Readonly<Record<string, string>>): Tree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "patches-")));
  directories.push(root);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const call = (command: (io: Parameters<typeof patchesWriteCommand>[2]) => number): Run => {
    let err = "";
    const exit = command({
      workingDirectory: root,
      out: () => {},
      err: (text) => (err += text),
      style: plainStyle,
    });
    return { exit, err };
  };
  return {
    write,
    read: (path) => readFileSync(join(root, path), "utf8"),
    has: (path) => existsSync(join(root, path)),
    run: (command, ...paths) =>
      call((io) => (command === "write" ? patchesWriteCommand : patchesCheckCommand)(paths, flags, io)),
    import: (file) => call((io) => patchesImportCommand(file, { format: "text" }, io)),
    all: () =>
      Object.fromEntries(
        readdirSync(root, { recursive: true, encoding: "utf8", withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => {
            const path = join(entry.parentPath, entry.name);
            return [path.slice(root.length + 1), readFileSync(path, "utf8")];
          }),
      ),
  };
}

const base = {
  "app/kustomization.yaml": "# the app\nresources: [object.yaml] # one\n",
  "app/object.yaml": `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: emqx
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: reloader
          image: r:1
        - name: emqx
          image: emqx:5
`,
};

const importing = `import { images, jsonPatch, mergePatch, replicas } from "emqx-gitops/patch";\n`;
const scale = `// Three, for a majority.\n${importing}import { three } from "../../sizes.ts";
export const patch = mergePatch("apps/v1", "StatefulSet", { name: "emqx" }, { spec: { replicas: three } });\n`;

describe("gitops patches write", () => {
  test("writes the YAML beside the module and lists it, comments kept", () => {
    const files = tree({ ...base, "sizes.ts": "export const three = 3;\n", "app/patches/scale.ts": scale });
    expect(files.run("write")).toEqual({
      exit: 0,
      err: "wrote app/patches/scale.yaml\nwrote app/kustomization.yaml\n",
    });
    expect(
      files.read("app/patches/scale.yaml"),
    ).toBe(`# From scale.ts: change it there and run \`gitops patches write\`.
# Three, for a majority.
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: emqx
spec:
  replicas: 3
`);
    expect(files.read("app/kustomization.yaml")).toBe(
      "# the app\nresources: [object.yaml] # one\n\npatches:\n  - path: patches/scale.yaml\n",
    );
  });

  test("changes nothing the second time", () => {
    const files = tree({ ...base, "sizes.ts": "export const three = 3;\n", "app/patches/scale.ts": scale });
    files.run("write");
    const before = files.all();
    expect(files.run("write")).toEqual({ exit: 0, err: "1 patch module: nothing to change\n" });
    expect(files.all()).toEqual(before);
  });

  test("looks items up in the object as the patches before leave it", () => {
    const files = tree({
      ...base,
      "app/kustomization.yaml":
        "resources: [object.yaml]\npatches:\n  - path: patches/first.yaml\n    target: { kind: StatefulSet }\n  - path: patches/second.yaml\n",
      "app/patches/first.yaml": "- op: remove\n  path: /spec/template/spec/containers/0\n",
      "app/patches/second.ts": `${importing}export const patch = jsonPatch("apps/v1", "StatefulSet", { name: "emqx" }).replace("spec.template.spec.containers[name=emqx].image", "emqx:6");\n`,
    });
    expect(files.run("write").exit).toBe(0);
    expect(files.read("app/patches/second.yaml")).toContain("path: /spec/template/spec/containers/0/image");
  });

  test("looks items up for a component in what includes it", () => {
    const files = tree({
      ...base,
      "app/kustomization.yaml": "resources: [object.yaml]\ncomponents: [../part]\n",
      "part/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n",
      "part/patches/image.ts": `${importing}export const patch = jsonPatch("apps/v1", "StatefulSet", { name: "emqx" }).replace("spec.template.spec.containers[name=emqx].image", "emqx:6");\n`,
    });
    expect(files.run("write")).toMatchObject({ exit: 0 });
    expect(files.read("part/patches/image.yaml")).toContain("path: /spec/template/spec/containers/1/image");
  });

  test("keeps images and replicas of the kustomization in step", () => {
    const files = tree({
      ...base,
      "app/patches/versions.ts": `${importing}export const versions = [images({ name: "emqx", newTag: "5.8.9" }), replicas({ name: "emqx", count: 3 })];\n`,
    });
    expect(files.run("write")).toMatchObject({ exit: 0 });
    expect(files.read("app/kustomization.yaml")).toContain("images:\n  - name: emqx\n    newTag: 5.8.9\n");
    expect(files.read("app/kustomization.yaml")).toContain("replicas:\n  - name: emqx\n    count: 3\n");
    expect(files.has("app/patches/versions.yaml")).toBe(false);
  });

  const patch = (body: string, target = '{ name: "emqx" }'): string =>
    `${importing}export const patch = mergePatch("apps/v1", "StatefulSet", ${target}, ${body});\n`;

  test.each([
    [
      "throws",
      'throw new Error("no such site");\nexport const patch = 1;\n',
      "no such site",
      "app/patches/bad.ts:1:",
    ],
    ["never ends", "for (;;) {}\n", "did not end within 1 s", "app/patches/bad.ts:1:1"],
    [
      "reads the environment",
      patch('{ spec: { replicas: Number(process.env["N"]) } }'),
      "cannot use process",
      "app/patches/bad.ts:2:",
    ],
    [
      "reads the clock",
      patch("{ spec: { replicas: Date.now() } }"),
      "cannot use the clock",
      "app/patches/bad.ts:2:",
    ],
    [
      "asks for a new date",
      patch("{ spec: { serviceName: String(new Date()) } }"),
      "cannot use the clock",
      "app/patches/bad.ts:2:",
    ],
    [
      "plays dice",
      patch("{ spec: { replicas: Math.random() } }"),
      "cannot use random numbers",
      "app/patches/bad.ts:2:",
    ],
    [
      "reads files",
      `import { readFileSync } from "node:fs";\n${patch('{ spec: { serviceName: readFileSync("a", "utf8") } }')}`,
      'Could not resolve "node:fs"',
      "app/patches/bad.ts:1:",
    ],
    [
      "asks the network",
      patch('{ spec: { serviceName: String(fetch("http://localhost")) } }'),
      "cannot use fetch",
      "app/patches/bad.ts:2:",
    ],
    ["exports nothing", "const patch = 1;\nvoid patch;\n", "exports no patch", "app/patches/bad.ts:1:1"],
    ["exports something else", "export const three = 3;\n", "three is no patch", "app/patches/bad.ts:1:1"],
    [
      "exports a record of its own making, under a name that is none",
      'const made = { record: "mergePatch" };\nexport { made as "(" };\n',
      "`(` cannot be used",
      "app/patches/bad.ts:2:19",
    ],
    ["is not TypeScript", "export const = ;\n", "", "app/patches/bad.ts:1:14"],
    [
      "holds a function",
      patch("{ spec: { replicas: () => 3 } as never }"),
      "patch.body.spec.replicas is a function",
      "app/patches/bad.ts:1:1",
    ],
    [
      "holds what YAML cannot",
      patch("{ spec: { replicas: Number.NaN } }"),
      "patch.body.spec.replicas is NaN",
      "app/patches/bad.ts:1:1",
    ],
    [
      "contains itself",
      `const body = { spec: {} as Record<string, unknown> };\nbody.spec["again"] = body;\n${patch("body as never")}`,
      "contains itself",
      "app/patches/bad.ts:1:1",
    ],
    [
      "names what is not there",
      patch("{ spec: { replicas: 3 } }", '{ name: "emqq" }'),
      "no object is",
      "app/patches/bad.yaml:",
    ],
    [
      "selects nothing",
      patch("{ spec: { replicas: 3 } }", "{ name: /mqtt-.*/ }"),
      "the patch has no target",
      "app/patches/bad.ts:1:1",
    ],
    [
      "does not fit its target",
      patch("{ spec: { replica: 3 } as never }"),
      "`spec` has no field `replica`",
      "app/patches/bad.yaml:",
    ],
    [
      "chooses an item that is not there",
      `${importing}export const patch = jsonPatch("apps/v1", "StatefulSet", { name: "emqx" }).remove("spec.template.spec.containers[name=emq]");\n`,
      "did you mean emqx?",
      "app/patches/bad.ts:2:",
    ],
  ])("fails and writes nothing when a module %s", (_, module, message, place) => {
    const files = tree({
      ...base,
      "sizes.ts": "export const three = 3;\n",
      "app/patches/bad.ts": module,
      "app/patches/scale.ts": scale,
    });
    const before = files.all();
    const { exit, err } = files.run("write");
    expect(err).toContain(message);
    expect(err).toContain(place);
    expect(exit).toBe(2);
    expect(files.all()).toEqual(before);
  });

  test("fails when a module makes no file any more and the one that it made is still applied", () => {
    const module = `${importing}export const patch = mergePatch("apps/v1", "StatefulSet", { name: "emqx" }, { spec: { replicas: 3 } });\n`;
    const files = tree({ ...base, "app/patches/size.ts": module });
    expect(files.run("write").exit).toBe(0);
    files.write(
      "app/patches/size.ts",
      `${importing}export const count = replicas({ name: "emqx", count: 3 });\n`,
    );
    const { exit, err } = files.run("write");
    expect(exit).toBe(2);
    expect(err).toContain("the module makes no file, but app/patches/size.yaml is there");
  });

  test("writes nothing when one of the files cannot be written", () => {
    const files = tree({ ...base, "sizes.ts": "export const three = 3;\n", "app/patches/scale.ts": scale });
    // Where the new kustomization would be put first.
    files.write(`app/.kustomization.yaml.${process.pid}.tmp/in-the-way`, "");
    const before = files.all();
    const { exit, err } = files.run("write");
    expect(exit).toBe(2);
    expect(err).toContain("output/failed");
    expect(err).not.toContain("wrote");
    expect(files.all()).toEqual(before);
  });

  test("names a directory that does not exist", () => {
    expect(tree(base).run("write", "nowhere")).toMatchObject({
      exit: 2,
      err: expect.stringContaining("nowhere does not exist"),
    });
  });
});

describe("gitops patches check", () => {
  function written(): Tree {
    const files = tree({ ...base, "sizes.ts": "export const three = 3;\n", "app/patches/scale.ts": scale });
    files.run("write");
    return files;
  }

  test("passes when all is in step", () => {
    expect(written().run("check")).toEqual({ exit: 0, err: "" });
  });

  test("fails at the byte that differs", () => {
    const files = written();
    files.write(
      "app/patches/scale.yaml",
      files.read("app/patches/scale.yaml").replace("replicas: 3", "replicas: 5"),
    );
    const { exit, err } = files.run("check");
    expect(exit).toBe(1);
    expect(err).toContain("patch/drift");
    expect(err).toContain("the module makes `replicas: 3` here");
    expect(err).toContain("app/patches/scale.yaml:8:13");
  });

  test("fails when the YAML, or its entry, is gone", () => {
    const files = written();
    files.write("app/kustomization.yaml", "resources: [object.yaml]\n");
    expect(files.run("check")).toMatchObject({
      exit: 1,
      err: expect.stringContaining("app/kustomization.yaml:"),
    });
    const others = written();
    rmSync(join(directories.at(-1) ?? "", "app/patches/scale.yaml"));
    expect(others.run("check")).toMatchObject({
      exit: 1,
      err: expect.stringContaining("scale.yaml does not exist"),
    });
  });

  test("checks patches that have no module as well", () => {
    const files = tree({
      ...base,
      "app/kustomization.yaml": "resources: [object.yaml]\npatches:\n  - path: patch.yaml\n",
      "app/patch.yaml":
        "apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: emqx\nspec:\n  replica: 3\n",
    });
    expect(files.run("check")).toMatchObject({ exit: 1, err: expect.stringContaining("app/patch.yaml:6:3") });
  });

  test("is content with YAML whose module was deleted", () => {
    const files = written();
    rmSync(join(directories.at(-1) ?? "", "app/patches/scale.ts"));
    expect(files.run("check")).toEqual({ exit: 0, err: "" });
  });
});

describe("gitops patches import", () => {
  const samples: Readonly<Record<string, readonly [text: string, target: string]>> = {
    "a merge patch": [
      '# Why it is so.\napiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: emqx\n  labels:\n    a.b/c: "yes"\nspec:\n  replicas: 3\n  template:\n    spec:\n      containers:\n        - name: emqx\n          command: null\n          env:\n            - name: A\n              value: |\n                two\n                lines\n        - name: reloader\n          $patch: delete\n',
      "",
    ],
    "a patch that deletes": [
      "apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: emqx\n$patch: delete\n",
      "",
    ],
    "a merge patch with a target": [
      "apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: any\nspec:\n  replicas: 3\n",
      "    target: { kind: StatefulSet|Deployment, name: em.* }\n",
    ],
    "a JSON patch": [
      "- op: test\n  path: /spec/replicas\n  value: 1\n- op: add\n  path: /metadata/labels\n  value:\n    a/b: c\n- op: move\n  from: /metadata/labels/a~1b\n  path: /metadata/labels/d\n- op: remove\n  path: /spec/template/spec/containers/0\n",
      "    target: { group: apps, version: v1, kind: StatefulSet, name: emqx }\n",
    ],
    "a JSON patch of any kind": [
      "- op: replace\n  path: /spec/replicas\n  value: 3\n",
      '    target: { kind: ".*", labelSelector: "!none" }\n',
    ],
  };

  test.each(Object.entries(samples))("and write bring %s back", (_, [text, target]) => {
    const kustomization = `resources: [object.yaml]\npatches:\n  - path: patches/p.yaml\n${target}`;
    const files = tree({ ...base, "app/kustomization.yaml": kustomization, "app/patches/p.yaml": text });
    expect(files.import("app/patches/p.yaml")).toMatchObject({ exit: 0 });
    expect(files.run("write").exit).toBe(0);
    expect(files.read("app/patches/p.yaml")).toBe(
      `# From p.ts: change it there and run \`gitops patches write\`.\n${text}`,
    );
    expect(files.read("app/kustomization.yaml").replaceAll(/["']/g, "")).toBe(
      kustomization.replaceAll(/["']/g, ""),
    );
  });

  test("keeps a module that is there", () => {
    const files = tree({
      ...base,
      "app/patches/p.yaml": samples["a merge patch"]?.[0] ?? "",
      "app/patches/p.ts": "mine\n",
    });
    expect(files.import("app/patches/p.yaml")).toMatchObject({
      exit: 2,
      err: expect.stringContaining("is there already"),
    });
    expect(files.read("app/patches/p.ts")).toBe("mine\n");
  });

  test.each([
    ["no patch", "just text\n", "this is no patch"],
    [
      "a number that JavaScript rounds",
      "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {x: 9007199254740993}\n",
      "no number that TypeScript can hold",
    ],
    [
      "a JSON patch that no kustomization lists",
      "- op: remove\n  path: /spec\n",
      "does not say what it is for",
    ],
  ])("refuses %s", (_, text, message) => {
    const files = tree({ ...base, "app/patches/p.yaml": text });
    expect(files.import("app/patches/p.yaml")).toMatchObject({
      exit: 2,
      err: expect.stringContaining(message),
    });
    expect(files.has("app/patches/p.ts")).toBe(false);
  });
});
