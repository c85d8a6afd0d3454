// API versions that Kubernetes has removed or will remove: API version, the minor release of Kubernetes 1 that
// deprecated it, the one that no longer serves it (`-`: none is named), what to use instead, and the kinds.
// Sources: APILifecycleDeprecated/Removed/Replacement in k8s.io/api 0.18 to 0.36 and k8s.io/apiextensions-apiserver 0.36
// (zz_generated.prerelease-lifecycle.go); kubernetes.io/docs/reference/using-api/deprecation-guide for the versions
// that are older than those records, and for replacements that the records leave out.
export const lifecycles = `
admissionregistration.k8s.io/v1alpha1 29 32 admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding
admissionregistration.k8s.io/v1alpha1 35 38 admissionregistration.k8s.io/v1 MutatingAdmissionPolicy MutatingAdmissionPolicyBinding
admissionregistration.k8s.io/v1beta1 16 22 admissionregistration.k8s.io/v1 MutatingWebhookConfiguration ValidatingWebhookConfiguration
admissionregistration.k8s.io/v1beta1 31 34 admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding
admissionregistration.k8s.io/v1beta1 37 40 admissionregistration.k8s.io/v1 MutatingAdmissionPolicy MutatingAdmissionPolicyBinding
apiextensions.k8s.io/v1beta1 16 22 apiextensions.k8s.io/v1 CustomResourceDefinition
apiregistration.k8s.io/v1beta1 19 22 apiregistration.k8s.io/v1 APIService
apps/v1beta1 8 16 apps/v1 ControllerRevision Deployment StatefulSet
apps/v1beta2 9 16 apps/v1 ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet
authentication.k8s.io/v1alpha1 29 32 authentication.k8s.io/v1 SelfSubjectReview
authentication.k8s.io/v1beta1 19 22 authentication.k8s.io/v1 TokenReview
authentication.k8s.io/v1beta1 30 33 authentication.k8s.io/v1 SelfSubjectReview
authorization.k8s.io/v1beta1 19 22 authorization.k8s.io/v1 LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview
autoscaling/v2beta1 22 25 autoscaling/v2 HorizontalPodAutoscaler
autoscaling/v2beta2 23 26 autoscaling/v2 HorizontalPodAutoscaler
batch/v2alpha1 8 21 batch/v1 CronJob
batch/v1beta1 21 25 batch/v1 CronJob
certificates.k8s.io/v1alpha1 34 37 certificates.k8s.io/v1beta1 ClusterTrustBundle
certificates.k8s.io/v1beta1 19 22 certificates.k8s.io/v1 CertificateSigningRequest
certificates.k8s.io/v1beta1 37 40 - ClusterTrustBundle
certificates.k8s.io/v1beta1 38 41 - PodCertificateRequest
coordination.k8s.io/v1alpha2 35 38 coordination.k8s.io/v1beta1 LeaseCandidate
coordination.k8s.io/v1beta1 19 22 coordination.k8s.io/v1 Lease
coordination.k8s.io/v1beta1 36 39 - LeaseCandidate
discovery.k8s.io/v1beta1 21 25 discovery.k8s.io/v1 EndpointSlice
events.k8s.io/v1beta1 22 25 events.k8s.io/v1 Event
extensions/v1beta1 11 16 policy/v1beta1 PodSecurityPolicy
extensions/v1beta1 14 22 networking.k8s.io/v1 Ingress
extensions/v1beta1 8 16 apps/v1 DaemonSet Deployment ReplicaSet
extensions/v1beta1 9 16 networking.k8s.io/v1 NetworkPolicy
flowcontrol.apiserver.k8s.io/v1alpha1 20 21 flowcontrol.apiserver.k8s.io/v1 FlowSchema PriorityLevelConfiguration
flowcontrol.apiserver.k8s.io/v1beta1 23 26 flowcontrol.apiserver.k8s.io/v1 FlowSchema PriorityLevelConfiguration
flowcontrol.apiserver.k8s.io/v1beta2 26 29 flowcontrol.apiserver.k8s.io/v1 FlowSchema PriorityLevelConfiguration
flowcontrol.apiserver.k8s.io/v1beta3 29 32 flowcontrol.apiserver.k8s.io/v1 FlowSchema PriorityLevelConfiguration
networking.k8s.io/v1alpha1 28 31 - ClusterCIDR
networking.k8s.io/v1alpha1 30 33 networking.k8s.io/v1 IPAddress ServiceCIDR
networking.k8s.io/v1beta1 19 22 networking.k8s.io/v1 Ingress IngressClass
networking.k8s.io/v1beta1 34 37 networking.k8s.io/v1 IPAddress ServiceCIDR
node.k8s.io/v1alpha1 20 24 node.k8s.io/v1 RuntimeClass
node.k8s.io/v1beta1 22 25 node.k8s.io/v1 RuntimeClass
policy/v1beta1 21 25 - PodSecurityPolicy
policy/v1beta1 21 25 policy/v1 PodDisruptionBudget
rbac.authorization.k8s.io/v1alpha1 17 22 rbac.authorization.k8s.io/v1 ClusterRole ClusterRoleBinding Role RoleBinding
rbac.authorization.k8s.io/v1beta1 17 22 rbac.authorization.k8s.io/v1 ClusterRole ClusterRoleBinding Role RoleBinding
resource.k8s.io/v1beta1 35 38 resource.k8s.io/v1 DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice
resource.k8s.io/v1beta2 36 39 resource.k8s.io/v1 DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice
resource.k8s.io/v1alpha3 36 39 resource.k8s.io/v1beta2 DeviceTaintRule
scheduling.k8s.io/v1alpha1 17 22 scheduling.k8s.io/v1 PriorityClass
scheduling.k8s.io/v1beta1 14 22 scheduling.k8s.io/v1 PriorityClass
settings.k8s.io/v1alpha1 19 20 - PodPreset
storage.k8s.io/v1alpha1 21 24 storage.k8s.io/v1 CSIStorageCapacity VolumeAttachment
storage.k8s.io/v1alpha1 32 35 storage.k8s.io/v1 VolumeAttributesClass
storage.k8s.io/v1beta1 17 22 storage.k8s.io/v1 CSINode
storage.k8s.io/v1beta1 19 22 storage.k8s.io/v1 CSIDriver StorageClass VolumeAttachment
storage.k8s.io/v1beta1 24 27 storage.k8s.io/v1 CSIStorageCapacity
storage.k8s.io/v1beta1 34 37 storage.k8s.io/v1 VolumeAttributesClass
storagemigration.k8s.io/v1alpha1 33 36 storagemigration.k8s.io/v1beta1 StorageVersionMigration
v1 19 - - ComponentStatus
v1 33 - discovery.k8s.io/v1/EndpointSlice Endpoints
`;
