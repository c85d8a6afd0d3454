// Recorded from kustomize 5.8.1: the schema that is built into it, and bases with one item patched with another.
import { describe, expect, test } from "vitest";
import { builtInSchemas, type Schema } from "../../renderer/openapi/schema-index.ts";

const schemas = builtInSchemas();

/** The schema at a path like `spec.containers[].ports`. */
function at(apiVersion: string, kind: string, path: string): Schema | undefined {
  return path
    .replaceAll("[]", ".[]")
    .split(".")
    .reduce<Schema | undefined>(
      (here, step) => (step === "[]" ? here?.elements() : here?.field(step)),
      schemas.forType(apiVersion, kind),
    );
}

describe("a built-in list", () => {
  test.each([
    ["apps/v1", "Deployment", "spec.template.spec.containers", "merge", ["name"]],
    ["apps/v1", "Deployment", "spec.template.spec.containers[].env", "merge", ["name"]],
    [
      "apps/v1",
      "Deployment",
      "spec.template.spec.containers[].ports",
      "merge",
      ["containerPort", "protocol"],
    ],
    ["apps/v1", "StatefulSet", "spec.template.spec.volumes", "merge,retainKeys", ["name"]],
    ["v1", "Pod", "spec.topologySpreadConstraints", "merge", ["topologyKey", "whenUnsatisfiable"]],
    ["v1", "Pod", "spec.containers[].volumeMounts", "merge", ["mountPath"]],
    ["v1", "Service", "spec.ports", "merge", ["port", "protocol"]],
    ["v1", "ServiceAccount", "secrets", "merge", ["name"]],
    ["v1", "ConfigMap", "metadata.finalizers", "merge", []],
    ["v1", "Node", "spec.podCIDRs", "merge", []],
    ["batch/v1beta1", "CronJob", "spec.jobTemplate.spec.template.spec.initContainers", "merge", ["name"]],
    ["admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", "webhooks", "merge", ["name"]],
  ])("%s %s %s merges", (apiVersion, kind, path, strategy, keys) => {
    const schema = at(apiVersion, kind, path);
    expect(schema?.mergeStrategy).toBe(strategy);
    expect(schema?.mergeKeys).toEqual(keys);
  });

  test.each([
    ["v1", "Pod", "spec.tolerations"],
    ["v1", "Pod", "spec.containers[].args"],
    ["networking.k8s.io/v1", "Ingress", "spec.rules"],
    ["rbac.authorization.k8s.io/v1", "ClusterRole", "rules"],
    ["rbac.authorization.k8s.io/v1", "RoleBinding", "subjects"],
    ["apps/v1", "StatefulSet", "spec.volumeClaimTemplates"],
    ["certificates.k8s.io/v1", "CertificateSigningRequest", "status.conditions"],
  ])("%s %s %s is replaced whole", (apiVersion, kind, path) => {
    expect(at(apiVersion, kind, path)?.mergeStrategy ?? "").toBe("");
  });

  test.each([
    ["batch/v2alpha1", "CronJob"],
    ["autoscaling/v2", "HorizontalPodAutoscaler"],
    ["gateway.networking.k8s.io/v1", "Gateway"],
    ["constructor", "constructor"],
  ])("of %s %s is unknown, for Kubernetes 1.21 has no such kind", (apiVersion, kind) => {
    expect(schemas.forType(apiVersion, kind)).toBeUndefined();
  });

  test("that holds objects is entered, names of Object's own fields are not", () => {
    expect(
      at("apps/v1", "StatefulSet", "spec.volumeClaimTemplates[].metadata.finalizers")?.mergeStrategy,
    ).toBe("merge");
    expect(at("v1", "Pod", "constructor")).toBeUndefined();
    expect(at("v1", "Pod", "spec.constructor")).toBeUndefined();
  });

  test("is the same schema whenever it is asked for", () => {
    expect(at("v1", "Pod", "spec.containers")).toBe(at("v1", "Pod", "spec.containers"));
  });
});

describe("the scope of a built-in kind", () => {
  test.each([
    ["v1", "Namespace", false],
    ["v1", "ConfigMap", true],
    ["rbac.authorization.k8s.io/v1", "ClusterRole", false],
    ["rbac.authorization.k8s.io/v1", "Role", true],
    ["storage.k8s.io/v1beta1", "CSIStorageCapacity", true],
    ["policy/v1beta1", "PodSecurityPolicy", false],
    ["authorization.k8s.io/v1", "SubjectAccessReview", undefined],
    ["networking.k8s.io/v2", "IngressClass", undefined],
    ["example.org/v1", "Bee", undefined],
    ["constructor", "constructor", undefined],
  ])("%s %s: %s", (apiVersion, kind, expected) => {
    expect(schemas.isNamespaced(apiVersion, kind)).toBe(expected);
  });
});
