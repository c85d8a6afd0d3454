// Which kustomizations are read and which are refused, as recorded from kustomize 5.8.1. The same is asked of a real
// kustomize when there is one.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { read } from "./reading.ts";

const good: readonly string[] = [
  "namePrefix: null\nresources: [a]",
  "resources: []",
  "commonLabels: {1: x, true: y, 1.5: z, y: q}",
  "replicas: [{name: a, count: 3.0}]",
  "replicas: [{name: a, count: 1e3}]",
  "replicas: [{name: a, count: 0x10}]",
  "replicas: [{name: a, count: 010}]",
  "replicas: [{name: a, count: 0o10}]",
  "replicas: [{name: a, count: 0b10}]",
  "replicas: [{name: a, count: 1_000}]",
  "replicas: [{name: a, count: 9007199254740993}]",
  "replicas: [{name: a, count: 9223372036854775807}]",
  "replicas: [{name: a, count: -1}]",
  "replicas: [{name: a, count: null}]",
  "replicas: [{name: a, count: 1e18}]",
  "labels: [{pairs: {a: b}, fields: [null, {path: x, create: yes}]}]",
  "replacements: [{source: null, sourceValue: null}]",
  "replacements: [{sourceValue: ''}]",
  '{"resources": ["a"]}',
  "kind: ''\nresources: [a]",
  "secretGenerator: [{name: a, env: x, type: t}]",
  "imageTags: [{name: a, newTag: b}]\nimages: [{name: c}]",
  "helmChartInflationGenerator: [{chartName: a, chartVersion: 1.2.3, chartRepoUrl: r, chartHome: h, helmHome: hh, values: v, valuesLocal: {a: 1}, valuesMerge: m, releaseName: rn, releaseNamespace: ns, extraArgs: [x]}]",
  "helmCharts: [{name: a, valuesInline: {a: null, b: 1.5, c: [1, y], d: 9007199254740993, e: 2020-01-01, 3: x, f: 012, g: 1e400}}]",
  "helmCharts: [{name: a, includeCrds: true}]",
  "generatorOptions: {}",
  "metadata: {name: a}",
  "openapi: {}",
  "sortOptions: {order: legacy, legacySortOptions: {orderFirst: [a]}}",
  "buildMetadata: [foo]",
  "vars: [{name: A, objref: {kind: a, name: b, apiVersion: v1}, fieldref: {fieldpath: x}}]",
  "vars: [{name: A, objref: {kind: a, name: b, apiVersion: v1}, fieldref: {fieldPath: x}}]",
  "namePrefix: !foo x",
  "replicas: [{count: !!int '3'}]",
  "replicas: [{count: !!float 3}]",
  "? namePrefix\n: x\n",
  "namePrefix: =\n",
  "namePrefix: <<\n",
  "<<: {namePrefix: a}",
  "<<: [{namePrefix: a}, {namePrefix: b}]\nnameSuffix: c",
  "namePrefix: NaN",
  "namePrefix: tRUE",
  "namePrefix: oN",
  "namePrefix: |\n  x\n",
  "components: [a]\nkind: Component",
  "apiversion: kustomize.config.k8s.io/v1beta1\nresources: [a]",
  "namePrefix: 190:20:30",
  "namePrefix: .",
  "namePrefix: 1e",
  "namePrefix: _1",
  "namePrefix: 0x",
  "namePrefix: 2001-12-14t21:59:43.10-05:00",
  "namePrefix: ---a",
  "commonLabels: {1.10: a}",
  "commonLabels: {1e21: a}",
  "commonLabels: {0.00001: a}",
  "commonLabels: {3.4e39: a}",
  "commonLabels: {2020-01-01: x}",
  "commonLabels: {'~': x}",
  "replicas: [{count: -9223372036854775808}]",
  "replicas: [{count: 0.0}]",
  "replicas: [{count: -0.0}]",
  "helmCharts: [{valuesInline: {a: {b: 1, b: 2}}}]",
];

