import { describe, expect, it } from "vitest";
import { lineAndColumn } from "../../renderer/diagnostics/location.ts";
import type { KustomizationFile } from "../../renderer/kustomization/read.ts";
import type { Path } from "../../renderer/kustomization/shape.ts";
import { readGood } from "./reading.ts";

function at(file: KustomizationFile, ...path: Path): string {
  const place = file.place(...path);
  const { line, column } = lineAndColumn(place.source, place.at);
  return `${line}:${column}`;
}

// The values are what kustomize's own types hold for these texts, recorded from api v0.21.1 (kustomize 5.8.1).
describe("the value", () => {
  it.each([
    ["Resources: [a]", { resources: ["a"] }],
    ["NAMEPREFIX: x", { namePrefix: "x" }],
    ["namePrefix: 2024-01-01", { namePrefix: "2024-01-01" }],
    ["namePrefix: 12:30:45", { namePrefix: "12:30:45" }],
    ["namePrefix: !!str 5", { namePrefix: "5" }],
    ['namePrefix: "yes"', { namePrefix: "yes" }],
    ["namePrefix: nUll", { namePrefix: "nUll" }],
    ["resources: [null, a]", { resources: ["", "a"] }],
    ["resources: [a]\nresources: [b]", { resources: ["b"] }],
    ["resources: [a]\nnamePrefix:", { resources: ["a"] }],
    ["commonLabels: {a: null}", { commonLabels: { a: "" } }],
    [
      "commonLabels: {1: x, yes: w, 1.10: z, 1e6: v, 2020-01-01: w}",
      { commonLabels: { "1": "x", true: "w", "1.1": "z", "1e+06": "v", "2020-01-01": "w" } },
    ],
    ["labels: [null]", { labels: [{}] }],
    ["labels: [{includeSelectors: on}]", { labels: [{ includeSelectors: true }] }],
    ["labels: [{fields: [null, {create: no}]}]", { labels: [{ fields: [{}, { create: false }] }] }],
    ["replicas: [{name: a}]", { replicas: [{ name: "a", count: 0 }] }],
    ["replicas: [{count: 3.0}, {count: 1e3}]", { replicas: [{ count: 3 }, { count: 1000 }] }],
    [
      "replicas: [{count: 0x10}, {count: 010}, {count: 0b10}, {count: 1_000}]",
      { replicas: [{ count: 16 }, { count: 8 }, { count: 2 }, { count: 1000 }] },
    ],
    ["replicas: [{count: 9007199254740993}]", { replicas: [{ count: 9007199254740993n }] }],
    ["replacements: [{source: null, sourceValue: ''}]", { replacements: [{ sourceValue: "" }] }],
    [
      "helmCharts: [{valuesInline: {a: null, b: 012, c: [1, y], d: 9007199254740993, 3: x, e: 2020-01-01}}]",
      {
        helmCharts: [
          { valuesInline: { a: null, b: 10, c: [1, true], d: 9007199254740992, "3": "x", e: "2020-01-01" } },
        ],
      },
    ],
    ['{"resources": ["a"]}', { resources: ["a"] }],
    ["resources: [a]\n---\nfoo: bar", { resources: ["a"] }],
    ["patches: [&a {path: p}, {<<: *a, patch: q}]", { patches: [{ path: "p" }, { path: "p", patch: "q" }] }],
  ])("of %j", (text, expected) => {
    const { kind, apiVersion, ...value } = readGood(text).value;
    expect(value).toEqual(expected);
    expect({ kind, apiVersion }).toEqual({
      kind: "Kustomization",
      apiVersion: "kustomize.config.k8s.io/v1beta1",
    });
  });

  it("has the apiVersion of its kind when it names none", () => {
    expect(readGood("kind: Component\nresources: [a]\n").value.apiVersion).toBe(
      "kustomize.config.k8s.io/v1alpha1",
    );
  });

  it("keeps a key named __proto__ as a key", () => {
    const { value } = readGood("helmCharts: [{valuesInline: {__proto__: {a: b}}}]");
    expect(Object.entries(value.helmCharts?.[0]?.valuesInline ?? {})).toEqual([["__proto__", { a: "b" }]]);
  });
});

