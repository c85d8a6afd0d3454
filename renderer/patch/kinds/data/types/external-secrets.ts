// The kinds of external-secrets. Generated from renderer/schema/data/tables/external-secrets.ts; edit neither.
// biome-ignore-all format: generated

import type { LabelSelector, ObjectMeta } from "./kubernetes.ts";

export interface ACRAccessToken {
  readonly apiVersion?: "generators.external-secrets.io/v1alpha1";
  readonly kind?: "ACRAccessToken";
  readonly metadata?: ObjectMeta;
  readonly spec?: ACRAccessTokenSpec;
}

export interface ACRAccessTokenSpec {
  readonly auth: ACRAuth;
  readonly environmentType?: "PublicCloud" | "USGovernmentCloud" | "ChinaCloud" | "GermanCloud";
  readonly registry: string;
  readonly scope?: string;
  readonly tenantId?: string;
}

export interface ACRAuth {
  readonly managedIdentity?: AzureACRManagedIdentityAuth;
  readonly servicePrincipal?: AzureACRServicePrincipalAuth;
  readonly workloadIdentity?: AzureACRWorkloadIdentityAuth;
}

export interface AWSAuth {
  readonly jwt?: AWSJWTAuth;
  readonly secretRef?: AWSAuthSecretRef;
}

export interface AWSAuthSecretRef {
  readonly accessKeyIDSecretRef?: MetaV1SecretKeySelector;
  readonly secretAccessKeySecretRef?: MetaV1SecretKeySelector;
  readonly sessionTokenSecretRef?: MetaV1SecretKeySelector;
}

export interface AWSJWTAuth {
  readonly serviceAccountRef?: ServiceAccountSelector;
}

export interface AWSProvider {
  readonly additionalRoles?: readonly string[];
  readonly auth?: AWSAuth;
  readonly externalID?: string;
  readonly prefix?: string;
  readonly region: string;
  readonly role?: string;
  readonly secretsManager?: SecretsManager;
  readonly service: "SecretsManager" | "ParameterStore";
  readonly sessionTags?: readonly Tag[];
  readonly transitiveTagKeys?: readonly string[];
}

export interface AkeylessAuth {
  readonly kubernetesAuth?: AkeylessKubernetesAuth;
  readonly secretRef?: AkeylessAuthSecretRef;
}

export interface AkeylessAuthSecretRef {
  readonly accessID?: MetaV1SecretKeySelector;
  readonly accessType?: MetaV1SecretKeySelector;
  readonly accessTypeParam?: MetaV1SecretKeySelector;
}

export interface AkeylessKubernetesAuth {
  readonly accessID: string;
  readonly k8sConfName: string;
  readonly secretRef?: MetaV1SecretKeySelector;
  readonly serviceAccountRef?: ServiceAccountSelector;
}

export interface AkeylessProvider {
  readonly akeylessGWApiURL: string;
  readonly authSecretRef: AkeylessAuth;
  readonly caBundle?: string;
  readonly caProvider?: CAProvider;
}

export interface AlibabaAuth {
  readonly rrsa?: AlibabaRRSAAuth;
  readonly secretRef?: AlibabaAuthSecretRef;
}

export interface AlibabaAuthSecretRef {
  readonly accessKeyIDSecretRef: MetaV1SecretKeySelector;
  readonly accessKeySecretSecretRef: MetaV1SecretKeySelector;
}

export interface AlibabaProvider {
  readonly auth: AlibabaAuth;
  readonly regionID: string;
}

export interface AlibabaRRSAAuth {
  readonly oidcProviderArn: string;
  readonly oidcTokenFilePath: string;
  readonly roleArn: string;
  readonly sessionName: string;
}

export interface AuthorizationProtocol {
  readonly ntlm?: NTLMProtocol;
}

export interface AzureACRManagedIdentityAuth {
  readonly identityId?: string;
}

export interface AzureACRServicePrincipalAuth {
  readonly secretRef: AzureACRServicePrincipalAuthSecretRef;
}

export interface AzureACRServicePrincipalAuthSecretRef {
  readonly clientId?: MetaV1SecretKeySelector;
  readonly clientSecret?: MetaV1SecretKeySelector;
}

export interface AzureACRWorkloadIdentityAuth {
  readonly serviceAccountRef?: ServiceAccountSelector;
}

export interface AzureKVAuth {
  readonly clientCertificate?: MetaV1SecretKeySelector;
  readonly clientId?: MetaV1SecretKeySelector;
  readonly clientSecret?: MetaV1SecretKeySelector;
  readonly tenantId?: MetaV1SecretKeySelector;
}

export interface AzureKVProvider {
  readonly authSecretRef?: AzureKVAuth;
  readonly authType?: "ServicePrincipal" | "ManagedIdentity" | "WorkloadIdentity";
  readonly environmentType?: "PublicCloud" | "USGovernmentCloud" | "ChinaCloud" | "GermanCloud";
  readonly identityId?: string;
  readonly serviceAccountRef?: ServiceAccountSelector;
  readonly tenantId?: string;
  readonly vaultUrl: string;
}

export interface BeyondTrustProviderSecretRef {
  readonly secretRef?: MetaV1SecretKeySelector;
  readonly value?: string;
}

export interface BeyondtrustAuth {
  readonly apiKey?: BeyondTrustProviderSecretRef;
  readonly certificate?: BeyondTrustProviderSecretRef;
  readonly certificateKey?: BeyondTrustProviderSecretRef;
  readonly clientId?: BeyondTrustProviderSecretRef;
  readonly clientSecret?: BeyondTrustProviderSecretRef;
}

