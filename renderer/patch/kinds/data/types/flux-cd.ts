// The kinds of flux-cd. Generated from renderer/schema/data/tables/flux-cd.ts; edit neither.
// biome-ignore-all format: generated

import type { LabelSelector, ObjectMeta } from "./kubernetes.ts";

export interface AccessFrom {
  readonly namespaceSelectors: readonly NamespaceSelector[];
}

export interface Alert {
  readonly apiVersion?: "notification.toolkit.fluxcd.io/v1beta3";
  readonly kind?: "Alert";
  readonly metadata?: ObjectMeta;
  readonly spec?: AlertSpec;
}

export interface AlertSpec {
  readonly eventMetadata?: { readonly [name: string]: string };
  readonly eventSeverity?: "info" | "error";
  readonly eventSources: readonly V1CrossNamespaceObjectReference[];
  readonly exclusionList?: readonly string[];
  readonly inclusionList?: readonly string[];
  readonly providerRef: MetaLocalObjectReference;
  readonly summary?: string;
  readonly suspend?: boolean;
}

export interface AlphabeticalPolicy {
  readonly order?: "asc" | "desc";
}

export interface ApiV1CrossNamespaceSourceReference {
  readonly apiVersion?: string;
  readonly kind: "OCIRepository" | "GitRepository" | "Bucket" | "ExternalArtifact";
  readonly name: string;
  readonly namespace?: string;
}

export interface Bucket {
  readonly apiVersion?: "source.toolkit.fluxcd.io/v1";
  readonly kind?: "Bucket";
  readonly metadata?: ObjectMeta;
  readonly spec?: BucketSpec;
  readonly status?: unknown;
}

export interface BucketSTSSpec {
  readonly certSecretRef?: MetaLocalObjectReference;
  readonly endpoint: string;
  readonly provider: "aws" | "ldap";
  readonly secretRef?: MetaLocalObjectReference;
}

export interface BucketSpec {
  readonly bucketName: string;
  readonly certSecretRef?: MetaLocalObjectReference;
  readonly endpoint: string;
  readonly ignore?: string;
  readonly insecure?: boolean;
  readonly interval: string;
  readonly prefix?: string;
  readonly provider?: "generic" | "aws" | "gcp" | "azure";
  readonly proxySecretRef?: MetaLocalObjectReference;
  readonly region?: string;
  readonly secretRef?: MetaLocalObjectReference;
  readonly serviceAccountName?: string;
  readonly sts?: BucketSTSSpec;
  readonly suspend?: boolean;
  readonly timeout?: string;
}

export interface CommitSpec {
  readonly author: CommitUser;
  readonly messageTemplate?: string;
  readonly messageTemplateValues?: { readonly [name: string]: string };
  readonly signingKey?: SigningKey;
}

export interface CommitUser {
  readonly email: string;
  readonly name?: string;
}

export interface CommonMetadata {
  readonly annotations?: { readonly [name: string]: string };
  readonly labels?: { readonly [name: string]: string };
}

export interface CrossNamespaceObjectReference {
  readonly apiVersion?: string;
  readonly kind: "HelmRepository" | "GitRepository" | "Bucket";
  readonly name: string;
  readonly namespace?: string;
}

export interface CrossNamespaceSourceReference {
  readonly apiVersion?: string;
  readonly kind: "OCIRepository" | "HelmChart" | "ExternalArtifact";
  readonly name: string;
  readonly namespace?: string;
}

export interface CustomHealthCheck {
  readonly current: string;
  readonly failed?: string;
  readonly inProgress?: string;
  readonly apiVersion: string;
  readonly kind: string;
}

export interface Decryption {
  readonly provider: "sops";
  readonly secretRef?: MetaLocalObjectReference;
  readonly serviceAccountName?: string;
}

export interface DependencyReference {
  readonly name: string;
  readonly namespace?: string;
  readonly readyExpr?: string;
}

export interface DriftDetection {
  readonly ignore?: readonly IgnoreRule[];
  readonly mode?: string;
}

export interface ExternalArtifact {
  readonly apiVersion?: "source.toolkit.fluxcd.io/v1";
  readonly kind?: "ExternalArtifact";
  readonly metadata?: ObjectMeta;
  readonly spec?: ExternalArtifactSpec;
  readonly status?: unknown;
}

