// The kinds of prometheus-operator. Generated from renderer/schema/data/tables/prometheus-operator.ts; edit neither.
// biome-ignore-all format: generated

import type { Affinity, ConfigMapKeySelector, Container, EmptyDirVolumeSource, EphemeralVolumeSource, LabelSelector, LocalObjectReference, ObjectMeta, PersistentVolumeClaimSpec, PodSecurityContext, ResourceRequirements, SecretKeySelector, StatefulSetPersistentVolumeClaimRetentionPolicy, Toleration, TopologySpreadConstraint, Volume, VolumeMount } from "./kubernetes.ts";

export interface APIServerConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization?: Authorization;
  readonly basicAuth?: BasicAuth;
  readonly bearerToken?: string;
  readonly bearerTokenFile?: string;
  readonly host: string;
  readonly tlsConfig?: TLSConfig;
}

export interface AlertingSpec {
  readonly alertmanagers: readonly AlertmanagerEndpoints[];
}

export interface Alertmanager {
  readonly apiVersion?: "monitoring.coreos.com/v1";
  readonly kind?: "Alertmanager";
  readonly metadata?: ObjectMeta;
  readonly spec: AlertmanagerSpec;
  readonly status?: unknown;
}

export interface AlertmanagerConfig {
  readonly apiVersion?: "monitoring.coreos.com/v1beta1";
  readonly kind?: "AlertmanagerConfig";
  readonly metadata?: ObjectMeta;
  readonly spec: AlertmanagerConfigSpec;
  readonly status?: unknown;
}

export interface AlertmanagerConfigMatcherStrategy {
  readonly type?: string;
}

export interface AlertmanagerConfigSpec {
  readonly inhibitRules?: readonly InhibitRule[];
  readonly receivers?: readonly V1beta1Receiver[];
  readonly route?: Route;
  readonly timeIntervals?: readonly TimeInterval[];
}

export interface AlertmanagerConfiguration {
  readonly global?: AlertmanagerGlobalConfig;
  readonly name?: string;
  readonly templates?: readonly SecretOrConfigMap[];
}

export interface AlertmanagerEndpoints {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly alertRelabelings?: readonly RelabelConfig[];
  readonly apiVersion?: "v1" | "V1" | "v2" | "V2";
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly bearerTokenFile?: string;
  readonly enableHttp2?: boolean;
  readonly name: string;
  readonly namespace?: string;
  readonly pathPrefix?: string;
  readonly port: number | string;
  readonly relabelings?: readonly RelabelConfig[];
  readonly scheme?: "http" | "https" | "HTTP" | "HTTPS";
  readonly sigv4?: Sigv4;
  readonly timeout?: string;
  readonly tlsConfig?: TLSConfig;
}

export interface AlertmanagerGlobalConfig {
  readonly httpConfig?: HTTPConfigWithProxy;
  readonly jira?: GlobalJiraConfig;
  readonly mattermost?: GlobalMattermostConfig;
  readonly opsGenieApiKey?: SecretKeySelector;
  readonly opsGenieApiUrl?: SecretKeySelector;
  readonly pagerdutyUrl?: string;
  readonly resolveTimeout?: string;
  readonly rocketChat?: GlobalRocketChatConfig;
  readonly slackApiUrl?: SecretKeySelector;
  readonly smtp?: GlobalSMTPConfig;
  readonly telegram?: GlobalTelegramConfig;
  readonly victorops?: GlobalVictorOpsConfig;
  readonly webex?: GlobalWebexConfig;
  readonly wechat?: GlobalWeChatConfig;
}

export interface AlertmanagerLimitsSpec {
  readonly maxPerSilenceBytes?: string;
  readonly maxSilences?: number;
}

export interface AlertmanagerSpec {
  readonly additionalArgs?: readonly Argument[];
  readonly additionalPeers?: readonly string[];
  readonly affinity?: Affinity;
  readonly alertmanagerConfigMatcherStrategy?: AlertmanagerConfigMatcherStrategy;
  readonly alertmanagerConfigNamespaceSelector?: LabelSelector;
  readonly alertmanagerConfigSelector?: LabelSelector;
  readonly alertmanagerConfiguration?: AlertmanagerConfiguration;
  readonly automountServiceAccountToken?: boolean;
  readonly baseImage?: string;
  readonly clusterAdvertiseAddress?: string;
  readonly clusterGossipInterval?: string;
  readonly clusterLabel?: string;
  readonly clusterPeerTimeout?: string;
  readonly clusterPushpullInterval?: string;
  readonly clusterTLS?: ClusterTLSConfig;
  readonly configMaps?: readonly string[];
  readonly configSecret?: string;
  readonly containers?: readonly Container[];
  readonly dnsConfig?: V1PodDNSConfig;
  readonly dnsPolicy?: "ClusterFirstWithHostNet" | "ClusterFirst" | "Default" | "None";
  readonly enableFeatures?: readonly string[];
  readonly enableServiceLinks?: boolean;
  readonly externalUrl?: string;
  readonly forceEnableClusterMode?: boolean;
  readonly hostAliases?: readonly V1HostAlias[];
  readonly hostNetwork?: boolean;
  readonly hostUsers?: boolean;
  readonly image?: string;
  readonly imagePullPolicy?: "Always" | "IfNotPresent" | "Never";
  readonly imagePullSecrets?: readonly LocalObjectReference[];
  readonly initContainers?: readonly Container[];
  readonly limits?: AlertmanagerLimitsSpec;
  readonly listenLocal?: boolean;
  readonly logFormat?: "" | "logfmt" | "json";
  readonly logLevel?: "" | "debug" | "info" | "warn" | "error";
  readonly minReadySeconds?: number;
  readonly nodeSelector?: { readonly [name: string]: string };
  readonly paused?: boolean;
  readonly persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy;
  readonly podManagementPolicy?: "OrderedReady" | "Parallel";
  readonly podMetadata?: EmbeddedObjectMetadata;
  readonly portName?: string;
  readonly priorityClassName?: string;
  readonly replicas?: number;
  readonly resources?: ResourceRequirements;
  readonly retention?: string;
  readonly routePrefix?: string;
  readonly schedulerName?: string;
  readonly secrets?: readonly string[];
  readonly securityContext?: PodSecurityContext;
  readonly serviceAccountName?: string;
  readonly serviceName?: string;
  readonly sha?: string;
  readonly storage?: StorageSpec;
  readonly tag?: string;
  readonly terminationGracePeriodSeconds?: number;
  readonly tolerations?: readonly Toleration[];
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
  readonly updateStrategy?: V1StatefulSetUpdateStrategy;
  readonly version?: string;
  readonly volumeMounts?: readonly VolumeMount[];
  readonly volumes?: readonly Volume[];
  readonly web?: AlertmanagerWebSpec;
}

export interface AlertmanagerWebSpec {
  readonly httpConfig?: WebHTTPConfig;
  readonly tlsConfig?: WebTLSConfig;
  readonly getConcurrency?: number;
  readonly timeout?: number;
}

export interface ArbitraryFSAccessThroughSMsConfig {
  readonly deny?: boolean;
}

export interface Argument {
  readonly name: string;
  readonly value?: string;
}

export interface AttachMetadata {
  readonly node?: boolean;
}

export interface Authorization {
  readonly credentials?: SecretKeySelector;
  readonly type?: string;
  readonly credentialsFile?: string;
}

export interface AzureAD {
  readonly cloud?: "AzureChina" | "AzureGovernment" | "AzurePublic";
  readonly managedIdentity?: ManagedIdentity;
  readonly oauth?: AzureOAuth;
  readonly scope?: string;
  readonly sdk?: AzureSDK;
  readonly workloadIdentity?: AzureWorkloadIdentity;
}

export interface AzureOAuth {
  readonly clientId: string;
  readonly clientSecret: SecretKeySelector;
  readonly tenantId: string;
}

export interface AzureSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authenticationMethod?: "OAuth" | "ManagedIdentity" | "SDK" | "WorkloadIdentity";
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly clientID?: string;
  readonly clientSecret?: SecretKeySelector;
  readonly enableHTTP2?: boolean;
  readonly environment?: string;
  readonly followRedirects?: boolean;
  readonly oauth2?: OAuth2;
  readonly port?: number;
  readonly refreshInterval?: string;
  readonly resourceGroup?: string;
  readonly subscriptionID: string;
  readonly tenantID?: string;
  readonly tlsConfig?: SafeTLSConfig;
}

export interface AzureSDK {
  readonly tenantId?: string;
}

export interface AzureWorkloadIdentity {
  readonly clientId: string;
  readonly tenantId: string;
}

export interface BasicAuth {
  readonly password?: SecretKeySelector;
  readonly username?: SecretKeySelector;
}

export interface ClusterTLSConfig {
  readonly client: SafeTLSConfig;
  readonly server: WebTLSConfig;
}

