// Expected field specs and their order were recorded from kustomize 5.8.1 (api/internal/plugins/builtinconfig).
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  defaultConfig,
  makeConfig,
  mergeConfig,
  mergeFieldSpecs,
  noConfig,
} from "../../renderer/fieldspecs/config.ts";
import { fieldSpec, pathOf } from "../../renderer/fieldspecs/field-spec.ts";
import { gvkString } from "../../renderer/resource/gvk.ts";
import { configurations, lineOf, linesOf } from "./reading.ts";

const recordedDefaults = readFileSync(new URL("default-config.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

function joined(text: string): ReturnType<typeof mergeConfig> {
  return mergeConfig(defaultConfig(), configurations(text).config);
}

function mergedLines(text: string): readonly string[] {
  const merged = joined(text);
  return "error" in merged ? [merged.error] : linesOf(merged);
}

describe("the default config", () => {
  test("holds kustomize's field specs in kustomize's order", () => {
    expect(linesOf(defaultConfig())).toEqual(recordedDefaults);
  });

  test("stays the same object when it is merged again", () => {
    expect(mergeConfig(defaultConfig(), defaultConfig())).toBe(defaultConfig());
    expect(mergeConfig(noConfig, defaultConfig())).toBe(defaultConfig());
    expect(mergeConfig(defaultConfig(), noConfig)).toBe(defaultConfig());
  });

  test("holds nothing twice, so that a join with itself adds nothing", () => {
    const copy = makeConfig(defaultConfig());
    expect(mergeConfig(copy, defaultConfig())).toBe(copy);
    const fromNothing = mergeConfig(makeConfig({}), defaultConfig());
    expect("error" in fromNothing ? fromNothing.error : linesOf(fromNothing)).toEqual(recordedDefaults);
  });
});

describe("mergeConfig", () => {
  test("adds what is new, each list sorted by Gvk", () => {
    const lines = mergedLines(`
namePrefix:
- {path: metadata/name, kind: Bee}
- {path: spec/queen, kind: Bee}
replicas:
- {path: spec/bees, kind: Hive, create: true}
- {path: spec/bees, kind: Apiary, group: example.org, version: v1, create: true}
`);
    expect(lines.filter((line) => line.startsWith("namePrefix"))).toEqual([
      "namePrefix Bee.[noVer].[noGrp] metadata/name",
      "namePrefix Bee.[noVer].[noGrp] spec/queen",
      "namePrefix [noKind].[noVer].[noGrp] metadata/name",
    ]);
    expect(lines.filter((line) => line.startsWith("replicas"))).toEqual([
      "replicas Deployment.[noVer].[noGrp] spec/replicas create",
      "replicas StatefulSet.[noVer].[noGrp] spec/replicas create",
      "replicas Apiary.v1.example.org spec/bees create",
      "replicas Hive.[noVer].[noGrp] spec/bees create",
      "replicas ReplicaSet.[noVer].[noGrp] spec/replicas create",
      "replicas ReplicationController.[noVer].[noGrp] spec/replicas create",
    ]);
  });

  test("joins name references of the same Gvk and sorts the others in", () => {
    const merged = joined(`
nameReference:
- kind: Secret
  version: v1
  fieldSpecs:
  - {path: spec/tokenRef/name, kind: Bee}
- kind: Bee
  fieldSpecs:
  - {path: spec/bee, kind: Hive}
  - {path: spec/bees, kind: Hive}
`);
    if ("error" in merged) throw new Error(merged.error);
    expect(merged.nameReference.map(gvkString)).toEqual([
      "StorageClass.v1.storage.k8s.io",
      "ServiceAccount.v1.[noGrp]",
      "Role.[noVer].rbac.authorization.k8s.io",
      "ClusterRole.[noVer].rbac.authorization.k8s.io",
      "ConfigMap.v1.[noGrp]",
      "Secret.v1.[noGrp]",
      "Service.v1.[noGrp]",
      "PriorityClass.v1.scheduling.k8s.io",
      "PersistentVolume.v1.[noGrp]",
      "PersistentVolumeClaim.v1.[noGrp]",
      "Deployment.[noVer].[noGrp]",
      "StatefulSet.[noVer].[noGrp]",
      "ValidatingAdmissionPolicy.[noVer].admissionregistration.k8s.io",
      "IngressClass.v1.networking.k8s.io/v1",
      "Bee.[noVer].[noGrp]",
      "ReplicaSet.[noVer].[noGrp]",
      "ReplicationController.[noVer].[noGrp]",
    ]);
    const secrets = merged.nameReference.find((reference) => reference.kind === "Secret");
    expect(secrets?.fieldSpecs.map(lineOf).at(-1)).toBe("Bee.[noVer].[noGrp] spec/tokenRef/name");
  });

  test("reorders equals of a long list as kustomize's unstable sort does", () => {
    const rows = [0, 1, 2, 3].map((i) => `- {path: p${i}, kind: Zed}\n- {path: q${i}, kind: Bee}\n`);
    const lines = mergedLines(`varReference:\n${rows.join("")}`);
    expect(lines.filter((line) => /^varReference (Bee|Job|Zed)\./.test(line))).toEqual([
      "varReference Bee.[noVer].[noGrp] q0",
      "varReference Bee.[noVer].[noGrp] q1",
      "varReference Bee.[noVer].[noGrp] q2",
      "varReference Bee.[noVer].[noGrp] q3",
      "varReference Job.[noVer].[noGrp] spec/template/spec/initContainers/command",
      "varReference Job.[noVer].[noGrp] spec/template/spec/volumes/nfs/server",
      "varReference Job.[noVer].[noGrp] spec/template/spec/containers/args",
      "varReference Job.[noVer].[noGrp] spec/template/spec/containers/command",
      "varReference Job.[noVer].[noGrp] spec/template/spec/containers/env/value",
      "varReference Job.[noVer].[noGrp] spec/template/spec/containers/volumeMounts/mountPath",
      "varReference Job.[noVer].[noGrp] spec/template/spec/initContainers/args",
      "varReference Job.[noVer].[noGrp] spec/template/spec/initContainers/env/value",
      "varReference Job.[noVer].[noGrp] spec/template/spec/initContainers/volumeMounts/mountPath",
      "varReference Zed.[noVer].[noGrp] p0",
      "varReference Zed.[noVer].[noGrp] p1",
      "varReference Zed.[noVer].[noGrp] p2",
      "varReference Zed.[noVer].[noGrp] p3",
    ]);
  });

  test("takes a spec for any kind as present when one kind has its path", () => {
    const text = "commonLabels:\n- {path: spec/template/metadata/labels, create: true}\n";
    expect(joined(text)).toBe(defaultConfig());
  });

  test("fails when two specs of one path disagree about `create`", () => {
    expect(joined("replicas:\n- {path: spec/replicas, kind: Deployment}\n")).toEqual({
      error: "replicas: `spec/replicas` of Deployment is there both with and without `create`",
    });
    expect(
      joined(
        "nameReference:\n- {kind: Secret, version: v1, fieldSpecs: [{path: spec/tls/secretName, kind: Ingress, create: true}]}\n",
      ),
    ).toEqual({
      error:
        "nameReference of Secret.v1.[noGrp]: `spec/tls/secretName` of Ingress is there both with and without `create`",
    });
  });

  test("merges a pair of configs once", () => {
    const more = makeConfig({ images: [fieldSpec("spec/bee/image")] });
    expect(mergeConfig(defaultConfig(), more)).toBe(mergeConfig(defaultConfig(), more));
  });
});

describe("mergeFieldSpecs", () => {
  const labels = fieldSpec("metadata/labels", { create: true });

  test("keeps the first list and appends what is new, unsorted", () => {
    const own = [fieldSpec("z"), fieldSpec("a")];
    expect(mergeFieldSpecs([own, [fieldSpec("a")], [labels, fieldSpec("b")]])).toEqual([
      ...own,
      labels,
      fieldSpec("b"),
    ]);
    expect(mergeFieldSpecs([own, [fieldSpec("a")]])).toBe(own);
  });

  test("fails on a conflict", () => {
    expect(mergeFieldSpecs([[fieldSpec("metadata/labels")], [labels]])).toEqual({
      error: "`metadata/labels` of any kind is there both with and without `create`",
    });
  });
});

test("the path of a field spec is split once, with escaped slashes kept", () => {
  const spec = fieldSpec("metadata/annotations/example.org\\/key");
  expect(pathOf(spec)).toEqual(["metadata", "annotations", "example.org/key"]);
  expect(pathOf({ ...spec, kind: "Bee" })).toBe(pathOf(spec));
});