export interface ExternalArtifactSpec {
  readonly sourceRef?: NamespacedObjectKindReference;
}

export interface Filter {
  readonly exclude?: boolean;
  readonly name: string;
}

export interface GitCheckoutSpec {
  readonly ref: GitRepositoryRef;
}

export interface GitRepository {
  readonly apiVersion?: "source.toolkit.fluxcd.io/v1";
  readonly kind?: "GitRepository";
  readonly metadata?: ObjectMeta;
  readonly spec?: GitRepositorySpec;
  readonly status?: unknown;
}

export interface GitRepositoryInclude {
  readonly fromPath?: string;
  readonly repository: MetaLocalObjectReference;
  readonly toPath?: string;
}

export interface GitRepositoryRef {
  readonly branch?: string;
  readonly commit?: string;
  readonly name?: string;
  readonly semver?: string;
  readonly tag?: string;
}

export interface GitRepositorySpec {
  readonly ignore?: string;
  readonly include?: readonly GitRepositoryInclude[];
  readonly interval: string;
  readonly provider?: "generic" | "azure" | "github";
  readonly proxySecretRef?: MetaLocalObjectReference;
  readonly recurseSubmodules?: boolean;
  readonly ref?: GitRepositoryRef;
  readonly secretRef?: MetaLocalObjectReference;
  readonly serviceAccountName?: string;
  readonly sparseCheckout?: readonly string[];
  readonly suspend?: boolean;
  readonly timeout?: string;
  readonly url: string;
  readonly verify?: GitRepositoryVerification;
}

export interface GitRepositoryVerification {
  readonly mode?: string;
  readonly secretRef: MetaLocalObjectReference;
}

export interface GitSpec {
  readonly checkout?: GitCheckoutSpec;
  readonly commit: CommitSpec;
  readonly push?: PushSpec;
}

export interface HelmChart {
  readonly apiVersion?: "source.toolkit.fluxcd.io/v1";
  readonly kind?: "HelmChart";
  readonly metadata?: ObjectMeta;
  readonly spec?: HelmChartSpec;
  readonly status?: unknown;
}

export interface HelmChartSpec {
  readonly chart: string;
  readonly ignoreMissingValuesFiles?: boolean;
  readonly interval: string;
  readonly reconcileStrategy?: "ChartVersion" | "Revision";
  readonly sourceRef: LocalHelmChartSourceReference;
  readonly suspend?: boolean;
  readonly valuesFiles?: readonly string[];
  readonly verify?: OCIRepositoryVerification;
  readonly version?: string;
}

export interface HelmChartTemplate {
  readonly metadata?: HelmChartTemplateObjectMeta;
  readonly spec: HelmChartTemplateSpec;
}

export interface HelmChartTemplateObjectMeta {
  readonly annotations?: { readonly [name: string]: string };
  readonly labels?: { readonly [name: string]: string };
}

export interface HelmChartTemplateSpec {
  readonly chart: string;
  readonly ignoreMissingValuesFiles?: boolean;
  readonly interval?: string;
  readonly reconcileStrategy?: "ChartVersion" | "Revision";
  readonly sourceRef: CrossNamespaceObjectReference;
  readonly valuesFiles?: readonly string[];
  readonly verify?: HelmChartTemplateVerification;
  readonly version?: string;
}

export interface HelmChartTemplateVerification {
  readonly provider: "cosign" | "notation";
  readonly secretRef?: MetaLocalObjectReference;
}

export interface HelmRelease {
  readonly apiVersion?: "helm.toolkit.fluxcd.io/v2";
  readonly kind?: "HelmRelease";
  readonly metadata?: ObjectMeta;
  readonly spec?: HelmReleaseSpec;
  readonly status?: unknown;
}

