// Which lists of the built-in types merge by key, and which fields lead to such lists. Of Kubernetes 1.21.2, the only
// version that kustomize 5.8.1 knows. Generated; the notation is read by ../built-in.ts.
// Source: the OpenAPI document of Kubernetes v1.21.2 as built into kustomize 5.8.1 (kyaml/openapi/kubernetesapi)

/**
 * Type name, then field name, then what the field holds: a type, `[]` for a list, and for lists that merge the patch
 * strategy and its keys. `core.v1.Container[] merge name`: containers, merged by name. A type without a row (raw data)
 * is known and has no such fields.
 */
export const fieldsByType: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "admissionregistration.v1.MutatingWebhook": {
    namespaceSelector: "meta.v1.LabelSelector",
    objectSelector: "meta.v1.LabelSelector",
  },
  "admissionregistration.v1.MutatingWebhookConfiguration": {
    metadata: "meta.v1.ObjectMeta",
    webhooks: "admissionregistration.v1.MutatingWebhook[] merge name",
  },
  "admissionregistration.v1.ValidatingWebhook": {
    namespaceSelector: "meta.v1.LabelSelector",
    objectSelector: "meta.v1.LabelSelector",
  },
  "admissionregistration.v1.ValidatingWebhookConfiguration": {
    metadata: "meta.v1.ObjectMeta",
    webhooks: "admissionregistration.v1.ValidatingWebhook[] merge name",
  },
  "admissionregistration.v1beta1.MutatingWebhook": {
    namespaceSelector: "meta.v1.LabelSelector",
    objectSelector: "meta.v1.LabelSelector",
  },
  "admissionregistration.v1beta1.MutatingWebhookConfiguration": {
    metadata: "meta.v1.ObjectMeta",
    webhooks: "admissionregistration.v1beta1.MutatingWebhook[] merge name",
  },
  "admissionregistration.v1beta1.ValidatingWebhook": {
    namespaceSelector: "meta.v1.LabelSelector",
    objectSelector: "meta.v1.LabelSelector",
  },
  "admissionregistration.v1beta1.ValidatingWebhookConfiguration": {
    metadata: "meta.v1.ObjectMeta",
    webhooks: "admissionregistration.v1beta1.ValidatingWebhook[] merge name",
  },
  "apiextensions.v1.CustomResourceDefinition": {
    metadata: "meta.v1.ObjectMeta",
  },
  "apiextensions.v1beta1.CustomResourceDefinition": {
    metadata: "meta.v1.ObjectMeta",
  },
  "apiregistration.v1.APIService": {
    metadata: "meta.v1.ObjectMeta",
    status: "apiregistration.v1.APIServiceStatus",
  },
  "apiregistration.v1.APIServiceStatus": {
    conditions: "[] merge type",
  },
  "apiregistration.v1beta1.APIService": {
    metadata: "meta.v1.ObjectMeta",
    status: "apiregistration.v1beta1.APIServiceStatus",
  },
  "apiregistration.v1beta1.APIServiceStatus": {
    conditions: "[] merge type",
  },
  "apps.v1.ControllerRevision": {
    data: "runtime.RawExtension",
    metadata: "meta.v1.ObjectMeta",
  },
  "apps.v1.DaemonSet": {
    metadata: "meta.v1.ObjectMeta",
    spec: "apps.v1.DaemonSetSpec",
    status: "apps.v1.DaemonSetStatus",
  },
  "apps.v1.DaemonSetSpec": {
    selector: "meta.v1.LabelSelector",
    template: "core.v1.PodTemplateSpec",
  },
  "apps.v1.DaemonSetStatus": {
    conditions: "[] merge type",
  },
  "apps.v1.Deployment": {
    metadata: "meta.v1.ObjectMeta",
    spec: "apps.v1.DeploymentSpec",
    status: "apps.v1.DeploymentStatus",
  },
  "apps.v1.DeploymentSpec": {
    selector: "meta.v1.LabelSelector",
    template: "core.v1.PodTemplateSpec",
  },
  "apps.v1.DeploymentStatus": {
    conditions: "[] merge type",
  },
  "apps.v1.ReplicaSet": {
    metadata: "meta.v1.ObjectMeta",
    spec: "apps.v1.ReplicaSetSpec",
    status: "apps.v1.ReplicaSetStatus",
  },
  "apps.v1.ReplicaSetSpec": {
    selector: "meta.v1.LabelSelector",
    template: "core.v1.PodTemplateSpec",
  },
  "apps.v1.ReplicaSetStatus": {
    conditions: "[] merge type",
  },
  "apps.v1.StatefulSet": {
    metadata: "meta.v1.ObjectMeta",
    spec: "apps.v1.StatefulSetSpec",
    status: "apps.v1.StatefulSetStatus",
  },
  "apps.v1.StatefulSetSpec": {
    selector: "meta.v1.LabelSelector",
    template: "core.v1.PodTemplateSpec",
    volumeClaimTemplates: "core.v1.PersistentVolumeClaim[]",
  },
  "apps.v1.StatefulSetStatus": {
    conditions: "[] merge type",
  },
  "authentication.v1.TokenRequest": {
    metadata: "meta.v1.ObjectMeta",
  },
  "authentication.v1.TokenReview": {
    metadata: "meta.v1.ObjectMeta",
  },
  "authentication.v1beta1.TokenReview": {
    metadata: "meta.v1.ObjectMeta",
  },
  "authorization.v1.LocalSubjectAccessReview": {
    metadata: "meta.v1.ObjectMeta",
  },
  "authorization.v1.SelfSubjectAccessReview": {
    metadata: "meta.v1.ObjectMeta",
  },
  "authorization.v1.SelfSubjectRulesReview": {
    metadata: "meta.v1.ObjectMeta",
  },
  "authorization.v1.SubjectAccessReview": {
    metadata: "meta.v1.ObjectMeta",
  },
  "authorization.v1beta1.LocalSubjectAccessReview": {
    metadata: "meta.v1.ObjectMeta",
  },
  "authorization.v1beta1.SelfSubjectAccessReview": {
    metadata: "meta.v1.ObjectMeta",
  },
  "authorization.v1beta1.SelfSubjectRulesReview": {
    metadata: "meta.v1.ObjectMeta",
  },
  "authorization.v1beta1.SubjectAccessReview": {
    metadata: "meta.v1.ObjectMeta",
  },
  "autoscaling.v1.HorizontalPodAutoscaler": {
    metadata: "meta.v1.ObjectMeta",
  },
  "autoscaling.v1.Scale": {
    metadata: "meta.v1.ObjectMeta",
  },
  "autoscaling.v2beta1.ExternalMetricSource": {
    metricSelector: "meta.v1.LabelSelector",
  },
  "autoscaling.v2beta1.ExternalMetricStatus": {
    metricSelector: "meta.v1.LabelSelector",
  },
  "autoscaling.v2beta1.HorizontalPodAutoscaler": {
    metadata: "meta.v1.ObjectMeta",
    spec: "autoscaling.v2beta1.HorizontalPodAutoscalerSpec",
    status: "autoscaling.v2beta1.HorizontalPodAutoscalerStatus",
  },
  "autoscaling.v2beta1.HorizontalPodAutoscalerSpec": {
    metrics: "autoscaling.v2beta1.MetricSpec[]",
  },
  "autoscaling.v2beta1.HorizontalPodAutoscalerStatus": {
    currentMetrics: "autoscaling.v2beta1.MetricStatus[]",
  },
  "autoscaling.v2beta1.MetricSpec": {
    external: "autoscaling.v2beta1.ExternalMetricSource",
    object: "autoscaling.v2beta1.ObjectMetricSource",
    pods: "autoscaling.v2beta1.PodsMetricSource",
  },
  "autoscaling.v2beta1.MetricStatus": {
    external: "autoscaling.v2beta1.ExternalMetricStatus",
    object: "autoscaling.v2beta1.ObjectMetricStatus",
    pods: "autoscaling.v2beta1.PodsMetricStatus",
  },
  "autoscaling.v2beta1.ObjectMetricSource": {
    selector: "meta.v1.LabelSelector",
  },
  "autoscaling.v2beta1.ObjectMetricStatus": {
    selector: "meta.v1.LabelSelector",
  },
  "autoscaling.v2beta1.PodsMetricSource": {
    selector: "meta.v1.LabelSelector",
  },
  "autoscaling.v2beta1.PodsMetricStatus": {
    selector: "meta.v1.LabelSelector",
  },
  "autoscaling.v2beta2.ExternalMetricSource": {
    metric: "autoscaling.v2beta2.MetricIdentifier",
  },
  "autoscaling.v2beta2.ExternalMetricStatus": {
    metric: "autoscaling.v2beta2.MetricIdentifier",
  },
  "autoscaling.v2beta2.HorizontalPodAutoscaler": {
    metadata: "meta.v1.ObjectMeta",
    spec: "autoscaling.v2beta2.HorizontalPodAutoscalerSpec",
    status: "autoscaling.v2beta2.HorizontalPodAutoscalerStatus",
  },
  "autoscaling.v2beta2.HorizontalPodAutoscalerSpec": {
    metrics: "autoscaling.v2beta2.MetricSpec[]",
  },
  "autoscaling.v2beta2.HorizontalPodAutoscalerStatus": {
    currentMetrics: "autoscaling.v2beta2.MetricStatus[]",
  },
  "autoscaling.v2beta2.MetricIdentifier": {
    selector: "meta.v1.LabelSelector",
  },
  "autoscaling.v2beta2.MetricSpec": {
    external: "autoscaling.v2beta2.ExternalMetricSource",
    object: "autoscaling.v2beta2.ObjectMetricSource",
    pods: "autoscaling.v2beta2.PodsMetricSource",
  },
  "autoscaling.v2beta2.MetricStatus": {
    external: "autoscaling.v2beta2.ExternalMetricStatus",
    object: "autoscaling.v2beta2.ObjectMetricStatus",
    pods: "autoscaling.v2beta2.PodsMetricStatus",
  },
  "autoscaling.v2beta2.ObjectMetricSource": {
    metric: "autoscaling.v2beta2.MetricIdentifier",
  },
  "autoscaling.v2beta2.ObjectMetricStatus": {
    metric: "autoscaling.v2beta2.MetricIdentifier",
  },
  "autoscaling.v2beta2.PodsMetricSource": {
    metric: "autoscaling.v2beta2.MetricIdentifier",
  },
  "autoscaling.v2beta2.PodsMetricStatus": {
    metric: "autoscaling.v2beta2.MetricIdentifier",
  },
  "batch.v1.CronJob": {
    metadata: "meta.v1.ObjectMeta",
    spec: "batch.v1.CronJobSpec",
  },
  "batch.v1.CronJobSpec": {
    jobTemplate: "batch.v1.JobTemplateSpec",
  },
  "batch.v1.Job": {
    metadata: "meta.v1.ObjectMeta",
    spec: "batch.v1.JobSpec",
    status: "batch.v1.JobStatus",
  },
  "batch.v1.JobSpec": {
    selector: "meta.v1.LabelSelector",
    template: "core.v1.PodTemplateSpec",
  },
  "batch.v1.JobStatus": {
    conditions: "[] merge type",
  },
  "batch.v1.JobTemplateSpec": {
    metadata: "meta.v1.ObjectMeta",
    spec: "batch.v1.JobSpec",
  },
  "batch.v1beta1.CronJob": {
    metadata: "meta.v1.ObjectMeta",
    spec: "batch.v1beta1.CronJobSpec",
  },
  "batch.v1beta1.CronJobSpec": {
    jobTemplate: "batch.v1beta1.JobTemplateSpec",
  },
  "batch.v1beta1.JobTemplateSpec": {
    metadata: "meta.v1.ObjectMeta",
    spec: "batch.v1.JobSpec",
  },
  "certificates.v1.CertificateSigningRequest": {
    metadata: "meta.v1.ObjectMeta",
  },
  "certificates.v1beta1.CertificateSigningRequest": {
    metadata: "meta.v1.ObjectMeta",
  },
  "coordination.v1.Lease": {
    metadata: "meta.v1.ObjectMeta",
  },
  "coordination.v1beta1.Lease": {
    metadata: "meta.v1.ObjectMeta",
  },
  "core.v1.Affinity": {
    podAffinity: "core.v1.PodAffinity",
    podAntiAffinity: "core.v1.PodAntiAffinity",
  },
  "core.v1.Binding": {
    metadata: "meta.v1.ObjectMeta",
  },
  "core.v1.ComponentStatus": {
    conditions: "[] merge type",
    metadata: "meta.v1.ObjectMeta",
  },
  "core.v1.ConfigMap": {
    metadata: "meta.v1.ObjectMeta",
  },
  "core.v1.Container": {
    env: "[] merge name",
    ports: "[] merge containerPort protocol",
    volumeDevices: "[] merge devicePath",
    volumeMounts: "[] merge mountPath",
  },
  "core.v1.Endpoints": {
    metadata: "meta.v1.ObjectMeta",
  },
  "core.v1.EphemeralContainer": {
    env: "[] merge name",
    volumeDevices: "[] merge devicePath",
    volumeMounts: "[] merge mountPath",
  },
  "core.v1.EphemeralVolumeSource": {
    volumeClaimTemplate: "core.v1.PersistentVolumeClaimTemplate",
  },
  "core.v1.Event": {
    metadata: "meta.v1.ObjectMeta",
  },
  "core.v1.LimitRange": {
    metadata: "meta.v1.ObjectMeta",
  },
  "core.v1.Namespace": {
    metadata: "meta.v1.ObjectMeta",
    status: "core.v1.NamespaceStatus",
  },
  "core.v1.NamespaceStatus": {
    conditions: "[] merge type",
  },
  "core.v1.Node": {
    metadata: "meta.v1.ObjectMeta",
    spec: "core.v1.NodeSpec",
    status: "core.v1.NodeStatus",
  },
  "core.v1.NodeSpec": {
    podCIDRs: "[] merge",
  },
  "core.v1.NodeStatus": {
    addresses: "[] merge type",
    conditions: "[] merge type",
  },
  "core.v1.PersistentVolume": {
    metadata: "meta.v1.ObjectMeta",
  },
  "core.v1.PersistentVolumeClaim": {
    metadata: "meta.v1.ObjectMeta",
    spec: "core.v1.PersistentVolumeClaimSpec",
    status: "core.v1.PersistentVolumeClaimStatus",
  },
  "core.v1.PersistentVolumeClaimSpec": {
    selector: "meta.v1.LabelSelector",
  },
  "core.v1.PersistentVolumeClaimStatus": {
    conditions: "[] merge type",
  },
  "core.v1.PersistentVolumeClaimTemplate": {
    metadata: "meta.v1.ObjectMeta",
    spec: "core.v1.PersistentVolumeClaimSpec",
  },
  "core.v1.Pod": {
    metadata: "meta.v1.ObjectMeta",
    spec: "core.v1.PodSpec",
    status: "core.v1.PodStatus",
  },
  "core.v1.PodAffinity": {
    preferredDuringSchedulingIgnoredDuringExecution: "core.v1.WeightedPodAffinityTerm[]",
    requiredDuringSchedulingIgnoredDuringExecution: "core.v1.PodAffinityTerm[]",
  },
  "core.v1.PodAffinityTerm": {
    labelSelector: "meta.v1.LabelSelector",
    namespaceSelector: "meta.v1.LabelSelector",
  },
  "core.v1.PodAntiAffinity": {
    preferredDuringSchedulingIgnoredDuringExecution: "core.v1.WeightedPodAffinityTerm[]",
    requiredDuringSchedulingIgnoredDuringExecution: "core.v1.PodAffinityTerm[]",
  },
  "core.v1.PodSpec": {
    affinity: "core.v1.Affinity",
    containers: "core.v1.Container[] merge name",
    ephemeralContainers: "core.v1.EphemeralContainer[] merge name",
    hostAliases: "[] merge ip",
    imagePullSecrets: "[] merge name",
    initContainers: "core.v1.Container[] merge name",
    topologySpreadConstraints: "core.v1.TopologySpreadConstraint[] merge topologyKey whenUnsatisfiable",
    volumes: "core.v1.Volume[] merge,retainKeys name",
  },
  "core.v1.PodStatus": {
    conditions: "[] merge type",
    podIPs: "[] merge ip",
  },
  "core.v1.PodTemplate": {
    metadata: "meta.v1.ObjectMeta",
    template: "core.v1.PodTemplateSpec",
  },
  "core.v1.PodTemplateSpec": {
    metadata: "meta.v1.ObjectMeta",
    spec: "core.v1.PodSpec",
  },
  "core.v1.ReplicationController": {
    metadata: "meta.v1.ObjectMeta",
    spec: "core.v1.ReplicationControllerSpec",
    status: "core.v1.ReplicationControllerStatus",
  },
  "core.v1.ReplicationControllerSpec": {
    template: "core.v1.PodTemplateSpec",
  },
  "core.v1.ReplicationControllerStatus": {
    conditions: "[] merge type",
  },
  "core.v1.ResourceQuota": {
    metadata: "meta.v1.ObjectMeta",
  },
  "core.v1.Secret": {
    metadata: "meta.v1.ObjectMeta",
  },
  "core.v1.Service": {
    metadata: "meta.v1.ObjectMeta",
    spec: "core.v1.ServiceSpec",
    status: "core.v1.ServiceStatus",
  },
  "core.v1.ServiceAccount": {
    metadata: "meta.v1.ObjectMeta",
    secrets: "[] merge name",
  },
  "core.v1.ServiceSpec": {
    ports: "[] merge port protocol",
  },
  "core.v1.ServiceStatus": {
    conditions: "[] merge type",
  },
  "core.v1.TopologySpreadConstraint": {
    labelSelector: "meta.v1.LabelSelector",
  },
  "core.v1.Volume": {
    ephemeral: "core.v1.EphemeralVolumeSource",
  },
  "core.v1.WeightedPodAffinityTerm": {
    podAffinityTerm: "core.v1.PodAffinityTerm",
  },
  "discovery.v1.EndpointSlice": {
    metadata: "meta.v1.ObjectMeta",
  },
  "discovery.v1beta1.EndpointSlice": {
    metadata: "meta.v1.ObjectMeta",
  },
  "events.v1.Event": {
    metadata: "meta.v1.ObjectMeta",
  },
  "events.v1beta1.Event": {
    metadata: "meta.v1.ObjectMeta",
  },
  "extensions.v1beta1.Ingress": {
    metadata: "meta.v1.ObjectMeta",
  },
  "flowcontrol.v1beta1.FlowSchema": {
    metadata: "meta.v1.ObjectMeta",
  },
  "flowcontrol.v1beta1.PriorityLevelConfiguration": {
    metadata: "meta.v1.ObjectMeta",
  },
  "meta.v1.LabelSelector": {
    matchExpressions: "meta.v1.LabelSelectorRequirement[]",
  },
  "meta.v1.LabelSelectorRequirement": {
    key: "[] merge key",
  },
  "meta.v1.ObjectMeta": {
    finalizers: "[] merge",
    ownerReferences: "[] merge uid",
  },
  "networking.v1.Ingress": {
    metadata: "meta.v1.ObjectMeta",
  },
  "networking.v1.IngressClass": {
    metadata: "meta.v1.ObjectMeta",
  },
  "networking.v1.NetworkPolicy": {
    metadata: "meta.v1.ObjectMeta",
    spec: "networking.v1.NetworkPolicySpec",
  },
  "networking.v1.NetworkPolicyEgressRule": {
    to: "networking.v1.NetworkPolicyPeer[]",
  },
  "networking.v1.NetworkPolicyIngressRule": {
    from: "networking.v1.NetworkPolicyPeer[]",
  },
  "networking.v1.NetworkPolicyPeer": {
    namespaceSelector: "meta.v1.LabelSelector",
    podSelector: "meta.v1.LabelSelector",
  },
  "networking.v1.NetworkPolicySpec": {
    egress: "networking.v1.NetworkPolicyEgressRule[]",
    ingress: "networking.v1.NetworkPolicyIngressRule[]",
    podSelector: "meta.v1.LabelSelector",
  },
  "networking.v1beta1.Ingress": {
    metadata: "meta.v1.ObjectMeta",
  },
  "networking.v1beta1.IngressClass": {
    metadata: "meta.v1.ObjectMeta",
  },
  "node.v1.RuntimeClass": {
    metadata: "meta.v1.ObjectMeta",
  },
  "node.v1beta1.RuntimeClass": {
    metadata: "meta.v1.ObjectMeta",
  },
  "policy.v1.PodDisruptionBudget": {
    metadata: "meta.v1.ObjectMeta",
    spec: "policy.v1.PodDisruptionBudgetSpec",
    status: "policy.v1.PodDisruptionBudgetStatus",
  },
  "policy.v1.PodDisruptionBudgetSpec": {
    selector: "meta.v1.LabelSelector",
  },
  "policy.v1.PodDisruptionBudgetStatus": {
    conditions: "[] merge type",
  },
  "policy.v1beta1.Eviction": {
    metadata: "meta.v1.ObjectMeta",
  },
  "policy.v1beta1.PodDisruptionBudget": {
    metadata: "meta.v1.ObjectMeta",
    spec: "policy.v1beta1.PodDisruptionBudgetSpec",
    status: "policy.v1beta1.PodDisruptionBudgetStatus",
  },
  "policy.v1beta1.PodDisruptionBudgetSpec": {
    selector: "meta.v1.LabelSelector",
  },
  "policy.v1beta1.PodDisruptionBudgetStatus": {
    conditions: "[] merge type",
  },
  "policy.v1beta1.PodSecurityPolicy": {
    metadata: "meta.v1.ObjectMeta",
  },
  "rbac.v1.AggregationRule": {
    clusterRoleSelectors: "meta.v1.LabelSelector[]",
  },
  "rbac.v1.ClusterRole": {
    aggregationRule: "rbac.v1.AggregationRule",
    metadata: "meta.v1.ObjectMeta",
  },
  "rbac.v1.ClusterRoleBinding": {
    metadata: "meta.v1.ObjectMeta",
  },
  "rbac.v1.Role": {
    metadata: "meta.v1.ObjectMeta",
  },
  "rbac.v1.RoleBinding": {
    metadata: "meta.v1.ObjectMeta",
  },
  "rbac.v1beta1.AggregationRule": {
    clusterRoleSelectors: "meta.v1.LabelSelector[]",
  },
  "rbac.v1beta1.ClusterRole": {
    aggregationRule: "rbac.v1beta1.AggregationRule",
    metadata: "meta.v1.ObjectMeta",
  },
  "rbac.v1beta1.ClusterRoleBinding": {
    metadata: "meta.v1.ObjectMeta",
  },
  "rbac.v1beta1.Role": {
    metadata: "meta.v1.ObjectMeta",
  },
  "rbac.v1beta1.RoleBinding": {
    metadata: "meta.v1.ObjectMeta",
  },
  "scheduling.v1.PriorityClass": {
    metadata: "meta.v1.ObjectMeta",
  },
  "scheduling.v1beta1.PriorityClass": {
    metadata: "meta.v1.ObjectMeta",
  },
  "storage.v1.CSIDriver": {
    metadata: "meta.v1.ObjectMeta",
  },
  "storage.v1.CSINode": {
    metadata: "meta.v1.ObjectMeta",
    spec: "storage.v1.CSINodeSpec",
  },
  "storage.v1.CSINodeSpec": {
    drivers: "[] merge name",
  },
  "storage.v1.StorageClass": {
    metadata: "meta.v1.ObjectMeta",
  },
  "storage.v1.VolumeAttachment": {
    metadata: "meta.v1.ObjectMeta",
  },
  "storage.v1beta1.CSIDriver": {
    metadata: "meta.v1.ObjectMeta",
  },
  "storage.v1beta1.CSINode": {
    metadata: "meta.v1.ObjectMeta",
    spec: "storage.v1beta1.CSINodeSpec",
  },
  "storage.v1beta1.CSINodeSpec": {
    drivers: "[] merge name",
  },
  "storage.v1beta1.CSIStorageCapacity": {
    metadata: "meta.v1.ObjectMeta",
    nodeTopology: "meta.v1.LabelSelector",
  },
  "storage.v1beta1.StorageClass": {
    metadata: "meta.v1.ObjectMeta",
  },
  "storage.v1beta1.VolumeAttachment": {
    metadata: "meta.v1.ObjectMeta",
  },
};

