// Schemas and objects that mean harm: each of these ends, and soon (the tests' time limit would stop what does not).
import { describe, expect, test } from "vitest";
import { builtInMetadata } from "../../renderer/schema/source/built-in.ts";
import { openApiSource } from "../../renderer/schema/source/open-api.ts";
import { check, definitions, findingsOf } from "./checking.ts";

function described(schemas: Readonly<Record<string, unknown>>): ReturnType<typeof openApiSource> {
  const root = {
    type: "object",
    properties: { apiVersion: {}, kind: {}, metadata: {}, spec: { $ref: "#/definitions/Spec" } },
    "x-kubernetes-group-version-kind": [{ group: "", version: "v1", kind: "Widget" }],
  };
  return openApiSource([{ definitions: { Widget: root, ...schemas } }], builtInMetadata);
}

const ref = (name: string): unknown => ({ $ref: `#/definitions/${name}` });

function widget(spec: string): string {
  return `{apiVersion: v1, kind: Widget, spec: ${spec}, metadata: {name: a}}`;
}

describe("references", () => {
  test("to themselves", () => {
    expect(check(widget("{a: 1}"), described({ Spec: ref("Spec") }))).toEqual([]);
  });

  test("in a circle", () => {
    expect(check(widget("{a: 1}"), described({ Spec: ref("Other"), Other: ref("Spec") }))).toEqual([]);
  });

  test("in a circle by way of allOf", () => {
    const types = described({ Spec: { allOf: [ref("Spec"), ref("Spec")] } });
    expect(check(widget("{a: 1}"), types)).toEqual(["schema/too-complex"]);
  });

  test("in a long row", () => {
    const row = Array.from({ length: 100_000 }, (_, i) => [`T${i}`, ref(`T${i + 1}`)] as const);
    const types = described({ Spec: ref("T0"), ...Object.fromEntries(row), T100000: { type: "string" } });
    expect(check(widget("{a: 1}"), types)).toEqual(["schema/wrong-type spec"]);
  });

  test("to a type that holds itself", () => {
    const types = described({
      Spec: { type: "object", properties: { spec: ref("Spec"), n: { type: "integer" } } },
    });
    expect(check(widget(`${"{spec: ".repeat(50)}{n: x}${"}".repeat(50)}`), types)).toEqual([
      `schema/wrong-type spec${".spec".repeat(50)}.n`,
    ]);
  });
});

test("alternatives of alternatives of alternatives", () => {
  const levels = Array.from({ length: 40 }, (_, i) => [
    `L${i}`,
    { anyOf: [ref(`L${i + 1}`), { ...(ref(`L${i + 1}`) as object), title: "again" }] },
  ]);
  const types = described({ Spec: ref("L0"), ...Object.fromEntries(levels), L40: { required: ["never"] } });
  expect(check(widget("{a: 1}"), types)).toContain("schema/too-complex");
});

describe("patterns", () => {
  const withPattern = (pattern: string): ReturnType<typeof definitions> =>
    definitions(`
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  names: {kind: Widget}
  versions:
    - name: v1
      served: true
      schema:
        openAPIV3Schema:
          properties:
            value: {type: string, pattern: ${JSON.stringify(pattern)}}
`);
  const object = (value: string): string =>
    `{apiVersion: example.com/v1, kind: Widget, metadata: {name: a}, value: ${JSON.stringify(value)}}`;

  test.each(["^(a+)+$", "^(a|a)*$", "^([a-zA-Z]+)*$", "^(.*)*=(.*)*$"])(
    "%s takes no longer for a text made against it",
    (pattern) => {
      expect(check(object(`${"a".repeat(50_000)}!`), withPattern(pattern))).toEqual(["schema/pattern value"]);
    },
  );

  test("of more states than an engine takes is not checked", () => {
    expect(check(object("b"), withPattern("((a{1,1000}){1,1000}){1,1000}"))).toEqual([]);
  });

  test("that is none is not checked", () => {
    expect(check(object("b"), withPattern("(("))).toEqual([]);
  });
});

test("an object that is wrong throughout gives a thousand findings", () => {
  const args = Array.from({ length: 5_000 }, () => "1").join(", ");
  const pod = `{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, args: [${args}]}]}}`;
  expect(findingsOf(pod)).toHaveLength(1_000);
});

test("a field called as what every JavaScript object has is unknown like any other", () => {
  expect(
    check("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, __proto__: {}, constructor: 1}"),
  ).toEqual(["schema/unknown-field __proto__:key", "schema/unknown-field constructor:key"]);
});

test("many objects of a hostile kind take no longer than all may take together", () => {
  const types = described({ Spec: { allOf: [ref("Spec"), ref("Spec")] } });
  const objects = Array.from({ length: 2_000 }, () => widget("{a: 1}")).join("\n---\n");
  expect(check(objects, types)).toEqual(Array.from({ length: 2_000 }, () => "schema/too-complex"));
});
