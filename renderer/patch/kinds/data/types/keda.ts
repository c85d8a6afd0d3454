// The kinds of keda. Generated from renderer/schema/data/tables/keda.ts; edit neither.
// biome-ignore-all format: generated

import type { HorizontalPodAutoscalerBehavior, JobSpec, ObjectMeta } from "./kubernetes.ts";

export interface AdvancedConfig {
  readonly horizontalPodAutoscalerConfig?: HorizontalPodAutoscalerConfig;
  readonly restoreToOriginalReplicaCount?: boolean;
  readonly scalingModifiers?: ScalingModifiers;
}

export interface AuthEnvironment {
  readonly containerName?: string;
  readonly name: string;
  readonly parameter: string;
}

export interface AuthPodIdentity {
  readonly identityAuthorityHost?: string;
  readonly identityId?: string;
  readonly identityOwner?: "keda" | "workload";
  readonly identityTenantId?: string;
  readonly provider: string;
  readonly roleArn?: string;
}

export interface AuthTargetRef {
  readonly key: string;
  readonly name: string;
  readonly parameter: string;
}

export interface AuthenticationRef {
  readonly kind?: string;
  readonly name: string;
}

export interface AwsSecretManager {
  readonly credentials?: AwsSecretManagerCredentials;
  readonly podIdentity?: AuthPodIdentity;
  readonly region?: string;
  readonly secrets: readonly AwsSecretManagerSecret[];
}

export interface AwsSecretManagerCredentials {
  readonly accessKey: AwsSecretManagerValue;
  readonly accessSecretKey: AwsSecretManagerValue;
  readonly accessToken?: AwsSecretManagerValue;
}

export interface AwsSecretManagerSecret {
  readonly name: string;
  readonly parameter: string;
  readonly secretKey?: string;
  readonly versionId?: string;
  readonly versionStage?: string;
}

export interface AwsSecretManagerValue {
  readonly valueFrom: ValueFromSecret;
}

export interface AzureEventGridTopicSpec {
  readonly endpoint: string;
}

export interface AzureKeyVault {
  readonly cloud?: AzureKeyVaultCloudInfo;
  readonly credentials?: AzureKeyVaultCredentials;
  readonly podIdentity?: AuthPodIdentity;
  readonly secrets: readonly AzureKeyVaultSecret[];
  readonly vaultUri: string;
}

export interface AzureKeyVaultClientSecret {
  readonly valueFrom: ValueFromSecret;
}

export interface AzureKeyVaultCloudInfo {
  readonly activeDirectoryEndpoint?: string;
  readonly keyVaultResourceURL?: string;
  readonly type: string;
}

export interface AzureKeyVaultCredentials {
  readonly clientId: string;
  readonly clientSecret: AzureKeyVaultClientSecret;
  readonly tenantId: string;
}

export interface AzureKeyVaultSecret {
  readonly name: string;
  readonly parameter: string;
  readonly version?: string;
}

export interface BoundServiceAccountToken {
  readonly parameter: string;
  readonly serviceAccountName: string;
}

export interface CloudEventHTTP {
  readonly uri: string;
}

export interface CloudEventSource {
  readonly apiVersion?: "eventing.keda.sh/v1alpha1";
  readonly kind?: "CloudEventSource";
  readonly metadata?: ObjectMeta;
  readonly spec: CloudEventSourceSpec;
  readonly status?: unknown;
}

export interface CloudEventSourceSpec {
  readonly authenticationRef?: AuthenticationRef;
  readonly clusterName?: string;
  readonly destination: Destination;
  readonly eventSubscription?: EventSubscription;
}

export interface ClusterCloudEventSource {
  readonly apiVersion?: "eventing.keda.sh/v1alpha1";
  readonly kind?: "ClusterCloudEventSource";
  readonly metadata?: ObjectMeta;
  readonly spec: CloudEventSourceSpec;
  readonly status?: unknown;
}

export interface ClusterTriggerAuthentication {
  readonly apiVersion?: "keda.sh/v1alpha1";
  readonly kind?: "ClusterTriggerAuthentication";
  readonly metadata?: ObjectMeta;
  readonly spec: TriggerAuthenticationSpec;
  readonly status?: unknown;
}

export interface Credential {
  readonly serviceAccount?: string;
  readonly serviceAccountName?: string;
  readonly token?: string;
}