export interface ConsulSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly allowStale?: boolean;
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly datacenter?: string;
  readonly enableHTTP2?: boolean;
  readonly filter?: string;
  readonly followRedirects?: boolean;
  readonly healthFilter?: string;
  readonly namespace?: string;
  readonly nodeMeta?: { readonly [name: string]: string };
  readonly oauth2?: OAuth2;
  readonly partition?: string;
  readonly pathPrefix?: string;
  readonly refreshInterval?: string;
  readonly scheme?: "http" | "https" | "HTTP" | "HTTPS";
  readonly server: string;
  readonly services?: readonly string[];
  readonly tagSeparator?: string;
  readonly tags?: readonly string[];
  readonly tlsConfig?: SafeTLSConfig;
  readonly tokenRef?: SecretKeySelector;
}

export interface DNSSDConfig {
  readonly names: readonly string[];
  readonly port?: number;
  readonly refreshInterval?: string;
  readonly type?: "A" | "AAAA" | "MX" | "NS" | "SRV";
}

export interface DayOfMonthRange {
  readonly end?: number;
  readonly start?: number;
}

export interface DigitalOceanSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization?: SafeAuthorization;
  readonly enableHTTP2?: boolean;
  readonly followRedirects?: boolean;
  readonly oauth2?: OAuth2;
  readonly port?: number;
  readonly refreshInterval?: string;
  readonly tlsConfig?: SafeTLSConfig;
}

export interface DiscordConfig {
  readonly apiURL: SecretKeySelector;
  readonly avatarURL?: string;
  readonly content?: string;
  readonly httpConfig?: HTTPConfig;
  readonly message?: string;
  readonly sendResolved?: boolean;
  readonly title?: string;
  readonly username?: string;
}

export interface DockerSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly enableHTTP2?: boolean;
  readonly filters?: readonly V1alpha1Filter[];
  readonly followRedirects?: boolean;
  readonly host: string;
  readonly hostNetworkingHost?: string;
  readonly matchFirstNetwork?: boolean;
  readonly oauth2?: OAuth2;
  readonly port?: number;
  readonly refreshInterval?: string;
  readonly tlsConfig?: SafeTLSConfig;
}

export interface DockerSwarmSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly enableHTTP2?: boolean;
  readonly filters?: readonly V1alpha1Filter[];
  readonly followRedirects?: boolean;
  readonly host: string;
  readonly oauth2?: OAuth2;
  readonly port?: number;
  readonly refreshInterval?: string;
  readonly role: "Services" | "Tasks" | "Nodes";
  readonly tlsConfig?: SafeTLSConfig;
}

export interface EC2SDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly accessKey?: SecretKeySelector;
  readonly enableHTTP2?: boolean;
  readonly filters?: readonly V1alpha1Filter[];
  readonly followRedirects?: boolean;
  readonly port?: number;
  readonly refreshInterval?: string;
  readonly region?: string;
  readonly roleARN?: string;
  readonly secretKey?: SecretKeySelector;
  readonly tlsConfig?: SafeTLSConfig;
}

export interface EmailConfig {
  readonly authIdentity?: string;
  readonly authPassword?: V1beta1SecretKeySelector;
  readonly authSecret?: V1beta1SecretKeySelector;
  readonly authUsername?: string;
  readonly forceImplicitTLS?: boolean;
  readonly from?: string;
  readonly headers?: readonly KeyValue[];
  readonly hello?: string;
  readonly html?: string;
  readonly requireTLS?: boolean;
  readonly sendResolved?: boolean;
  readonly smarthost?: string;
  readonly text?: string;
  readonly threading?: EmailThreadingConfig;
  readonly tlsConfig?: SafeTLSConfig;
  readonly to?: string;
}

export interface EmailThreadingConfig {
  readonly threadByDate: "Daily" | "None";
}

export interface EmbeddedObjectMetadata {
  readonly annotations?: { readonly [name: string]: string };
  readonly labels?: { readonly [name: string]: string };
  readonly name?: string;
}

export interface EmbeddedPersistentVolumeClaim {
  readonly apiVersion?: "monitoring.coreos.com/v1";
  readonly kind?: "EmbeddedPersistentVolumeClaim";
  readonly metadata?: EmbeddedObjectMetadata;
  readonly spec?: PersistentVolumeClaimSpec;
  readonly status?: unknown;
}

export interface EurekaSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly enableHTTP2?: boolean;
  readonly followRedirects?: boolean;
  readonly oauth2?: OAuth2;
  readonly refreshInterval?: string;
  readonly server: string;
  readonly tlsConfig?: SafeTLSConfig;
}

export interface Exemplars {
  readonly maxSize?: number;
}

export interface FileSDConfig {
  readonly files: readonly string[];
  readonly refreshInterval?: string;
}

export interface GCESDConfig {
  readonly filter?: string;
  readonly port?: number;
  readonly project: string;
  readonly refreshInterval?: string;
  readonly tagSeparator?: string;
  readonly zone: string;
}

export interface GRPCServerTLSConfig {
  readonly ca?: SecretOrConfigMap;
  readonly cert?: SecretOrConfigMap;
  readonly insecureSkipVerify?: boolean;
  readonly keySecret?: SecretKeySelector;
  readonly maxVersion?: "TLS10" | "TLS11" | "TLS12" | "TLS13";
  readonly minVersion?: "TLS10" | "TLS11" | "TLS12" | "TLS13";
  readonly serverName?: string;
  readonly caFile?: string;
  readonly certFile?: string;
  readonly keyFile?: string;
  readonly cipherSuites?: readonly string[];
  readonly curves?: readonly string[];
}

export interface GlobalJiraConfig {
  readonly apiURL?: string;
}

export interface GlobalMattermostConfig {
  readonly webhookURL?: SecretKeySelector;
}

export interface GlobalRocketChatConfig {
  readonly apiURL?: string;
  readonly token?: SecretKeySelector;
  readonly tokenID?: SecretKeySelector;
}

export interface GlobalSMTPConfig {
  readonly authIdentity?: string;
  readonly authPassword?: SecretKeySelector;
  readonly authSecret?: SecretKeySelector;
  readonly authUsername?: string;
  readonly forceImplicitTLS?: boolean;
  readonly from?: string;
  readonly hello?: string;
  readonly requireTLS?: boolean;
  readonly smartHost?: HostPort;
  readonly tlsConfig?: SafeTLSConfig;
}

export interface GlobalTelegramConfig {
  readonly apiURL?: string;
}

export interface GlobalVictorOpsConfig {
  readonly apiKey?: SecretKeySelector;
  readonly apiURL?: string;
}

export interface GlobalWeChatConfig {
  readonly apiCorpID?: string;
  readonly apiSecret?: SecretKeySelector;
  readonly apiURL?: string;
}

export interface GlobalWebexConfig {
  readonly apiURL?: string;
}

export interface HTTPConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly bearerTokenSecret?: V1beta1SecretKeySelector;
  readonly enableHttp2?: boolean;
  readonly followRedirects?: boolean;
  readonly oauth2?: OAuth2;
  readonly proxyURL?: string;
  readonly tlsConfig?: SafeTLSConfig;
}

export interface HTTPConfigWithProxy {
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly bearerTokenSecret?: SecretKeySelector;
  readonly enableHttp2?: boolean;
  readonly followRedirects?: boolean;
  readonly oauth2?: OAuth2;
  readonly tlsConfig?: SafeTLSConfig;
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
}

export interface HTTPSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly enableHTTP2?: boolean;
  readonly followRedirects?: boolean;
  readonly oauth2?: OAuth2;
  readonly refreshInterval?: string;
  readonly tlsConfig?: SafeTLSConfig;
  readonly url: string;
}

export interface HetznerSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly enableHTTP2?: boolean;
  readonly followRedirects?: boolean;
  readonly labelSelector?: string;
  readonly oauth2?: OAuth2;
  readonly port?: number;
  readonly refreshInterval?: string;
  readonly role: "hcloud" | "Hcloud" | "robot" | "Robot";
  readonly tlsConfig?: SafeTLSConfig;
}

export interface HostPort {
  readonly host: string;
  readonly port: string;
}

export interface InhibitRule {
  readonly equal?: readonly string[];
  readonly sourceMatch?: readonly Matcher[];
  readonly targetMatch?: readonly Matcher[];
}

export interface IonosSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization: SafeAuthorization;
  readonly datacenterID: string;
  readonly enableHTTP2?: boolean;
  readonly followRedirects?: boolean;
  readonly oauth2?: OAuth2;
  readonly port?: number;
  readonly refreshInterval?: string;
  readonly tlsConfig?: SafeTLSConfig;
}

export interface K8SSelectorConfig {
  readonly field?: string;
  readonly label?: string;
  readonly role: "Pod" | "Endpoints" | "Ingress" | "Service" | "Node" | "EndpointSlice";
}

export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

export interface KubernetesSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly apiServer?: string;
  readonly attachMetadata?: V1alpha1AttachMetadata;
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly enableHTTP2?: boolean;
  readonly followRedirects?: boolean;
  readonly namespaces?: NamespaceDiscovery;
  readonly oauth2?: OAuth2;
  readonly role: "Pod" | "Endpoints" | "Ingress" | "Service" | "Node" | "EndpointSlice";
  readonly selectors?: readonly K8SSelectorConfig[];
  readonly tlsConfig?: SafeTLSConfig;
}

