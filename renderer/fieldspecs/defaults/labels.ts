// What `commonLabels` and `labels` change.
// Source: kustomize api/internal/konfig/builtinpluginconsts/metadatalabels.go, commonlabels.go, templatelabels.go
import { type FieldSpec, fieldSpec } from "../field-spec.ts";

/** Labels of objects and of the objects that they make; used alone by `labels` with `includeTemplates`. */
export const templateLabelSpecs: readonly FieldSpec[] = [
  fieldSpec("metadata/labels", { create: true }),
  fieldSpec("spec/template/metadata/labels", { version: "v1", kind: "ReplicationController", create: true }),
  fieldSpec("spec/template/metadata/labels", { kind: "Deployment", create: true }),
  fieldSpec("spec/template/metadata/labels", { kind: "ReplicaSet", create: true }),
  fieldSpec("spec/template/metadata/labels", { kind: "DaemonSet", create: true }),
  fieldSpec("spec/template/metadata/labels", { group: "apps", kind: "StatefulSet", create: true }),
  fieldSpec("spec/volumeClaimTemplates[]/metadata/labels", {
    group: "apps",
    kind: "StatefulSet",
    create: true,
  }),
  fieldSpec("spec/template/metadata/labels", { group: "batch", kind: "Job", create: true }),
  fieldSpec("spec/jobTemplate/metadata/labels", { group: "batch", kind: "CronJob", create: true }),
  fieldSpec("spec/jobTemplate/spec/template/metadata/labels", {
    group: "batch",
    kind: "CronJob",
    create: true,
  }),
];

/** Selectors and all of the above; the order decides between equals of the sort. */
export const commonLabelSpecs: readonly FieldSpec[] = [
  fieldSpec("spec/selector", { version: "v1", kind: "Service", create: true }),
  fieldSpec("spec/selector", { version: "v1", kind: "ReplicationController", create: true }),
  fieldSpec("spec/selector/matchLabels", { kind: "Deployment", create: true }),
  fieldSpec(
    "spec/template/spec/affinity/podAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels",
    { group: "apps", kind: "Deployment" },
  ),
  fieldSpec(
    "spec/template/spec/affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels",
    { group: "apps", kind: "Deployment" },
  ),
  fieldSpec(
    "spec/template/spec/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels",
    { group: "apps", kind: "Deployment" },
  ),
  fieldSpec(
    "spec/template/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels",
    { group: "apps", kind: "Deployment" },
  ),
  fieldSpec("spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels", {
    group: "apps",
    kind: "Deployment",
  }),
  fieldSpec("spec/selector/matchLabels", { kind: "ReplicaSet", create: true }),
  fieldSpec("spec/selector/matchLabels", { kind: "DaemonSet", create: true }),
  fieldSpec("spec/selector/matchLabels", { group: "apps", kind: "StatefulSet", create: true }),
  fieldSpec(
    "spec/template/spec/affinity/podAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels",
    { group: "apps", kind: "StatefulSet" },
  ),
  fieldSpec(
    "spec/template/spec/affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels",
    { group: "apps", kind: "StatefulSet" },
  ),
  fieldSpec(
    "spec/template/spec/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels",
    { group: "apps", kind: "StatefulSet" },
  ),
  fieldSpec(
    "spec/template/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels",
    { group: "apps", kind: "StatefulSet" },
  ),
  fieldSpec("spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels", {
    group: "apps",
    kind: "StatefulSet",
  }),
  fieldSpec("spec/selector/matchLabels", { group: "batch", kind: "Job" }),
  fieldSpec("spec/jobTemplate/spec/selector/matchLabels", { group: "batch", kind: "CronJob" }),
  fieldSpec("spec/selector/matchLabels", { group: "policy", kind: "PodDisruptionBudget" }),
  fieldSpec("spec/podSelector/matchLabels", { group: "networking.k8s.io", kind: "NetworkPolicy" }),
  fieldSpec("spec/ingress/from/podSelector/matchLabels", {
    group: "networking.k8s.io",
    kind: "NetworkPolicy",
  }),
  fieldSpec("spec/egress/to/podSelector/matchLabels", { group: "networking.k8s.io", kind: "NetworkPolicy" }),
  ...templateLabelSpecs,
];
