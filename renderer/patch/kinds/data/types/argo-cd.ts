// The kinds of argo-cd. Generated from renderer/schema/data/tables/argo-cd.ts; edit neither.
// biome-ignore-all format: generated

import type { LabelSelector, ObjectMeta } from "./kubernetes.ts";

export interface AppProject {
  readonly apiVersion?: "argoproj.io/v1alpha1";
  readonly kind?: "AppProject";
  readonly metadata?: ObjectMeta;
  readonly spec: AppProjectSpec;
  readonly status?: unknown;
}

export interface AppProjectSpec {
  readonly clusterResourceBlacklist?: readonly ClusterResourceRestrictionItem[];
  readonly clusterResourceWhitelist?: readonly ClusterResourceRestrictionItem[];
  readonly description?: string;
  readonly destinationServiceAccounts?: readonly ApplicationDestinationServiceAccount[];
  readonly destinations?: readonly ApplicationDestination[];
  readonly namespaceResourceBlacklist?: readonly AppProjectSpecNamespaceResourceBlacklist[];
  readonly namespaceResourceWhitelist?: readonly AppProjectSpecNamespaceResourceWhitelist[];
  readonly orphanedResources?: OrphanedResourcesMonitorSettings;
  readonly permitOnlyProjectScopedClusters?: boolean;
  readonly roles?: readonly ProjectRole[];
  readonly signatureKeys?: readonly SignatureKey[];
  readonly sourceNamespaces?: readonly string[];
  readonly sourceRepos?: readonly string[];
  readonly syncWindows?: readonly SyncWindow[];
}

export interface AppProjectSpecNamespaceResourceBlacklist {
  readonly group: string;
  readonly kind: string;
}

export interface AppProjectSpecNamespaceResourceWhitelist {
  readonly group: string;
  readonly kind: string;
}

export interface Application {
  readonly apiVersion?: "argoproj.io/v1alpha1";
  readonly kind?: "Application";
  readonly metadata?: ObjectMeta;
  readonly operation?: Operation;
  readonly spec: ApplicationSpec;
  readonly status?: unknown;
}

export interface ApplicationDestination {
  readonly name?: string;
  readonly namespace?: string;
  readonly server?: string;
}

export interface ApplicationDestinationServiceAccount {
  readonly defaultServiceAccount: string;
  readonly namespace?: string;
  readonly server: string;
}

export interface ApplicationMatchExpression {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: readonly string[];
}

export interface ApplicationPreservedFields {
  readonly annotations?: readonly string[];
  readonly labels?: readonly string[];
}

export interface ApplicationSet {
  readonly apiVersion?: "argoproj.io/v1alpha1";
  readonly kind?: "ApplicationSet";
  readonly metadata?: ObjectMeta;
  readonly spec: ApplicationSetSpec;
  readonly status?: unknown;
}

export interface ApplicationSetGenerator {
  readonly clusterDecisionResource?: DuckTypeGenerator;
  readonly clusters?: ClusterGenerator;
  readonly git?: GitGenerator;
  readonly list?: ListGenerator;
  readonly matrix?: MatrixGenerator;
  readonly merge?: MergeGenerator;
  readonly plugin?: PluginGenerator;
  readonly pullRequest?: PullRequestGenerator;
  readonly scmProvider?: SCMProviderGenerator;
  readonly selector?: LabelSelector;
}

export interface ApplicationSetNestedGenerator {
  readonly clusterDecisionResource?: DuckTypeGenerator;
  readonly clusters?: ClusterGenerator;
  readonly git?: GitGenerator;
  readonly list?: ListGenerator;
  readonly matrix?: unknown;
  readonly merge?: unknown;
  readonly plugin?: PluginGenerator;
  readonly pullRequest?: PullRequestGenerator;
  readonly scmProvider?: SCMProviderGenerator;
  readonly selector?: LabelSelector;
}

export interface ApplicationSetResourceIgnoreDifferences {
  readonly jqPathExpressions?: readonly string[];
  readonly jsonPointers?: readonly string[];
  readonly name?: string;
}

export interface ApplicationSetRolloutStep {
  readonly matchExpressions?: readonly ApplicationMatchExpression[];
  readonly maxUpdate?: number | string;
}

export interface ApplicationSetRolloutStrategy {
  readonly steps?: readonly ApplicationSetRolloutStep[];
}