const bad: readonly string[] = [
  "namePrefix: y",
  "namePrefix: 1.0",
  "namePrefix: ~",
  "namePrefix: ''\n",
  "resources: null",
  "bases: []",
  "commonLabels: {a: 1}",
  "commonLabels: [a]",
  "replicas: [{name: a, count: 9223372036854775808}]",
  "replicas: [{name: a, count: 1e21}]",
  "replicas: [{name: a, count: 1e20}]",
  "replicas: [{name: a, count: .inf}]",
  "# c\n",
  "---\n---\nresources: [a]",
  "[]",
  "null",
  "foo: 1\nbar: 2",
  "namePrefix: [a]\nfoo: 1",
  "kind: Deployment\nresources: [a]",
  "apiVersion: v1\nresources: [a]",
  "kind: Foo\napiVersion: v1\nresources: [a]",
  "apiVersion: v1\n",
  "kind: x",
  "configMapGenerator: [{name: a, env: x, envs: [y]}]",
  "configMapGenerator: [{name: a, type: x}]",
  "helmChartInflationGenerator: []",
  "openapi: {path: 1}",
  "patches: [{path: a, target: {kind: x, labelSelector: a=b, group: g, version: v, name: n, namespace: m, annotationSelector: q}, options: {allowNameChange: on}}]",
  "patches: [a]",
  "patches: {path: a}",
  "a: &x [b]\nresources: *x",
  "x: &a {path: p}\n",
  "namePrefix: !!int 3",
  "\tnamePrefix: x",
  "namePrefix: x\r\nnameSuffix: y\r\n",
  "%YAML 1.1\n---\nnamePrefix: y",
  "namePrefix: +1",
  "namePrefix: 1_0",
  "namePrefix: 0x_1",
  "namePrefix: 0o7",
  "namePrefix: 08",
  "namePrefix: 1e3",
  "namePrefix: .5",
  "namePrefix: 1.",
  "namePrefix: +.inf",
  "namePrefix: .NaN",
  "namePrefix: -0b11",
  "namePrefix: 123456789012345678901234567890",
  "namePrefix: 18446744073709551615",
  "commonLabels: {18446744073709551615: a}",
  "namePrefix: True",
  "namePrefix: ON",
  "namePrefix: Null",
  "namePrefix: a\nnamePrefix: [",
  "kind: Component",
  "namePrefix: 12e03",
  "namePrefix: 685_230.15",
  "namePrefix: 0.",
  "namePrefix: -",
  "namePrefix: 1__0",
  "namePrefix: 0_",
  "namePrefix: -0x1F",
  "namePrefix: 0X1F",
  "namePrefix: 0B1",
  "namePrefix: 0O7",
  "namePrefix: 1E5",
  "namePrefix: 1.e5",
  "__proto__: x",
  "openapi: {ver: 0b1}",
  "namePrefix: -1_0.5",
  "replicas: [{count: -9223372036854775809}]",
  "replicas: [{count: 9223372036854775807.0}]",
  "replicas: [{count: 1e-3}]",
  "replicas: [{count: yes}]",
  "resources:\n  a: b\n",
  "configMapGenerator:\n  name: a\n",
  "generatorOptions:\n  disableNameSuffixHash: 'true'\n",
  "just text\n",
  "labels:\n  app: x\n",
  "patch: [a]\n",
  "patchesStrategicMerge:\n- apiVersion: v1\n  kind: X\n",
  "vars: x\n",
  "helmCharts: [{valuesInline: {a: .inf}}]\n",
  "~: x\n",
  "images: [{name: a, newTag: 2024}]\n",
  "components: [null, [a]]\n",
  "metadata: x\nnamePrefix: 0x10\n",
  "configurations: {}\n",
  "imageTag: a\n",
  "bases: x\n",
  "resources: true\n",
];

describe("a kustomization that kustomize reads", () => {
  it.each(good)("%j is read", (text) => {
    expect(read(text).file).toBeDefined();
  });
});

describe("a kustomization that kustomize refuses", () => {
  it.each(bad)("%j is refused, at a place", (text) => {
    const { file, findings } = read(text);
    expect(file).toBeUndefined();
    expect(findings).not.toEqual([]);
    expect(findings.every(({ at }) => /^[1-9]\d*:[1-9]\d*$/.test(at))).toBe(true);
  });
});

const { KUSTOMIZE: kustomize = "kustomize" } = process.env;
const isThere = spawnSync(kustomize, ["version"]).status === 0;

describe.skipIf(!isThere)("kustomize itself (named by KUSTOMIZE or found on the PATH)", () => {
  it("gives the recorded verdicts", () => {
    expect(good.filter(isRefused)).toEqual([]);
    expect(bad.filter((text) => !isRefused(text))).toEqual([]);
  }, 120_000);
});

/** Whether kustomize refuses the file as such; a build may still fail later, because its resources do not exist. */
function isRefused(text: string): boolean {
  const directory = mkdtempSync(join(tmpdir(), "verdict-"));
  try {
    writeFileSync(join(directory, "kustomization.yaml"), text);
    const { stderr } = spawnSync(kustomize, ["build", directory], { encoding: "utf8" });
    return /invalid Kustomization|is empty|Failed to read kustomization file/.test(stderr);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
