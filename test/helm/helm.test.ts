// Helm charts, inflated by a command that prints what it was given: the arguments, the environment and the values.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gitops, kustomize, kustomizeBinary, rendered } from "../remote/command.ts";
import { elsewhere, gitEnvironment } from "../remote/elsewhere.ts";

const away = elsewhere();
const before = { ...process.env };
afterAll(() => {
  away.remove();
  process.env = before;
});

// Temporary directories have other names in each run.
const fakeHelm = `#!/bin/sh
case "$1" in
version) echo "\${FAKE_HELM_VERSION:-v3.14.0+g1}"; exit 0;;
pull)
  echo "$*" | sed "s#/[^ ]*/tree-[0-9]*/#ROOT/#g" >> "${away.root}/pulled.log"
  [ "$FAKE_HELM_PULL" = fail ] && { echo "Error: no such chart" >&2; exit 1; }
  mkdir -p "$4/web"; printf 'pulled: true\\n' > "$4/web/values.yaml"; exit 0;;
esac
cat "\${FAKE_HELM_OUTPUT:-/dev/null}"
echo "apiVersion: v1"
echo "kind: ConfigMap"
echo "metadata: {name: values, namespace: from-chart}"
echo "data:"
echo "  args: |"
echo "    $*" | sed 's#/[^ ]*-values.yaml#VALUES#g; s#/[^ ]*/tree-[0-9]*/#ROOT/#g; s#/[^ ]*/gitops-[A-Za-z0-9]*/#TEMP/#g'
echo "  config: |"
echo "    $HELM_CONFIG_HOME $HELM_CACHE_HOME" | sed 's#/tmp/[^/]*/#TEMP/#g'
previous=""
for argument in "$@"; do
  if [ "$previous" = -f ]; then echo "  values-$(basename "$argument" | sed 's/kustomize-//'): |"; sed 's/^/    /' "$argument"; fi
  previous="$argument"
done
`;

let helm = "";
beforeAll(() => {
  Object.assign(process.env, gitEnvironment, { GITOPS_CACHE: join(away.root, "cache") });
  helm = join(away.write({}), "fake-helm");
  writeFileSync(helm, fakeHelm, { mode: 0o755 });
});

let trees = 0;
function tree(kustomization: string, files: Readonly<Record<string, string>> = {}): string {
  const name = `tree-${trees++}`;
  const all = { "kustomization.yaml": kustomization, "charts/web/values.yaml": "replicas: 1\n", ...files };
  away.write(Object.fromEntries(Object.entries(all).map(([path, content]) => [`${name}/${path}`, content])));
  return join(away.root, name);
}

const flags = (): string[] => ["--enable-helm", "--helm-command", helm];

async function render(
  kustomization: string,
  ...args: readonly string[]
): Promise<{ exit: number; out: string; err: string }> {
  return await gitops(tree(kustomization), "render", ...flags(), ...args);
}

const argsOf = (out: string): string => /args: (?:\|\n {4})?(.*)/.exec(out)?.[1] ?? out;

// From kustomize 5.8.1 with the same command.
describe("helm is given what kustomize gives it", () => {
  test.each([
    ["- name: web\n  releaseName: rel", "template rel ROOT/charts/web -f VALUES"],
    ["- name: web", "template --generate-name ROOT/charts/web -f VALUES"],
    [
      "- {name: web, namespace: own, nameTemplate: t, apiVersions: [a/v1, b/v1], kubeVersion: '1.30', includeCRDs: true, skipTests: true, skipHooks: true, debug: true, devel: true}",
      "template --generate-name ROOT/charts/web --namespace own --name-template t -f VALUES --api-versions a/v1 --api-versions b/v1 --kube-version 1.30 --include-crds --skip-tests --no-hooks --debug --devel",
    ],
  ])("%s", async (chart, args) => {
    expect(argsOf((await render(`helmCharts:\n${chart}\n`)).out)).toBe(args);
  });

  test("the command line's versions, unless the chart has its own", async () => {
    const more = ["--helm-kube-version", "9", "--helm-api-versions", "x/v1", "--helm-debug"];
    expect(argsOf((await render("helmCharts: [{name: web, releaseName: r}]\n", ...more)).out)).toContain(
      "--api-versions x/v1 --kube-version 9 --debug",
    );
    const own = "helmCharts: [{name: web, releaseName: r, kubeVersion: '1', apiVersions: [c/v1]}]\n";
    expect(argsOf((await render(own, ...more)).out)).toContain(
      "--api-versions c/v1 --kube-version 1 --debug",
    );
  });
});