export interface KumaSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly clientID?: string;
  readonly enableHTTP2?: boolean;
  readonly fetchTimeout?: string;
  readonly followRedirects?: boolean;
  readonly oauth2?: OAuth2;
  readonly refreshInterval?: string;
  readonly server: string;
  readonly tlsConfig?: SafeTLSConfig;
}

export interface LightSailSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly accessKey?: SecretKeySelector;
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly enableHTTP2?: boolean;
  readonly endpoint?: string;
  readonly followRedirects?: boolean;
  readonly oauth2?: OAuth2;
  readonly port?: number;
  readonly refreshInterval?: string;
  readonly region?: string;
  readonly roleARN?: string;
  readonly secretKey?: SecretKeySelector;
  readonly tlsConfig?: SafeTLSConfig;
}

export interface LinodeSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization?: SafeAuthorization;
  readonly enableHTTP2?: boolean;
  readonly followRedirects?: boolean;
  readonly oauth2?: OAuth2;
  readonly port?: number;
  readonly refreshInterval?: string;
  readonly region?: string;
  readonly tagSeparator?: string;
  readonly tlsConfig?: SafeTLSConfig;
}

export interface MSTeamsConfig {
  readonly httpConfig?: HTTPConfig;
  readonly sendResolved?: boolean;
  readonly summary?: string;
  readonly text?: string;
  readonly title?: string;
  readonly webhookUrl: SecretKeySelector;
}

export interface MSTeamsV2Config {
  readonly httpConfig?: HTTPConfig;
  readonly sendResolved?: boolean;
  readonly text?: string;
  readonly title?: string;
  readonly webhookURL?: SecretKeySelector;
}

export interface ManagedIdentity {
  readonly clientId?: string;
}

export interface Matcher {
  readonly matchType?: string;
  readonly name: string;
  readonly value?: string;
}

export interface MetadataConfig {
  readonly maxSamplesPerSend?: number;
  readonly send?: boolean;
  readonly sendInterval?: string;
}

export interface NamespaceDiscovery {
  readonly names?: readonly string[];
  readonly ownNamespace?: boolean;
}

export interface NomadSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly allowStale?: boolean;
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly enableHTTP2?: boolean;
  readonly followRedirects?: boolean;
  readonly namespace?: string;
  readonly oauth2?: OAuth2;
  readonly refreshInterval?: string;
  readonly region?: string;
  readonly server: string;
  readonly tagSeparator?: string;
  readonly tlsConfig?: SafeTLSConfig;
}

export interface OAuth2 {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly clientId: SecretOrConfigMap;
  readonly clientSecret: SecretKeySelector;
  readonly endpointParams?: { readonly [name: string]: string };
  readonly scopes?: readonly string[];
  readonly tlsConfig?: SafeTLSConfig;
  readonly tokenUrl: string;
}

export interface OTLPConfig {
  readonly convertHistogramsToNHCB?: boolean;
  readonly ignoreResourceAttributes?: readonly string[];
  readonly keepIdentifyingResourceAttributes?: boolean;
  readonly promoteAllResourceAttributes?: boolean;
  readonly promoteResourceAttributes?: readonly string[];
  readonly promoteScopeMetadata?: boolean;
  readonly translationStrategy?: "NoUTF8EscapingWithSuffixes" | "UnderscoreEscapingWithSuffixes" | "NoTranslation" | "UnderscoreEscapingWithoutSuffixes";
}

export interface OVHCloudSDConfig {
  readonly applicationKey: string;
  readonly applicationSecret: SecretKeySelector;
  readonly consumerKey: SecretKeySelector;
  readonly endpoint?: string;
  readonly refreshInterval?: string;
  readonly service: "VPS" | "DedicatedServer";
}

export interface OpenStackSDConfig {
  readonly allTenants?: boolean;
  readonly applicationCredentialId?: string;
  readonly applicationCredentialName?: string;
  readonly applicationCredentialSecret?: SecretKeySelector;
  readonly availability?: "Public" | "public" | "Admin" | "admin" | "Internal" | "internal";
  readonly domainID?: string;
  readonly domainName?: string;
  readonly identityEndpoint?: string;
  readonly password?: SecretKeySelector;
  readonly port?: number;
  readonly projectID?: string;
  readonly projectName?: string;
  readonly refreshInterval?: string;
  readonly region: string;
  readonly role: "Instance" | "Hypervisor" | "LoadBalancer";
  readonly tlsConfig?: SafeTLSConfig;
  readonly userid?: string;
  readonly username?: string;
}

export interface OpsGenieConfig {
  readonly actions?: string;
  readonly apiKey?: V1beta1SecretKeySelector;
  readonly apiURL?: string;
  readonly description?: string;
  readonly details?: readonly KeyValue[];
  readonly entity?: string;
  readonly httpConfig?: HTTPConfig;
  readonly message?: string;
  readonly note?: string;
  readonly priority?: string;
  readonly responders?: readonly OpsGenieConfigResponder[];
  readonly sendResolved?: boolean;
  readonly source?: string;
  readonly tags?: string;
}

export interface OpsGenieConfigResponder {
  readonly id?: string;
  readonly name?: string;
  readonly type: "team" | "teams" | "user" | "escalation" | "schedule";
  readonly username?: string;
}

export interface PagerDutyConfig {
  readonly class?: string;
  readonly client?: string;
  readonly clientURL?: string;
  readonly component?: string;
  readonly description?: string;
  readonly details?: readonly KeyValue[];
  readonly group?: string;
  readonly httpConfig?: HTTPConfig;
  readonly pagerDutyImageConfigs?: readonly PagerDutyImageConfig[];
  readonly pagerDutyLinkConfigs?: readonly PagerDutyLinkConfig[];
  readonly routingKey?: V1beta1SecretKeySelector;
  readonly sendResolved?: boolean;
  readonly serviceKey?: V1beta1SecretKeySelector;
  readonly severity?: string;
  readonly source?: string;
  readonly timeout?: string;
  readonly url?: string;
}

export interface PagerDutyImageConfig {
  readonly alt?: string;
  readonly href?: string;
  readonly src?: string;
}

export interface PagerDutyLinkConfig {
  readonly alt?: string;
  readonly href?: string;
}

export interface PodMetricsEndpoint {
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly bearerTokenSecret?: SecretKeySelector;
  readonly enableHttp2?: boolean;
  readonly followRedirects?: boolean;
  readonly oauth2?: OAuth2;
  readonly tlsConfig?: SafeTLSConfig;
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly filterRunning?: boolean;
  readonly honorLabels?: boolean;
  readonly honorTimestamps?: boolean;
  readonly interval?: string;
  readonly metricRelabelings?: readonly RelabelConfig[];
  readonly params?: { readonly [name: string]: readonly string[] };
  readonly path?: string;
  readonly port?: string;
  readonly portNumber?: number;
  readonly relabelings?: readonly RelabelConfig[];
  readonly scheme?: "http" | "https" | "HTTP" | "HTTPS";
  readonly scrapeTimeout?: string;
  readonly targetPort?: number | string;
  readonly trackTimestampsStaleness?: boolean;
}

export interface PodMonitor {
  readonly apiVersion?: "monitoring.coreos.com/v1";
  readonly kind?: "PodMonitor";
  readonly metadata?: ObjectMeta;
  readonly spec: PodMonitorSpec;
  readonly status?: unknown;
}

export interface PodMonitorSpec {
  readonly convertClassicHistogramsToNHCB?: boolean;
  readonly nativeHistogramBucketLimit?: number;
  readonly nativeHistogramMinBucketFactor?: number | string;
  readonly scrapeClassicHistograms?: boolean;
  readonly scrapeNativeHistograms?: boolean;
  readonly attachMetadata?: AttachMetadata;
  readonly bodySizeLimit?: string;
  readonly fallbackScrapeProtocol?: "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0";
  readonly jobLabel?: string;
  readonly keepDroppedTargets?: number;
  readonly labelLimit?: number;
  readonly labelNameLengthLimit?: number;
  readonly labelValueLengthLimit?: number;
  readonly namespaceSelector?: V1NamespaceSelector;
  readonly podMetricsEndpoints?: readonly PodMetricsEndpoint[];
  readonly podTargetLabels?: readonly string[];
  readonly sampleLimit?: number;
  readonly scrapeClass?: string;
  readonly scrapeProtocols?: readonly ("PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0")[];
  readonly selector: LabelSelector;
  readonly selectorMechanism?: "RelabelConfig" | "RoleSelector";
  readonly targetLimit?: number;
}

export interface ProbeParam {
  readonly name: string;
  readonly values?: readonly string[];
}