export interface ApplicationSetSpec {
  readonly applyNestedSelectors?: boolean;
  readonly generators: readonly ApplicationSetGenerator[];
  readonly goTemplate?: boolean;
  readonly goTemplateOptions?: readonly string[];
  readonly ignoreApplicationDifferences?: readonly ApplicationSetResourceIgnoreDifferences[];
  readonly preservedFields?: ApplicationPreservedFields;
  readonly strategy?: ApplicationSetStrategy;
  readonly syncPolicy?: ApplicationSetSyncPolicy;
  readonly template: ApplicationSetTemplate;
  readonly templatePatch?: string;
}

export interface ApplicationSetStrategy {
  readonly deletionOrder?: string;
  readonly rollingSync?: ApplicationSetRolloutStrategy;
  readonly type?: string;
}

export interface ApplicationSetSyncPolicy {
  readonly applicationsSync?: string;
  readonly preserveResourcesOnDeletion?: boolean;
}

export interface ApplicationSetTemplate {
  readonly metadata: ApplicationSetTemplateMeta;
  readonly spec: ApplicationSpec;
}

export interface ApplicationSetTemplateMeta {
  readonly annotations?: { readonly [name: string]: string };
  readonly finalizers?: readonly string[];
  readonly labels?: { readonly [name: string]: string };
  readonly name?: string;
  readonly namespace?: string;
}

export interface ApplicationSource {
  readonly chart?: string;
  readonly directory?: ApplicationSourceDirectory;
  readonly helm?: ApplicationSourceHelm;
  readonly kustomize?: ApplicationSourceKustomize;
  readonly name?: string;
  readonly path?: string;
  readonly plugin?: ApplicationSourcePlugin;
  readonly ref?: string;
  readonly repoURL: string;
  readonly targetRevision?: string;
}

export interface ApplicationSourceDirectory {
  readonly exclude?: string;
  readonly include?: string;
  readonly jsonnet?: ApplicationSourceJsonnet;
  readonly recurse?: boolean;
}

export interface ApplicationSourceHelm {
  readonly apiVersions?: readonly string[];
  readonly fileParameters?: readonly HelmFileParameter[];
  readonly ignoreMissingValueFiles?: boolean;
  readonly kubeVersion?: string;
  readonly namespace?: string;
  readonly parameters?: readonly HelmParameter[];
  readonly passCredentials?: boolean;
  readonly releaseName?: string;
  readonly skipCrds?: boolean;
  readonly skipSchemaValidation?: boolean;
  readonly skipTests?: boolean;
  readonly valueFiles?: readonly string[];
  readonly values?: string;
  readonly valuesObject?: unknown;
  readonly version?: string;
}

export interface ApplicationSourceJsonnet {
  readonly extVars?: readonly JsonnetVar[];
  readonly libs?: readonly string[];
  readonly tlas?: readonly JsonnetVar[];
}

export interface ApplicationSourceKustomize {
  readonly apiVersions?: readonly string[];
  readonly commonAnnotations?: { readonly [name: string]: string };
  readonly commonAnnotationsEnvsubst?: boolean;
  readonly commonLabels?: { readonly [name: string]: string };
  readonly components?: readonly string[];
  readonly forceCommonAnnotations?: boolean;
  readonly forceCommonLabels?: boolean;
  readonly ignoreMissingComponents?: boolean;
  readonly images?: readonly string[];
  readonly kubeVersion?: string;
  readonly labelIncludeTemplates?: boolean;
  readonly labelWithoutSelector?: boolean;
  readonly namePrefix?: string;
  readonly nameSuffix?: string;
  readonly namespace?: string;
  readonly patches?: readonly KustomizePatch[];
  readonly replicas?: readonly KustomizeReplica[];
  readonly version?: string;
}

export interface ApplicationSourcePlugin {
  readonly env?: readonly EnvEntry[];
  readonly name?: string;
  readonly parameters?: readonly ApplicationSourcePluginParameter[];
}

export interface ApplicationSourcePluginParameter {
  readonly map?: { readonly [name: string]: string };
  readonly array?: readonly string[];
  readonly name?: string;
  readonly string?: string;
}

export interface ApplicationSpec {
  readonly destination: ApplicationDestination;
  readonly ignoreDifferences?: readonly ResourceIgnoreDifferences[];
  readonly info?: readonly Info[];
  readonly project: string;
  readonly revisionHistoryLimit?: number;
  readonly source?: ApplicationSource;
  readonly sourceHydrator?: SourceHydrator;
  readonly sources?: readonly ApplicationSource[];
  readonly syncPolicy?: SyncPolicy;
}

