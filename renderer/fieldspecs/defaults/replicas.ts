// What `replicas` changes.
// Source: kustomize api/internal/konfig/builtinpluginconsts/replicas.go
import { type FieldSpec, fieldSpec } from "../field-spec.ts";

/** Fields that hold a count of replicas. */
export const replicaSpecs: readonly FieldSpec[] = [
  fieldSpec("spec/replicas", { kind: "Deployment", create: true }),
  fieldSpec("spec/replicas", { kind: "ReplicationController", create: true }),
  fieldSpec("spec/replicas", { kind: "ReplicaSet", create: true }),
  fieldSpec("spec/replicas", { kind: "StatefulSet", create: true }),
];