export interface ProbeSpec {
  readonly convertClassicHistogramsToNHCB?: boolean;
  readonly nativeHistogramBucketLimit?: number;
  readonly nativeHistogramMinBucketFactor?: number | string;
  readonly scrapeClassicHistograms?: boolean;
  readonly scrapeNativeHistograms?: boolean;
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly bearerTokenSecret?: SecretKeySelector;
  readonly enableHttp2?: boolean;
  readonly followRedirects?: boolean;
  readonly oauth2?: OAuth2;
  readonly tlsConfig?: SafeTLSConfig;
  readonly fallbackScrapeProtocol?: "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0";
  readonly interval?: string;
  readonly jobName?: string;
  readonly keepDroppedTargets?: number;
  readonly labelLimit?: number;
  readonly labelNameLengthLimit?: number;
  readonly labelValueLengthLimit?: number;
  readonly metricRelabelings?: readonly RelabelConfig[];
  readonly module?: string;
  readonly params?: readonly ProbeParam[];
  readonly prober?: ProberSpec;
  readonly sampleLimit?: number;
  readonly scrapeClass?: string;
  readonly scrapeProtocols?: readonly ("PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0")[];
  readonly scrapeTimeout?: string;
  readonly targetLimit?: number;
  readonly targets?: ProbeTargets;
}

export interface ProbeTargetIngress {
  readonly namespaceSelector?: V1NamespaceSelector;
  readonly relabelingConfigs?: readonly RelabelConfig[];
  readonly selector?: LabelSelector;
}

export interface ProbeTargetStaticConfig {
  readonly labels?: { readonly [name: string]: string };
  readonly relabelingConfigs?: readonly RelabelConfig[];
  readonly static?: readonly string[];
}

export interface ProbeTargets {
  readonly ingress?: ProbeTargetIngress;
  readonly staticConfig?: ProbeTargetStaticConfig;
}

export interface ProberSpec {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly path?: string;
  readonly scheme?: "http" | "https" | "HTTP" | "HTTPS";
  readonly url: string;
}

export interface Prometheus {
  readonly apiVersion?: "monitoring.coreos.com/v1";
  readonly kind?: "Prometheus";
  readonly metadata?: ObjectMeta;
  readonly spec: PrometheusSpec;
  readonly status?: unknown;
}

export interface PrometheusAgent {
  readonly apiVersion?: "monitoring.coreos.com/v1alpha1";
  readonly kind?: "PrometheusAgent";
  readonly metadata?: ObjectMeta;
  readonly spec: PrometheusAgentSpec;
  readonly status?: unknown;
}

export interface PrometheusAgentSpec {
  readonly additionalArgs?: readonly Argument[];
  readonly additionalScrapeConfigs?: SecretKeySelector;
  readonly affinity?: Affinity;
  readonly apiserverConfig?: APIServerConfig;
  readonly arbitraryFSAccessThroughSMs?: ArbitraryFSAccessThroughSMsConfig;
  readonly automountServiceAccountToken?: boolean;
  readonly bodySizeLimit?: string;
  readonly configMaps?: readonly string[];
  readonly containers?: readonly Container[];
  readonly convertClassicHistogramsToNHCB?: boolean;
  readonly dnsConfig?: V1PodDNSConfig;
  readonly dnsPolicy?: "ClusterFirstWithHostNet" | "ClusterFirst" | "Default" | "None";
  readonly enableFeatures?: readonly string[];
  readonly enableOTLPReceiver?: boolean;
  readonly enableRemoteWriteReceiver?: boolean;
  readonly enableServiceLinks?: boolean;
  readonly enforcedBodySizeLimit?: string;
  readonly enforcedKeepDroppedTargets?: number;
  readonly enforcedLabelLimit?: number;
  readonly enforcedLabelNameLengthLimit?: number;
  readonly enforcedLabelValueLengthLimit?: number;
  readonly enforcedNamespaceLabel?: string;
  readonly enforcedSampleLimit?: number;
  readonly enforcedTargetLimit?: number;
  readonly excludedFromEnforcement?: readonly V1ObjectReference[];
  readonly externalLabels?: { readonly [name: string]: string };
  readonly externalUrl?: string;
  readonly hostAliases?: readonly V1HostAlias[];
  readonly hostNetwork?: boolean;
  readonly hostUsers?: boolean;
  readonly ignoreNamespaceSelectors?: boolean;
  readonly image?: string;
  readonly imagePullPolicy?: "Always" | "IfNotPresent" | "Never";
  readonly imagePullSecrets?: readonly LocalObjectReference[];
  readonly initContainers?: readonly Container[];
  readonly keepDroppedTargets?: number;
  readonly labelLimit?: number;
  readonly labelNameLengthLimit?: number;
  readonly labelValueLengthLimit?: number;
  readonly listenLocal?: boolean;
  readonly logFormat?: "" | "logfmt" | "json";
  readonly logLevel?: "" | "debug" | "info" | "warn" | "error";
  readonly maximumStartupDurationSeconds?: number;
  readonly minReadySeconds?: number;
  readonly nameEscapingScheme?: "AllowUTF8" | "Underscores" | "Dots" | "Values";
  readonly nameValidationScheme?: "UTF8" | "Legacy";
  readonly nodeSelector?: { readonly [name: string]: string };
  readonly otlp?: OTLPConfig;
  readonly overrideHonorLabels?: boolean;
  readonly overrideHonorTimestamps?: boolean;
  readonly paused?: boolean;
  readonly persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy;
  readonly podManagementPolicy?: "OrderedReady" | "Parallel";
  readonly podMetadata?: EmbeddedObjectMetadata;
  readonly podMonitorNamespaceSelector?: LabelSelector;
  readonly podMonitorSelector?: LabelSelector;
  readonly podTargetLabels?: readonly string[];
  readonly portName?: string;
  readonly priorityClassName?: string;
  readonly probeNamespaceSelector?: LabelSelector;
  readonly probeSelector?: LabelSelector;
  readonly prometheusExternalLabelName?: string;
  readonly reloadStrategy?: "HTTP" | "ProcessSignal";
  readonly remoteWrite?: readonly RemoteWriteSpec[];
  readonly remoteWriteReceiverMessageVersions?: readonly ("V1.0" | "V2.0")[];
  readonly replicaExternalLabelName?: string;
  readonly replicas?: number;
  readonly resources?: ResourceRequirements;
  readonly routePrefix?: string;
  readonly runtime?: RuntimeConfig;
  readonly sampleLimit?: number;
  readonly schedulerName?: string;
  readonly scrapeClasses?: readonly ScrapeClass[];
  readonly scrapeClassicHistograms?: boolean;
  readonly scrapeConfigNamespaceSelector?: LabelSelector;
  readonly scrapeConfigSelector?: LabelSelector;
  readonly scrapeFailureLogFile?: string;
  readonly scrapeInterval?: string;
  readonly scrapeNativeHistograms?: boolean;
  readonly scrapeProtocols?: readonly ("PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0")[];
  readonly scrapeTimeout?: string;
  readonly secrets?: readonly string[];
  readonly securityContext?: PodSecurityContext;
  readonly serviceAccountName?: string;
  readonly serviceDiscoveryRole?: "Endpoints" | "EndpointSlice";
  readonly serviceMonitorNamespaceSelector?: LabelSelector;
  readonly serviceMonitorSelector?: LabelSelector;
  readonly serviceName?: string;
  readonly shardingStrategy?: ShardingStrategy;
  readonly shards?: number;
  readonly storage?: StorageSpec;
  readonly targetLimit?: number;
  readonly terminationGracePeriodSeconds?: number;
  readonly tolerations?: readonly Toleration[];
  readonly topologySpreadConstraints?: readonly V1TopologySpreadConstraint[];
  readonly tracingConfig?: TracingConfig;
  readonly tsdb?: TSDBSpec;
  readonly updateStrategy?: V1StatefulSetUpdateStrategy;
  readonly version?: string;
  readonly volumeMounts?: readonly VolumeMount[];
  readonly volumes?: readonly Volume[];
  readonly walCompression?: boolean;
  readonly web?: PrometheusWebSpec;
  readonly mode?: "StatefulSet" | "DaemonSet";
}

export interface PrometheusRule {
  readonly apiVersion?: "monitoring.coreos.com/v1";
  readonly kind?: "PrometheusRule";
  readonly metadata?: ObjectMeta;
  readonly spec: PrometheusRuleSpec;
  readonly status?: unknown;
}

export interface PrometheusRuleExcludeConfig {
  readonly ruleName: string;
  readonly ruleNamespace: string;
}

export interface PrometheusRuleSpec {
  readonly groups?: readonly RuleGroup[];
}