export interface BeyondtrustProvider {
  readonly auth: BeyondtrustAuth;
  readonly server: BeyondtrustServer;
}

export interface BeyondtrustServer {
  readonly apiUrl: string;
  readonly apiVersion?: string;
  readonly clientTimeOutSeconds?: number;
  readonly retrievalType?: string;
  readonly separator?: string;
  readonly verifyCA: boolean;
}

export interface BitwardenSecretsManagerAuth {
  readonly secretRef: BitwardenSecretsManagerSecretRef;
}

export interface BitwardenSecretsManagerProvider {
  readonly apiURL?: string;
  readonly auth: BitwardenSecretsManagerAuth;
  readonly bitwardenServerSDKURL?: string;
  readonly caBundle?: string;
  readonly caProvider?: CAProvider;
  readonly identityURL?: string;
  readonly organizationID: string;
  readonly projectID: string;
}

export interface BitwardenSecretsManagerSecretRef {
  readonly credentials: MetaV1SecretKeySelector;
}

export interface CAProvider {
  readonly key?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly type: string;
}

export interface CSMAuth {
  readonly secretRef?: CSMAuthSecretRef;
}

export interface CSMAuthSecretRef {
  readonly accessKeyIDSecretRef: MetaV1SecretKeySelector;
  readonly accessKeySecretSecretRef: MetaV1SecretKeySelector;
}

export interface CertAuth {
  readonly clientCert?: MetaV1SecretKeySelector;
  readonly clientKey?: MetaV1SecretKeySelector;
}

export interface ChefAuth {
  readonly secretRef: ChefAuthSecretRef;
}

export interface ChefAuthSecretRef {
  readonly privateKeySecretRef: MetaV1SecretKeySelector;
}

export interface ChefProvider {
  readonly auth: ChefAuth;
  readonly serverUrl: string;
  readonly username: string;
}

export interface CloudruSMProvider {
  readonly auth: CSMAuth;
  readonly projectID?: string;
}

export interface ClusterExternalSecret {
  readonly apiVersion?: "external-secrets.io/v1";
  readonly kind?: "ClusterExternalSecret";
  readonly metadata?: ObjectMeta;
  readonly spec?: ClusterExternalSecretSpec;
  readonly status?: unknown;
}

export interface ClusterExternalSecretSpec {
  readonly externalSecretMetadata?: ExternalSecretMetadata;
  readonly externalSecretName?: string;
  readonly externalSecretSpec: ExternalSecretSpec;
  readonly namespaceSelector?: LabelSelector;
  readonly namespaceSelectors?: readonly LabelSelector[];
  readonly namespaces?: readonly string[];
  readonly refreshTime?: string;
}

export interface ClusterGeneratorSpec {
  readonly generator: GeneratorSpec;
  readonly kind: "ACRAccessToken" | "ECRAuthorizationToken" | "Fake" | "GCRAccessToken" | "GithubAccessToken" | "QuayAccessToken" | "Password" | "STSSessionToken" | "UUID" | "VaultDynamicSecret" | "Webhook" | "Grafana";
}

export interface ClusterPushSecret {
  readonly apiVersion?: "external-secrets.io/v1alpha1";
  readonly kind?: "ClusterPushSecret";
  readonly metadata?: ObjectMeta;
  readonly spec?: ClusterPushSecretSpec;
  readonly status?: unknown;
}

export interface ClusterPushSecretSpec {
  readonly namespaceSelectors?: readonly LabelSelector[];
  readonly pushSecretMetadata?: PushSecretMetadata;
  readonly pushSecretName?: string;
  readonly pushSecretSpec: PushSecretSpec;
  readonly refreshTime?: string;
}

export interface ClusterSecretStore {
  readonly apiVersion?: "external-secrets.io/v1";
  readonly kind?: "ClusterSecretStore";
  readonly metadata?: ObjectMeta;
  readonly spec?: SecretStoreSpec;
  readonly status?: unknown;
}

export interface ClusterSecretStoreCondition {
  readonly namespaceRegexes?: readonly string[];
  readonly namespaceSelector?: LabelSelector;
  readonly namespaces?: readonly string[];
}

export interface ConjurAPIKey {
  readonly account: string;
  readonly apiKeyRef: MetaV1SecretKeySelector;
  readonly userRef: MetaV1SecretKeySelector;
}

export interface ConjurAuth {
  readonly apikey?: ConjurAPIKey;
  readonly jwt?: ConjurJWT;
}

export interface ConjurJWT {
  readonly account: string;
  readonly hostId?: string;
  readonly secretRef?: MetaV1SecretKeySelector;
  readonly serviceAccountRef?: ServiceAccountSelector;
  readonly serviceID: string;
}

export interface ConjurProvider {
  readonly auth: ConjurAuth;
  readonly caBundle?: string;
  readonly caProvider?: CAProvider;
  readonly url: string;
}

export interface DelineaProvider {
  readonly clientId: DelineaProviderSecretRef;
  readonly clientSecret: DelineaProviderSecretRef;
  readonly tenant: string;
  readonly tld?: string;
  readonly urlTemplate?: string;
}

export interface DelineaProviderSecretRef {
  readonly secretRef?: MetaV1SecretKeySelector;
  readonly value?: string;
}

export interface Device42Auth {
  readonly secretRef: Device42SecretRef;
}

export interface Device42Provider {
  readonly auth: Device42Auth;
  readonly host: string;
}

export interface Device42SecretRef {
  readonly credentials?: MetaV1SecretKeySelector;
}

