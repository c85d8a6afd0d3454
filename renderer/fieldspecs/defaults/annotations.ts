// What `commonAnnotations` changes.
// Source: kustomize api/internal/konfig/builtinpluginconsts/commonannotations.go
import { type FieldSpec, fieldSpec } from "../field-spec.ts";

/** Annotations of objects and of the objects that they make. */
export const commonAnnotationSpecs: readonly FieldSpec[] = [
  fieldSpec("metadata/annotations", { create: true }),
  fieldSpec("spec/template/metadata/annotations", {
    version: "v1",
    kind: "ReplicationController",
    create: true,
  }),
  fieldSpec("spec/template/metadata/annotations", { kind: "Deployment", create: true }),
  fieldSpec("spec/template/metadata/annotations", { kind: "ReplicaSet", create: true }),
  fieldSpec("spec/template/metadata/annotations", { kind: "DaemonSet", create: true }),
  fieldSpec("spec/template/metadata/annotations", { kind: "StatefulSet", create: true }),
  fieldSpec("spec/template/metadata/annotations", { group: "batch", kind: "Job", create: true }),
  fieldSpec("spec/jobTemplate/metadata/annotations", { group: "batch", kind: "CronJob", create: true }),
  fieldSpec("spec/jobTemplate/spec/template/metadata/annotations", {
    group: "batch",
    kind: "CronJob",
    create: true,
  }),
];