export interface PrometheusSpec {
  readonly additionalArgs?: readonly Argument[];
  readonly additionalScrapeConfigs?: SecretKeySelector;
  readonly affinity?: Affinity;
  readonly apiserverConfig?: APIServerConfig;
  readonly arbitraryFSAccessThroughSMs?: ArbitraryFSAccessThroughSMsConfig;
  readonly automountServiceAccountToken?: boolean;
  readonly bodySizeLimit?: string;
  readonly configMaps?: readonly string[];
  readonly containers?: readonly Container[];
  readonly convertClassicHistogramsToNHCB?: boolean;
  readonly dnsConfig?: V1PodDNSConfig;
  readonly dnsPolicy?: "ClusterFirstWithHostNet" | "ClusterFirst" | "Default" | "None";
  readonly enableFeatures?: readonly string[];
  readonly enableOTLPReceiver?: boolean;
  readonly enableRemoteWriteReceiver?: boolean;
  readonly enableServiceLinks?: boolean;
  readonly enforcedBodySizeLimit?: string;
  readonly enforcedKeepDroppedTargets?: number;
  readonly enforcedLabelLimit?: number;
  readonly enforcedLabelNameLengthLimit?: number;
  readonly enforcedLabelValueLengthLimit?: number;
  readonly enforcedNamespaceLabel?: string;
  readonly enforcedSampleLimit?: number;
  readonly enforcedTargetLimit?: number;
  readonly excludedFromEnforcement?: readonly V1ObjectReference[];
  readonly externalLabels?: { readonly [name: string]: string };
  readonly externalUrl?: string;
  readonly hostAliases?: readonly V1HostAlias[];
  readonly hostNetwork?: boolean;
  readonly hostUsers?: boolean;
  readonly ignoreNamespaceSelectors?: boolean;
  readonly image?: string;
  readonly imagePullPolicy?: "Always" | "IfNotPresent" | "Never";
  readonly imagePullSecrets?: readonly LocalObjectReference[];
  readonly initContainers?: readonly Container[];
  readonly keepDroppedTargets?: number;
  readonly labelLimit?: number;
  readonly labelNameLengthLimit?: number;
  readonly labelValueLengthLimit?: number;
  readonly listenLocal?: boolean;
  readonly logFormat?: "" | "logfmt" | "json";
  readonly logLevel?: "" | "debug" | "info" | "warn" | "error";
  readonly maximumStartupDurationSeconds?: number;
  readonly minReadySeconds?: number;
  readonly nameEscapingScheme?: "AllowUTF8" | "Underscores" | "Dots" | "Values";
  readonly nameValidationScheme?: "UTF8" | "Legacy";
  readonly nodeSelector?: { readonly [name: string]: string };
  readonly otlp?: OTLPConfig;
  readonly overrideHonorLabels?: boolean;
  readonly overrideHonorTimestamps?: boolean;
  readonly paused?: boolean;
  readonly persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy;
  readonly podManagementPolicy?: "OrderedReady" | "Parallel";
  readonly podMetadata?: EmbeddedObjectMetadata;
  readonly podMonitorNamespaceSelector?: LabelSelector;
  readonly podMonitorSelector?: LabelSelector;
  readonly podTargetLabels?: readonly string[];
  readonly portName?: string;
  readonly priorityClassName?: string;
  readonly probeNamespaceSelector?: LabelSelector;
  readonly probeSelector?: LabelSelector;
  readonly prometheusExternalLabelName?: string;
  readonly reloadStrategy?: "HTTP" | "ProcessSignal";
  readonly remoteWrite?: readonly RemoteWriteSpec[];
  readonly remoteWriteReceiverMessageVersions?: readonly ("V1.0" | "V2.0")[];
  readonly replicaExternalLabelName?: string;
  readonly replicas?: number;
  readonly resources?: ResourceRequirements;
  readonly routePrefix?: string;
  readonly runtime?: RuntimeConfig;
  readonly sampleLimit?: number;
  readonly schedulerName?: string;
  readonly scrapeClasses?: readonly ScrapeClass[];
  readonly scrapeClassicHistograms?: boolean;
  readonly scrapeConfigNamespaceSelector?: LabelSelector;
  readonly scrapeConfigSelector?: LabelSelector;
  readonly scrapeFailureLogFile?: string;
  readonly scrapeInterval?: string;
  readonly scrapeNativeHistograms?: boolean;
  readonly scrapeProtocols?: readonly ("PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0")[];
  readonly scrapeTimeout?: string;
  readonly secrets?: readonly string[];
  readonly securityContext?: PodSecurityContext;
  readonly serviceAccountName?: string;
  readonly serviceDiscoveryRole?: "Endpoints" | "EndpointSlice";
  readonly serviceMonitorNamespaceSelector?: LabelSelector;
  readonly serviceMonitorSelector?: LabelSelector;
  readonly serviceName?: string;
  readonly shardingStrategy?: ShardingStrategy;
  readonly shards?: number;
  readonly storage?: StorageSpec;
  readonly targetLimit?: number;
  readonly terminationGracePeriodSeconds?: number;
  readonly tolerations?: readonly Toleration[];
  readonly topologySpreadConstraints?: readonly V1TopologySpreadConstraint[];
  readonly tracingConfig?: TracingConfig;
  readonly tsdb?: TSDBSpec;
  readonly updateStrategy?: V1StatefulSetUpdateStrategy;
  readonly version?: string;
  readonly volumeMounts?: readonly VolumeMount[];
  readonly volumes?: readonly Volume[];
  readonly walCompression?: boolean;
  readonly web?: PrometheusWebSpec;
  readonly additionalAlertManagerConfigs?: SecretKeySelector;
  readonly additionalAlertRelabelConfigs?: SecretKeySelector;
  readonly alerting?: AlertingSpec;
  readonly allowOverlappingBlocks?: boolean;
  readonly baseImage?: string;
  readonly disableCompaction?: boolean;
  readonly enableAdminAPI?: boolean;
  readonly evaluationInterval?: string;
  readonly exemplars?: Exemplars;
  readonly prometheusRulesExcludedFromEnforce?: readonly PrometheusRuleExcludeConfig[];
  readonly query?: QuerySpec;
  readonly queryLogFile?: string;
  readonly remoteRead?: readonly RemoteReadSpec[];
  readonly retention?: string;
  readonly retentionSize?: string;
  readonly ruleNamespaceSelector?: LabelSelector;
  readonly ruleQueryOffset?: string;
  readonly ruleSelector?: LabelSelector;
  readonly rules?: Rules;
  readonly sha?: string;
  readonly shardRetentionPolicy?: ShardRetentionPolicy;
  readonly tag?: string;
  readonly thanos?: ThanosSpec;
}

export interface PrometheusWebSpec {
  readonly httpConfig?: WebHTTPConfig;
  readonly tlsConfig?: WebTLSConfig;
  readonly maxConnections?: number;
  readonly pageTitle?: string;
}

export interface PuppetDBSDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly enableHTTP2?: boolean;
  readonly followRedirects?: boolean;
  readonly includeParameters?: boolean;
  readonly oauth2?: OAuth2;
  readonly port?: number;
  readonly query: string;
  readonly refreshInterval?: string;
  readonly tlsConfig?: SafeTLSConfig;
  readonly url: string;
}

export interface PushoverConfig {
  readonly device?: string;
  readonly expire?: string;
  readonly html?: boolean;
  readonly httpConfig?: HTTPConfig;
  readonly message?: string;
  readonly monospace?: boolean;
  readonly priority?: string;
  readonly retry?: string;
  readonly sendResolved?: boolean;
  readonly sound?: string;
  readonly title?: string;
  readonly token?: V1beta1SecretKeySelector;
  readonly tokenFile?: string;
  readonly ttl?: string;
  readonly url?: string;
  readonly urlTitle?: string;
  readonly userKey?: V1beta1SecretKeySelector;
  readonly userKeyFile?: string;
}

export interface QuerySpec {
  readonly lookbackDelta?: string;
  readonly maxConcurrency?: number;
  readonly maxSamples?: number;
  readonly timeout?: string;
}

export interface QueueConfig {
  readonly batchSendDeadline?: string;
  readonly capacity?: number;
  readonly maxBackoff?: string;
  readonly maxRetries?: number;
  readonly maxSamplesPerSend?: number;
  readonly maxShards?: number;
  readonly minBackoff?: string;
  readonly minShards?: number;
  readonly retryOnRateLimit?: boolean;
  readonly sampleAgeLimit?: string;
}

export interface RelabelConfig {
  readonly action?: "replace" | "Replace" | "keep" | "Keep" | "drop" | "Drop" | "hashmod" | "HashMod" | "labelmap" | "LabelMap" | "labeldrop" | "LabelDrop" | "labelkeep" | "LabelKeep" | "lowercase" | "Lowercase" | "uppercase" | "Uppercase" | "keepequal" | "KeepEqual" | "dropequal" | "DropEqual";
  readonly modulus?: number;
  readonly regex?: string;
  readonly replacement?: string;
  readonly separator?: string;
  readonly sourceLabels?: readonly string[];
  readonly targetLabel?: string;
}

export interface RemoteReadSpec {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization?: Authorization;
  readonly basicAuth?: BasicAuth;
  readonly bearerToken?: string;
  readonly bearerTokenFile?: string;
  readonly filterExternalLabels?: boolean;
  readonly followRedirects?: boolean;
  readonly headers?: { readonly [name: string]: string };
  readonly name?: string;
  readonly oauth2?: OAuth2;
  readonly readRecent?: boolean;
  readonly remoteTimeout?: string;
  readonly requiredMatchers?: { readonly [name: string]: string };
  readonly tlsConfig?: TLSConfig;
  readonly url: string;
}

