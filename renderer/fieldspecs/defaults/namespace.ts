// What `namespace` changes besides metadata/namespace.
// Source: kustomize api/internal/konfig/builtinpluginconsts/namespace.go
import { type FieldSpec, fieldSpec } from "../field-spec.ts";

/** Fields that hold the namespace of an object, or its name where the object is one. */
export const namespaceSpecs: readonly FieldSpec[] = [
  fieldSpec("metadata/name", { kind: "Namespace", create: true }),
  fieldSpec("spec/service/namespace", { group: "apiregistration.k8s.io", kind: "APIService", create: true }),
  fieldSpec("spec/conversion/webhook/clientConfig/service/namespace", {
    group: "apiextensions.k8s.io",
    kind: "CustomResourceDefinition",
  }),
];