/** The type of each kind, by `apiVersion/kind`; kinds without any such list are left out. */
export const typesByKind: Readonly<Record<string, string>> = {
  "admissionregistration.k8s.io/v1/MutatingWebhookConfiguration":
    "admissionregistration.v1.MutatingWebhookConfiguration",
  "admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration":
    "admissionregistration.v1.ValidatingWebhookConfiguration",
  "admissionregistration.k8s.io/v1beta1/MutatingWebhookConfiguration":
    "admissionregistration.v1beta1.MutatingWebhookConfiguration",
  "admissionregistration.k8s.io/v1beta1/ValidatingWebhookConfiguration":
    "admissionregistration.v1beta1.ValidatingWebhookConfiguration",
  "apiextensions.k8s.io/v1/CustomResourceDefinition": "apiextensions.v1.CustomResourceDefinition",
  "apiextensions.k8s.io/v1beta1/CustomResourceDefinition": "apiextensions.v1beta1.CustomResourceDefinition",
  "apiregistration.k8s.io/v1/APIService": "apiregistration.v1.APIService",
  "apiregistration.k8s.io/v1beta1/APIService": "apiregistration.v1beta1.APIService",
  "apps/v1/ControllerRevision": "apps.v1.ControllerRevision",
  "apps/v1/DaemonSet": "apps.v1.DaemonSet",
  "apps/v1/Deployment": "apps.v1.Deployment",
  "apps/v1/ReplicaSet": "apps.v1.ReplicaSet",
  "apps/v1/StatefulSet": "apps.v1.StatefulSet",
  "authentication.k8s.io/v1/TokenRequest": "authentication.v1.TokenRequest",
  "authentication.k8s.io/v1/TokenReview": "authentication.v1.TokenReview",
  "authentication.k8s.io/v1beta1/TokenReview": "authentication.v1beta1.TokenReview",
  "authorization.k8s.io/v1/LocalSubjectAccessReview": "authorization.v1.LocalSubjectAccessReview",
  "authorization.k8s.io/v1/SelfSubjectAccessReview": "authorization.v1.SelfSubjectAccessReview",
  "authorization.k8s.io/v1/SelfSubjectRulesReview": "authorization.v1.SelfSubjectRulesReview",
  "authorization.k8s.io/v1/SubjectAccessReview": "authorization.v1.SubjectAccessReview",
  "authorization.k8s.io/v1beta1/LocalSubjectAccessReview": "authorization.v1beta1.LocalSubjectAccessReview",
  "authorization.k8s.io/v1beta1/SelfSubjectAccessReview": "authorization.v1beta1.SelfSubjectAccessReview",
  "authorization.k8s.io/v1beta1/SelfSubjectRulesReview": "authorization.v1beta1.SelfSubjectRulesReview",
  "authorization.k8s.io/v1beta1/SubjectAccessReview": "authorization.v1beta1.SubjectAccessReview",
  "autoscaling/v1/HorizontalPodAutoscaler": "autoscaling.v1.HorizontalPodAutoscaler",
  "autoscaling/v1/Scale": "autoscaling.v1.Scale",
  "autoscaling/v2beta1/HorizontalPodAutoscaler": "autoscaling.v2beta1.HorizontalPodAutoscaler",
  "autoscaling/v2beta2/HorizontalPodAutoscaler": "autoscaling.v2beta2.HorizontalPodAutoscaler",
  "batch/v1/CronJob": "batch.v1.CronJob",
  "batch/v1/Job": "batch.v1.Job",
  "batch/v1beta1/CronJob": "batch.v1beta1.CronJob",
  "certificates.k8s.io/v1/CertificateSigningRequest": "certificates.v1.CertificateSigningRequest",
  "certificates.k8s.io/v1beta1/CertificateSigningRequest": "certificates.v1beta1.CertificateSigningRequest",
  "coordination.k8s.io/v1/Lease": "coordination.v1.Lease",
  "coordination.k8s.io/v1beta1/Lease": "coordination.v1beta1.Lease",
  "discovery.k8s.io/v1/EndpointSlice": "discovery.v1.EndpointSlice",
  "discovery.k8s.io/v1beta1/EndpointSlice": "discovery.v1beta1.EndpointSlice",
  "events.k8s.io/v1/Event": "events.v1.Event",
  "events.k8s.io/v1beta1/Event": "events.v1beta1.Event",
  "extensions/v1beta1/Ingress": "extensions.v1beta1.Ingress",
  "flowcontrol.apiserver.k8s.io/v1beta1/FlowSchema": "flowcontrol.v1beta1.FlowSchema",
  "flowcontrol.apiserver.k8s.io/v1beta1/PriorityLevelConfiguration":
    "flowcontrol.v1beta1.PriorityLevelConfiguration",
  "networking.k8s.io/v1/Ingress": "networking.v1.Ingress",
  "networking.k8s.io/v1/IngressClass": "networking.v1.IngressClass",
  "networking.k8s.io/v1/NetworkPolicy": "networking.v1.NetworkPolicy",
  "networking.k8s.io/v1beta1/Ingress": "networking.v1beta1.Ingress",
  "networking.k8s.io/v1beta1/IngressClass": "networking.v1beta1.IngressClass",
  "node.k8s.io/v1/RuntimeClass": "node.v1.RuntimeClass",
  "node.k8s.io/v1beta1/RuntimeClass": "node.v1beta1.RuntimeClass",
  "policy/v1/PodDisruptionBudget": "policy.v1.PodDisruptionBudget",
  "policy/v1beta1/Eviction": "policy.v1beta1.Eviction",
  "policy/v1beta1/PodDisruptionBudget": "policy.v1beta1.PodDisruptionBudget",
  "policy/v1beta1/PodSecurityPolicy": "policy.v1beta1.PodSecurityPolicy",
  "rbac.authorization.k8s.io/v1/ClusterRole": "rbac.v1.ClusterRole",
  "rbac.authorization.k8s.io/v1/ClusterRoleBinding": "rbac.v1.ClusterRoleBinding",
  "rbac.authorization.k8s.io/v1/Role": "rbac.v1.Role",
  "rbac.authorization.k8s.io/v1/RoleBinding": "rbac.v1.RoleBinding",
  "rbac.authorization.k8s.io/v1beta1/ClusterRole": "rbac.v1beta1.ClusterRole",
  "rbac.authorization.k8s.io/v1beta1/ClusterRoleBinding": "rbac.v1beta1.ClusterRoleBinding",
  "rbac.authorization.k8s.io/v1beta1/Role": "rbac.v1beta1.Role",
  "rbac.authorization.k8s.io/v1beta1/RoleBinding": "rbac.v1beta1.RoleBinding",
  "scheduling.k8s.io/v1/PriorityClass": "scheduling.v1.PriorityClass",
  "scheduling.k8s.io/v1beta1/PriorityClass": "scheduling.v1beta1.PriorityClass",
  "storage.k8s.io/v1/CSIDriver": "storage.v1.CSIDriver",
  "storage.k8s.io/v1/CSINode": "storage.v1.CSINode",
  "storage.k8s.io/v1/StorageClass": "storage.v1.StorageClass",
  "storage.k8s.io/v1/VolumeAttachment": "storage.v1.VolumeAttachment",
  "storage.k8s.io/v1beta1/CSIDriver": "storage.v1beta1.CSIDriver",
  "storage.k8s.io/v1beta1/CSINode": "storage.v1beta1.CSINode",
  "storage.k8s.io/v1beta1/CSIStorageCapacity": "storage.v1beta1.CSIStorageCapacity",
  "storage.k8s.io/v1beta1/StorageClass": "storage.v1beta1.StorageClass",
  "storage.k8s.io/v1beta1/VolumeAttachment": "storage.v1beta1.VolumeAttachment",
  "v1/Binding": "core.v1.Binding",
  "v1/ComponentStatus": "core.v1.ComponentStatus",
  "v1/ConfigMap": "core.v1.ConfigMap",
  "v1/Endpoints": "core.v1.Endpoints",
  "v1/Event": "core.v1.Event",
  "v1/LimitRange": "core.v1.LimitRange",
  "v1/Namespace": "core.v1.Namespace",
  "v1/Node": "core.v1.Node",
  "v1/PersistentVolume": "core.v1.PersistentVolume",
  "v1/PersistentVolumeClaim": "core.v1.PersistentVolumeClaim",
  "v1/Pod": "core.v1.Pod",
  "v1/PodTemplate": "core.v1.PodTemplate",
  "v1/ReplicationController": "core.v1.ReplicationController",
  "v1/ResourceQuota": "core.v1.ResourceQuota",
  "v1/Secret": "core.v1.Secret",
  "v1/Service": "core.v1.Service",
  "v1/ServiceAccount": "core.v1.ServiceAccount",
};