describe("a chart that is not there", () => {
  test("is pulled, and found by the next build", async () => {
    const directory = tree(
      "helmCharts: [{name: web, version: 1.2.3, repo: 'oci://registry/charts/', releaseName: r}]\n",
    );
    expect((await gitops(directory, "render", ...flags())).out).toContain("pulled: true");
    expect(readFileSync(join(away.root, "pulled.log"), "utf8")).toBe(
      "pull --untar --untardir ROOT/charts/web-1.2.3 oci://registry/charts/web --version 1.2.3\n",
    );
    expect(existsSync(join(directory, "charts/web-1.2.3/web/values.yaml"))).toBe(true);
    expect((await gitops(directory, "render", ...flags(), "--offline")).exit).toBe(0);
  });

  test("is not pulled offline", async () => {
    const { exit, err } = await render(
      "helmCharts: [{name: other, repo: 'https://charts.example'}]\n",
      "--offline",
    );
    expect([exit, err]).toEqual([
      2,
      expect.stringContaining("there is no chart charts/other, and this build is offline"),
    ]);
  });

  test("needs a repository", async () => {
    expect((await render("helmCharts: [{name: other}]\n")).err).toContain(
      "help: name its `repo`, or put the chart there",
    );
  });

  test("in a fetched repository is pulled to a place of its own, because the cache is shared", async () => {
    away.commit("remote", {
      "kustomization.yaml": "helmCharts: [{name: web, repo: 'https://charts.example', releaseName: r}]\n",
    });
    const { out } = await render(`resources: [file://${away.root}/remote.git]\n`);
    expect(argsOf(out)).toMatch(/^template r TEMP\/?web -f VALUES$/);
  });
});

describe("helm is not run", () => {
  const chart = "helmCharts: [{name: web}]\n";

  test("unless it is allowed", async () => {
    const { exit, err } = await gitops(tree(chart), "render");
    expect([exit, err]).toEqual([
      2,
      expect.stringMatching(/helm\/not-enabled[\s\S]*help: allow it with --enable-helm/),
    ]);
  });

  test("when there is none", async () => {
    const { exit, err } = await gitops(
      tree(chart),
      "render",
      "--enable-helm",
      "--helm-command",
      "/nonexistent/helm",
    );
    expect([exit, err]).toEqual([2, expect.stringContaining("there is no helm command `/nonexistent/helm`")]);
  });

  test("when it is too old", async () => {
    process.env["FAKE_HELM_VERSION"] = "Client: v2.17.0+g2";
    expect((await render(chart)).err).toContain("helm 3 or 4 is needed");
    delete process.env["FAKE_HELM_VERSION"];
  });
});

test("what helm says about its failure is in the report, at the chart's entry", async () => {
  process.env["FAKE_HELM_PULL"] = "fail";
  const { exit, err } = await render(
    "helmCharts:\n- name: none\n  repo: https://user:secret@charts.example\n",
  );
  delete process.env["FAKE_HELM_PULL"];
  expect(exit).toBe(2);
  expect(err).toMatch(/helm pull failed: Error: no such chart[\s\S]*kustomization\.yaml:2:3/);
  expect(err).not.toContain("secret");
});