export interface Destination {
  readonly azureEventGridTopic?: AzureEventGridTopicSpec;
  readonly http?: CloudEventHTTP;
}

export interface EventSubscription {
  readonly excludedEventTypes?: readonly ("keda.scaledobject.ready.v1" | "keda.scaledobject.failed.v1" | "keda.scaledobject.removed.v1" | "keda.scaledobject.paused.v1" | "keda.scaledobject.unpaused.v1" | "keda.scaledjob.ready.v1" | "keda.scaledjob.failed.v1" | "keda.scaledjob.removed.v1" | "keda.scaledjob.paused.v1" | "keda.scaledjob.unpaused.v1" | "keda.scaledjob.rolloutcleanup.started.v1" | "keda.scaledjob.rolloutcleanup.completed.v1" | "keda.scaledjob.rolloutcleanup.failed.v1" | "keda.authentication.triggerauthentication.created.v1" | "keda.authentication.triggerauthentication.updated.v1" | "keda.authentication.triggerauthentication.removed.v1" | "keda.authentication.clustertriggerauthentication.created.v1" | "keda.authentication.clustertriggerauthentication.updated.v1" | "keda.authentication.clustertriggerauthentication.removed.v1")[];
  readonly includedEventTypes?: readonly ("keda.scaledobject.ready.v1" | "keda.scaledobject.failed.v1" | "keda.scaledobject.removed.v1" | "keda.scaledobject.paused.v1" | "keda.scaledobject.unpaused.v1" | "keda.scaledjob.ready.v1" | "keda.scaledjob.failed.v1" | "keda.scaledjob.removed.v1" | "keda.scaledjob.paused.v1" | "keda.scaledjob.unpaused.v1" | "keda.scaledjob.rolloutcleanup.started.v1" | "keda.scaledjob.rolloutcleanup.completed.v1" | "keda.scaledjob.rolloutcleanup.failed.v1" | "keda.authentication.triggerauthentication.created.v1" | "keda.authentication.triggerauthentication.updated.v1" | "keda.authentication.triggerauthentication.removed.v1" | "keda.authentication.clustertriggerauthentication.created.v1" | "keda.authentication.clustertriggerauthentication.updated.v1" | "keda.authentication.clustertriggerauthentication.removed.v1")[];
}

export interface Fallback {
  readonly behavior?: "static" | "currentReplicas" | "currentReplicasIfHigher" | "currentReplicasIfLower";
  readonly failureThreshold: number;
  readonly replicas: number;
}

export interface GCPCredentials {
  readonly clientSecret: GCPSecretmanagerClientSecret;
}

export interface GCPSecretManager {
  readonly credentials?: GCPCredentials;
  readonly podIdentity?: AuthPodIdentity;
  readonly secrets: readonly GCPSecretManagerSecret[];
}

export interface GCPSecretManagerSecret {
  readonly id: string;
  readonly parameter: string;
  readonly version?: string;
}

export interface GCPSecretmanagerClientSecret {
  readonly valueFrom: ValueFromSecret;
}

export interface HashiCorpVault {
  readonly address: string;
  readonly authentication: string;
  readonly credential?: Credential;
  readonly mount?: string;
  readonly namespace?: string;
  readonly role?: string;
  readonly secrets: readonly VaultSecret[];
}

export interface HorizontalPodAutoscalerConfig {
  readonly behavior?: HorizontalPodAutoscalerBehavior;
  readonly name?: string;
}

export interface Rollout {
  readonly propagationPolicy?: string;
  readonly strategy?: string;
}

export interface ScaleTarget {
  readonly apiVersion?: string;
  readonly envSourceContainerName?: string;
  readonly kind?: string;
  readonly name: string;
}

export interface ScaleTriggers {
  readonly authenticationRef?: AuthenticationRef;
  readonly metadata: { readonly [name: string]: string };
  readonly metricType?: string;
  readonly name?: string;
  readonly type: string;
  readonly useCachedMetrics?: boolean;
}

export interface ScaledJob {
  readonly apiVersion?: "keda.sh/v1alpha1";
  readonly kind?: "ScaledJob";
  readonly metadata?: ObjectMeta;
  readonly spec?: ScaledJobSpec;
  readonly status?: unknown;
}

