import { describe, expect, test } from "vitest";
import { CrdLists } from "../../renderer/patch/crd-lists.ts";
import { buildChecked } from "./building.ts";

const files = {
  "app/kustomization.yaml": "resources: [definition.yaml, lamp.yaml]\npatches:\n  - path: patch.yaml\n",
  "app/definition.yaml": `apiVersion: apiextensions.k8s.io/v1
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
                bulbs:
                  type: array
                  x-kubernetes-list-type: map
                  x-kubernetes-list-map-keys: [socket]
                  items:
                    type: object
                    properties:
                      socket: {type: string}
                      watts: {type: integer}
                rooms:
                  type: array
                  items: {type: string}
`,
  "app/lamp.yaml": `apiVersion: example.com/v1
kind: Lamp
metadata:
  name: desk
spec:
  bulbs:
    - socket: left
      watts: 5
    - socket: right
      watts: 7
  rooms: [study]
`,
  "app/patch.yaml": `apiVersion: example.com/v1
kind: Lamp
metadata:
  name: desk
spec:
  bulbs:
    - socket: right
      watts: 9
  rooms: [hall]
`,
};

function spec(yaml: string): string {
  return yaml.slice(yaml.lastIndexOf("spec:\n"));
}

describe("lists of a custom resource", () => {
  // Recorded from kustomize 5.8.1.
  test("are replaced whole, as kustomize replaces them, unless asked otherwise", () => {
    const { yaml, problems } = buildChecked(files);
    expect(spec(yaml)).toBe("spec:\n  bulbs:\n  - socket: right\n    watts: 9\n  rooms:\n  - hall\n");
    expect(problems).toEqual(["patch/list-replaced app/patch.yaml:7:5"]);
  });

  test("merge by the keys of their definition when asked to", () => {
    const { yaml, problems } = buildChecked(files, { extraTypes: new CrdLists() });
    expect(problems).toEqual([]);
    expect(spec(yaml)).toBe(
      "spec:\n  bulbs:\n  - socket: right\n    watts: 9\n  - socket: left\n    watts: 5\n  rooms:\n  - hall\n",
    );
  });

  test("need their key when they merge", () => {
    const keyless = {
      ...files,
      "app/patch.yaml": files["app/patch.yaml"].replace("socket: right\n      ", ""),
    };
    expect(buildChecked(keyless, { extraTypes: new CrdLists() }).problems).toContain(
      "patch/missing-merge-key app/patch.yaml:7:7",
    );
  });
});