export interface HelmReleaseSpec {
  readonly chart?: HelmChartTemplate;
  readonly chartRef?: CrossNamespaceSourceReference;
  readonly commonMetadata?: CommonMetadata;
  readonly dependsOn?: readonly DependencyReference[];
  readonly driftDetection?: DriftDetection;
  readonly healthCheckExprs?: readonly CustomHealthCheck[];
  readonly install?: Install;
  readonly interval: string;
  readonly kubeConfig?: KubeConfigReference;
  readonly maxHistory?: number;
  readonly persistentClient?: boolean;
  readonly postRenderers?: readonly PostRenderer[];
  readonly releaseName?: string;
  readonly rollback?: Rollback;
  readonly serviceAccountName?: string;
  readonly storageNamespace?: string;
  readonly suspend?: boolean;
  readonly targetNamespace?: string;
  readonly test?: Test;
  readonly timeout?: string;
  readonly uninstall?: Uninstall;
  readonly upgrade?: Upgrade;
  readonly values?: unknown;
  readonly valuesFrom?: readonly ValuesReference[];
  readonly waitStrategy?: WaitStrategy;
}

export interface HelmRepository {
  readonly apiVersion?: "source.toolkit.fluxcd.io/v1";
  readonly kind?: "HelmRepository";
  readonly metadata?: ObjectMeta;
  readonly spec?: HelmRepositorySpec;
  readonly status?: unknown;
}

export interface HelmRepositorySpec {
  readonly accessFrom?: AccessFrom;
  readonly certSecretRef?: MetaLocalObjectReference;
  readonly insecure?: boolean;
  readonly interval?: string;
  readonly passCredentials?: boolean;
  readonly provider?: "generic" | "aws" | "azure" | "gcp";
  readonly secretRef?: MetaLocalObjectReference;
  readonly suspend?: boolean;
  readonly timeout?: string;
  readonly type?: "default" | "oci";
  readonly url: string;
}

export interface IgnoreRule {
  readonly paths: readonly string[];
  readonly target?: Selector;
}

export interface Image {
  readonly digest?: string;
  readonly name: string;
  readonly newName?: string;
  readonly newTag?: string;
}

export interface ImagePolicy {
  readonly apiVersion?: "image.toolkit.fluxcd.io/v1";
  readonly kind?: "ImagePolicy";
  readonly metadata?: ObjectMeta;
  readonly spec?: ImagePolicySpec;
  readonly status?: unknown;
}

export interface ImagePolicyChoice {
  readonly alphabetical?: AlphabeticalPolicy;
  readonly numerical?: NumericalPolicy;
  readonly semver?: SemVerPolicy;
}

export interface ImagePolicySpec {
  readonly digestReflectionPolicy?: "Always" | "IfNotPresent" | "Never";
  readonly filterTags?: V1TagFilter;
  readonly imageRepositoryRef: NamespacedObjectReference;
  readonly interval?: string;
  readonly policy: ImagePolicyChoice;
  readonly suspend?: boolean;
}

export interface ImageRepository {
  readonly apiVersion?: "image.toolkit.fluxcd.io/v1";
  readonly kind?: "ImageRepository";
  readonly metadata?: ObjectMeta;
  readonly spec?: ImageRepositorySpec;
  readonly status?: unknown;
}

export interface ImageRepositorySpec {
  readonly accessFrom?: AccessFrom;
  readonly certSecretRef?: MetaLocalObjectReference;
  readonly exclusionList?: readonly string[];
  readonly image: string;
  readonly insecure?: boolean;
  readonly interval: string;
  readonly provider?: "generic" | "aws" | "azure" | "gcp";
  readonly proxySecretRef?: MetaLocalObjectReference;
  readonly secretRef?: MetaLocalObjectReference;
  readonly serviceAccountName?: string;
  readonly suspend?: boolean;
  readonly timeout?: string;
}

export interface ImageUpdateAutomation {
  readonly apiVersion?: "image.toolkit.fluxcd.io/v1";
  readonly kind?: "ImageUpdateAutomation";
  readonly metadata?: ObjectMeta;
  readonly spec?: ImageUpdateAutomationSpec;
  readonly status?: unknown;
}

export interface ImageUpdateAutomationSpec {
  readonly git?: GitSpec;
  readonly interval: string;
  readonly policySelector?: LabelSelector;
  readonly sourceRef: V1CrossNamespaceSourceReference;
  readonly suspend?: boolean;
  readonly update?: UpdateStrategy;
}