export interface Backoff {
  readonly duration?: string;
  readonly factor?: number;
  readonly maxDuration?: string;
}

export interface BasicAuthBitbucketServer {
  readonly passwordRef: SecretRef;
  readonly username: string;
}

export interface BearerTokenBitbucket {
  readonly tokenRef: SecretRef;
}

export interface BearerTokenBitbucketCloud {
  readonly tokenRef: SecretRef;
}

export interface ClusterGenerator {
  readonly flatList?: boolean;
  readonly selector?: LabelSelector;
  readonly template?: ApplicationSetTemplate;
  readonly values?: { readonly [name: string]: string };
}

export interface ClusterResourceRestrictionItem {
  readonly group: string;
  readonly kind: string;
  readonly name?: string;
}

export interface ConfigMapKeyRef {
  readonly configMapName: string;
  readonly key: string;
}

export interface DrySource {
  readonly directory?: ApplicationSourceDirectory;
  readonly helm?: ApplicationSourceHelm;
  readonly kustomize?: ApplicationSourceKustomize;
  readonly path: string;
  readonly plugin?: ApplicationSourcePlugin;
  readonly repoURL: string;
  readonly targetRevision: string;
}

export interface DuckTypeGenerator {
  readonly configMapRef: string;
  readonly labelSelector?: LabelSelector;
  readonly name?: string;
  readonly requeueAfterSeconds?: number;
  readonly template?: ApplicationSetTemplate;
  readonly values?: { readonly [name: string]: string };
}

export interface EnvEntry {
  readonly name: string;
  readonly value: string;
}

export interface GitDirectoryGeneratorItem {
  readonly exclude?: boolean;
  readonly path: string;
}

export interface GitFileGeneratorItem {
  readonly exclude?: boolean;
  readonly path: string;
}

export interface GitGenerator {
  readonly directories?: readonly GitDirectoryGeneratorItem[];
  readonly files?: readonly GitFileGeneratorItem[];
  readonly pathParamPrefix?: string;
  readonly repoURL: string;
  readonly requeueAfterSeconds?: number;
  readonly revision: string;
  readonly template?: ApplicationSetTemplate;
  readonly values?: { readonly [name: string]: string };
}

export interface HelmFileParameter {
  readonly name?: string;
  readonly path?: string;
}

export interface HelmParameter {
  readonly forceString?: boolean;
  readonly name?: string;
  readonly value?: string;
}

export interface HydrateTo {
  readonly targetBranch: string;
}

export interface Info {
  readonly name: string;
  readonly value: string;
}

export interface JWTToken {
  readonly exp?: number;
  readonly iat: number;
  readonly id?: string;
}

export interface JsonnetVar {
  readonly code?: boolean;
  readonly name: string;
  readonly value: string;
}

export interface KustomizePatch {
  readonly options?: { readonly [name: string]: boolean };
  readonly patch?: string;
  readonly path?: string;
  readonly target?: KustomizeSelector;
}

export interface KustomizeReplica {
  readonly count: number | string;
  readonly name: string;
}

export interface KustomizeSelector {
  readonly group?: string;
  readonly kind?: string;
  readonly version?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly annotationSelector?: string;
  readonly labelSelector?: string;
}

export interface ListGenerator {
  readonly elements?: readonly unknown[];
  readonly elementsYaml?: string;
  readonly template?: ApplicationSetTemplate;
}

export interface ManagedNamespaceMetadata {
  readonly annotations?: { readonly [name: string]: string };
  readonly labels?: { readonly [name: string]: string };
}

export interface MatrixGenerator {
  readonly generators: readonly ApplicationSetNestedGenerator[];
  readonly template?: ApplicationSetTemplate;
}

export interface MergeGenerator {
  readonly generators: readonly ApplicationSetNestedGenerator[];
  readonly mergeKeys: readonly string[];
  readonly template?: ApplicationSetTemplate;
}

export interface Operation {
  readonly info?: readonly Info[];
  readonly initiatedBy?: OperationInitiator;
  readonly retry?: RetryStrategy;
  readonly sync?: SyncOperation;
}

export interface OperationInitiator {
  readonly automated?: boolean;
  readonly username?: string;
}

export interface OrphanedResourceKey {
  readonly group?: string;
  readonly kind?: string;
  readonly name?: string;
}

export interface OrphanedResourcesMonitorSettings {
  readonly ignore?: readonly OrphanedResourceKey[];
  readonly warn?: boolean;
}