export interface DopplerAuth {
  readonly secretRef: DopplerAuthSecretRef;
}

export interface DopplerAuthSecretRef {
  readonly dopplerToken: MetaV1SecretKeySelector;
}

export interface DopplerProvider {
  readonly auth: DopplerAuth;
  readonly config?: string;
  readonly format?: "json" | "dotnet-json" | "env" | "yaml" | "docker";
  readonly nameTransformer?: "upper-camel" | "camel" | "lower-snake" | "tf-var" | "dotnet-env" | "lower-kebab";
  readonly project?: string;
}

export interface ECRAuthorizationToken {
  readonly apiVersion?: "generators.external-secrets.io/v1alpha1";
  readonly kind?: "ECRAuthorizationToken";
  readonly metadata?: ObjectMeta;
  readonly spec?: ECRAuthorizationTokenSpec;
}

export interface ECRAuthorizationTokenSpec {
  readonly auth?: V1alpha1AWSAuth;
  readonly region: string;
  readonly role?: string;
  readonly scope?: string;
}

export interface ExternalSecret {
  readonly apiVersion?: "external-secrets.io/v1";
  readonly kind?: "ExternalSecret";
  readonly metadata?: ObjectMeta;
  readonly spec?: ExternalSecretSpec;
  readonly status?: unknown;
}

export interface ExternalSecretData {
  readonly remoteRef: ExternalSecretDataRemoteRef;
  readonly secretKey: string;
  readonly sourceRef?: StoreSourceRef;
}

export interface ExternalSecretDataFromRemoteRef {
  readonly extract?: ExternalSecretDataRemoteRef;
  readonly find?: ExternalSecretFind;
  readonly rewrite?: readonly ExternalSecretRewrite[];
  readonly sourceRef?: StoreGeneratorSourceRef;
}

export interface ExternalSecretDataRemoteRef {
  readonly conversionStrategy?: "Default" | "Unicode";
  readonly decodingStrategy?: "Auto" | "Base64" | "Base64URL" | "None";
  readonly key: string;
  readonly metadataPolicy?: "None" | "Fetch";
  readonly property?: string;
  readonly version?: string;
}

export interface ExternalSecretFind {
  readonly conversionStrategy?: "Default" | "Unicode";
  readonly decodingStrategy?: "Auto" | "Base64" | "Base64URL" | "None";
  readonly name?: FindName;
  readonly path?: string;
  readonly tags?: { readonly [name: string]: string };
}

export interface ExternalSecretMetadata {
  readonly annotations?: { readonly [name: string]: string };
  readonly labels?: { readonly [name: string]: string };
}

export interface ExternalSecretRewrite {
  readonly regexp?: ExternalSecretRewriteRegexp;
  readonly transform?: ExternalSecretRewriteTransform;
}

export interface ExternalSecretRewriteRegexp {
  readonly source: string;
  readonly target: string;
}

export interface ExternalSecretRewriteTransform {
  readonly template: string;
}

export interface ExternalSecretSpec {
  readonly data?: readonly ExternalSecretData[];
  readonly dataFrom?: readonly ExternalSecretDataFromRemoteRef[];
  readonly refreshInterval?: string;
  readonly refreshPolicy?: "CreatedOnce" | "Periodic" | "OnChange";
  readonly secretStoreRef?: SecretStoreRef;
  readonly target?: ExternalSecretTarget;
}

export interface ExternalSecretTarget {
  readonly creationPolicy?: "Owner" | "Orphan" | "Merge" | "None";
  readonly deletionPolicy?: "Delete" | "Merge" | "Retain";
  readonly immutable?: boolean;
  readonly name?: string;
  readonly template?: ExternalSecretTemplate;
}

export interface ExternalSecretTemplate {
  readonly data?: { readonly [name: string]: string };
  readonly engineVersion?: "v2";
  readonly mergePolicy?: "Replace" | "Merge";
  readonly metadata?: ExternalSecretTemplateMetadata;
  readonly templateFrom?: readonly TemplateFrom[];
  readonly type?: string;
}

export interface ExternalSecretTemplateMetadata {
  readonly annotations?: { readonly [name: string]: string };
  readonly labels?: { readonly [name: string]: string };
}

export interface Fake {
  readonly apiVersion?: "generators.external-secrets.io/v1alpha1";
  readonly kind?: "Fake";
  readonly metadata?: ObjectMeta;
  readonly spec?: FakeSpec;
}

export interface FakeProvider {
  readonly data: readonly FakeProviderData[];
}

export interface FakeProviderData {
  readonly key: string;
  readonly value: string;
  readonly version?: string;
}

export interface FakeSpec {
  readonly controller?: string;
  readonly data?: { readonly [name: string]: string };
}

export interface FindName {
  readonly regexp?: string;
}

export interface FortanixProvider {
  readonly apiKey?: FortanixProviderSecretRef;
  readonly apiUrl?: string;
}

export interface FortanixProviderSecretRef {
  readonly secretRef?: MetaV1SecretKeySelector;
}

export interface GCPSMAuth {
  readonly secretRef?: GCPSMAuthSecretRef;
  readonly workloadIdentity?: GCPWorkloadIdentity;
}

export interface GCPSMAuthSecretRef {
  readonly secretAccessKeySecretRef?: MetaV1SecretKeySelector;
}

export interface GCPSMProvider {
  readonly auth?: GCPSMAuth;
  readonly location?: string;
  readonly projectID?: string;
}

export interface GCPWorkloadIdentity {
  readonly clusterLocation?: string;
  readonly clusterName?: string;
  readonly clusterProjectID?: string;
  readonly serviceAccountRef: ServiceAccountSelector;
}

