// Limits of Kubernetes' own values that its OpenAPI description leaves out, in the notation of ../../constraints.ts.
// By hand; they add to what stands in kubernetes.ts.
// Sources: Kubernetes 1.36.2 pkg/apis/*/validation (core, apps, batch, networking, autoscaling, policy, rbac) and
// staging/src/k8s.io/apimachinery/pkg/api/validation
export const constraints = `
ObjectMeta.labels LabelSelector.matchLabels PodSpec.nodeSelector ServiceSpec.selector ReplicationControllerSpec.selector = {"keyFormat":"label-key"}
ObjectMeta.labels{} LabelSelector.matchLabels{} PodSpec.nodeSelector{} ServiceSpec.selector{} ReplicationControllerSpec.selector{} = {"format":"label-value"}
ObjectMeta.annotations = {"keyFormat":"annotation-key","maxBytes":262144}
LabelSelectorRequirement.key NodeSelectorRequirement.key TopologySpreadConstraint.topologyKey PodAffinityTerm.topologyKey = {"format":"label-key"}
LabelSelectorRequirement.values[] = {"format":"label-value"}
LabelSelectorRequirement.operator = {"enum":["In","NotIn","Exists","DoesNotExist"]}
Container.name EphemeralContainer.name Volume.name PodSpec.hostname PodSpec.subdomain ServicePort.name = {"format":"dns-label"}
PodSpec.serviceAccountName PodSpec.priorityClassName PodSpec.runtimeClassName PersistentVolumeClaimSpec.storageClassName IngressSpec.ingressClassName = {"format":"dns-subdomain"}
ContainerPort.name = {"format":"port-name"}
ContainerPort.containerPort ServicePort.port GRPCAction.port = {"minimum":1,"maximum":65535}
ContainerPort.hostPort ServicePort.nodePort ServiceSpec.healthCheckNodePort NetworkPolicyPort.endPort ServiceBackendPort.number = {"minimum":0,"maximum":65535}
ServicePort.targetPort HTTPGetAction.port TCPSocketAction.port NetworkPolicyPort.port = {"format":"port-name","minimum":1,"maximum":65535}
ContainerPort.hostIP = {"format":"ip"}
ServiceSpec.externalIPs[] HostAlias.ip PodDNSConfig.nameservers[] = {"format":"ip"}
ServiceSpec.loadBalancerSourceRanges[] IPBlock.cidr IPBlock.except[] = {"format":"cidr"}
PodDNSConfig.nameservers = {"maxItems":3}
IngressRule.host IngressTLS.hosts[] = {"format":"wildcard-host"}
EnvVar.name = {"format":"environment-name"}
ConfigMapKeySelector.key SecretKeySelector.key = {"format":"config-map-key"}
ConfigMap.data ConfigMap.binaryData Secret.data Secret.stringData = {"keyFormat":"config-map-key","maxBytes":1048576}
Container.name EphemeralContainer.name Volume.name EnvVar.name ConfigMapKeySelector.key SecretKeySelector.key LabelSelectorRequirement.key NodeSelectorRequirement.key TopologySpreadConstraint.topologyKey PodAffinityTerm.topologyKey VolumeMount.mountPath VolumeMount.name HostPathVolumeSource.path = {"minLength":1}
VolumeMount.recursiveReadOnly = {"enum":["Disabled","IfPossible","Enabled"]}
Probe.initialDelaySeconds Probe.timeoutSeconds Probe.periodSeconds Probe.successThreshold Probe.failureThreshold = {"minimum":0}
Probe.terminationGracePeriodSeconds PodSpec.activeDeadlineSeconds = {"minimum":1}
PodSpec.terminationGracePeriodSeconds = {"minimum":0}
PodSpec.containers = {"minItems":1}
PodSpec.containers[] PodSpec.initContainers[] = {"required":["image"]}
PodSecurityContext.runAsUser PodSecurityContext.runAsGroup PodSecurityContext.fsGroup PodSecurityContext.supplementalGroups[] SecurityContext.runAsUser SecurityContext.runAsGroup = {"minimum":0,"maximum":2147483647}
ConfigMapVolumeSource.defaultMode SecretVolumeSource.defaultMode ProjectedVolumeSource.defaultMode DownwardAPIVolumeSource.defaultMode KeyToPath.mode DownwardAPIVolumeFile.mode = {"minimum":0,"maximum":511}
TopologySpreadConstraint.maxSkew TopologySpreadConstraint.minDomains = {"minimum":1}
WeightedPodAffinityTerm.weight PreferredSchedulingTerm.weight = {"minimum":1,"maximum":100}
DeploymentSpec.replicas DeploymentSpec.minReadySeconds DeploymentSpec.revisionHistoryLimit DeploymentSpec.progressDeadlineSeconds = {"minimum":0}
StatefulSetSpec.replicas StatefulSetSpec.minReadySeconds StatefulSetSpec.revisionHistoryLimit RollingUpdateStatefulSetStrategy.partition StatefulSetOrdinals.start = {"minimum":0}
DaemonSetSpec.minReadySeconds DaemonSetSpec.revisionHistoryLimit ReplicaSetSpec.replicas ReplicaSetSpec.minReadySeconds ReplicationControllerSpec.replicas ReplicationControllerSpec.minReadySeconds = {"minimum":0}
RollingUpdateDeployment.maxSurge RollingUpdateDeployment.maxUnavailable RollingUpdateDaemonSet.maxSurge RollingUpdateDaemonSet.maxUnavailable RollingUpdateStatefulSetStrategy.maxUnavailable PodDisruptionBudgetSpec.minAvailable PodDisruptionBudgetSpec.maxUnavailable = {"format":"percent","minimum":0}
JobSpec.parallelism JobSpec.completions JobSpec.activeDeadlineSeconds JobSpec.backoffLimit JobSpec.backoffLimitPerIndex JobSpec.maxFailedIndexes JobSpec.ttlSecondsAfterFinished = {"minimum":0}
CronJobSpec.startingDeadlineSeconds CronJobSpec.successfulJobsHistoryLimit CronJobSpec.failedJobsHistoryLimit = {"minimum":0}
CronJobSpec.schedule = {"format":"cron"}
HorizontalPodAutoscalerSpec.maxReplicas V2HorizontalPodAutoscalerSpec.maxReplicas = {"minimum":1}
HorizontalPodAutoscalerSpec.minReplicas V2HorizontalPodAutoscalerSpec.minReplicas = {"minimum":0}
HPAScalingRules.selectPolicy = {"enum":["Max","Min","Disabled"]}
HPAScalingRules.stabilizationWindowSeconds = {"minimum":0,"maximum":3600}
HPAScalingPolicy.periodSeconds = {"minimum":1,"maximum":1800}
ClientIPConfig.timeoutSeconds = {"minimum":1,"maximum":86400}
PersistentVolumeClaimSpec.accessModes PolicyRule.verbs = {"minItems":1}
PriorityClass.value = {"maximum":1000000000}
`;