export interface Install {
  readonly crds?: string;
  readonly createNamespace?: boolean;
  readonly disableHooks?: boolean;
  readonly disableOpenAPIValidation?: boolean;
  readonly disableSchemaValidation?: boolean;
  readonly disableTakeOwnership?: boolean;
  readonly disableWait?: boolean;
  readonly disableWaitForJobs?: boolean;
  readonly remediation?: InstallRemediation;
  readonly replace?: boolean;
  readonly serverSideApply?: boolean;
  readonly skipCRDs?: boolean;
  readonly strategy?: InstallStrategy;
  readonly timeout?: string;
}

export interface InstallRemediation {
  readonly ignoreTestFailures?: boolean;
  readonly remediateLastFailure?: boolean;
  readonly retries?: number;
}

export interface InstallStrategy {
  readonly name: "RemediateOnFailure" | "RetryOnFailure";
  readonly retryInterval?: string;
}

export interface KubeConfigReference {
  readonly configMapRef?: MetaLocalObjectReference;
  readonly secretRef?: SecretKeyReference;
}

export interface Kustomization {
  readonly apiVersion?: "kustomize.toolkit.fluxcd.io/v1";
  readonly kind?: "Kustomization";
  readonly metadata?: ObjectMeta;
  readonly spec?: KustomizationSpec;
  readonly status?: unknown;
}

export interface KustomizationSpec {
  readonly commonMetadata?: V1CommonMetadata;
  readonly components?: readonly string[];
  readonly decryption?: Decryption;
  readonly deletionPolicy?: "MirrorPrune" | "Delete" | "WaitForTermination" | "Orphan";
  readonly dependsOn?: readonly V1DependencyReference[];
  readonly force?: boolean;
  readonly healthCheckExprs?: readonly CustomHealthCheck[];
  readonly healthChecks?: readonly NamespacedObjectKindReference[];
  readonly ignoreMissingComponents?: boolean;
  readonly images?: readonly Image[];
  readonly interval: string;
  readonly kubeConfig?: KubeConfigReference;
  readonly namePrefix?: string;
  readonly nameSuffix?: string;
  readonly patches?: readonly Patch[];
  readonly path?: string;
  readonly postBuild?: PostBuild;
  readonly prune: boolean;
  readonly retryInterval?: string;
  readonly serviceAccountName?: string;
  readonly sourceRef: ApiV1CrossNamespaceSourceReference;
  readonly suspend?: boolean;
  readonly targetNamespace?: string;
  readonly timeout?: string;
  readonly wait?: boolean;
}

export interface Kustomize {
  readonly images?: readonly Image[];
  readonly patches?: readonly Patch[];
}

export interface LocalHelmChartSourceReference {
  readonly apiVersion?: string;
  readonly kind: "HelmRepository" | "GitRepository" | "Bucket";
  readonly name: string;
}

export interface MetaLocalObjectReference {
  readonly name: string;
}

export interface NamespaceSelector {
  readonly matchLabels?: { readonly [name: string]: string };
}