export interface GCRAccessToken {
  readonly apiVersion?: "generators.external-secrets.io/v1alpha1";
  readonly kind?: "GCRAccessToken";
  readonly metadata?: ObjectMeta;
  readonly spec?: GCRAccessTokenSpec;
}

export interface GCRAccessTokenSpec {
  readonly auth: V1alpha1GCPSMAuth;
  readonly projectID: string;
}

export interface GeneratorRef {
  readonly apiVersion?: string;
  readonly kind: "ACRAccessToken" | "ClusterGenerator" | "ECRAuthorizationToken" | "Fake" | "GCRAccessToken" | "GithubAccessToken" | "QuayAccessToken" | "Password" | "STSSessionToken" | "UUID" | "VaultDynamicSecret" | "Webhook" | "Grafana";
  readonly name: string;
}

export interface GeneratorSpec {
  readonly acrAccessTokenSpec?: ACRAccessTokenSpec;
  readonly ecrAuthorizationTokenSpec?: ECRAuthorizationTokenSpec;
  readonly fakeSpec?: FakeSpec;
  readonly gcrAccessTokenSpec?: GCRAccessTokenSpec;
  readonly githubAccessTokenSpec?: GithubAccessTokenSpec;
  readonly grafanaSpec?: GrafanaSpec;
  readonly passwordSpec?: PasswordSpec;
  readonly quayAccessTokenSpec?: QuayAccessTokenSpec;
  readonly stsSessionTokenSpec?: STSSessionTokenSpec;
  readonly uuidSpec?: unknown;
  readonly vaultDynamicSecretSpec?: VaultDynamicSecretSpec;
  readonly webhookSpec?: WebhookSpec;
}

export interface GeneratorState {
  readonly apiVersion?: "generators.external-secrets.io/v1alpha1";
  readonly kind?: "GeneratorState";
  readonly metadata?: ObjectMeta;
  readonly spec?: GeneratorStateSpec;
  readonly status?: unknown;
}

export interface GeneratorStateSpec {
  readonly garbageCollectionDeadline?: string;
  readonly resource: unknown;
  readonly state: unknown;
}

export interface GithubAccessToken {
  readonly apiVersion?: "generators.external-secrets.io/v1alpha1";
  readonly kind?: "GithubAccessToken";
  readonly metadata?: ObjectMeta;
  readonly spec?: GithubAccessTokenSpec;
}

export interface GithubAccessTokenSpec {
  readonly appID: string;
  readonly auth: GithubAuth;
  readonly installID: string;
  readonly permissions?: { readonly [name: string]: string };
  readonly repositories?: readonly string[];
  readonly url?: string;
}

export interface GithubAppAuth {
  readonly privateKey: MetaV1SecretKeySelector;
}

export interface GithubAuth {
  readonly privateKey: GithubSecretRef;
}

export interface GithubProvider {
  readonly appID: number;
  readonly auth: GithubAppAuth;
  readonly environment?: string;
  readonly installationID: number;
  readonly organization: string;
  readonly repository?: string;
  readonly uploadURL?: string;
  readonly url?: string;
}

export interface GithubSecretRef {
  readonly secretRef: MetaV1SecretKeySelector;
}

export interface GitlabAuth {
  readonly SecretRef: GitlabSecretRef;
}

export interface GitlabProvider {
  readonly auth: GitlabAuth;
  readonly environment?: string;
  readonly groupIDs?: readonly string[];
  readonly inheritFromGroups?: boolean;
  readonly projectID?: string;
  readonly url?: string;
}

export interface GitlabSecretRef {
  readonly accessToken?: MetaV1SecretKeySelector;
}

export interface Grafana {
  readonly apiVersion?: "generators.external-secrets.io/v1alpha1";
  readonly kind?: "Grafana";
  readonly metadata?: ObjectMeta;
  readonly spec?: GrafanaSpec;
}

export interface GrafanaAuth {
  readonly basic?: GrafanaBasicAuth;
  readonly token?: V1alpha1SecretKeySelector;
}

export interface GrafanaBasicAuth {
  readonly password: V1alpha1SecretKeySelector;
  readonly username: string;
}

export interface GrafanaServiceAccount {
  readonly name: string;
  readonly role: string;
}

export interface GrafanaSpec {
  readonly auth: GrafanaAuth;
  readonly serviceAccount: GrafanaServiceAccount;
  readonly url: string;
}

export interface IBMAuth {
  readonly containerAuth?: IBMAuthContainerAuth;
  readonly secretRef?: IBMAuthSecretRef;
}

export interface IBMAuthContainerAuth {
  readonly iamEndpoint?: string;
  readonly profile: string;
  readonly tokenLocation?: string;
}

export interface IBMAuthSecretRef {
  readonly secretApiKeySecretRef?: MetaV1SecretKeySelector;
}

export interface IBMProvider {
  readonly auth: IBMAuth;
  readonly serviceUrl?: string;
}

export interface InfisicalAuth {
  readonly universalAuthCredentials?: UniversalAuthCredentials;
}

export interface InfisicalProvider {
  readonly auth: InfisicalAuth;
  readonly hostAPI?: string;
  readonly secretsScope: MachineIdentityScopeInWorkspace;
}

export interface KeeperSecurityProvider {
  readonly authRef: MetaV1SecretKeySelector;
  readonly folderID: string;
}

export interface KubernetesAuth {
  readonly cert?: CertAuth;
  readonly serviceAccount?: ServiceAccountSelector;
  readonly token?: TokenAuth;
}

