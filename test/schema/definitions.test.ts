// Objects of kinds that CustomResourceDefinitions define. What is expected follows the documentation of structural
// schemas: kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions
import { describe, expect, test } from "vitest";
import { check, definitions, findingsOf } from "./checking.ts";

/** A definition of Widget whose spec has these properties. */
function widgets(properties: string, more = ""): string {
  return `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Widget, plural: widgets, singular: widget}
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
              properties: ${properties}
              ${more}
`;
}

function widget(spec: string): string {
  return `{apiVersion: example.com/v1, kind: Widget, metadata: {name: a}, spec: ${spec}}`;
}

function found(properties: string, spec: string, more = ""): readonly string[] {
  return check(widget(spec), definitions(widgets(properties, more)));
}

describe("fields of a structural schema", () => {
  test("what is named is taken, what is not is unknown", () => {
    expect(found("{size: {type: integer}}", "{size: 1, sise: 2}")).toEqual([
      "schema/unknown-field spec.sise:key",
    ]);
  });

  test("apiVersion, kind and metadata need not be named", () => {
    expect(found("{}", "{}")).toEqual([]);
  });

  test("metadata is checked as that of every object", () => {
    const object = "{apiVersion: example.com/v1, kind: Widget, metadata: {name: a, label: {}}}";
    expect(check(object, definitions(widgets("{}")))).toEqual(["schema/unknown-field metadata.label:key"]);
  });

  test("unknown fields are kept where the schema says so, and there only", () => {
    const properties =
      "{free: {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {closed: {type: object, properties: {a: {type: string}}}}}}";
    expect(found(properties, "{free: {x: 1, closed: {b: 1}}}")).toEqual([
      "schema/unknown-field spec.free.closed.b:key",
    ]);
  });

  test("a map has values of one type", () => {
    const properties = "{limits: {type: object, additionalProperties: {type: integer}}}";
    expect(found(properties, "{limits: {a: 1, b: x}}")).toEqual(["schema/wrong-type spec.limits.b"]);
  });

  test("null is nothing, except where it may stand", () => {
    const properties =
      "{size: {type: integer}, name: {type: string, nullable: true}, list: {type: array, items: {type: string}}}";
    expect(found(properties, "{size: null, name: null}", "required: [size, name]")).toEqual([
      "schema/missing-field spec",
    ]);
    expect(found(properties, "{list: [null]}")).toEqual(["schema/wrong-type spec.list[0]"]);
  });

  test("an integer or a string", () => {
    const properties =
      '{port: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}], pattern: "^[a-z]+$"}}';
    expect(found(properties, "{port: 80}")).toEqual([]);
    expect(found(properties, "{port: http}")).toEqual([]);
    expect(found(properties, "{port: HTTP}")).toEqual(["schema/pattern spec.port"]);
    expect(found(properties, "{port: true}")).toEqual(["schema/wrong-type spec.port"]);
  });

  test("an object within is checked by its own kind", () => {
    const properties =
      "{template: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}}";
    expect(
      found(properties, "{template: {apiVersion: v1, kind: Service, metadata: {name: a}, spec: {port: []}}}"),
    ).toEqual(["schema/unknown-field spec.template.spec.port:key"]);
    expect(found(properties, "{template: {kind: Service}}")).toEqual(["schema/missing-field spec.template"]);
  });

  test("a version that is not served is no kind", () => {
    const text = widgets("{}").replace("served: true", "served: false");
    expect(definitions(text)).toBeUndefined();
  });

  test("a cluster's scope is known", () => {
    const text = widgets("{}").replace("scope: Namespaced", "scope: Cluster");
    const object = "{apiVersion: example.com/v1, kind: Widget, metadata: {name: a, namespace: b}}";
    expect(check(object, definitions(text))).toEqual(["schema/namespace metadata.namespace:key"]);
  });

  test("a name may be limited further", () => {
    const text = widgets("{}").replace(
      "properties:\n            spec",
      "properties:\n            metadata: {type: object, properties: {name: {type: string, maxLength: 3}}}\n            spec",
    );
    const object = "{apiVersion: example.com/v1, kind: Widget, metadata: {name: abcd, labels: {a: 1}}}";
    expect(check(object, definitions(text))).toEqual([
      "schema/wrong-type metadata.labels.a",
      "schema/limit metadata.name",
    ]);
  });
});