export interface RemoteWriteSpec {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization?: Authorization;
  readonly azureAd?: AzureAD;
  readonly basicAuth?: BasicAuth;
  readonly bearerToken?: string;
  readonly bearerTokenFile?: string;
  readonly enableHTTP2?: boolean;
  readonly followRedirects?: boolean;
  readonly headers?: { readonly [name: string]: string };
  readonly messageVersion?: "V1.0" | "V2.0";
  readonly metadataConfig?: MetadataConfig;
  readonly name?: string;
  readonly oauth2?: OAuth2;
  readonly queueConfig?: QueueConfig;
  readonly remoteTimeout?: string;
  readonly roundRobinDNS?: boolean;
  readonly sendExemplars?: boolean;
  readonly sendNativeHistograms?: boolean;
  readonly sigv4?: Sigv4;
  readonly tlsConfig?: TLSConfig;
  readonly url: string;
  readonly writeRelabelConfigs?: readonly RelabelConfig[];
}

export interface RetainConfig {
  readonly retentionPeriod: string;
}

export interface RocketChatActionConfig {
  readonly msg?: string;
  readonly text?: string;
  readonly url?: string;
}

export interface RocketChatConfig {
  readonly actions?: readonly RocketChatActionConfig[];
  readonly apiURL?: string;
  readonly channel?: string;
  readonly color?: string;
  readonly emoji?: string;
  readonly fields?: readonly RocketChatFieldConfig[];
  readonly httpConfig?: HTTPConfig;
  readonly iconURL?: string;
  readonly imageURL?: string;
  readonly linkNames?: boolean;
  readonly sendResolved?: boolean;
  readonly shortFields?: boolean;
  readonly text?: string;
  readonly thumbURL?: string;
  readonly title?: string;
  readonly titleLink?: string;
  readonly token: SecretKeySelector;
  readonly tokenID: SecretKeySelector;
}

export interface RocketChatFieldConfig {
  readonly short?: boolean;
  readonly title?: string;
  readonly value?: string;
}

export interface Route {
  readonly activeTimeIntervals?: readonly string[];
  readonly continue?: boolean;
  readonly groupBy?: readonly string[];
  readonly groupInterval?: string;
  readonly groupWait?: string;
  readonly matchers?: readonly Matcher[];
  readonly muteTimeIntervals?: readonly string[];
  readonly receiver?: string;
  readonly repeatInterval?: string;
  readonly routes?: readonly unknown[];
}

export interface Rule {
  readonly alert?: string;
  readonly annotations?: { readonly [name: string]: string };
  readonly expr: number | string;
  readonly for?: string;
  readonly keep_firing_for?: string;
  readonly labels?: { readonly [name: string]: string };
  readonly record?: string;
}

export interface RuleGroup {
  readonly interval?: string;
  readonly labels?: { readonly [name: string]: string };
  readonly limit?: number;
  readonly name: string;
  readonly partial_response_strategy?: string;
  readonly query_offset?: string;
  readonly rules?: readonly Rule[];
}

export interface Rules {
  readonly alert?: RulesAlert;
}

export interface RulesAlert {
  readonly forGracePeriod?: string;
  readonly forOutageTolerance?: string;
  readonly resendDelay?: string;
}

export interface RuntimeConfig {
  readonly goGC?: number;
}

export interface SNSConfig {
  readonly apiURL?: string;
  readonly attributes?: { readonly [name: string]: string };
  readonly httpConfig?: HTTPConfig;
  readonly message?: string;
  readonly phoneNumber?: string;
  readonly sendResolved?: boolean;
  readonly sigv4?: Sigv4;
  readonly subject?: string;
  readonly targetARN?: string;
  readonly topicARN?: string;
}

export interface SafeAuthorization {
  readonly credentials?: SecretKeySelector;
  readonly type?: string;
}

export interface SafeTLSConfig {
  readonly ca?: SecretOrConfigMap;
  readonly cert?: SecretOrConfigMap;
  readonly insecureSkipVerify?: boolean;
  readonly keySecret?: SecretKeySelector;
  readonly maxVersion?: "TLS10" | "TLS11" | "TLS12" | "TLS13";
  readonly minVersion?: "TLS10" | "TLS11" | "TLS12" | "TLS13";
  readonly serverName?: string;
}

export interface ScalewaySDConfig {
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly accessKey: string;
  readonly apiURL?: string;
  readonly enableHTTP2?: boolean;
  readonly followRedirects?: boolean;
  readonly nameFilter?: string;
  readonly port?: number;
  readonly projectID: string;
  readonly refreshInterval?: string;
  readonly role: "Instance" | "Baremetal";
  readonly secretKey: SecretKeySelector;
  readonly tagsFilter?: readonly string[];
  readonly tlsConfig?: SafeTLSConfig;
  readonly zone?: string;
}

export interface ScrapeClass {
  readonly attachMetadata?: AttachMetadata;
  readonly authorization?: Authorization;
  readonly default?: boolean;
  readonly fallbackScrapeProtocol?: "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0";
  readonly metricRelabelings?: readonly RelabelConfig[];
  readonly name: string;
  readonly relabelings?: readonly RelabelConfig[];
  readonly tlsConfig?: TLSConfig;
}

export interface ScrapeConfig {
  readonly apiVersion?: "monitoring.coreos.com/v1alpha1";
  readonly kind?: "ScrapeConfig";
  readonly metadata?: ObjectMeta;
  readonly spec: ScrapeConfigSpec;
  readonly status?: unknown;
}

export interface ScrapeConfigSpec {
  readonly convertClassicHistogramsToNHCB?: boolean;
  readonly nativeHistogramBucketLimit?: number;
  readonly nativeHistogramMinBucketFactor?: number | string;
  readonly scrapeClassicHistograms?: boolean;
  readonly scrapeNativeHistograms?: boolean;
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly authorization?: SafeAuthorization;
  readonly azureSDConfigs?: readonly AzureSDConfig[];
  readonly basicAuth?: BasicAuth;
  readonly bodySizeLimit?: string;
  readonly consulSDConfigs?: readonly ConsulSDConfig[];
  readonly digitalOceanSDConfigs?: readonly DigitalOceanSDConfig[];
  readonly dnsSDConfigs?: readonly DNSSDConfig[];
  readonly dockerSDConfigs?: readonly DockerSDConfig[];
  readonly dockerSwarmSDConfigs?: readonly DockerSwarmSDConfig[];
  readonly ec2SDConfigs?: readonly EC2SDConfig[];
  readonly enableCompression?: boolean;
  readonly enableHTTP2?: boolean;
  readonly eurekaSDConfigs?: readonly EurekaSDConfig[];
  readonly fallbackScrapeProtocol?: "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0";
  readonly fileSDConfigs?: readonly FileSDConfig[];
  readonly gceSDConfigs?: readonly GCESDConfig[];
  readonly hetznerSDConfigs?: readonly HetznerSDConfig[];
  readonly honorLabels?: boolean;
  readonly honorTimestamps?: boolean;
  readonly httpSDConfigs?: readonly HTTPSDConfig[];
  readonly ionosSDConfigs?: readonly IonosSDConfig[];
  readonly jobName?: string;
  readonly keepDroppedTargets?: number;
  readonly kubernetesSDConfigs?: readonly KubernetesSDConfig[];
  readonly kumaSDConfigs?: readonly KumaSDConfig[];
  readonly labelLimit?: number;
  readonly labelNameLengthLimit?: number;
  readonly labelValueLengthLimit?: number;
  readonly lightSailSDConfigs?: readonly LightSailSDConfig[];
  readonly linodeSDConfigs?: readonly LinodeSDConfig[];
  readonly metricRelabelings?: readonly RelabelConfig[];
  readonly metricsPath?: string;
  readonly nameEscapingScheme?: "AllowUTF8" | "Underscores" | "Dots" | "Values";
  readonly nameValidationScheme?: "UTF8" | "Legacy";
  readonly nomadSDConfigs?: readonly NomadSDConfig[];
  readonly oauth2?: OAuth2;
  readonly openstackSDConfigs?: readonly OpenStackSDConfig[];
  readonly ovhcloudSDConfigs?: readonly OVHCloudSDConfig[];
  readonly params?: { readonly [name: string]: readonly string[] };
  readonly puppetDBSDConfigs?: readonly PuppetDBSDConfig[];
  readonly relabelings?: readonly RelabelConfig[];
  readonly sampleLimit?: number;
  readonly scalewaySDConfigs?: readonly ScalewaySDConfig[];
  readonly scheme?: "http" | "https" | "HTTP" | "HTTPS";
  readonly scrapeClass?: string;
  readonly scrapeInterval?: string;
  readonly scrapeProtocols?: readonly ("PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0")[];
  readonly scrapeTimeout?: string;
  readonly staticConfigs?: readonly StaticConfig[];
  readonly targetLimit?: number;
  readonly tlsConfig?: SafeTLSConfig;
  readonly trackTimestampsStaleness?: boolean;
}

export interface SecretOrConfigMap {
  readonly configMap?: ConfigMapKeySelector;
  readonly secret?: SecretKeySelector;
}

export interface ServiceMonitor {
  readonly apiVersion?: "monitoring.coreos.com/v1";
  readonly kind?: "ServiceMonitor";
  readonly metadata?: ObjectMeta;
  readonly spec: ServiceMonitorSpec;
  readonly status?: unknown;
}