export interface KubernetesProvider {
  readonly auth?: KubernetesAuth;
  readonly authRef?: MetaV1SecretKeySelector;
  readonly remoteNamespace?: string;
  readonly server?: KubernetesServer;
}

export interface KubernetesServer {
  readonly caBundle?: string;
  readonly caProvider?: CAProvider;
  readonly url?: string;
}

export interface MachineIdentityScopeInWorkspace {
  readonly environmentSlug: string;
  readonly expandSecretReferences?: boolean;
  readonly projectSlug: string;
  readonly recursive?: boolean;
  readonly secretsPath?: string;
}

export interface MetaV1SecretKeySelector {
  readonly key?: string;
  readonly name?: string;
  readonly namespace?: string;
}

export interface NTLMProtocol {
  readonly passwordSecret: MetaV1SecretKeySelector;
  readonly usernameSecret: MetaV1SecretKeySelector;
}

export interface OnboardbaseAuthSecretRef {
  readonly apiKeyRef: MetaV1SecretKeySelector;
  readonly passcodeRef: MetaV1SecretKeySelector;
}

export interface OnboardbaseProvider {
  readonly apiHost: string;
  readonly auth: OnboardbaseAuthSecretRef;
  readonly environment: string;
  readonly project: string;
}

export interface OnePasswordAuth {
  readonly secretRef: OnePasswordAuthSecretRef;
}

export interface OnePasswordAuthSecretRef {
  readonly connectTokenSecretRef: MetaV1SecretKeySelector;
}

export interface OnePasswordProvider {
  readonly auth: OnePasswordAuth;
  readonly connectHost: string;
  readonly vaults: { readonly [name: string]: number };
}

export interface OracleAuth {
  readonly secretRef: OracleSecretRef;
  readonly tenancy: string;
  readonly user: string;
}

export interface OracleProvider {
  readonly auth?: OracleAuth;
  readonly compartment?: string;
  readonly encryptionKey?: string;
  readonly principalType?: "" | "UserPrincipal" | "InstancePrincipal" | "Workload";
  readonly region: string;
  readonly serviceAccountRef?: ServiceAccountSelector;
  readonly vault: string;
}

export interface OracleSecretRef {
  readonly fingerprint: MetaV1SecretKeySelector;
  readonly privatekey: MetaV1SecretKeySelector;
}

export interface PassboltAuth {
  readonly passwordSecretRef: MetaV1SecretKeySelector;
  readonly privateKeySecretRef: MetaV1SecretKeySelector;
}

export interface PassboltProvider {
  readonly auth: PassboltAuth;
  readonly host: string;
}

export interface Password {
  readonly apiVersion?: "generators.external-secrets.io/v1alpha1";
  readonly kind?: "Password";
  readonly metadata?: ObjectMeta;
  readonly spec?: PasswordSpec;
}

export interface PasswordDepotAuth {
  readonly secretRef: PasswordDepotSecretRef;
}

export interface PasswordDepotProvider {
  readonly auth: PasswordDepotAuth;
  readonly database: string;
  readonly host: string;
}

export interface PasswordDepotSecretRef {
  readonly credentials?: MetaV1SecretKeySelector;
}

export interface PasswordSpec {
  readonly allowRepeat: boolean;
  readonly digits?: number;
  readonly length: number;
  readonly noUpper: boolean;
  readonly symbolCharacters?: string;
  readonly symbols?: number;
}

export interface PreviderAuth {
  readonly secretRef?: PreviderAuthSecretRef;
}

export interface PreviderAuthSecretRef {
  readonly accessToken: MetaV1SecretKeySelector;
}

export interface PreviderProvider {
  readonly auth: PreviderAuth;
  readonly baseUri?: string;
}

export interface PulumiProvider {
  readonly accessToken: PulumiProviderSecretRef;
  readonly apiUrl?: string;
  readonly environment: string;
  readonly organization: string;
  readonly project: string;
}

export interface PulumiProviderSecretRef {
  readonly secretRef?: MetaV1SecretKeySelector;
}

export interface PushSecret {
  readonly apiVersion?: "external-secrets.io/v1alpha1";
  readonly kind?: "PushSecret";
  readonly metadata?: ObjectMeta;
  readonly spec?: PushSecretSpec;
  readonly status?: unknown;
}

export interface PushSecretData {
  readonly conversionStrategy?: "None" | "ReverseUnicode";
  readonly match: PushSecretMatch;
  readonly metadata?: unknown;
}

export interface PushSecretMatch {
  readonly remoteRef: PushSecretRemoteRef;
  readonly secretKey?: string;
}

export interface PushSecretMetadata {
  readonly annotations?: { readonly [name: string]: string };
  readonly labels?: { readonly [name: string]: string };
}

export interface PushSecretRemoteRef {
  readonly property?: string;
  readonly remoteKey: string;
}

export interface PushSecretSecret {
  readonly name?: string;
  readonly selector?: LabelSelector;
}

export interface PushSecretSelector {
  readonly generatorRef?: GeneratorRef;
  readonly secret?: PushSecretSecret;
}

export interface PushSecretSpec {
  readonly data?: readonly PushSecretData[];
  readonly deletionPolicy?: "Delete" | "None";
  readonly refreshInterval?: string;
  readonly secretStoreRefs: readonly PushSecretStoreRef[];
  readonly selector: PushSecretSelector;
  readonly template?: ExternalSecretTemplate;
  readonly updatePolicy?: "Replace" | "IfNotExists";
}

