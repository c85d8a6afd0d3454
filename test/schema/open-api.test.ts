// What a cluster says of its kinds, in the forms that `kubectl get --raw /openapi/v2` and /openapi/v3/… have.
import { expect, test } from "vitest";
import { builtInMetadata } from "../../renderer/schema/source/built-in.ts";
import { openApiSource } from "../../renderer/schema/source/open-api.ts";
import { check } from "./checking.ts";

const meta = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";
const quantity = "io.k8s.apimachinery.pkg.api.resource.Quantity";
const intOrString = "io.k8s.apimachinery.pkg.util.intstr.IntOrString";

function schemas(ref: (name: string) => unknown): Readonly<Record<string, unknown>> {
  return {
    "com.example.v1.Widget": {
      type: "object",
      properties: {
        apiVersion: { type: "string" },
        kind: { type: "string" },
        metadata: ref(meta),
        spec: ref("com.example.v1.WidgetSpec"),
        status: { type: "object", required: ["phase"], properties: { phase: { type: "string" } } },
      },
      "x-kubernetes-group-version-kind": [{ group: "example.com", version: "v1", kind: "Widget" }],
    },
    "com.example.v1.WidgetSpec": {
      type: "object",
      required: ["size"],
      properties: {
        size: ref(quantity),
        port: ref(intOrString),
        replicas: { type: "integer", format: "int32" },
        inner: ref("com.example.v1.WidgetSpec"),
        free: { type: "object" },
      },
    },
    [meta]: { type: "object", properties: { name: { type: "string" } } },
    [quantity]: { type: "string" },
    [intOrString]: { type: "string", format: "int-or-string" },
  };
}

const paths = {
  "/apis/example.com/v1/namespaces/{namespace}/widgets": {
    post: { "x-kubernetes-group-version-kind": { group: "example.com", version: "v1", kind: "Widget" } },
  },
};

const documents: readonly (readonly [string, unknown])[] = [
  ["v2", { swagger: "2.0", paths, definitions: schemas((name) => ({ $ref: `#/definitions/${name}` })) }],
  [
    "v3",
    {
      openapi: "3.0.0",
      paths,
      components: {
        schemas: schemas((name) => ({ allOf: [{ $ref: `#/components/schemas/${name}` }], default: {} })),
      },
    },
  ],
];

function widget(spec: string): string {
  return `{apiVersion: example.com/v1, kind: Widget, metadata: {name: a, labels: {a: b}}, spec: ${spec}}`;
}

test.each(documents)("kinds of OpenAPI %s", (_, document) => {
  const types = openApiSource([document], builtInMetadata);
  expect(
    check(widget("{size: 1Gi, port: http, replicas: 1, free: {x: 1}, inner: {size: 1}}"), types),
  ).toEqual([]);
  expect(check(widget("{size: 1GB, port: 1.5, replicas: x, sise: 1, inner: {}}"), types)).toEqual([
    "schema/format spec.size",
    "schema/wrong-type spec.port",
    "schema/wrong-type spec.replicas",
    "schema/unknown-field spec.sise:key",
    "schema/missing-field spec.inner",
  ]);
  expect(types?.kinds()).toEqual([{ apiVersion: "example.com/v1", kind: "Widget" }]);
  expect(types?.scopeOf("example.com/v1", "Widget")).toBe("Namespaced");
});

test("labels are checked although the cluster's description does not limit them", () => {
  const types = openApiSource([documents[0]?.[1]], builtInMetadata);
  const object = "{apiVersion: example.com/v1, kind: Widget, metadata: {name: a, labels: {a: 'b c'}}}";
  expect(check(object, types)).toEqual(["schema/format metadata.labels.a"]);
});

test("several documents, as OpenAPI v3 has one a group, make one source", () => {
  const other = {
    components: {
      schemas: {
        Gadget: {
          type: "object",
          properties: { size: { type: "integer" } },
          "x-kubernetes-group-version-kind": [{ group: "", version: "v1", kind: "Gadget" }],
        },
      },
    },
  };
  const types = openApiSource([documents[1]?.[1], other], builtInMetadata);
  expect(types?.schemaOf("v1", "Gadget")).toBeDefined();
  expect(types?.schemaOf("example.com/v1", "Widget")).toBeDefined();
});

test.each([[[]], [[null]], [[{ definitions: 3 }]], [[{ paths: {} }]], [["text"]]])(
  "%j describes nothing",
  (none) => {
    expect(openApiSource(none, builtInMetadata)).toBeUndefined();
  },
);
