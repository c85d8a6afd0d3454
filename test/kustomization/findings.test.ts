import { describe, expect, it } from "vitest";
import { read } from "./reading.ts";

/** Text, then what is found: code without its area, line:column, and a word of message or help. */
type Row = readonly [
  text: string,
  ...findings: readonly (readonly [code: string, at: string, says: string])[],
];

const unknownFields: readonly Row[] = [
  ["resorces: [a]\n", ["unknown-field", "1:1", "did you mean `resources`?"]],
  ["resources: [a]\nfoo: 1\nbar: 2\n", ["unknown-field", "2:1", "`foo`"], ["unknown-field", "3:1", "`bar`"]],
  ["foo:\nresources: [a]\n", ["unknown-field", "1:1", "`foo`"]],
  ["images:\n- name: a\n  tag: x\n", ["unknown-field", "3:3", "did you mean `newTag`?"]],
  [
    "patches:\n- path: a\n  target:\n    labels: x\n",
    ["unknown-field", "4:5", "did you mean `labelSelector`?"],
  ],
  [
    "configMapGenerator:\n- name: a\n  disableNameSuffixHash: true\n",
    ["unknown-field", "3:3", "is a field of `options`"],
  ],
  ["configMapGenerator: [{name: a, type: Opaque}]\n", ["unknown-field", "1:32", "`type`"]],
  ["labels:\n- app: x\n", ["unknown-field", "2:3", "its fields are pairs,"]],
  ["metadata: {name: a, uid: b}\n", ["unknown-field", "1:21", "`uid`"]],
  ["imageTag: [{name: a}]\n", ["unknown-field", "1:1", "did you mean `images`?"]],
  ["yes: a\n", ["unknown-field", "1:1", "`yes`"]],
  ["__proto__: a\n", ["unknown-field", "1:1", "`__proto__`"]],
  ["constructor: a\n", ["unknown-field", "1:1", "`constructor`"]],
  ["replacements: [{targets: [{select: {labels: x}}]}]\n", ["unknown-field", "1:37", "`labels`"]],
];

const wrongTypes: readonly Row[] = [
  ["namePrefix: 1.10\n", ["wrong-type", "1:13", 'not the number `1.10`|quote it: "1.10"']],
  ["namePrefix: yes\n", ["wrong-type", "1:13", "not the boolean `yes`|kustomize reads y, yes"]],
  ["namePrefix: true\n", ["wrong-type", "1:13", 'boolean `true`|quote it: "true"']],
  ["namePrefix: .inf\n", ["wrong-type", "1:13", "must be a string, not the number `.inf`"]],
  ["namespace: [a]\n", ["wrong-type", "1:12", "must be a string, not a list"]],
  ["resources: a.yaml\n", ["wrong-type", "1:12", "must be a list, not the string|after `- `"]],
  ["resources: {a: b}\n", ["wrong-type", "1:12", "must be a list, not a map"]],
  ["resources:\n- a\n- b: c\n", ["wrong-type", "3:3", "`resources[1]` must be a string, not a map"]],
  ["commonLabels:\n- a: b\n", ["wrong-type", "2:1", "must be a map, not a list|without `- `"]],
  [
    "commonLabels:\n  a: 1\n  b: [x]\n",
    ["wrong-type", "2:6", "`commonLabels.a`"],
    ["wrong-type", "3:6", "`commonLabels.b`"],
  ],
  [
    "commonAnnotations: {app.kubernetes.io/version: 1.0}\n",
    ["wrong-type", "1:48", '`commonAnnotations["app.kubernetes.io/version"]`'],
  ],
  ["replicas: [{name: a, count: '3'}]\n", ["wrong-type", "1:29", "an integer|remove the quotes"]],
  ["replicas: [{name: a, count: 3.5}]\n", ["wrong-type", "1:29", "an integer, not the number `3.5`"]],
  ["replicas: [{count: 9223372036854775808}]\n", ["wrong-type", "1:20", "does not fit into 64 bits"]],
  ["generatorOptions: {immutable: 'true'}\n", ["wrong-type", "1:31", "true or false|remove the quotes"]],
  ["patches: [a.yaml]\n", ["wrong-type", "1:11", "`patches[0]` must be a map|write `path: a.yaml`"]],
  ["sortOptions: legacy\n", ["wrong-type", "1:14", "must be a map|its fields are order, legacySortOptions"]],
  ["replacements: [{path: a, targets: [null]}]\n", ["wrong-type", "1:36", "not null|remove the empty item"]],
  ["helmCharts: [{valuesInline: {a: .nan}}]\n", ["wrong-type", "1:33", "not a finite number"]],
  ["helmCharts: [{valuesInline: []}]\n", ["wrong-type", "1:29", "must be a map, not a list"]],
  ["commonLabels: {~: x}\n", ["wrong-type", "1:16", "the key `~`"]],
  ["- a\n- b\n", ["wrong-type", "1:1", "a kustomization must be a map, not a list"]],
  ["hello\n", ["wrong-type", "1:1", 'not the string "hello"']],
];