export interface PushSecretStoreRef {
  readonly kind?: "SecretStore" | "ClusterSecretStore";
  readonly labelSelector?: LabelSelector;
  readonly name?: string;
}

export interface QuayAccessToken {
  readonly apiVersion?: "generators.external-secrets.io/v1alpha1";
  readonly kind?: "QuayAccessToken";
  readonly metadata?: ObjectMeta;
  readonly spec?: QuayAccessTokenSpec;
}

export interface QuayAccessTokenSpec {
  readonly robotAccount: string;
  readonly serviceAccountRef: ServiceAccountSelector;
  readonly url?: string;
}

export interface RequestParameters {
  readonly serialNumber?: string;
  readonly sessionDuration?: number;
  readonly tokenCode?: string;
}

export interface STSSessionToken {
  readonly apiVersion?: "generators.external-secrets.io/v1alpha1";
  readonly kind?: "STSSessionToken";
  readonly metadata?: ObjectMeta;
  readonly spec?: STSSessionTokenSpec;
}

export interface STSSessionTokenSpec {
  readonly auth?: V1alpha1AWSAuth;
  readonly region: string;
  readonly requestParameters?: RequestParameters;
  readonly role?: string;
}

export interface ScalewayProvider {
  readonly accessKey: ScalewayProviderSecretRef;
  readonly apiUrl?: string;
  readonly projectId: string;
  readonly region: string;
  readonly secretKey: ScalewayProviderSecretRef;
}

export interface ScalewayProviderSecretRef {
  readonly secretRef?: MetaV1SecretKeySelector;
  readonly value?: string;
}

export interface SecretServerProvider {
  readonly password: SecretServerProviderRef;
  readonly serverURL: string;
  readonly username: SecretServerProviderRef;
}

export interface SecretServerProviderRef {
  readonly secretRef?: MetaV1SecretKeySelector;
  readonly value?: string;
}

export interface SecretStore {
  readonly apiVersion?: "external-secrets.io/v1";
  readonly kind?: "SecretStore";
  readonly metadata?: ObjectMeta;
  readonly spec?: SecretStoreSpec;
  readonly status?: unknown;
}

export interface SecretStoreProvider {
  readonly akeyless?: AkeylessProvider;
  readonly alibaba?: AlibabaProvider;
  readonly aws?: AWSProvider;
  readonly azurekv?: AzureKVProvider;
  readonly beyondtrust?: BeyondtrustProvider;
  readonly bitwardensecretsmanager?: BitwardenSecretsManagerProvider;
  readonly chef?: ChefProvider;
  readonly cloudrusm?: CloudruSMProvider;
  readonly conjur?: ConjurProvider;
  readonly delinea?: DelineaProvider;
  readonly device42?: Device42Provider;
  readonly doppler?: DopplerProvider;
  readonly fake?: FakeProvider;
  readonly fortanix?: FortanixProvider;
  readonly gcpsm?: GCPSMProvider;
  readonly github?: GithubProvider;
  readonly gitlab?: GitlabProvider;
  readonly ibm?: IBMProvider;
  readonly infisical?: InfisicalProvider;
  readonly keepersecurity?: KeeperSecurityProvider;
  readonly kubernetes?: KubernetesProvider;
  readonly onboardbase?: OnboardbaseProvider;
  readonly onepassword?: OnePasswordProvider;
  readonly oracle?: OracleProvider;
  readonly passbolt?: PassboltProvider;
  readonly passworddepot?: PasswordDepotProvider;
  readonly previder?: PreviderProvider;
  readonly pulumi?: PulumiProvider;
  readonly scaleway?: ScalewayProvider;
  readonly secretserver?: SecretServerProvider;
  readonly senhasegura?: SenhaseguraProvider;
  readonly vault?: VaultProvider;
  readonly webhook?: WebhookProvider;
  readonly yandexcertificatemanager?: YandexCertificateManagerProvider;
  readonly yandexlockbox?: YandexLockboxProvider;
}

export interface SecretStoreRef {
  readonly kind?: "SecretStore" | "ClusterSecretStore";
  readonly name?: string;
}

export interface SecretStoreRetrySettings {
  readonly maxRetries?: number;
  readonly retryInterval?: string;
}

export interface SecretStoreSpec {
  readonly conditions?: readonly ClusterSecretStoreCondition[];
  readonly controller?: string;
  readonly provider: SecretStoreProvider;
  readonly refreshInterval?: number;
  readonly retrySettings?: SecretStoreRetrySettings;
}

export interface SecretsManager {
  readonly forceDeleteWithoutRecovery?: boolean;
  readonly recoveryWindowInDays?: number;
}

export interface SenhaseguraAuth {
  readonly clientId: string;
  readonly clientSecretSecretRef: MetaV1SecretKeySelector;
}

export interface SenhaseguraProvider {
  readonly auth: SenhaseguraAuth;
  readonly ignoreSslCertificate?: boolean;
  readonly module: string;
  readonly url: string;
}

export interface ServiceAccountSelector {
  readonly audiences?: readonly string[];
  readonly name: string;
  readonly namespace?: string;
}

export interface StoreGeneratorSourceRef {
  readonly generatorRef?: GeneratorRef;
  readonly storeRef?: SecretStoreRef;
}

