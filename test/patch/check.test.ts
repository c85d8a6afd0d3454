import { describe, expect, test } from "vitest";
import { buildChecked, type Checked } from "./building.ts";

const statefulSet = `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: emqx
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: emqx
          image: emqx:5
`;

const cluster = `apiVersion: apps.emqx.io/v2beta1
kind: EMQX
metadata:
  name: emqx
spec:
  image: emqx:5
  coreTemplate:
    spec:
      extraContainers:
        - name: exporter
          image: exporter:1
        - name: logger
          image: logger:1
`;

function patched(patch: string, object = statefulSet, target = ""): Checked {
  return buildChecked({
    "app/kustomization.yaml": `resources: [object.yaml]\npatches:\n  - path: patch.yaml\n${target}`,
    "app/object.yaml": object,
    "app/patch.yaml": patch,
  });
}

const head = "apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: emqx\n";
const clusterHead = "apiVersion: apps.emqx.io/v2beta1\nkind: EMQX\nmetadata:\n  name: emqx\n";

describe("a strategic merge patch", () => {
  test("that fits its target has no findings", () => {
    const patch = `${head}spec:
  replicas: 3
  serviceName: null
  template:
    spec:
      $patch: merge
      containers:
        - name: emqx
          ports:
            - containerPort: 1883
              name: mqtt
          resources:
            limits:
              cpu: 2
              memory: 4Gi
        - name: sidecar
          $patch: delete
`;
    expect(patched(patch).problems).toEqual([]);
  });

  test("with an unknown field is told at the field, with the one that was meant", () => {
    const found = patched(`${head}spec:\n  replica: 3\n`);
    expect(found.problems).toEqual(["patch/unknown-field app/patch.yaml:6:3"]);
    expect(found.messages).toEqual(["`spec` has no field `replica`"]);
    expect(found.help).toEqual(["did you mean `replicas`?"]);
  });

  test("with a string where a number belongs is told at the value", () => {
    const found = patched(`${head}spec:\n  replicas: "3"\n`);
    expect(found.problems).toEqual(["patch/wrong-type app/patch.yaml:6:13"]);
    expect(found.help).toEqual(["take the quotes away"]);
  });

  test("with a number where a string belongs is told to quote it", () => {
    const found = patched(
      `${head}spec:\n  template:\n    spec:\n      containers:\n        - name: emqx\n          env:\n            - name: PORT\n              value: 1883\n`,
    );
    expect(found.problems).toEqual(["patch/wrong-type app/patch.yaml:12:22"]);
    expect(found.help).toEqual(['put it in quotes: "1883"']);
  });

  test("with a value that is none of those allowed is told which are", () => {
    const found = patched(`${head}spec:\n  podManagementPolicy: parallel\n`);
    expect(found.problems).toEqual(["patch/wrong-type app/patch.yaml:6:24"]);
    expect(found.help).toEqual(["did you mean `Parallel`?"]);
  });

  test("with a value that its type cannot hold is told what it takes", () => {
    const found = patched(
      `${head}spec:\n  template:\n    spec:\n      containers:\n        - name: emqx\n          resources:\n            limits:\n              memory: 1GB\n`,
    );
    expect(found.problems).toEqual(["patch/wrong-type app/patch.yaml:12:23"]);
    expect(found.messages).toEqual([
      "`spec.template.spec.containers[name=emqx].resources.limits.memory` cannot be `1GB`",
    ]);
  });

  test("to a Secret does not show what it sets", () => {
    const found = buildChecked({
      "app/kustomization.yaml": "resources: [secret.yaml]\npatches: [{path: patch.yaml}]\n",
      "app/secret.yaml": "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n",
      "app/patch.yaml": "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {pin: 4711}\n",
    });
    expect(found.problems).toEqual(["patch/wrong-type app/patch.yaml:4:19"]);
    expect(JSON.stringify([found.messages, found.help])).not.toContain("4711");
  });

  test("with a map where a list belongs is told once", () => {
    const found = patched(
      `${head}spec:\n  template:\n    spec:\n      tolerations:\n        key: a\n        value: 1\n`,
    );
    expect(found.messages).toEqual(["`spec.template.spec.tolerations` must be a list, not a map"]);
  });

  test("whose list item lacks the merge key is told what the object has", () => {
    const found = patched(
      `${head}spec:\n  template:\n    spec:\n      containers:\n        - image: emqx:6\n`,
    );
    expect(found.problems).toContain("patch/missing-merge-key app/patch.yaml:9:11");
    expect(found.help).toContain("`name` says which item is meant: the object has emqx");
  });

  test.each([
    ["$retainKeys", "spec:\n  updateStrategy:\n    $retainKeys: [type]\n    type: OnDelete\n", 7],
    [
      "$setElementOrder/containers",
      "spec:\n  template:\n    spec:\n      $setElementOrder/containers: [{name: emqx}]\n",
      8,
    ],
    ["$deleteFromPrimitiveList/finalizers", "spec:\n  $deleteFromPrimitiveList/finalizers: [a]\n", 6],
  ])("with %s is told that kustomize copies it into the object", (name, body, line) => {
    const found = patched(head + body);
    expect(found.problems).toEqual([
      expect.stringContaining(`patch/unsupported-directive app/patch.yaml:${line}:`),
    ]);
    expect(found.messages[0]).toContain(name);
  });

  test("whose target turns labels into strings may write them as numbers, any other may not", () => {
    const patch =
      "apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: emqx\n  labels:\n    port: 1883\n";
    expect(patched(patch).problems).toEqual(["patch/wrong-type app/patch.yaml:6:11"]);
    expect(patched(patch, statefulSet, "    target: {kind: StatefulSet}\n").problems).toEqual([]);
  });

  test("inline is told at its place in the kustomization", () => {
    const { problems } = buildChecked({
      "app/kustomization.yaml": `resources: [object.yaml]
patches:
  - patch: |
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: emqx
      spec:
        replica: 3
`,
      "app/object.yaml": statefulSet,
    });
    expect(problems).toEqual(["patch/unknown-field app/kustomization.yaml:9:9"]);
  });

  test("of a component is checked against the objects that it meets", () => {
    const { problems } = buildChecked({
      "app/kustomization.yaml": "resources: [object.yaml]\ncomponents: [../part]\n",
      "app/object.yaml": statefulSet,
      "part/kustomization.yaml":
        "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n  - path: patch.yaml\n",
      "part/patch.yaml": `${head}spec:\n  replica: 3\n`,
    });
    expect(problems).toEqual(["patch/unknown-field part/patch.yaml:6:3"]);
  });
});