const others: readonly Row[] = [
  ["", ["empty", "1:1", "is empty"]],
  ["# nothing yet\n", ["empty", "1:1", "is empty"]],
  ["{}\n", ["empty", "1:1", "is empty"]],
  ["resources:\n", ["empty", "1:1", "is empty"]],
  ["kind: Kustomization\n", ["empty", "1:1", "sets nothing"]],
  ["kind: Component\nnamePrefix: ''\n", ["empty", "1:1", "sets nothing"]],
  [
    "resources: [a]\nkind: Deployment\n",
    ["invalid", "2:7", "must be Kustomization or Component, not Deployment"],
  ],
  [
    "resources: [a]\napiVersion: v1\n",
    ["invalid", "2:13", "must be kustomize.config.k8s.io/v1beta1, not v1"],
  ],
  [
    "kind: Component\napiVersion: kustomize.config.k8s.io/v1beta1\nresources: [a]\n",
    ["invalid", "2:13", "must be kustomize.config.k8s.io/v1alpha1"],
  ],
  ["kind: X\napiVersion: v1\nresources: [a]\n", ["invalid", "1:7", "X"], ["invalid", "2:13", "v1beta1"]],
  ["resources: [a]\nresources: [b]\n", ["duplicate-field", "2:1", "`resources` is set twice"]],
  ["commonAnnotations: {a: b, a: c}\n", ["duplicate-field", "1:27", "`commonAnnotations.a` is set twice"]],
  // kustomize 5.8.1 merges these; see canonical.ts
  ["Labels: []\nlabels: []\n", ["invalid", "2:1", "as `Labels` and `labels`"]],
  // kustomize 5.8.1 takes any key; see canonical.ts
  ["openapi: {__proto__: 1}\n", ["invalid", "1:11", "`__proto__`"]],
];

const deprecated: readonly Row[] = [
  ["resources: [a]\nbases: [b]\n", ["deprecated", "2:1", "`bases` is deprecated; use `resources` instead"]],
  ["commonLabels: {}\n", ["deprecated", "1:1", "use `labels`"]],
  ["imageTags: [{name: a}]\n", ["deprecated", "1:1", "use `images`"]],
  ["patchesJson6902: []\n", ["deprecated", "1:1", "use `patches`"]],
  ["patchesStrategicMerge: []\n", ["deprecated", "1:1", "use `patches`"]],
  ["vars: []\n", ["deprecated", "1:1", "use `replacements`"]],
  ["helmChartInflationGenerator: [{}]\n", ["deprecated", "1:1", "use `helmCharts`"]],
  ["secretGenerator:\n- name: a\n  env: b\n", ["deprecated", "3:3", "`secretGenerator[0].env`"]],
  ["BASES: [a]\n", ["deprecated", "1:1", "use `resources`"]],
  ["bases:\nresources: [a]\n"],
];

for (const [area, rows] of Object.entries({ unknownFields, wrongTypes, others, deprecated })) {
  describe(`findings: ${area}`, () => {
    for (const [text, ...expected] of rows) {
      it(JSON.stringify(text), () => {
        const { findings } = read(text);
        expect(findings.map(({ code, at }) => [code, at])).toEqual(
          expected.map(([code, at]) => [`kustomization/${code}`, at]),
        );
        expected.forEach(([, , says], i) => {
          const told = `${findings[i]?.message}\n${findings[i]?.help}`;
          for (const part of says.split("|")) expect(told).toContain(part);
        });
      });
    }
  });
}

describe("findings together", () => {
  it("a file shows all its mistakes at once, unknown fields and wrong types alike", () => {
    const { file, findings } = read("kind: X\nfoo: 1\nnamePrefix: 2\nimages:\n- tag: a\n  digest: [b]\n");
    expect(file).toBeUndefined();
    expect(findings.map(({ code, at }) => `${at} ${code}`)).toEqual([
      "1:7 kustomization/invalid",
      "2:1 kustomization/unknown-field",
      "3:13 kustomization/wrong-type",
      "5:3 kustomization/unknown-field",
      "6:11 kustomization/wrong-type",
    ]);
  });

  it("a warning does not keep the file from being used", () => {
    expect(read("bases: [a]\n").file?.value.resources).toEqual(["a"]);
  });
});