describe("limits of a structural schema", () => {
  test.each([
    ["{type: string, enum: [a, b]}", "a", "c", "not-allowed"],
    ["{type: integer, enum: [1, 2]}", "2", "3", "not-allowed"],
    ["{type: string, minLength: 2}", "ab", "a", "limit"],
    ["{type: string, maxLength: 2}", '"🙂🙂"', "abc", "limit"],
    ['{type: string, pattern: "^[a-z]+$"}', "abc", "aBc", "pattern"],
    ["{type: integer, minimum: 1}", "1", "0", "limit"],
    ["{type: number, maximum: 1.5}", "1.5", "1.6", "limit"],
    ["{type: integer, maximum: 5, exclusiveMaximum: true}", "4", "5", "limit"],
    ["{type: integer, minimum: 5, exclusiveMinimum: true}", "6", "5", "limit"],
    ["{type: integer, multipleOf: 5}", "10", "11", "limit"],
    ["{type: array, items: {type: string}, minItems: 1}", "[a]", "[]", "limit"],
    ["{type: array, items: {type: string}, maxItems: 1}", "[a]", "[a, b]", "limit"],
    [
      "{type: object, additionalProperties: {type: string}, maxProperties: 1}",
      "{a: b}",
      "{a: b, c: d}",
      "limit",
    ],
    ["{type: object, additionalProperties: {type: string}, minProperties: 1}", "{a: b}", "{}", "limit"],
    ["{type: string, format: date-time}", '"2026-01-31T12:00:00Z"', "tomorrow", "format"],
    ["{type: string, format: of-our-own}", "anything", undefined, ""],
  ])("%s takes %s, not %s", (schema, right, wrong, code) => {
    expect(found(`{value: ${schema}}`, `{value: ${right}}`)).toEqual([]);
    if (wrong !== undefined)
      expect(found(`{value: ${schema}}`, `{value: ${wrong}}`)).toEqual([`schema/${code} spec.value`]);
  });

  test("lists of which no two items may be the same", () => {
    const map =
      "{x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name], type: array, items: {type: object, properties: {name: {type: string}, n: {type: integer}}}}";
    expect(found(`{list: ${map}}`, "{list: [{name: a, n: 1}, {name: b}, {name: a}]}")).toEqual([
      "schema/duplicate-item spec.list[2]",
    ]);
    const set = "{x-kubernetes-list-type: set, type: array, items: {type: string}}";
    expect(found(`{list: ${set}}`, "{list: [a, b, a]}")).toEqual(["schema/duplicate-item spec.list[2]"]);
    expect(found("{list: {type: array, items: {type: string}}}", "{list: [a, a]}")).toEqual([]);
  });

  test("a key that is left out counts as its default", () => {
    const list =
      "{x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [port, protocol], type: array, items: {type: object, properties: {port: {type: integer}, protocol: {type: string, default: TCP}}}}";
    expect(
      found(`{list: ${list}}`, "{list: [{port: 1}, {port: 1, protocol: UDP}, {port: 1, protocol: TCP}]}"),
    ).toEqual(["schema/duplicate-item spec.list[2]"]);
  });
});

describe("combined schemas", () => {
  const properties = "{a: {type: string}, b: {type: string}}";

  test("one of several", () => {
    const one = "oneOf: [{required: [a]}, {required: [b]}]";
    expect(found(properties, "{a: x}", one)).toEqual([]);
    expect(found(properties, "{a: x, b: y}", one)).toEqual(["schema/combination spec"]);
    expect(found(properties, "{}", one)).toEqual(["schema/combination spec"]);
  });

  test("the message says what each form lacks", () => {
    const types = definitions(widgets(properties, "oneOf: [{required: [a]}, {required: [b]}]"));
    expect(findingsOf(widget("{}"), types)[0]).toMatchObject({
      message: "`spec` fits none of its allowed forms",
      help: "`spec` has no `a`; or `spec` has no `b`",
    });
  });

  test("any of several", () => {
    const any = "anyOf: [{required: [a]}, {required: [b]}]";
    expect(found(properties, "{a: x, b: y}", any)).toEqual([]);
    expect(found(properties, "{}", any)).toEqual(["schema/combination spec"]);
  });

  test("all of several, each finding at its own place", () => {
    const all = "allOf: [{required: [a]}, {properties: {b: {maxLength: 1}}}]";
    expect(found(properties, "{b: xy}", all)).toEqual(["schema/missing-field spec", "schema/limit spec.b"]);
  });

  test("not", () => {
    expect(found(properties, "{a: x}", "not: {required: [a]}")).toEqual(["schema/combination spec"]);
    expect(found(properties, "{b: x}", "not: {required: [a]}")).toEqual([]);
  });
});

describe("defaults, which the API server fills in before it checks", () => {
  test("a required field with a default may be missing", () => {
    const properties =
      "{kind: {type: string, default: IP}, name: {type: string}, or: {type: string, nullable: true, default: x}}";
    const required = "required: [kind, name, or]";
    expect(found(properties, "{}", required)).toEqual(["schema/missing-field spec"]);
    expect(found(properties, "{name: a, kind: null, or: null}", required)).toEqual([]);
  });

  test("alternatives see the default", () => {
    const properties = "{kind: {type: string, default: IP}, value: {type: string}}";
    const one =
      "oneOf: [{properties: {kind: {enum: [IP]}, value: {format: ipv4}}}, {properties: {kind: {not: {enum: [IP]}}}}]";
    expect(found(properties, "{value: 10.0.0.1}", one)).toEqual([]);
    expect(found(properties, "{kind: null, value: 10.0.0.1}", one)).toEqual([]);
    expect(found(properties, "{value: example.org}", one)).toEqual(["schema/combination spec"]);
    expect(found(properties, "{kind: Name, value: example.org}", one)).toEqual([]);
  });
});

describe("definitions that are not as they should be", () => {
  test.each([
    ["no spec", "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: a}}"],
    [
      "a spec of another type",
      "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: a}, spec: [1]}",
    ],
    [
      "a CustomResourceDefinition of somebody else",
      widgets("{}").replace("apiextensions.k8s.io/v1", "example.com/v1"),
    ],
  ])("%s defines nothing", (_, text) => {
    expect(definitions(text)).toBeUndefined();
  });

  test.each([
    ["properties that are a list", "[]"],
    ["a type that does not exist", "{value: {type: sandwich}}"],
    ["limits of another type", '{value: {type: string, maxLength: "3", pattern: [], enum: x}}'],
    ["a schema that is a number", "{value: 3}"],
    ["a reference", '{value: {$ref: "#/definitions/Nothing"}}'],
  ])("%s limit nothing", (_, properties) => {
    const spec = properties === "[]" ? "{}" : "{value: anything}";
    expect(found(properties, spec)).toEqual([]);
  });

  test("a version without a schema takes everything", () => {
    const text = `{apiVersion: apiextensions.k8s.io/v1beta1, kind: CustomResourceDefinition, metadata: {name: a}, spec: {group: example.com, version: v1, names: {kind: Widget}}}`;
    expect(check(widget("{anything: [1]}"), definitions(text))).toEqual([]);
  });
});