const values = `replicas: 3
image: {repo: nginx, tag: "1.2"}
list: [a, b]
env: [{name: A, value: x}, {name: B, value: "no"}]
nul: null
nested: {keep: 1, drop: {a: 1}, big: 12345678901234567890, f: 1.0, s: "yes"}
empty: {}
plain: abc
switch: off
`;

const inline = `    replicas: 5
    image: {tag: 1.3}
    list: [c]
    env: [{name: A, value: z}]
    nested: {drop: null, new: {x: null, z: {}}, f: 2}
    nul: 4
    empty: {q: 1}
    plain: null
    newtop: {a: null, b: [1, null]}
    newnull: null
`;

// From kustomize 5.8.1 with the same command.
const mergedValues = {
  override: `empty:
  q: 1
env:
- name: A
  value: z
image:
  repo: nginx
  tag: 1.3
list:
- c
nested:
  big: 12345678901234567890
  f: 2
  keep: 1
  new:
    z: {}
  s: "yes"
newtop:
  b:
  - 1
  - null
nul: 4
replicas: 5
switch: "off"
`,
  merge: `empty:
  q: 1
env:
- name: A
  value: x
- name: B
  value: "no"
image:
  repo: nginx
  tag: "1.2"
list:
- a
- b
nested:
  big: 12345678901234567890
  drop:
    a: 1
  f: 1
  keep: 1
  new:
    x: null
    z: {}
  s: "yes"
newnull: null
newtop:
  a: null
  b:
  - 1
  - null
plain: abc
replicas: 3
switch: "off"
`,
  replace: `empty:
  q: 1
env:
- name: A
  value: z
image:
  tag: 1.3
list:
- c
nested:
  drop: null
  f: 2
  new:
    x: null
    z: {}
newnull: null
newtop:
  a: null
  b:
  - 1
  - null
nul: 4
plain: null
replicas: 5
`,
};

describe("valuesInline and the chart's values", () => {
  test.each(Object.entries(mergedValues))("%s", async (how, expected) => {
    const directory = tree(`helmCharts:\n- name: web\n  valuesMerge: ${how}\n  valuesInline:\n${inline}`, {
      "charts/web/values.yaml": values,
    });
    const { out } = await gitops(directory, "render", ...flags());
    const printed = /values-web-values.yaml: \|\n((?: {4}.*\n)*)/.exec(out)?.[1]?.replace(/^ {4}/gm, "");
    expect(printed).toBe(expected);
  });
});

const own = "- {name: web, releaseName: rel}";