describe("a merge patch of a custom resource", () => {
  test("that drops items of a list names them", () => {
    const patch = `${clusterHead}spec:\n  coreTemplate:\n    spec:\n      extraContainers:\n        - name: exporter\n          image: exporter:2\n`;
    const found = patched(patch, cluster);
    expect(found.problems).toEqual(["patch/list-replaced app/patch.yaml:9:9"]);
    expect(found.messages[0]).toContain("`logger` will be gone");
  });

  test("that repeats all items of a list has no findings", () => {
    const patch = `${clusterHead}spec:\n  coreTemplate:\n    spec:\n      extraContainers:\n        - name: exporter\n          image: exporter:2\n        - name: logger\n          image: logger:1\n`;
    expect(patched(patch, cluster).problems).toEqual([]);
  });

  test("with an unknown field is told", () => {
    expect(patched(`${clusterHead}spec:\n  imag: emqx:6\n`, cluster).problems).toEqual([
      "patch/unknown-field app/patch.yaml:6:3",
    ]);
  });

  test("is checked by the definition that is part of the build", () => {
    const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: lamps.example.com
spec:
  group: example.com
  names: {kind: Lamp, plural: lamps}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                watts: {type: integer}
`;
    const lamp = "apiVersion: example.com/v1\nkind: Lamp\nmetadata:\n  name: desk\nspec:\n  watts: 5\n";
    const found = patched(lamp.replace("watts: 5", "wats: 7"), `${definition}---\n${lamp}`);
    expect(found.problems).toEqual(["patch/unknown-field app/patch.yaml:6:3"]);
  });

  test("of a kind that nothing describes is left alone", () => {
    const lamp = "apiVersion: example.com/v1\nkind: Lamp\nmetadata:\n  name: desk\nspec:\n  watts: 5\n";
    expect(patched(lamp.replace("watts: 5", "wats: 7"), lamp).problems).toEqual([]);
  });
});

describe("a JSON patch", () => {
  const target = "    target: {kind: StatefulSet, name: emqx}\n";

  test("that fits its target has no findings", () => {
    const patch = `- op: replace\n  path: /spec/replicas\n  value: 3\n- op: add\n  path: /spec/template/spec/containers/0/env\n  value: [{name: A, value: b}]\n`;
    expect(patched(patch, statefulSet, target).problems).toEqual([]);
  });

  test.each([
    [
      "a field that the type does not have",
      "- op: add\n  path: /spec/replica\n  value: 3\n",
      ["patch/unknown-field app/patch.yaml:2:9"],
    ],
    [
      "a value of the wrong type",
      "- op: replace\n  path: /spec/replicas\n  value: three\n",
      ["patch/wrong-type app/patch.yaml:3:10"],
    ],
    [
      "an unknown field inside of its value",
      "- op: add\n  path: /spec/template/spec/containers/-\n  value:\n    name: b\n    imag: c\n",
      ["patch/unknown-field app/patch.yaml:5:5"],
    ],
    [
      "a path that does not exist",
      "- op: replace\n  path: /spec/template/metadata/labels\n  value: {}\n",
      ["patch/failed app/patch.yaml:2:9"],
    ],
    [
      "an index that is out of range",
      "- op: remove\n  path: /spec/template/spec/containers/3\n",
      ["patch/failed app/patch.yaml:2:9"],
    ],
    [
      "the replacement of what is not there",
      "- op: replace\n  path: /spec/serviceName\n  value: a\n",
      ["patch/failed app/patch.yaml:2:9"],
    ],
  ])("with %s is told at its own line", (_, patch, problems) => {
    expect(patched(patch, statefulSet, target).problems).toEqual(problems);
  });
});