export interface ScaledJobSpec {
  readonly envSourceContainerName?: string;
  readonly failedJobsHistoryLimit?: number;
  readonly jobTargetRef: JobSpec;
  readonly maxReplicaCount?: number;
  readonly minReplicaCount?: number;
  readonly pollingInterval?: number;
  readonly rollout?: Rollout;
  readonly rolloutStrategy?: string;
  readonly scalingStrategy?: ScalingStrategy;
  readonly successfulJobsHistoryLimit?: number;
  readonly triggers: readonly ScaleTriggers[];
}

export interface ScaledObject {
  readonly apiVersion?: "keda.sh/v1alpha1";
  readonly kind?: "ScaledObject";
  readonly metadata?: ObjectMeta;
  readonly spec: ScaledObjectSpec;
  readonly status?: unknown;
}

export interface ScaledObjectSpec {
  readonly advanced?: AdvancedConfig;
  readonly cooldownPeriod?: number;
  readonly fallback?: Fallback;
  readonly idleReplicaCount?: number;
  readonly initialCooldownPeriod?: number;
  readonly maxReplicaCount?: number;
  readonly minReplicaCount?: number;
  readonly pollingInterval?: number;
  readonly scaleTargetRef: ScaleTarget;
  readonly triggers: readonly ScaleTriggers[];
}

export interface ScalingModifiers {
  readonly activationTarget?: string;
  readonly formula?: string;
  readonly metricType?: string;
  readonly target?: string;
}

export interface ScalingStrategy {
  readonly customScalingQueueLengthDeduction?: number;
  readonly customScalingRunningJobPercentage?: string;
  readonly multipleScalersCalculation?: string;
  readonly pendingPodConditions?: readonly string[];
  readonly strategy?: string;
}

export interface SecretKeyRef {
  readonly key: string;
  readonly name: string;
}

export interface TriggerAuthentication {
  readonly apiVersion?: "keda.sh/v1alpha1";
  readonly kind?: "TriggerAuthentication";
  readonly metadata?: ObjectMeta;
  readonly spec: TriggerAuthenticationSpec;
  readonly status?: unknown;
}

export interface TriggerAuthenticationSpec {
  readonly awsSecretManager?: AwsSecretManager;
  readonly azureKeyVault?: AzureKeyVault;
  readonly boundServiceAccountToken?: readonly BoundServiceAccountToken[];
  readonly configMapTargetRef?: readonly AuthTargetRef[];
  readonly env?: readonly AuthEnvironment[];
  readonly filePath?: string;
  readonly gcpSecretManager?: GCPSecretManager;
  readonly hashiCorpVault?: HashiCorpVault;
  readonly podIdentity?: AuthPodIdentity;
  readonly secretTargetRef?: readonly AuthTargetRef[];
}

export interface ValueFromSecret {
  readonly secretKeyRef: SecretKeyRef;
}

export interface VaultPkiData {
  readonly altNames?: string;
  readonly commonName?: string;
  readonly format?: string;
  readonly ipSans?: string;
  readonly otherSans?: string;
  readonly ttl?: string;
  readonly uriSans?: string;
}

export interface VaultSecret {
  readonly key: string;
  readonly parameter: string;
  readonly path: string;
  readonly pkiData?: VaultPkiData;
  readonly type?: string;
}

export interface WithTriggers {
  readonly apiVersion?: "keda.sh/v1alpha1";
  readonly internalKind: string;
  readonly kind?: "WithTriggers";
  readonly metadata?: ObjectMeta;
  readonly spec: WithTriggersSpec;
}

export interface WithTriggersSpec {
  readonly pollingInterval?: number;
  readonly triggers: readonly ScaleTriggers[];
}

/** Kinds whose lists a patch replaces whole. */
export interface WholeKinds {
  readonly "eventing.keda.sh/v1alpha1/CloudEventSource": CloudEventSource;
  readonly "eventing.keda.sh/v1alpha1/ClusterCloudEventSource": ClusterCloudEventSource;
  readonly "keda.sh/v1alpha1/ClusterTriggerAuthentication": ClusterTriggerAuthentication;
  readonly "keda.sh/v1alpha1/ScaledJob": ScaledJob;
  readonly "keda.sh/v1alpha1/ScaledObject": ScaledObject;
  readonly "keda.sh/v1alpha1/TriggerAuthentication": TriggerAuthentication;
  readonly "keda.sh/v1alpha1/WithTriggers": WithTriggers;
}
