// Which lists merge with the document below, and that Bee counts as cluster-scoped, was recorded from kustomize 5.8.1.
import { describe, expect, test } from "vitest";
import { customSchemas, type Schema } from "../../renderer/openapi/schema-index.ts";

const list = (extensions: object) => ({ type: "array", items: { type: "object" }, ...extensions });
const bee = { group: "example.org", kind: "Bee", version: "v1" };

const document = {
  definitions: {
    "org.example.v1.Bee": {
      type: "object",
      "x-kubernetes-group-version-kind": [bee, { ...bee, version: "v2" }],
      properties: { spec: { $ref: "#/definitions/Spec" } },
    },
    Core: { "x-kubernetes-group-version-kind": [{ group: "", kind: "Core", version: "v1" }], properties: {} },
    Spec: {
      properties: {
        wings: { $ref: "#/definitions/Wings" },
        map: {
          additionalProperties: list({
            "x-kubernetes-patch-strategy": "merge",
            "x-kubernetes-patch-merge-key": "id",
          }),
        },
        loop: { $ref: "#/definitions/Spec" },
        ports: list({
          "x-kubernetes-patch-strategy": "merge",
          "x-kubernetes-patch-merge-key": "port",
          "x-kubernetes-list-map-keys": ["port", "protocol"],
        }),
        noStrategy: list({ "x-kubernetes-patch-merge-key": "side" }),
        tags: { type: ["array"], items: { type: "string" }, "x-kubernetes-patch-strategy": "merge" },
        open: { additionalProperties: true },
        circle: { $ref: "#/definitions/Circle" },
        nowhere: { $ref: "#/definitions/Nowhere" },
        beside: { $ref: "#/definitions/Plain", "x-kubernetes-patch-strategy": "merge" },
        escaped: { $ref: "#/definitions/a~1b%20c" },
        specs: { type: "array", items: { $ref: "#/definitions/Spec" } },
      },
    },
    Wings: list({ "x-kubernetes-patch-strategy": "merge", "x-kubernetes-patch-merge-key": "side" }),
    Circle: { $ref: "#/definitions/Circle" },
    Plain: list({}),
    "a/b c": list({ "x-kubernetes-patch-strategy": "merge" }),
  },
  paths: {
    "/apis/example.org/v1/bees": { get: { "x-kubernetes-group-version-kind": bee } },
    "/apis/example.org/v2/bees": { get: { "x-kubernetes-group-version-kind": { ...bee, version: "v2" } } },
    "/apis/example.org/v2/namespaces/{namespace}/bees": {
      get: { "x-kubernetes-group-version-kind": { ...bee, version: "v2" } },
    },
    "/apis/v1/namespaces": {
      get: { "x-kubernetes-group-version-kind": { kind: "Namespace", version: "v1" } },
    },
    "/apis/v1/namespaces/{namespace}/namespaces": {
      get: { "x-kubernetes-group-version-kind": { kind: "Namespace", version: "v1" } },
    },
    "/healthz": { get: {} },
  },
};

const schemas = customSchemas(document);

function spec(...path: readonly string[]): Schema | undefined {
  return path.reduce<Schema | undefined>(
    (here, name) => (name === "[]" ? here?.elements() : here?.field(name)),
    schemas.forType("example.org/v1", "Bee")?.field("spec"),
  );
}

describe("a custom schema", () => {
  test("replaces the built-in kinds", () => {
    expect(schemas.forType("apps/v1", "Deployment")).toBeUndefined();
  });

  test("is found by each of its kinds", () => {
    expect(schemas.forType("example.org/v2", "Bee")).toBe(schemas.forType("example.org/v1", "Bee"));
    expect(schemas.forType("v1", "Core")).toBeDefined();
  });

  test("merges lists by the keys that its extensions name, through references and maps", () => {
    expect(spec("wings")).toMatchObject({ mergeStrategy: "merge", mergeKeys: ["side"] });
    expect(spec("loop", "loop", "wings")).toMatchObject({ mergeStrategy: "merge", mergeKeys: ["side"] });
    expect(spec("map", "any")).toMatchObject({ mergeStrategy: "merge", mergeKeys: ["id"] });
    expect(spec("ports")).toMatchObject({ mergeStrategy: "merge", mergeKeys: ["port", "protocol"] });
    expect(spec("tags")).toMatchObject({ mergeStrategy: "merge", mergeKeys: [] });
    expect(spec("specs", "[]", "wings")).toMatchObject({ mergeKeys: ["side"] });
    expect(spec("escaped")).toMatchObject({ mergeStrategy: "merge", mergeKeys: [] });
  });

  test("needs a patch strategy for that", () => {
    expect(spec("noStrategy")).toMatchObject({ mergeStrategy: "", mergeKeys: [] });
  });

  test("ignores what stands beside a reference", () => {
    expect(spec("beside")).toMatchObject({ mergeStrategy: "" });
  });

  test("ends where nothing is known", () => {
    expect(spec("unknown")).toBeUndefined();
    expect(spec("constructor")).toBeUndefined();
    expect(spec("open", "any")).toBeUndefined();
    expect(spec("nowhere")).toBeUndefined();
    expect(spec("map")?.elements()).toBeUndefined();
  });

  // kustomize does not come back from this one.
  test("ends where a reference leads round in a circle", () => {
    expect(spec("circle")).toBeUndefined();
  });

  test("tells scopes from its paths, except for built-in kinds", () => {
    expect(schemas.isNamespaced("example.org/v1", "Bee")).toBe(false);
    expect(schemas.isNamespaced("example.org/v2", "Bee")).toBe(true);
    expect(schemas.isNamespaced("example.org/v3", "Bee")).toBeUndefined();
    expect(schemas.isNamespaced("v1", "Namespace")).toBe(false);
    expect(schemas.isNamespaced("v1", "Pod")).toBe(true);
  });

  test.each([
    null,
    [],
    "text",
    {},
    { definitions: null },
    {
      definitions: {
        A: null,
        B: { "x-kubernetes-group-version-kind": bee },
        C: { "x-kubernetes-group-version-kind": [1] },
      },
    },
    { paths: { "/a": null, "/b": { get: { "x-kubernetes-group-version-kind": { kind: 1 } } } } },
  ])("of %j knows no kinds", (odd) => {
    expect(customSchemas(odd).forType("example.org/v1", "Bee")).toBeUndefined();
    expect(customSchemas(odd).isNamespaced("example.org/v1", "Bee")).toBeUndefined();
  });
});