export interface NamespacedObjectKindReference {
  readonly apiVersion?: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface NamespacedObjectReference {
  readonly name: string;
  readonly namespace?: string;
}

export interface NumericalPolicy {
  readonly order?: "asc" | "desc";
}

export interface OCILayerSelector {
  readonly mediaType?: string;
  readonly operation?: "extract" | "copy";
}

export interface OCIRepository {
  readonly apiVersion?: "source.toolkit.fluxcd.io/v1";
  readonly kind?: "OCIRepository";
  readonly metadata?: ObjectMeta;
  readonly spec?: OCIRepositorySpec;
  readonly status?: unknown;
}

export interface OCIRepositoryRef {
  readonly digest?: string;
  readonly semver?: string;
  readonly semverFilter?: string;
  readonly tag?: string;
}

export interface OCIRepositorySpec {
  readonly certSecretRef?: MetaLocalObjectReference;
  readonly ignore?: string;
  readonly insecure?: boolean;
  readonly interval: string;
  readonly layerSelector?: OCILayerSelector;
  readonly provider?: "generic" | "aws" | "azure" | "gcp";
  readonly proxySecretRef?: MetaLocalObjectReference;
  readonly ref?: OCIRepositoryRef;
  readonly secretRef?: MetaLocalObjectReference;
  readonly serviceAccountName?: string;
  readonly suspend?: boolean;
  readonly timeout?: string;
  readonly url: string;
  readonly verify?: OCIRepositoryVerification;
}

export interface OCIRepositoryVerification {
  readonly matchOIDCIdentity?: readonly OIDCIdentityMatch[];
  readonly provider: "cosign" | "notation";
  readonly secretRef?: MetaLocalObjectReference;
}

export interface OIDCIdentityMatch {
  readonly issuer: string;
  readonly subject: string;
}

export interface Patch {
  readonly patch: string;
  readonly target?: Selector;
}

export interface PostBuild {
  readonly substitute?: { readonly [name: string]: string };
  readonly substituteFrom?: readonly SubstituteReference[];
}

export interface PostRenderer {
  readonly kustomize?: Kustomize;
}

export interface Provider {
  readonly apiVersion?: "notification.toolkit.fluxcd.io/v1beta3";
  readonly kind?: "Provider";
  readonly metadata?: ObjectMeta;
  readonly spec?: ProviderSpec;
}

export interface ProviderSpec {
  readonly address?: string;
  readonly certSecretRef?: MetaLocalObjectReference;
  readonly channel?: string;
  readonly commitStatusExpr?: string;
  readonly interval?: string;
  readonly proxy?: string;
  readonly proxySecretRef?: MetaLocalObjectReference;
  readonly secretRef?: MetaLocalObjectReference;
  readonly serviceAccountName?: string;
  readonly suspend?: boolean;
  readonly timeout?: string;
  readonly type: "slack" | "discord" | "msteams" | "rocket" | "generic" | "generic-hmac" | "github" | "gitlab" | "gitea" | "giteapullrequestcomment" | "bitbucketserver" | "bitbucket" | "azuredevops" | "googlechat" | "googlepubsub" | "webex" | "sentry" | "azureeventhub" | "telegram" | "lark" | "matrix" | "opsgenie" | "alertmanager" | "grafana" | "githubdispatch" | "githubpullrequestcomment" | "gitlabmergerequestcomment" | "pagerduty" | "datadog" | "nats" | "zulip" | "otel";
  readonly username?: string;
}

export interface PushSpec {
  readonly branch?: string;
  readonly options?: { readonly [name: string]: string };
  readonly refspec?: string;
}

export interface Receiver {
  readonly apiVersion?: "notification.toolkit.fluxcd.io/v1";
  readonly kind?: "Receiver";
  readonly metadata?: ObjectMeta;
  readonly spec?: ReceiverSpec;
  readonly status?: unknown;
}

export interface ReceiverSpec {
  readonly events?: readonly string[];
  readonly interval?: string;
  readonly resourceFilter?: string;
  readonly resources: readonly V1CrossNamespaceObjectReference[];
  readonly secretRef: MetaLocalObjectReference;
  readonly suspend?: boolean;
  readonly type: "generic" | "generic-hmac" | "github" | "gitlab" | "bitbucket" | "harbor" | "dockerhub" | "quay" | "gcr" | "nexus" | "acr" | "cdevents";
}

export interface Rollback {
  readonly cleanupOnFail?: boolean;
  readonly disableHooks?: boolean;
  readonly disableWait?: boolean;
  readonly disableWaitForJobs?: boolean;
  readonly force?: boolean;
  readonly recreate?: boolean;
  readonly serverSideApply?: string;
  readonly timeout?: string;
}

export interface SecretKeyReference {
  readonly key?: string;
  readonly name: string;
}

export interface Selector {
  readonly annotationSelector?: string;
  readonly group?: string;
  readonly kind?: string;
  readonly labelSelector?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly version?: string;
}

export interface SemVerPolicy {
  readonly range: string;
}

export interface SigningKey {
  readonly secretRef: MetaLocalObjectReference;
}

export interface SubstituteReference {
  readonly kind: "Secret" | "ConfigMap";
  readonly name: string;
  readonly optional?: boolean;
}

export interface Test {
  readonly enable?: boolean;
  readonly filters?: readonly Filter[];
  readonly ignoreFailures?: boolean;
  readonly timeout?: string;
}

export interface Uninstall {
  readonly deletionPropagation?: "background" | "foreground" | "orphan";
  readonly disableHooks?: boolean;
  readonly disableWait?: boolean;
  readonly keepHistory?: boolean;
  readonly timeout?: string;
}

export interface UpdateStrategy {
  readonly path?: string;
  readonly strategy?: "Setters";
}

export interface Upgrade {
  readonly cleanupOnFail?: boolean;
  readonly crds?: string;
  readonly disableHooks?: boolean;
  readonly disableOpenAPIValidation?: boolean;
  readonly disableSchemaValidation?: boolean;
  readonly disableTakeOwnership?: boolean;
  readonly disableWait?: boolean;
  readonly disableWaitForJobs?: boolean;
  readonly force?: boolean;
  readonly preserveValues?: boolean;
  readonly remediation?: UpgradeRemediation;
  readonly serverSideApply?: string;
  readonly strategy?: UpgradeStrategy;
  readonly timeout?: string;
}

export interface UpgradeRemediation {
  readonly ignoreTestFailures?: boolean;
  readonly remediateLastFailure?: boolean;
  readonly retries?: number;
  readonly strategy?: string;
}

export interface UpgradeStrategy {
  readonly name: "RemediateOnFailure" | "RetryOnFailure";
  readonly retryInterval?: string;
}

export interface V1CommonMetadata {
  readonly annotations?: { readonly [name: string]: string };
  readonly labels?: { readonly [name: string]: string };
}

export interface V1CrossNamespaceObjectReference {
  readonly apiVersion?: string;
  readonly kind: "Bucket" | "GitRepository" | "Kustomization" | "HelmRelease" | "HelmChart" | "HelmRepository" | "ImageRepository" | "ImagePolicy" | "ImageUpdateAutomation" | "OCIRepository" | "ArtifactGenerator" | "ExternalArtifact";
  readonly matchLabels?: { readonly [name: string]: string };
  readonly name: string;
  readonly namespace?: string;
}

export interface V1CrossNamespaceSourceReference {
  readonly apiVersion?: string;
  readonly kind: "GitRepository";
  readonly name: string;
  readonly namespace?: string;
}

export interface V1DependencyReference {
  readonly name: string;
  readonly namespace?: string;
  readonly readyExpr?: string;
}

export interface V1TagFilter {
  readonly extract?: string;
  readonly pattern?: string;
}

export interface ValuesReference {
  readonly kind: "Secret" | "ConfigMap";
  readonly name: string;
  readonly optional?: boolean;
  readonly targetPath?: string;
  readonly valuesKey?: string;
}

export interface WaitStrategy {
  readonly name: string;
}

/** Kinds whose lists a patch replaces whole. */
export interface WholeKinds {
  readonly "helm.toolkit.fluxcd.io/v2/HelmRelease": HelmRelease;
  readonly "image.toolkit.fluxcd.io/v1/ImagePolicy": ImagePolicy;
  readonly "image.toolkit.fluxcd.io/v1/ImageRepository": ImageRepository;
  readonly "image.toolkit.fluxcd.io/v1/ImageUpdateAutomation": ImageUpdateAutomation;
  readonly "kustomize.toolkit.fluxcd.io/v1/Kustomization": Kustomization;
  readonly "notification.toolkit.fluxcd.io/v1/Receiver": Receiver;
  readonly "notification.toolkit.fluxcd.io/v1beta3/Alert": Alert;
  readonly "notification.toolkit.fluxcd.io/v1beta3/Provider": Provider;
  readonly "source.toolkit.fluxcd.io/v1/Bucket": Bucket;
  readonly "source.toolkit.fluxcd.io/v1/ExternalArtifact": ExternalArtifact;
  readonly "source.toolkit.fluxcd.io/v1/GitRepository": GitRepository;
  readonly "source.toolkit.fluxcd.io/v1/HelmChart": HelmChart;
  readonly "source.toolkit.fluxcd.io/v1/HelmRepository": HelmRepository;
  readonly "source.toolkit.fluxcd.io/v1/OCIRepository": OCIRepository;
}