describe("deprecated fields", () => {
  it.each([
    ["bases: [a]\nresources: [b]", { resources: ["b", "a"] }],
    ["bases: []\nnamePrefix: x", { namePrefix: "x" }],
    ["imageTags: [{name: a}]\nimages: [{name: b}]", { images: [{ name: "b" }, { name: "a" }] }],
    [
      "configMapGenerator: [{name: a, env: x, envs: [z]}]",
      { configMapGenerator: [{ name: "a", envs: ["z", "x"] }] },
    ],
    [
      "secretGenerator: [{name: a, env: x}, {env: ''}]",
      { secretGenerator: [{ name: "a", envs: ["x"] }, {}] },
    ],
    [
      "helmChartInflationGenerator: [{chartName: a, chartVersion: 1.2.3, chartRepoUrl: r, chartHome: h," +
        " helmHome: hh, values: v, valuesLocal: {a: 1}, valuesMerge: m, releaseName: rn, releaseNamespace: ns," +
        " extraArgs: [x], chartRepoName: c, helmBin: b}]\nhelmCharts: [{name: first}]",
      {
        helmGlobals: { chartHome: "h", configHome: "hh" },
        helmCharts: [
          { name: "first" },
          {
            name: "a",
            version: "1.2.3",
            repo: "r",
            releaseName: "rn",
            valuesFile: "v",
            valuesInline: { a: 1 },
            valuesMerge: "m",
          },
        ],
      },
    ],
    [
      "helmChartInflationGenerator: [{chartHome: a}]\nhelmGlobals: {configHome: b}",
      { helmGlobals: { configHome: "b" }, helmCharts: [{}] },
    ],
    ["helmChartInflationGenerator: []\nnamePrefix: x", { namePrefix: "x" }],
    ["commonLabels: {a: b}", { commonLabels: { a: "b" } }],
    ["patchesStrategicMerge: [a]", { patchesStrategicMerge: ["a"] }],
    ["patchesJson6902: [{path: a}]", { patchesJson6902: [{ path: "a" }] }],
  ])("%j", (text, expected) => {
    const { kind: _kind, apiVersion: _apiVersion, ...value } = readGood(text).value;
    expect(value).toEqual(expected);
  });

  it("are moved item by item to the place where they were written", () => {
    const file = readGood("bases:\n- a\n- b\nresources:\n- c\nimageTags:\n- name: i\n  newTag: t\n");
    expect(file.value.resources).toEqual(["c", "a", "b"]);
    expect([0, 1, 2].map((i) => at(file, "resources", i))).toEqual(["5:3", "2:3", "3:3"]);
    expect(at(file, "images", 0, "newTag")).toBe("8:11");
  });

  it("of generators and charts keep their places under the new names", () => {
    const file = readGood(
      "secretGenerator:\n- env: a\nhelmChartInflationGenerator:\n- chartName: c\n  chartHome: h\n",
    );
    expect(at(file, "secretGenerator", 0, "envs", 0)).toBe("2:8");
    expect(at(file, "helmCharts", 0, "name")).toBe("4:14");
    expect(at(file, "helmGlobals", "chartHome")).toBe("5:14");
  });
});

describe("places", () => {
  const file = readGood("namePrefix: p-\nPATCHES:\n- path: a.yaml\n  Target:\n    kind: Deployment\n");

  it("are found by the documented names, however the fields are written", () => {
    expect(at(file, "patches", 0, "target", "kind")).toBe("5:11");
    expect(file.node("patches", 0, "path")).toMatchObject({ kind: "scalar", text: "a.yaml" });
  });

  it("of what is not written are those of the nearest part around it", () => {
    expect(at(file, "patches", 0, "target", "name")).toBe("5:5");
    expect(at(file, "patches", 7)).toBe("3:1");
    expect(at(file, "kind")).toBe("1:1");
    expect(file.node("patches", 7)).toBeUndefined();
  });

  it("follow the last of several fields with the same name", () => {
    expect(at(readGood("namespace: a\nnamespace: b\n"), "namespace")).toBe("2:12");
  });

  it("the file keeps its nodes as written", () => {
    expect(file.root.keys.map((key) => key.text)).toEqual(["namePrefix", "PATCHES"]);
  });
});