export interface PluginConfigMapRef {
  readonly name: string;
}

export interface PluginGenerator {
  readonly configMapRef: PluginConfigMapRef;
  readonly input?: PluginInput;
  readonly requeueAfterSeconds?: number;
  readonly template?: ApplicationSetTemplate;
  readonly values?: { readonly [name: string]: string };
}

export interface PluginInput {
  readonly parameters?: { readonly [name: string]: unknown };
}

export interface ProjectRole {
  readonly description?: string;
  readonly groups?: readonly string[];
  readonly jwtTokens?: readonly JWTToken[];
  readonly name: string;
  readonly policies?: readonly string[];
}

export interface PullRequestGenerator {
  readonly azuredevops?: PullRequestGeneratorAzureDevOps;
  readonly bitbucket?: PullRequestGeneratorBitbucket;
  readonly bitbucketServer?: PullRequestGeneratorBitbucketServer;
  readonly continueOnRepoNotFoundError?: boolean;
  readonly filters?: readonly PullRequestGeneratorFilter[];
  readonly gitea?: PullRequestGeneratorGitea;
  readonly github?: PullRequestGeneratorGithub;
  readonly gitlab?: PullRequestGeneratorGitLab;
  readonly requeueAfterSeconds?: number;
  readonly template?: ApplicationSetTemplate;
  readonly values?: { readonly [name: string]: string };
}

export interface PullRequestGeneratorAzureDevOps {
  readonly api?: string;
  readonly labels?: readonly string[];
  readonly organization: string;
  readonly project: string;
  readonly repo: string;
  readonly tokenRef?: SecretRef;
}

export interface PullRequestGeneratorBitbucket {
  readonly api?: string;
  readonly basicAuth?: BasicAuthBitbucketServer;
  readonly bearerToken?: BearerTokenBitbucketCloud;
  readonly owner: string;
  readonly repo: string;
}

export interface PullRequestGeneratorBitbucketServer {
  readonly api: string;
  readonly basicAuth?: BasicAuthBitbucketServer;
  readonly bearerToken?: BearerTokenBitbucket;
  readonly caRef?: ConfigMapKeyRef;
  readonly insecure?: boolean;
  readonly project: string;
  readonly repo: string;
}

export interface PullRequestGeneratorFilter {
  readonly branchMatch?: string;
  readonly targetBranchMatch?: string;
  readonly titleMatch?: string;
}

export interface PullRequestGeneratorGitLab {
  readonly api?: string;
  readonly caRef?: ConfigMapKeyRef;
  readonly insecure?: boolean;
  readonly labels?: readonly string[];
  readonly project: string;
  readonly pullRequestState?: string;
  readonly tokenRef?: SecretRef;
}

export interface PullRequestGeneratorGitea {
  readonly api: string;
  readonly insecure?: boolean;
  readonly labels?: readonly string[];
  readonly owner: string;
  readonly repo: string;
  readonly tokenRef?: SecretRef;
}

export interface PullRequestGeneratorGithub {
  readonly api?: string;
  readonly appSecretName?: string;
  readonly labels?: readonly string[];
  readonly owner: string;
  readonly repo: string;
  readonly tokenRef?: SecretRef;
}

export interface ResourceIgnoreDifferences {
  readonly group?: string;
  readonly jqPathExpressions?: readonly string[];
  readonly jsonPointers?: readonly string[];
  readonly kind: string;
  readonly managedFieldsManagers?: readonly string[];
  readonly name?: string;
  readonly namespace?: string;
}

export interface RetryStrategy {
  readonly backoff?: Backoff;
  readonly limit?: number;
  readonly refresh?: boolean;
}

export interface SCMProviderGenerator {
  readonly awsCodeCommit?: SCMProviderGeneratorAWSCodeCommit;
  readonly azureDevOps?: SCMProviderGeneratorAzureDevOps;
  readonly bitbucket?: SCMProviderGeneratorBitbucket;
  readonly bitbucketServer?: SCMProviderGeneratorBitbucketServer;
  readonly cloneProtocol?: string;
  readonly filters?: readonly SCMProviderGeneratorFilter[];
  readonly gitea?: SCMProviderGeneratorGitea;
  readonly github?: SCMProviderGeneratorGithub;
  readonly gitlab?: SCMProviderGeneratorGitlab;
  readonly requeueAfterSeconds?: number;
  readonly template?: ApplicationSetTemplate;
  readonly values?: { readonly [name: string]: string };
}

