// Which files are errors, and the field specs of the good ones, were recorded from kustomize 5.8.1.
import { describe, expect, test } from "vitest";
import { configurations, crds, linesOf } from "./reading.ts";

describe("a configurations file", () => {
  test("gives field specs, by YAML 1.1 and whatever the case of its fields", () => {
    const { config, findings } = configurations(
      "NAMESPACE:\n- path: y\n  create: yes\n- path: 'y'\n  create: off\n",
    );
    expect(findings).toEqual([]);
    expect(linesOf(config)).toEqual([
      "namespace [noKind].[noVer].[noGrp] true create",
      "namespace [noKind].[noVer].[noGrp] y",
    ]);
  });

  test.each(["", "# nothing\n", "null\n", "namePrefix: null\n", "namePrefix: []\nnameReference: []\n"])(
    "%j holds nothing",
    (text) => {
      const { config, findings } = configurations(text);
      expect(findings).toEqual([]);
      expect(linesOf(config)).toEqual([]);
    },
  );

  test.each([
    [
      "namoPrefix:\n- path: a\n",
      "configuration/unknown-field 1:1 a configurations file has no field `namoPrefix` (did you mean `namePrefix`?)",
    ],
    [
      "images:\n- path: a\n  knd: A\n",
      "configuration/unknown-field 3:3 a field spec has no field `knd` (did you mean `kind`?)",
    ],
    [
      "nameReference:\n- kind: A\n  referrers: []\n",
      "configuration/unknown-field 3:3 an entry of `nameReference` has no field `referrers` (its fields are group, version, kind, fieldSpecs)",
    ],
    ["- path: a\n", "configuration/invalid 1:1 a configurations file must be a map"],
    ["images:\n- a\n", "configuration/invalid 2:3 a field spec must be a map"],
    ["images: a\n", "configuration/invalid 1:9 `images` must be a list"],
    ["images:\n- path: [a]\n", "configuration/invalid 2:9 `path` must be a string"],
    ['images:\n- path: a\n  create: "true"\n', "configuration/invalid 3:11 `create` must be true or false"],
  ])("%j is refused", (text, finding) => {
    expect(configurations(text).findings).toEqual([finding]);
  });

  test("that sets a field twice is refused", () => {
    expect(configurations("images: []\nimages: []\n").findings).toEqual([
      "configuration/invalid 2:1 `images` is set twice",
    ]);
  });

  test("that sets a field in two spellings is refused, where kustomize drops one of them", () => {
    expect(configurations("images: []\nImages: []\n").findings).toEqual([
      "configuration/invalid 2:1 `images` is set twice",
    ]);
  });
});

const hive = `org.example.v1.Hive:
  Schema:
    properties:
      apiVersion: { type: string }
      kind: { type: string }
      metadata: { $ref: io.k8s.ObjectMeta }
      spec: { $ref: org.example.v1.HiveSpec }
org.example.v1.HiveSpec:
  Schema:
    properties:
      notes: { type: object, x-kubernetes-annotation: "" }
      selector: { type: object, x-kubernetes-label-selector: "" }
      title: { type: string, x-kubernetes-identity: "" }
      queen:
        x-kubernetes-object-ref-api-version: example.org/v1
        x-kubernetes-object-ref-kind: Bee
      token:
        x-kubernetes-object-ref-api-version: v1
        x-kubernetes-object-ref-kind: Secret
        x-kubernetes-object-ref-name-key: secretName
      plain: { type: string, x-kubernetes-identity: true }
      half: { x-kubernetes-object-ref-kind: Secret }
org.example.v1.Part:
  Schema:
    properties:
      title: { type: string, x-kubernetes-identity: "" }
`;

describe("a crds file", () => {
  test("declares labels, annotations, prefixed fields and references of the types that are objects", () => {
    const { config, findings } = crds(hive);
    expect(findings).toEqual([]);
    expect(linesOf(config)).toEqual([
      "namePrefix Hive.[noVer].[noGrp] spec/title",
      "commonLabels Hive.[noVer].[noGrp] spec/selector",
      "commonAnnotations Hive.[noVer].[noGrp] spec/notes",
      "nameReference Secret.v1.[noGrp] in Hive.[noVer].[noGrp] spec/token/secretName",
      "nameReference Bee.example.org/v1.[noGrp] in Hive.[noVer].[noGrp] spec/queen/name",
    ]);
  });

  test("may be JSON", () => {
    const text =
      '{"Hive": {"Schema": {"properties": {"kind": {}, "apiVersion": {}, "metadata": {}, "spec": {"x-kubernetes-identity": ""}}}}}';
    expect(linesOf(crds(text).config)).toEqual(["namePrefix Hive.[noVer].[noGrp] spec"]);
  });

  test("joins what versions of a kind have in common", () => {
    const text = hive + hive.replaceAll("org.example.v1", "org.example.v2");
    expect(linesOf(crds(text).config)).toEqual(linesOf(crds(hive).config));
  });

  // kustomize recurses without end here.
  test("whose type contains itself is followed once", () => {
    const text = hive.replace("half: {", "inner: { $ref: org.example.v1.HiveSpec,");
    expect(linesOf(crds(text).config)).toEqual(linesOf(crds(hive).config));
  });

  test.each(["{}\n", "null\n", "# nothing\n", "Hive: {}\n", "Hive: { Schema: {} }\n"])(
    "%j declares nothing",
    (text) => {
      const { config, findings } = crds(text);
      expect(findings).toEqual([]);
      expect(linesOf(config)).toEqual([]);
    },
  );

  // kustomize panics on the empty one.
  test.each(["", "- a\n"])("%j is refused", (text) => {
    expect(crds(text).findings).toEqual([
      "configuration/invalid 1:1 a crds file must map type names to their schemas",
    ]);
  });
});
