// The tables that the checks rest on.
import { describe, expect, test } from "vitest";
import { builtInTables } from "../../renderer/schema/built-in-tables.ts";
import { lifecycleOf } from "../../renderer/schema/check/lifecycle.ts";
import { parseConstraints, printConstraints } from "../../renderer/schema/constraints.ts";
import { clusterScopedKinds } from "../../renderer/schema/data/scopes.ts";
import { builtInSource, constraintTexts } from "../../renderer/schema/source/built-in.ts";
import { renderedYaml } from "../tree/rendered.ts";
import { check } from "./checking.ts";

const { types } = builtInTables();
const kinds = builtInSource().kinds();

describe("limits", () => {
  test.each(Object.entries(constraintTexts))("every place of %s is a field of a type", (_, text) => {
    const missing = [...parseConstraints(text).keys()].filter((place) => {
      const [, type = "", field = ""] = /^(\w+)\.(.*?)(?:\[\]|\{\})*$/.exec(place) ?? [];
      return !types.get(type)?.has(field);
    });
    expect(missing).toEqual([]);
  });

  test.each(Object.entries(constraintTexts))("%s comes back the same when it is printed", (_, text) => {
    const constraints = parseConstraints(text);
    expect(parseConstraints(printConstraints(constraints))).toEqual(constraints);
  });

  test("a place that comes up twice has the limits of both", () => {
    expect(parseConstraints('A.b = {"minimum":1}\nA.b = {"maximum":2}').get("A.b")).toEqual({
      minimum: 1,
      maximum: 2,
    });
  });
});

test("every kind outside namespaces is known, or known to be gone or to come", () => {
  const known = new Set(kinds.map(({ apiVersion, kind }) => `${kind}.${groupOf(apiVersion)}`));
  const unknown = clusterScopedKinds
    .trim()
    .split(/\s+/)
    .filter((name) => !known.has(name));
  // Kubernetes 1.36 serves these in alpha and beta versions only.
  expect(unknown).toEqual([
    "ClusterTrustBundle.certificates.k8s.io",
    "StorageVersion.internal.apiserver.k8s.io",
    "DeviceTaintRule.resource.k8s.io",
    "ResourcePoolStatusRequest.resource.k8s.io",
    "StorageVersionMigration.storagemigration.k8s.io",
  ]);
});

function groupOf(apiVersion: string): string {
  return apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
}

test("what takes the place of an API that is gone is not gone itself", () => {
  for (const { apiVersion, kind } of kinds) {
    expect(lifecycleOf(apiVersion, kind)?.removedIn ?? 37).toBeGreaterThan(36);
  }
});

// Embedded structs of Go: the fields of another type belong to the type itself.
test.each([
  ["gateway.networking.k8s.io/v1", "HTTPRoute", ["spec", "parentRefs"]],
  ["monitoring.coreos.com/v1", "Prometheus", ["spec", "replicas"]],
  ["monitoring.coreos.com/v1", "Prometheus", ["spec", "serviceMonitorSelector"]],
  ["argoproj.io/v1alpha1", "Application", ["spec", "syncPolicy"]],
  ["cert-manager.io/v1", "ClusterIssuer", ["spec", "acme"]],
])("%s %s has %j", (apiVersion, kind, [first = "", second = ""]) => {
  const spec = builtInSource().schemaOf(apiVersion, kind)?.fields?.get(first)?.();
  expect(spec?.fields?.has(second)).toBe(true);
});

describe("the project's own tree is valid against Kubernetes 1.36", () => {
  test.each(["base/emqx", "base/broker", "overlays/dev", "overlays/prod"])("%s", (directory) => {
    expect(check(renderedYaml(directory))).toEqual([]);
  });
});