export interface StoreSourceRef {
  readonly generatorRef?: GeneratorRef;
  readonly storeRef?: SecretStoreRef;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

export interface TemplateFrom {
  readonly configMap?: TemplateRef;
  readonly literal?: string;
  readonly secret?: TemplateRef;
  readonly target?: "Data" | "Annotations" | "Labels";
}

export interface TemplateRef {
  readonly items: readonly TemplateRefItem[];
  readonly name: string;
}

export interface TemplateRefItem {
  readonly key: string;
  readonly templateAs?: "Values" | "KeysAndValues";
}

export interface TokenAuth {
  readonly bearerToken?: MetaV1SecretKeySelector;
}

export interface UUID {
  readonly apiVersion?: "generators.external-secrets.io/v1alpha1";
  readonly kind?: "UUID";
  readonly metadata?: ObjectMeta;
  readonly spec?: unknown;
}

export interface UniversalAuthCredentials {
  readonly clientId: MetaV1SecretKeySelector;
  readonly clientSecret: MetaV1SecretKeySelector;
}

export interface V1VaultAppRole {
  readonly path: string;
  readonly roleId?: string;
  readonly roleRef?: MetaV1SecretKeySelector;
  readonly secretRef: MetaV1SecretKeySelector;
}

export interface V1VaultAuth {
  readonly appRole?: V1VaultAppRole;
  readonly cert?: VaultCertAuth;
  readonly iam?: VaultIamAuth;
  readonly jwt?: VaultJwtAuth;
  readonly kubernetes?: V1VaultKubernetesAuth;
  readonly ldap?: VaultLdapAuth;
  readonly namespace?: string;
  readonly tokenSecretRef?: MetaV1SecretKeySelector;
  readonly userPass?: VaultUserPassAuth;
}

export interface V1VaultKubernetesAuth {
  readonly mountPath: string;
  readonly role: string;
  readonly secretRef?: MetaV1SecretKeySelector;
  readonly serviceAccountRef?: ServiceAccountSelector;
}

export interface V1alpha1AWSAuth {
  readonly jwt?: V1alpha1AWSJWTAuth;
  readonly secretRef?: V1alpha1AWSAuthSecretRef;
}

export interface V1alpha1AWSAuthSecretRef {
  readonly accessKeyIDSecretRef?: MetaV1SecretKeySelector;
  readonly secretAccessKeySecretRef?: MetaV1SecretKeySelector;
  readonly sessionTokenSecretRef?: MetaV1SecretKeySelector;
}

export interface V1alpha1AWSJWTAuth {
  readonly serviceAccountRef?: ServiceAccountSelector;
}

export interface V1alpha1AuthorizationProtocol {
  readonly ntlm?: V1alpha1NTLMProtocol;
}

export interface V1alpha1ClusterGenerator {
  readonly apiVersion?: "generators.external-secrets.io/v1alpha1";
  readonly kind?: "ClusterGenerator";
  readonly metadata?: ObjectMeta;
  readonly spec?: ClusterGeneratorSpec;
}

export interface V1alpha1GCPSMAuth {
  readonly secretRef?: V1alpha1GCPSMAuthSecretRef;
  readonly workloadIdentity?: V1alpha1GCPWorkloadIdentity;
}

export interface V1alpha1GCPSMAuthSecretRef {
  readonly secretAccessKeySecretRef?: MetaV1SecretKeySelector;
}

export interface V1alpha1GCPWorkloadIdentity {
  readonly clusterLocation: string;
  readonly clusterName: string;
  readonly clusterProjectID?: string;
  readonly serviceAccountRef: ServiceAccountSelector;
}

export interface V1alpha1NTLMProtocol {
  readonly passwordSecret: MetaV1SecretKeySelector;
  readonly usernameSecret: MetaV1SecretKeySelector;
}

export interface V1alpha1SecretKeySelector {
  readonly key?: string;
  readonly name?: string;
}

export interface V1alpha1WebhookCAProvider {
  readonly key?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly type: string;
}

export interface V1alpha1WebhookResult {
  readonly jsonPath?: string;
}

export interface V1alpha1WebhookSecret {
  readonly name: string;
  readonly secretRef: V1alpha1SecretKeySelector;
}

export interface VaultAwsAuthSecretRef {
  readonly accessKeyIDSecretRef?: MetaV1SecretKeySelector;
  readonly secretAccessKeySecretRef?: MetaV1SecretKeySelector;
  readonly sessionTokenSecretRef?: MetaV1SecretKeySelector;
}

export interface VaultAwsJWTAuth {
  readonly serviceAccountRef?: ServiceAccountSelector;
}

export interface VaultCertAuth {
  readonly clientCert?: MetaV1SecretKeySelector;
  readonly secretRef?: MetaV1SecretKeySelector;
}

export interface VaultClientTLS {
  readonly certSecretRef?: MetaV1SecretKeySelector;
  readonly keySecretRef?: MetaV1SecretKeySelector;
}

export interface VaultDynamicSecret {
  readonly apiVersion?: "generators.external-secrets.io/v1alpha1";
  readonly kind?: "VaultDynamicSecret";
  readonly metadata?: ObjectMeta;
  readonly spec?: VaultDynamicSecretSpec;
}

export interface VaultDynamicSecretSpec {
  readonly allowEmptyResponse?: boolean;
  readonly controller?: string;
  readonly method?: string;
  readonly parameters?: unknown;
  readonly path: string;
  readonly provider: VaultProvider;
  readonly resultType?: "Data" | "Auth" | "Raw";
  readonly retrySettings?: SecretStoreRetrySettings;
}

export interface VaultIamAuth {
  readonly externalID?: string;
  readonly jwt?: VaultAwsJWTAuth;
  readonly path?: string;
  readonly region?: string;
  readonly role?: string;
  readonly secretRef?: VaultAwsAuthSecretRef;
  readonly vaultAwsIamServerID?: string;
  readonly vaultRole: string;
}

export interface VaultJwtAuth {
  readonly kubernetesServiceAccountToken?: VaultKubernetesServiceAccountTokenAuth;
  readonly path: string;
  readonly role?: string;
  readonly secretRef?: MetaV1SecretKeySelector;
}

export interface VaultKubernetesServiceAccountTokenAuth {
  readonly audiences?: readonly string[];
  readonly expirationSeconds?: number;
  readonly serviceAccountRef: ServiceAccountSelector;
}

export interface VaultLdapAuth {
  readonly path: string;
  readonly secretRef?: MetaV1SecretKeySelector;
  readonly username: string;
}

export interface VaultProvider {
  readonly auth?: V1VaultAuth;
  readonly caBundle?: string;
  readonly caProvider?: CAProvider;
  readonly forwardInconsistent?: boolean;
  readonly headers?: { readonly [name: string]: string };
  readonly namespace?: string;
  readonly path?: string;
  readonly readYourWrites?: boolean;
  readonly server: string;
  readonly tls?: VaultClientTLS;
  readonly version?: string;
}

export interface VaultUserPassAuth {
  readonly path: string;
  readonly secretRef?: MetaV1SecretKeySelector;
  readonly username: string;
}

export interface Webhook {
  readonly apiVersion?: "generators.external-secrets.io/v1alpha1";
  readonly kind?: "Webhook";
  readonly metadata?: ObjectMeta;
  readonly spec?: WebhookSpec;
}

export interface WebhookCAProvider {
  readonly key?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly type: string;
}

export interface WebhookProvider {
  readonly auth?: AuthorizationProtocol;
  readonly body?: string;
  readonly caBundle?: string;
  readonly caProvider?: WebhookCAProvider;
  readonly headers?: { readonly [name: string]: string };
  readonly method?: string;
  readonly result: WebhookResult;
  readonly secrets?: readonly WebhookSecret[];
  readonly timeout?: string;
  readonly url: string;
}

export interface WebhookResult {
  readonly jsonPath?: string;
}

export interface WebhookSecret {
  readonly name: string;
  readonly secretRef: MetaV1SecretKeySelector;
}

export interface WebhookSpec {
  readonly auth?: V1alpha1AuthorizationProtocol;
  readonly body?: string;
  readonly caBundle?: string;
  readonly caProvider?: V1alpha1WebhookCAProvider;
  readonly headers?: { readonly [name: string]: string };
  readonly method?: string;
  readonly result: V1alpha1WebhookResult;
  readonly secrets?: readonly V1alpha1WebhookSecret[];
  readonly timeout?: string;
  readonly url: string;
}

export interface YandexCertificateManagerAuth {
  readonly authorizedKeySecretRef?: MetaV1SecretKeySelector;
}

export interface YandexCertificateManagerCAProvider {
  readonly certSecretRef?: MetaV1SecretKeySelector;
}

export interface YandexCertificateManagerProvider {
  readonly apiEndpoint?: string;
  readonly auth: YandexCertificateManagerAuth;
  readonly caProvider?: YandexCertificateManagerCAProvider;
}

export interface YandexLockboxAuth {
  readonly authorizedKeySecretRef?: MetaV1SecretKeySelector;
}

export interface YandexLockboxCAProvider {
  readonly certSecretRef?: MetaV1SecretKeySelector;
}

export interface YandexLockboxProvider {
  readonly apiEndpoint?: string;
  readonly auth: YandexLockboxAuth;
  readonly caProvider?: YandexLockboxCAProvider;
}

/** Kinds whose lists a patch replaces whole. */
export interface WholeKinds {
  readonly "external-secrets.io/v1/ClusterExternalSecret": ClusterExternalSecret;
  readonly "external-secrets.io/v1/ClusterSecretStore": ClusterSecretStore;
  readonly "external-secrets.io/v1/ExternalSecret": ExternalSecret;
  readonly "external-secrets.io/v1/SecretStore": SecretStore;
  readonly "external-secrets.io/v1alpha1/ClusterPushSecret": ClusterPushSecret;
  readonly "external-secrets.io/v1alpha1/PushSecret": PushSecret;
  readonly "generators.external-secrets.io/v1alpha1/ACRAccessToken": ACRAccessToken;
  readonly "generators.external-secrets.io/v1alpha1/ClusterGenerator": V1alpha1ClusterGenerator;
  readonly "generators.external-secrets.io/v1alpha1/ECRAuthorizationToken": ECRAuthorizationToken;
  readonly "generators.external-secrets.io/v1alpha1/Fake": Fake;
  readonly "generators.external-secrets.io/v1alpha1/GCRAccessToken": GCRAccessToken;
  readonly "generators.external-secrets.io/v1alpha1/GeneratorState": GeneratorState;
  readonly "generators.external-secrets.io/v1alpha1/GithubAccessToken": GithubAccessToken;
  readonly "generators.external-secrets.io/v1alpha1/Grafana": Grafana;
  readonly "generators.external-secrets.io/v1alpha1/Password": Password;
  readonly "generators.external-secrets.io/v1alpha1/QuayAccessToken": QuayAccessToken;
  readonly "generators.external-secrets.io/v1alpha1/STSSessionToken": STSSessionToken;
  readonly "generators.external-secrets.io/v1alpha1/UUID": UUID;
  readonly "generators.external-secrets.io/v1alpha1/VaultDynamicSecret": VaultDynamicSecret;
  readonly "generators.external-secrets.io/v1alpha1/Webhook": Webhook;
}