export interface ServiceMonitorSpec {
  readonly convertClassicHistogramsToNHCB?: boolean;
  readonly nativeHistogramBucketLimit?: number;
  readonly nativeHistogramMinBucketFactor?: number | string;
  readonly scrapeClassicHistograms?: boolean;
  readonly scrapeNativeHistograms?: boolean;
  readonly attachMetadata?: AttachMetadata;
  readonly bodySizeLimit?: string;
  readonly endpoints: readonly V1Endpoint[];
  readonly fallbackScrapeProtocol?: "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0";
  readonly jobLabel?: string;
  readonly keepDroppedTargets?: number;
  readonly labelLimit?: number;
  readonly labelNameLengthLimit?: number;
  readonly labelValueLengthLimit?: number;
  readonly namespaceSelector?: V1NamespaceSelector;
  readonly podTargetLabels?: readonly string[];
  readonly sampleLimit?: number;
  readonly scrapeClass?: string;
  readonly scrapeProtocols?: readonly ("PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0")[];
  readonly selector: LabelSelector;
  readonly selectorMechanism?: "RelabelConfig" | "RoleSelector";
  readonly serviceDiscoveryRole?: "Endpoints" | "EndpointSlice";
  readonly targetLabels?: readonly string[];
  readonly targetLimit?: number;
}

export interface ShardRetentionPolicy {
  readonly retain?: RetainConfig;
  readonly whenScaled?: string;
}

export interface ShardingStrategy {
  readonly mode?: "Address" | "Topology";
  readonly topology?: TopologyShardingStrategy;
}

export interface Sigv4 {
  readonly accessKey?: SecretKeySelector;
  readonly externalId?: string;
  readonly profile?: string;
  readonly region?: string;
  readonly roleArn?: string;
  readonly secretKey?: SecretKeySelector;
  readonly useFIPSSTSEndpoint?: boolean;
}

export interface SlackAction {
  readonly confirm?: SlackConfirmationField;
  readonly name?: string;
  readonly style?: string;
  readonly text: string;
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
}

export interface SlackConfig {
  readonly actions?: readonly SlackAction[];
  readonly apiURL?: V1beta1SecretKeySelector;
  readonly callbackId?: string;
  readonly channel?: string;
  readonly color?: string;
  readonly fallback?: string;
  readonly fields?: readonly SlackField[];
  readonly footer?: string;
  readonly httpConfig?: HTTPConfig;
  readonly iconEmoji?: string;
  readonly iconURL?: string;
  readonly imageURL?: string;
  readonly linkNames?: boolean;
  readonly messageText?: string;
  readonly mrkdwnIn?: readonly string[];
  readonly pretext?: string;
  readonly sendResolved?: boolean;
  readonly shortFields?: boolean;
  readonly text?: string;
  readonly thumbURL?: string;
  readonly timeout?: string;
  readonly title?: string;
  readonly titleLink?: string;
  readonly username?: string;
}

export interface SlackConfirmationField {
  readonly dismissText?: string;
  readonly okText?: string;
  readonly text: string;
  readonly title?: string;
}

export interface SlackField {
  readonly short?: boolean;
  readonly title: string;
  readonly value: string;
}

export interface StaticConfig {
  readonly labels?: { readonly [name: string]: string };
  readonly targets: readonly string[];
}

export interface StorageSpec {
  readonly disableMountSubPath?: boolean;
  readonly emptyDir?: EmptyDirVolumeSource;
  readonly ephemeral?: EphemeralVolumeSource;
  readonly volumeClaimTemplate?: EmbeddedPersistentVolumeClaim;
}

export interface TLSConfig {
  readonly ca?: SecretOrConfigMap;
  readonly cert?: SecretOrConfigMap;
  readonly insecureSkipVerify?: boolean;
  readonly keySecret?: SecretKeySelector;
  readonly maxVersion?: "TLS10" | "TLS11" | "TLS12" | "TLS13";
  readonly minVersion?: "TLS10" | "TLS11" | "TLS12" | "TLS13";
  readonly serverName?: string;
  readonly caFile?: string;
  readonly certFile?: string;
  readonly keyFile?: string;
}

export interface TSDBSpec {
  readonly outOfOrderTimeWindow?: string;
}

export interface TelegramConfig {
  readonly apiURL?: string;
  readonly botToken?: V1beta1SecretKeySelector;
  readonly botTokenFile?: string;
  readonly chatID: number;
  readonly disableNotifications?: boolean;
  readonly httpConfig?: HTTPConfig;
  readonly message?: string;
  readonly messageThreadID?: number;
  readonly parseMode?: "MarkdownV2" | "Markdown" | "HTML";
  readonly sendResolved?: boolean;
}

export interface ThanosRuler {
  readonly apiVersion?: "monitoring.coreos.com/v1";
  readonly kind?: "ThanosRuler";
  readonly metadata?: ObjectMeta;
  readonly spec: ThanosRulerSpec;
  readonly status?: unknown;
}

export interface ThanosRulerSpec {
  readonly additionalArgs?: readonly Argument[];
  readonly affinity?: Affinity;
  readonly alertDropLabels?: readonly string[];
  readonly alertQueryUrl?: string;
  readonly alertRelabelConfigFile?: string;
  readonly alertRelabelConfigs?: SecretKeySelector;
  readonly alertmanagersConfig?: SecretKeySelector;
  readonly alertmanagersUrl?: readonly string[];
  readonly containers?: readonly Container[];
  readonly dnsConfig?: V1PodDNSConfig;
  readonly dnsPolicy?: "ClusterFirstWithHostNet" | "ClusterFirst" | "Default" | "None";
  readonly enableFeatures?: readonly string[];
  readonly enableServiceLinks?: boolean;
  readonly enforcedNamespaceLabel?: string;
  readonly evaluationInterval?: string;
  readonly excludedFromEnforcement?: readonly V1ObjectReference[];
  readonly externalPrefix?: string;
  readonly grpcServerTlsConfig?: GRPCServerTLSConfig;
  readonly hostAliases?: readonly V1HostAlias[];
  readonly hostUsers?: boolean;
  readonly image?: string;
  readonly imagePullPolicy?: "Always" | "IfNotPresent" | "Never";
  readonly imagePullSecrets?: readonly LocalObjectReference[];
  readonly initContainers?: readonly Container[];
  readonly labels?: { readonly [name: string]: string };
  readonly listenLocal?: boolean;
  readonly logFormat?: "" | "logfmt" | "json";
  readonly logLevel?: "" | "debug" | "info" | "warn" | "error";
  readonly minReadySeconds?: number;
  readonly nodeSelector?: { readonly [name: string]: string };
  readonly objectStorageConfig?: SecretKeySelector;
  readonly objectStorageConfigFile?: string;
  readonly paused?: boolean;
  readonly podManagementPolicy?: "OrderedReady" | "Parallel";
  readonly podMetadata?: EmbeddedObjectMetadata;
  readonly portName?: string;
  readonly priorityClassName?: string;
  readonly prometheusRulesExcludedFromEnforce?: readonly PrometheusRuleExcludeConfig[];
  readonly queryConfig?: SecretKeySelector;
  readonly queryEndpoints?: readonly string[];
  readonly remoteWrite?: readonly RemoteWriteSpec[];
  readonly replicas?: number;
  readonly resendDelay?: string;
  readonly resources?: ResourceRequirements;
  readonly retention?: string;
  readonly routePrefix?: string;
  readonly ruleConcurrentEval?: number;
  readonly ruleGracePeriod?: string;
  readonly ruleNamespaceSelector?: LabelSelector;
  readonly ruleOutageTolerance?: string;
  readonly ruleQueryOffset?: string;
  readonly ruleSelector?: LabelSelector;
  readonly schedulerName?: string;
  readonly securityContext?: PodSecurityContext;
  readonly serviceAccountName?: string;
  readonly serviceName?: string;
  readonly storage?: StorageSpec;
  readonly terminationGracePeriodSeconds?: number;
  readonly tolerations?: readonly Toleration[];
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
  readonly tracingConfig?: SecretKeySelector;
  readonly tracingConfigFile?: string;
  readonly updateStrategy?: V1StatefulSetUpdateStrategy;
  readonly version?: string;
  readonly volumeMounts?: readonly VolumeMount[];
  readonly volumes?: readonly Volume[];
  readonly web?: ThanosRulerWebSpec;
}

export interface ThanosRulerWebSpec {
  readonly httpConfig?: WebHTTPConfig;
  readonly tlsConfig?: WebTLSConfig;
}

export interface ThanosSpec {
  readonly additionalArgs?: readonly Argument[];
  readonly baseImage?: string;
  readonly blockSize?: string;
  readonly getConfigInterval?: string;
  readonly getConfigTimeout?: string;
  readonly grpcListenLocal?: boolean;
  readonly grpcServerTlsConfig?: GRPCServerTLSConfig;
  readonly httpListenLocal?: boolean;
  readonly image?: string;
  readonly listenLocal?: boolean;
  readonly logFormat?: "" | "logfmt" | "json";
  readonly logLevel?: "" | "debug" | "info" | "warn" | "error";
  readonly minTime?: string;
  readonly objectStorageConfig?: SecretKeySelector;
  readonly objectStorageConfigFile?: string;
  readonly readyTimeout?: string;
  readonly resources?: ResourceRequirements;
  readonly sha?: string;
  readonly tag?: string;
  readonly tracingConfig?: SecretKeySelector;
  readonly tracingConfigFile?: string;
  readonly version?: string;
  readonly volumeMounts?: readonly VolumeMount[];
}