export interface SCMProviderGeneratorAWSCodeCommit {
  readonly allBranches?: boolean;
  readonly region?: string;
  readonly role?: string;
  readonly tagFilters?: readonly TagFilter[];
}

export interface SCMProviderGeneratorAzureDevOps {
  readonly accessTokenRef: SecretRef;
  readonly allBranches?: boolean;
  readonly api?: string;
  readonly organization: string;
  readonly teamProject: string;
}

export interface SCMProviderGeneratorBitbucket {
  readonly allBranches?: boolean;
  readonly appPasswordRef: SecretRef;
  readonly owner: string;
  readonly user: string;
}

export interface SCMProviderGeneratorBitbucketServer {
  readonly allBranches?: boolean;
  readonly api: string;
  readonly basicAuth?: BasicAuthBitbucketServer;
  readonly bearerToken?: BearerTokenBitbucket;
  readonly caRef?: ConfigMapKeyRef;
  readonly insecure?: boolean;
  readonly project: string;
}

export interface SCMProviderGeneratorFilter {
  readonly branchMatch?: string;
  readonly labelMatch?: string;
  readonly pathsDoNotExist?: readonly string[];
  readonly pathsExist?: readonly string[];
  readonly repositoryMatch?: string;
}

export interface SCMProviderGeneratorGitea {
  readonly allBranches?: boolean;
  readonly api: string;
  readonly insecure?: boolean;
  readonly owner: string;
  readonly tokenRef?: SecretRef;
}

export interface SCMProviderGeneratorGithub {
  readonly allBranches?: boolean;
  readonly api?: string;
  readonly appSecretName?: string;
  readonly organization: string;
  readonly tokenRef?: SecretRef;
}

export interface SCMProviderGeneratorGitlab {
  readonly allBranches?: boolean;
  readonly api?: string;
  readonly caRef?: ConfigMapKeyRef;
  readonly group: string;
  readonly includeSharedProjects?: boolean;
  readonly includeSubgroups?: boolean;
  readonly insecure?: boolean;
  readonly tokenRef?: SecretRef;
  readonly topic?: string;
}

export interface SecretRef {
  readonly key: string;
  readonly secretName: string;
}

export interface SignatureKey {
  readonly keyID: string;
}

export interface SourceHydrator {
  readonly drySource: DrySource;
  readonly hydrateTo?: HydrateTo;
  readonly syncSource: SyncSource;
}

export interface SyncOperation {
  readonly autoHealAttemptsCount?: number;
  readonly dryRun?: boolean;
  readonly manifests?: readonly string[];
  readonly prune?: boolean;
  readonly resources?: readonly SyncOperationResource[];
  readonly revision?: string;
  readonly revisions?: readonly string[];
  readonly source?: ApplicationSource;
  readonly sources?: readonly ApplicationSource[];
  readonly syncOptions?: readonly string[];
  readonly syncStrategy?: SyncStrategy;
}

export interface SyncOperationResource {
  readonly group?: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface SyncPolicy {
  readonly automated?: SyncPolicyAutomated;
  readonly managedNamespaceMetadata?: ManagedNamespaceMetadata;
  readonly retry?: RetryStrategy;
  readonly syncOptions?: readonly string[];
}

export interface SyncPolicyAutomated {
  readonly allowEmpty?: boolean;
  readonly enabled?: boolean;
  readonly prune?: boolean;
  readonly selfHeal?: boolean;
}

export interface SyncSource {
  readonly path: string;
  readonly targetBranch: string;
}

export interface SyncStrategy {
  readonly apply?: SyncStrategyApply;
  readonly hook?: SyncStrategyHook;
}

export interface SyncStrategyApply {
  readonly force?: boolean;
}

export interface SyncStrategyHook {
  readonly force?: boolean;
}

export interface SyncWindow {
  readonly andOperator?: boolean;
  readonly applications?: readonly string[];
  readonly clusters?: readonly string[];
  readonly description?: string;
  readonly duration?: string;
  readonly kind?: string;
  readonly manualSync?: boolean;
  readonly namespaces?: readonly string[];
  readonly schedule?: string;
  readonly timeZone?: string;
}

export interface TagFilter {
  readonly key: string;
  readonly value?: string;
}

/** Kinds whose lists a patch replaces whole. */
export interface WholeKinds {
  readonly "argoproj.io/v1alpha1/AppProject": AppProject;
  readonly "argoproj.io/v1alpha1/Application": Application;
  readonly "argoproj.io/v1alpha1/ApplicationSet": ApplicationSet;
}