const trials: readonly (readonly [string, string, Readonly<Record<string, string>>?])[] = [
  ["arguments and values as they are", `helmCharts:\n${own}\n`],
  ["the namespace of the kustomization", `namespace: ns\nhelmCharts:\n${own}\n`],
  [
    "the namespace of an overlay",
    "namespace: above\nresources: [base]\n",
    {
      "base/kustomization.yaml": "helmCharts: [{name: web, releaseName: r}]\n",
      "base/charts/web/values.yaml": "a: 1\n",
    },
  ],
  [
    "a namespace on the way wins over one above",
    "namespace: above\nresources: [mid]\n",
    {
      "mid/kustomization.yaml": "namespace: mid\nresources: [base]\n",
      "mid/base/kustomization.yaml": "helmCharts: [{name: web, releaseName: r}]\n",
      "mid/base/charts/web/values.yaml": "a: 1\n",
    },
  ],
  [
    "a chart with a version and a repository",
    "helmCharts: [{name: web, version: 1.0.0, repo: https://r.example, devel: true, releaseName: r}]\n",
  ],
  [
    "another chart home and configuration",
    "helmGlobals: {chartHome: other, configHome: /tmp/x}\nhelmCharts: [{name: web, releaseName: r}]\n",
    { "other/web/values.yaml": "o: 1\n" },
  ],
  [
    "a chart home outside",
    "helmGlobals: {chartHome: ../outside}\nhelmCharts: [{name: web, releaseName: r}]\n",
  ],
  [
    "a values file",
    "helmCharts: [{name: web, releaseName: r, valuesFile: mine.yaml, additionalValuesFiles: [more.yaml]}]\n",
    { "mine.yaml": "# raw\nm: 1\n", "more.yaml": "more: 1\n" },
  ],
  ["a values file outside", "helmCharts: [{name: web, valuesFile: ../mine.yaml}]\n"],
  [
    "an additional values file that is missing",
    "helmCharts: [{name: web, additionalValuesFiles: [none.yaml]}]\n",
  ],
  ["values that cannot be merged", "helmCharts: [{name: web, valuesInline: {replicas: {a: 1}}}]\n"],
  [
    "an empty values file",
    "helmCharts: [{name: web, valuesInline: {a: 1}}]\n",
    { "charts/web/values.yaml": "# nothing\n" },
  ],
  [
    "values twice",
    "helmCharts: [{name: web, valuesInline: {a: 1}}]\n",
    { "charts/web/values.yaml": "a: 1\nb: 1\nb: 2\n" },
  ],
  [
    "large numbers",
    "helmCharts: [{name: web, valuesMerge: replace, valuesInline: {m: 12345678901234567890, k: 1000000, o: 1e30, p: 0.1}}]\n",
  ],
  ["no name", "helmCharts: [{releaseName: web}]\n"],
  ["an illegal valuesMerge", "helmCharts: [{name: web, valuesMerge: both}]\n"],
  ["two charts with the same objects", `helmCharts:\n${own}\n${own}\n`],
  ["transformers work on what comes out", `namePrefix: p-\nlabels: [{pairs: {a: b}}]\nhelmCharts:\n${own}\n`],
  ["origin of what comes out", `buildMetadata: [originAnnotations]\nhelmCharts:\n${own}\n`],
  [
    "a generator configuration",
    "namespace: ns\ngenerators: [gen.yaml]\n",
    {
      "gen.yaml":
        "apiVersion: builtin\nkind: HelmChartInflationGenerator\nmetadata: {name: g}\nname: web\nreleaseName: r\nincludeCRDs: true\nvaluesInline: {a: 1, b: true, c: x}\n",
    },
  ],
  [
    "the legacy field",
    "helmChartInflationGenerator:\n- chartName: web\n  releaseName: r\n  releaseNamespace: rn\n  valuesLocal: {a: 1}\n",
  ],
];

// Needs the real binary, which a machine that only has Node lacks.
describe.skipIf(!kustomizeBinary)("the real kustomize makes the same of the same command", () => {
  const complete = trials.map(([what, kustomization, files = {}]) => ({ what, kustomization, files }));
  test.each(complete)("$what", async ({ kustomization, files }) => {
    // One directory each, because a pull changes it.
    const [ours, theirs] = [tree(kustomization, files), tree(kustomization, files)];
    expect(await rendered(ours, ...flags(), ".")).toBe(kustomize(theirs, ...flags(), "."));
  });

  test.each([
    ["a message in front", "Pulled: x\n---\n"],
    ["a comment in front", "# Source: x\n---\n"],
    [
      "a list",
      "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Secret, metadata: {name: s}}\n---\n",
    ],
    ["no YAML", "a: b: c\n---\n"],
    [
      "the same object twice",
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: values, namespace: from-chart}\n---\n",
    ],
  ])("%s", async (_, output) => {
    away.write({ "helm-output": output });
    process.env["FAKE_HELM_OUTPUT"] = join(away.root, "helm-output");
    const directory = tree(`helmCharts:\n${own}\n`);
    const both = [await rendered(directory, ...flags(), "."), kustomize(directory, ...flags(), ".")];
    delete process.env["FAKE_HELM_OUTPUT"];
    expect(both[0]).toBe(both[1]);
  });
});