export interface TimeInterval {
  readonly name: string;
  readonly timeIntervals?: readonly TimePeriod[];
}

export interface TimePeriod {
  readonly daysOfMonth?: readonly DayOfMonthRange[];
  readonly months?: readonly string[];
  readonly times?: readonly TimeRange[];
  readonly weekdays?: readonly string[];
  readonly years?: readonly string[];
}

export interface TimeRange {
  readonly endTime?: string;
  readonly startTime?: string;
}

export interface TopologyShardingStrategy {
  readonly externalLabelName?: string;
  readonly values?: readonly string[];
}

export interface TracingConfig {
  readonly clientType?: "http" | "grpc" | "HTTP" | "GRPC";
  readonly compression?: "gzip" | "Gzip";
  readonly endpoint: string;
  readonly headers?: { readonly [name: string]: string };
  readonly insecure?: boolean;
  readonly samplingFraction?: number | string;
  readonly timeout?: string;
  readonly tlsConfig?: TLSConfig;
}

export interface V1Endpoint {
  readonly authorization?: SafeAuthorization;
  readonly basicAuth?: BasicAuth;
  readonly bearerTokenSecret?: SecretKeySelector;
  readonly enableHttp2?: boolean;
  readonly followRedirects?: boolean;
  readonly oauth2?: OAuth2;
  readonly tlsConfig?: TLSConfig;
  readonly noProxy?: string;
  readonly proxyConnectHeader?: { readonly [name: string]: readonly SecretKeySelector[] };
  readonly proxyFromEnvironment?: boolean;
  readonly proxyUrl?: string;
  readonly bearerTokenFile?: string;
  readonly filterRunning?: boolean;
  readonly honorLabels?: boolean;
  readonly honorTimestamps?: boolean;
  readonly interval?: string;
  readonly metricRelabelings?: readonly RelabelConfig[];
  readonly params?: { readonly [name: string]: readonly string[] };
  readonly path?: string;
  readonly port?: string;
  readonly relabelings?: readonly RelabelConfig[];
  readonly scheme?: "http" | "https" | "HTTP" | "HTTPS";
  readonly scrapeTimeout?: string;
  readonly targetPort?: number | string;
  readonly trackTimestampsStaleness?: boolean;
}

export interface V1HostAlias {
  readonly hostnames: readonly string[];
  readonly ip: string;
}

export interface V1NamespaceSelector {
  readonly any?: boolean;
  readonly matchNames?: readonly string[];
}

export interface V1ObjectReference {
  readonly group?: "monitoring.coreos.com";
  readonly name?: string;
  readonly namespace: string;
  readonly resource: "prometheusrules" | "servicemonitors" | "podmonitors" | "probes" | "scrapeconfigs";
}

export interface V1PodDNSConfig {
  readonly nameservers?: readonly string[];
  readonly options?: readonly V1PodDNSConfigOption[];
  readonly searches?: readonly string[];
}

export interface V1PodDNSConfigOption {
  readonly name: string;
  readonly value?: string;
}

export interface V1Probe {
  readonly apiVersion?: "monitoring.coreos.com/v1";
  readonly kind?: "Probe";
  readonly metadata?: ObjectMeta;
  readonly spec: ProbeSpec;
  readonly status?: unknown;
}

export interface V1RollingUpdateStatefulSetStrategy {
  readonly maxUnavailable?: number | string;
}

export interface V1StatefulSetUpdateStrategy {
  readonly rollingUpdate?: V1RollingUpdateStatefulSetStrategy;
  readonly type: "OnDelete" | "RollingUpdate";
}

export interface V1TopologySpreadConstraint {
  readonly labelSelector?: LabelSelector;
  readonly matchLabelKeys?: readonly string[];
  readonly maxSkew: number;
  readonly minDomains?: number;
  readonly nodeAffinityPolicy?: "Honor" | "Ignore";
  readonly nodeTaintsPolicy?: "Honor" | "Ignore";
  readonly topologyKey: string;
  readonly whenUnsatisfiable: "DoNotSchedule" | "ScheduleAnyway";
  readonly additionalLabelSelectors?: "OnResource" | "OnShard";
}

export interface V1alpha1AttachMetadata {
  readonly node?: boolean;
}

export interface V1alpha1Filter {
  readonly name: string;
  readonly values: readonly string[];
}

export interface V1beta1Receiver {
  readonly discordConfigs?: readonly DiscordConfig[];
  readonly emailConfigs?: readonly EmailConfig[];
  readonly msteamsConfigs?: readonly MSTeamsConfig[];
  readonly msteamsv2Configs?: readonly MSTeamsV2Config[];
  readonly name: string;
  readonly opsgenieConfigs?: readonly OpsGenieConfig[];
  readonly pagerdutyConfigs?: readonly PagerDutyConfig[];
  readonly pushoverConfigs?: readonly PushoverConfig[];
  readonly rocketchatConfigs?: readonly RocketChatConfig[];
  readonly slackConfigs?: readonly SlackConfig[];
  readonly snsConfigs?: readonly SNSConfig[];
  readonly telegramConfigs?: readonly TelegramConfig[];
  readonly victoropsConfigs?: readonly VictorOpsConfig[];
  readonly webexConfigs?: readonly WebexConfig[];
  readonly webhookConfigs?: readonly WebhookConfig[];
  readonly wechatConfigs?: readonly WeChatConfig[];
}

export interface V1beta1SecretKeySelector {
  readonly key: string;
  readonly name: string;
}

export interface VictorOpsConfig {
  readonly apiKey?: V1beta1SecretKeySelector;
  readonly apiUrl?: string;
  readonly customFields?: readonly KeyValue[];
  readonly entityDisplayName?: string;
  readonly httpConfig?: HTTPConfig;
  readonly messageType?: string;
  readonly monitoringTool?: string;
  readonly routingKey: string;
  readonly sendResolved?: boolean;
  readonly stateMessage?: string;
}

export interface WeChatConfig {
  readonly agentID?: string;
  readonly apiSecret?: V1beta1SecretKeySelector;
  readonly apiURL?: string;
  readonly corpID?: string;
  readonly httpConfig?: HTTPConfig;
  readonly message?: string;
  readonly messageType?: string;
  readonly sendResolved?: boolean;
  readonly toParty?: string;
  readonly toTag?: string;
  readonly toUser?: string;
}

export interface WebHTTPConfig {
  readonly headers?: WebHTTPHeaders;
  readonly http2?: boolean;
}

export interface WebHTTPHeaders {
  readonly contentSecurityPolicy?: string;
  readonly strictTransportSecurity?: string;
  readonly xContentTypeOptions?: "" | "NoSniff";
  readonly xFrameOptions?: "" | "Deny" | "SameOrigin";
  readonly xXSSProtection?: string;
}

export interface WebTLSConfig {
  readonly cert?: SecretOrConfigMap;
  readonly certFile?: string;
  readonly cipherSuites?: readonly string[];
  readonly clientAuthType?: string;
  readonly clientCAFile?: string;
  readonly client_ca?: SecretOrConfigMap;
  readonly curvePreferences?: readonly string[];
  readonly keyFile?: string;
  readonly keySecret?: SecretKeySelector;
  readonly maxVersion?: string;
  readonly minVersion?: string;
  readonly preferServerCipherSuites?: boolean;
}

export interface WebexConfig {
  readonly apiURL?: string;
  readonly httpConfig?: HTTPConfig;
  readonly message?: string;
  readonly roomID: string;
  readonly sendResolved?: boolean;
}

export interface WebhookConfig {
  readonly httpConfig?: HTTPConfig;
  readonly maxAlerts?: number;
  readonly sendResolved?: boolean;
  readonly timeout?: string;
  readonly url?: string;
  readonly urlSecret?: V1beta1SecretKeySelector;
}

/** Kinds whose lists a patch replaces whole. */
export interface WholeKinds {
  readonly "monitoring.coreos.com/v1/Alertmanager": Alertmanager;
  readonly "monitoring.coreos.com/v1/EmbeddedPersistentVolumeClaim": EmbeddedPersistentVolumeClaim;
  readonly "monitoring.coreos.com/v1/PodMonitor": PodMonitor;
  readonly "monitoring.coreos.com/v1/Probe": V1Probe;
  readonly "monitoring.coreos.com/v1/Prometheus": Prometheus;
  readonly "monitoring.coreos.com/v1/PrometheusRule": PrometheusRule;
  readonly "monitoring.coreos.com/v1/ServiceMonitor": ServiceMonitor;
  readonly "monitoring.coreos.com/v1/ThanosRuler": ThanosRuler;
  readonly "monitoring.coreos.com/v1alpha1/PrometheusAgent": PrometheusAgent;
  readonly "monitoring.coreos.com/v1alpha1/ScrapeConfig": ScrapeConfig;
  readonly "monitoring.coreos.com/v1beta1/AlertmanagerConfig": AlertmanagerConfig;
}
