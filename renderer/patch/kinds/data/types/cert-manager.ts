// The kinds of cert-manager. Generated from renderer/schema/data/tables/cert-manager.ts; edit neither.
// biome-ignore-all format: generated

import type { V1ParentReference } from "./gateway-api.ts";
import type { Affinity, LabelSelector, LocalObjectReference, ObjectMeta, SELinuxOptions, SeccompProfile, SecretKeySelector, Sysctl, Toleration } from "./kubernetes.ts";

export interface ACMEChallengeSolver {
  readonly dns01?: ACMEChallengeSolverDNS01;
  readonly http01?: ACMEChallengeSolverHTTP01;
  readonly selector?: CertificateDNSNameSelector;
}

export interface ACMEChallengeSolverDNS01 {
  readonly acmeDNS?: ACMEIssuerDNS01ProviderAcmeDNS;
  readonly akamai?: ACMEIssuerDNS01ProviderAkamai;
  readonly azureDNS?: ACMEIssuerDNS01ProviderAzureDNS;
  readonly cloudDNS?: ACMEIssuerDNS01ProviderCloudDNS;
  readonly cloudflare?: ACMEIssuerDNS01ProviderCloudflare;
  readonly cnameStrategy?: "None" | "Follow";
  readonly digitalocean?: ACMEIssuerDNS01ProviderDigitalOcean;
  readonly rfc2136?: ACMEIssuerDNS01ProviderRFC2136;
  readonly route53?: ACMEIssuerDNS01ProviderRoute53;
  readonly webhook?: ACMEIssuerDNS01ProviderWebhook;
}

export interface ACMEChallengeSolverHTTP01 {
  readonly gatewayHTTPRoute?: ACMEChallengeSolverHTTP01GatewayHTTPRoute;
  readonly ingress?: ACMEChallengeSolverHTTP01Ingress;
}

export interface ACMEChallengeSolverHTTP01GatewayHTTPRoute {
  readonly labels?: { readonly [name: string]: string };
  readonly parentRefs?: readonly V1ParentReference[];
  readonly podTemplate?: ACMEChallengeSolverHTTP01IngressPodTemplate;
  readonly serviceType?: "ClusterIP" | "ExternalName" | "LoadBalancer" | "NodePort";
}

export interface ACMEChallengeSolverHTTP01Ingress {
  readonly class?: string;
  readonly ingressClassName?: string;
  readonly ingressTemplate?: ACMEChallengeSolverHTTP01IngressTemplate;
  readonly name?: string;
  readonly podTemplate?: ACMEChallengeSolverHTTP01IngressPodTemplate;
  readonly serviceType?: "ClusterIP" | "ExternalName" | "LoadBalancer" | "NodePort";
}

export interface ACMEChallengeSolverHTTP01IngressObjectMeta {
  readonly annotations?: { readonly [name: string]: string };
  readonly labels?: { readonly [name: string]: string };
}

export interface ACMEChallengeSolverHTTP01IngressPodObjectMeta {
  readonly annotations?: { readonly [name: string]: string };
  readonly labels?: { readonly [name: string]: string };
}

export interface ACMEChallengeSolverHTTP01IngressPodResources {
  readonly limits?: { readonly [name: string]: number | string };
  readonly requests?: { readonly [name: string]: number | string };
}

export interface ACMEChallengeSolverHTTP01IngressPodSecurityContext {
  readonly fsGroup?: number;
  readonly fsGroupChangePolicy?: "Always" | "OnRootMismatch";
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly seLinuxOptions?: SELinuxOptions;
  readonly seccompProfile?: SeccompProfile;
  readonly supplementalGroups?: readonly number[];
  readonly sysctls?: readonly Sysctl[];
}

export interface ACMEChallengeSolverHTTP01IngressPodSpec {
  readonly affinity?: Affinity;
  readonly imagePullSecrets?: readonly LocalObjectReference[];
  readonly nodeSelector?: { readonly [name: string]: string };
  readonly priorityClassName?: string;
  readonly resources?: ACMEChallengeSolverHTTP01IngressPodResources;
  readonly securityContext?: ACMEChallengeSolverHTTP01IngressPodSecurityContext;
  readonly serviceAccountName?: string;
  readonly tolerations?: readonly Toleration[];
}

export interface ACMEChallengeSolverHTTP01IngressPodTemplate {
  readonly metadata?: ACMEChallengeSolverHTTP01IngressPodObjectMeta;
  readonly spec?: ACMEChallengeSolverHTTP01IngressPodSpec;
}

export interface ACMEChallengeSolverHTTP01IngressTemplate {
  readonly metadata?: ACMEChallengeSolverHTTP01IngressObjectMeta;
}

export interface ACMEExternalAccountBinding {
  readonly keyAlgorithm?: "HS256" | "HS384" | "HS512";
  readonly keyID: string;
  readonly keySecretRef: V1SecretKeySelector;
}

export interface ACMEIssuer {
  readonly caBundle?: string;
  readonly disableAccountKeyGeneration?: boolean;
  readonly email?: string;
  readonly enableDurationFeature?: boolean;
  readonly externalAccountBinding?: ACMEExternalAccountBinding;
  readonly preferredChain?: string;
  readonly privateKeySecretRef: V1SecretKeySelector;
  readonly profile?: string;
  readonly server: string;
  readonly skipTLSVerify?: boolean;
  readonly solvers?: readonly ACMEChallengeSolver[];
}

export interface ACMEIssuerDNS01ProviderAcmeDNS {
  readonly accountSecretRef: V1SecretKeySelector;
  readonly host: string;
}

export interface ACMEIssuerDNS01ProviderAkamai {
  readonly accessTokenSecretRef: V1SecretKeySelector;
  readonly clientSecretSecretRef: V1SecretKeySelector;
  readonly clientTokenSecretRef: V1SecretKeySelector;
  readonly serviceConsumerDomain: string;
}

export interface ACMEIssuerDNS01ProviderAzureDNS {
  readonly clientID?: string;
  readonly clientSecretSecretRef?: V1SecretKeySelector;
  readonly environment?: "AzurePublicCloud" | "AzureChinaCloud" | "AzureGermanCloud" | "AzureUSGovernmentCloud";
  readonly hostedZoneName?: string;
  readonly managedIdentity?: AzureManagedIdentity;
  readonly resourceGroupName: string;
  readonly subscriptionID: string;
  readonly tenantID?: string;
  readonly zoneType?: "AzurePublicZone" | "AzurePrivateZone";
}

export interface ACMEIssuerDNS01ProviderCloudDNS {
  readonly hostedZoneName?: string;
  readonly project: string;
  readonly serviceAccountSecretRef?: V1SecretKeySelector;
}

export interface ACMEIssuerDNS01ProviderCloudflare {
  readonly apiKeySecretRef?: V1SecretKeySelector;
  readonly apiTokenSecretRef?: V1SecretKeySelector;
  readonly email?: string;
}

export interface ACMEIssuerDNS01ProviderDigitalOcean {
  readonly tokenSecretRef: V1SecretKeySelector;
}

export interface ACMEIssuerDNS01ProviderRFC2136 {
  readonly nameserver: string;
  readonly protocol?: "TCP" | "UDP";
  readonly tsigAlgorithm?: string;
  readonly tsigKeyName?: string;
  readonly tsigSecretSecretRef?: V1SecretKeySelector;
}

export interface ACMEIssuerDNS01ProviderRoute53 {
  readonly accessKeyID?: string;
  readonly accessKeyIDSecretRef?: V1SecretKeySelector;
  readonly auth?: Route53Auth;
  readonly hostedZoneID?: string;
  readonly region?: string;
  readonly role?: string;
  readonly secretAccessKeySecretRef?: V1SecretKeySelector;
}

export interface ACMEIssuerDNS01ProviderWebhook {
  readonly config?: unknown;
  readonly groupName: string;
  readonly solverName: string;
}

export interface AWSCredentialsSecretReference {
  readonly name?: string;
  readonly namespace?: string;
  readonly accessKeyIDSelector?: SecretKeySelector;
  readonly secretAccessKeySelector?: SecretKeySelector;
}

export interface AWSPCAClusterIssuer {
  readonly apiVersion?: "awspca.cert-manager.io/v1beta1";
  readonly kind?: "AWSPCAClusterIssuer";
  readonly metadata?: ObjectMeta;
  readonly spec?: AWSPCAIssuerSpec;
  readonly status?: unknown;
}

export interface AWSPCAIssuer {
  readonly apiVersion?: "awspca.cert-manager.io/v1beta1";
  readonly kind?: "AWSPCAIssuer";
  readonly metadata?: ObjectMeta;
  readonly spec?: AWSPCAIssuerSpec;
  readonly status?: unknown;
}

export interface AWSPCAIssuerSpec {
  readonly arn?: string;
  readonly region?: string;
  readonly role?: string;
  readonly secretRef?: AWSCredentialsSecretReference;
}

export interface AdditionalFormats {
  readonly jks?: JKS;
  readonly pkcs12?: PKCS12;
}

export interface AzureManagedIdentity {
  readonly clientID?: string;
  readonly resourceID?: string;
  readonly tenantID?: string;
}

export interface Bundle {
  readonly apiVersion?: "trust.cert-manager.io/v1alpha1";
  readonly kind?: "Bundle";
  readonly metadata?: ObjectMeta;
  readonly spec: BundleSpec;
  readonly status?: unknown;
}

export interface BundleSource {
  readonly configMap?: SourceObjectKeySelector;
  readonly inLine?: string;
  readonly secret?: SourceObjectKeySelector;
  readonly useDefaultCAs?: boolean;
}

export interface BundleSourceRef {
  readonly kind: "ConfigMap" | "Secret";
  readonly name?: string;
  readonly selector?: LabelSelector;
  readonly key: string;
}

export interface BundleSpec {
  readonly sources: readonly BundleSource[];
  readonly target?: BundleTarget;
}

export interface BundleTarget {
  readonly additionalFormats?: AdditionalFormats;
  readonly configMap?: TargetTemplate;
  readonly namespaceSelector?: LabelSelector;
  readonly secret?: TargetTemplate;
}

export interface CAIssuer {
  readonly crlDistributionPoints?: readonly string[];
  readonly issuingCertificateURLs?: readonly string[];
  readonly ocspServers?: readonly string[];
  readonly secretName: string;
}

export interface Certificate {
  readonly apiVersion?: "cert-manager.io/v1";
  readonly kind?: "Certificate";
  readonly metadata?: ObjectMeta;
  readonly spec?: CertificateSpec;
  readonly status?: unknown;
}

export interface CertificateAdditionalOutputFormat {
  readonly type: "DER" | "CombinedPEM";
}

export interface CertificateDNSNameSelector {
  readonly dnsNames?: readonly string[];
  readonly dnsZones?: readonly string[];
  readonly matchLabels?: { readonly [name: string]: string };
}

export interface CertificateKeystores {
  readonly jks?: JKSKeystore;
  readonly pkcs12?: PKCS12Keystore;
}

export interface CertificatePrivateKey {
  readonly algorithm?: "RSA" | "ECDSA" | "Ed25519";
  readonly encoding?: "PKCS1" | "PKCS8";
  readonly rotationPolicy?: "Never" | "Always";
  readonly size?: number;
}

export interface CertificateRequest {
  readonly apiVersion?: "cert-manager.io/v1";
  readonly kind?: "CertificateRequest";
  readonly metadata?: ObjectMeta;
  readonly spec?: CertificateRequestSpec;
  readonly status?: unknown;
}

export interface CertificateRequestPolicy {
  readonly apiVersion?: "policy.cert-manager.io/v1alpha1";
  readonly kind?: "CertificateRequestPolicy";
  readonly metadata?: ObjectMeta;
  readonly spec: CertificateRequestPolicySpec;
  readonly status?: unknown;
}

export interface CertificateRequestPolicyAllowed {
  readonly commonName?: CertificateRequestPolicyAllowedString;
  readonly dnsNames?: CertificateRequestPolicyAllowedStringSlice;
  readonly emailAddresses?: CertificateRequestPolicyAllowedStringSlice;
  readonly ipAddresses?: CertificateRequestPolicyAllowedStringSlice;
  readonly isCA?: boolean;
  readonly subject?: CertificateRequestPolicyAllowedX509Subject;
  readonly uris?: CertificateRequestPolicyAllowedStringSlice;
  readonly usages?: readonly ("signing" | "digital signature" | "content commitment" | "key encipherment" | "key agreement" | "data encipherment" | "cert sign" | "crl sign" | "encipher only" | "decipher only" | "any" | "server auth" | "client auth" | "code signing" | "email protection" | "s/mime" | "ipsec end system" | "ipsec tunnel" | "ipsec user" | "timestamping" | "ocsp signing" | "microsoft sgc" | "netscape sgc")[];
}

export interface CertificateRequestPolicyAllowedString {
  readonly required?: boolean;
  readonly validations?: readonly V1alpha1ValidationRule[];
  readonly value?: string;
}

export interface CertificateRequestPolicyAllowedStringSlice {
  readonly required?: boolean;
  readonly validations?: readonly V1alpha1ValidationRule[];
  readonly values?: readonly string[];
}

export interface CertificateRequestPolicyAllowedX509Subject {
  readonly countries?: CertificateRequestPolicyAllowedStringSlice;
  readonly localities?: CertificateRequestPolicyAllowedStringSlice;
  readonly organizationalUnits?: CertificateRequestPolicyAllowedStringSlice;
  readonly organizations?: CertificateRequestPolicyAllowedStringSlice;
  readonly postalCodes?: CertificateRequestPolicyAllowedStringSlice;
  readonly provinces?: CertificateRequestPolicyAllowedStringSlice;
  readonly serialNumber?: CertificateRequestPolicyAllowedString;
  readonly streetAddresses?: CertificateRequestPolicyAllowedStringSlice;
}

export interface CertificateRequestPolicyConstraints {
  readonly maxDuration?: string;
  readonly minDuration?: string;
  readonly privateKey?: CertificateRequestPolicyConstraintsPrivateKey;
}

export interface CertificateRequestPolicyConstraintsPrivateKey {
  readonly algorithm?: "RSA" | "ECDSA" | "Ed25519";
  readonly maxSize?: number;
  readonly minSize?: number;
}

export interface CertificateRequestPolicyPluginData {
  readonly values?: { readonly [name: string]: string };
}

export interface CertificateRequestPolicySelector {
  readonly issuerRef?: CertificateRequestPolicySelectorIssuerRef;
  readonly namespace?: CertificateRequestPolicySelectorNamespace;
}

export interface CertificateRequestPolicySelectorIssuerRef {
  readonly group?: string;
  readonly kind?: string;
  readonly name?: string;
}

export interface CertificateRequestPolicySelectorNamespace {
  readonly matchLabels?: { readonly [name: string]: string };
  readonly matchNames?: readonly string[];
}

export interface CertificateRequestPolicySpec {
  readonly allowed?: CertificateRequestPolicyAllowed;
  readonly constraints?: CertificateRequestPolicyConstraints;
  readonly plugins?: { readonly [name: string]: CertificateRequestPolicyPluginData };
  readonly selector: CertificateRequestPolicySelector;
}

export interface CertificateRequestSpec {
  readonly duration?: string;
  readonly extra?: { readonly [name: string]: readonly string[] };
  readonly groups?: readonly string[];
  readonly isCA?: boolean;
  readonly issuerRef: IssuerReference;
  readonly request: string;
  readonly uid?: string;
  readonly usages?: readonly ("signing" | "digital signature" | "content commitment" | "key encipherment" | "key agreement" | "data encipherment" | "cert sign" | "crl sign" | "encipher only" | "decipher only" | "any" | "server auth" | "client auth" | "code signing" | "email protection" | "s/mime" | "ipsec end system" | "ipsec tunnel" | "ipsec user" | "timestamping" | "ocsp signing" | "microsoft sgc" | "netscape sgc")[];
  readonly username?: string;
}

export interface CertificateSecretTemplate {
  readonly annotations?: { readonly [name: string]: string };
  readonly labels?: { readonly [name: string]: string };
}

export interface CertificateSpec {
  readonly additionalOutputFormats?: readonly CertificateAdditionalOutputFormat[];
  readonly commonName?: string;
  readonly dnsNames?: readonly string[];
  readonly duration?: string;
  readonly emailAddresses?: readonly string[];
  readonly encodeUsagesInRequest?: boolean;
  readonly ipAddresses?: readonly string[];
  readonly isCA?: boolean;
  readonly issuerRef: IssuerReference;
  readonly keystores?: CertificateKeystores;
  readonly literalSubject?: string;
  readonly nameConstraints?: NameConstraints;
  readonly otherNames?: readonly OtherName[];
  readonly privateKey?: CertificatePrivateKey;
  readonly renewBefore?: string;
  readonly renewBeforePercentage?: number;
  readonly revisionHistoryLimit?: number;
  readonly secretName: string;
  readonly secretTemplate?: CertificateSecretTemplate;
  readonly signatureAlgorithm?: "SHA256WithRSA" | "SHA384WithRSA" | "SHA512WithRSA" | "ECDSAWithSHA256" | "ECDSAWithSHA384" | "ECDSAWithSHA512" | "PureEd25519";
  readonly subject?: X509Subject;
  readonly uris?: readonly string[];
  readonly usages?: readonly ("signing" | "digital signature" | "content commitment" | "key encipherment" | "key agreement" | "data encipherment" | "cert sign" | "crl sign" | "encipher only" | "decipher only" | "any" | "server auth" | "client auth" | "code signing" | "email protection" | "s/mime" | "ipsec end system" | "ipsec tunnel" | "ipsec user" | "timestamping" | "ocsp signing" | "microsoft sgc" | "netscape sgc")[];
}

export interface Challenge {
  readonly apiVersion?: "acme.cert-manager.io/v1";
  readonly kind?: "Challenge";
  readonly metadata?: ObjectMeta;
  readonly spec: ChallengeSpec;
  readonly status?: unknown;
}

export interface ChallengeSpec {
  readonly authorizationURL: string;
  readonly dnsName: string;
  readonly issuerRef: IssuerReference;
  readonly key: string;
  readonly solver: ACMEChallengeSolver;
  readonly token: string;
  readonly type: "HTTP-01" | "DNS-01";
  readonly url: string;
  readonly wildcard?: boolean;
}

export interface ClusterBundle {
  readonly apiVersion?: "trust-manager.io/v1alpha2";
  readonly kind?: "ClusterBundle";
  readonly metadata?: ObjectMeta;
  readonly spec?: V1alpha2BundleSpec;
  readonly status?: unknown;
}

export interface ClusterIssuer {
  readonly apiVersion?: "cert-manager.io/v1";
  readonly kind?: "ClusterIssuer";
  readonly metadata?: ObjectMeta;
  readonly spec: IssuerSpec;
  readonly status?: unknown;
}

export interface DefaultCAsSource {
  readonly provider: "System" | "Disabled";
}

export interface Issuer {
  readonly apiVersion?: "cert-manager.io/v1";
  readonly kind?: "Issuer";
  readonly metadata?: ObjectMeta;
  readonly spec: IssuerSpec;
  readonly status?: unknown;
}

export interface IssuerReference {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
}

export interface IssuerSpec {
  readonly acme?: ACMEIssuer;
  readonly ca?: CAIssuer;
  readonly selfSigned?: SelfSignedIssuer;
  readonly vault?: VaultIssuer;
  readonly venafi?: VenafiIssuer;
}

export interface JKS {
  readonly key: string;
  readonly password?: string;
}

export interface JKSKeystore {
  readonly alias?: string;
  readonly create: boolean;
  readonly password?: string;
  readonly passwordSecretRef?: V1SecretKeySelector;
}

export interface KeyValueTarget {
  readonly data: readonly TargetKeyValue[];
  readonly metadata?: V1alpha2TargetMetadata;
}

export interface NameConstraintItem {
  readonly dnsDomains?: readonly string[];
  readonly emailAddresses?: readonly string[];
  readonly ipRanges?: readonly string[];
  readonly uriDomains?: readonly string[];
}

export interface NameConstraints {
  readonly critical?: boolean;
  readonly excluded?: NameConstraintItem;
  readonly permitted?: NameConstraintItem;
}

export interface Order {
  readonly apiVersion?: "acme.cert-manager.io/v1";
  readonly kind?: "Order";
  readonly metadata?: ObjectMeta;
  readonly spec: OrderSpec;
  readonly status?: unknown;
}

export interface OrderSpec {
  readonly commonName?: string;
  readonly dnsNames?: readonly string[];
  readonly duration?: string;
  readonly ipAddresses?: readonly string[];
  readonly issuerRef: IssuerReference;
  readonly profile?: string;
  readonly request: string;
}

export interface OtherName {
  readonly oid?: string;
  readonly utf8Value?: string;
}

export interface PKCS12 {
  readonly key: string;
  readonly password?: string;
  readonly profile?: "LegacyRC2" | "LegacyDES" | "Modern2023";
}

export interface PKCS12Keystore {
  readonly create: boolean;
  readonly password?: string;
  readonly passwordSecretRef?: V1SecretKeySelector;
  readonly profile?: "LegacyRC2" | "LegacyDES" | "Modern2023";
}

export interface Route53Auth {
  readonly kubernetes: Route53KubernetesAuth;
}

export interface Route53KubernetesAuth {
  readonly serviceAccountRef: ServiceAccountRef;
}

export interface SelfSignedIssuer {
  readonly crlDistributionPoints?: readonly string[];
}

export interface ServiceAccountRef {
  readonly audiences?: readonly string[];
  readonly name: string;
}

export interface SourceObjectKeySelector {
  readonly includeAllKeys?: boolean;
  readonly key?: string;
  readonly name?: string;
  readonly selector?: LabelSelector;
}

export interface TargetKeyValue {
  readonly password?: string;
  readonly profile?: "LegacyRC2" | "LegacyDES" | "Modern2023";
  readonly format?: "PEM" | "PKCS12";
  readonly key: string;
}

export interface TargetMetadata {
  readonly annotations?: { readonly [name: string]: string };
  readonly labels?: { readonly [name: string]: string };
}

export interface TargetTemplate {
  readonly key: string;
  readonly metadata?: TargetMetadata;
}

export interface V1LocalObjectReference {
  readonly name: string;
}

export interface V1SecretKeySelector {
  readonly name: string;
  readonly key?: string;
}

export interface V1ServiceAccountRef {
  readonly audiences?: readonly string[];
  readonly name: string;
}

export interface V1alpha1ValidationRule {
  readonly message?: string;
  readonly rule: string;
}

export interface V1alpha2BundleSpec {
  readonly defaultCAs?: DefaultCAsSource;
  readonly inLineCAs?: string;
  readonly sourceRefs?: readonly BundleSourceRef[];
  readonly target?: V1alpha2BundleTarget;
}

export interface V1alpha2BundleTarget {
  readonly configMap?: KeyValueTarget;
  readonly namespaceSelector: LabelSelector;
  readonly secret?: KeyValueTarget;
}

export interface V1alpha2TargetMetadata {
  readonly annotations?: { readonly [name: string]: string };
  readonly labels?: { readonly [name: string]: string };
}

export interface VaultAppRole {
  readonly path: string;
  readonly roleId: string;
  readonly secretRef: V1SecretKeySelector;
}

export interface VaultAuth {
  readonly appRole?: VaultAppRole;
  readonly clientCertificate?: VaultClientCertificateAuth;
  readonly kubernetes?: VaultKubernetesAuth;
  readonly tokenSecretRef?: V1SecretKeySelector;
}

export interface VaultClientCertificateAuth {
  readonly mountPath?: string;
  readonly name?: string;
  readonly secretName?: string;
}

export interface VaultIssuer {
  readonly auth: VaultAuth;
  readonly caBundle?: string;
  readonly caBundleSecretRef?: V1SecretKeySelector;
  readonly clientCertSecretRef?: V1SecretKeySelector;
  readonly clientKeySecretRef?: V1SecretKeySelector;
  readonly namespace?: string;
  readonly path: string;
  readonly server: string;
  readonly serverName?: string;
}

export interface VaultKubernetesAuth {
  readonly mountPath?: string;
  readonly role: string;
  readonly secretRef?: V1SecretKeySelector;
  readonly serviceAccountRef?: V1ServiceAccountRef;
}

export interface VenafiCloud {
  readonly apiTokenSecretRef: V1SecretKeySelector;
  readonly url?: string;
}

export interface VenafiIssuer {
  readonly cloud?: VenafiCloud;
  readonly tpp?: VenafiTPP;
  readonly zone: string;
}

export interface VenafiTPP {
  readonly caBundle?: string;
  readonly caBundleSecretRef?: V1SecretKeySelector;
  readonly credentialsRef: V1LocalObjectReference;
  readonly url: string;
}

export interface X509Subject {
  readonly countries?: readonly string[];
  readonly localities?: readonly string[];
  readonly organizationalUnits?: readonly string[];
  readonly organizations?: readonly string[];
  readonly postalCodes?: readonly string[];
  readonly provinces?: readonly string[];
  readonly serialNumber?: string;
  readonly streetAddresses?: readonly string[];
}

/** Kinds whose lists a patch replaces whole. */
export interface WholeKinds {
  readonly "acme.cert-manager.io/v1/Challenge": Challenge;
  readonly "acme.cert-manager.io/v1/Order": Order;
  readonly "awspca.cert-manager.io/v1beta1/AWSPCAClusterIssuer": AWSPCAClusterIssuer;
  readonly "awspca.cert-manager.io/v1beta1/AWSPCAIssuer": AWSPCAIssuer;
  readonly "cert-manager.io/v1/Certificate": Certificate;
  readonly "cert-manager.io/v1/CertificateRequest": CertificateRequest;
  readonly "cert-manager.io/v1/ClusterIssuer": ClusterIssuer;
  readonly "cert-manager.io/v1/Issuer": Issuer;
  readonly "policy.cert-manager.io/v1alpha1/CertificateRequestPolicy": CertificateRequestPolicy;
  readonly "trust-manager.io/v1alpha2/ClusterBundle": ClusterBundle;
  readonly "trust.cert-manager.io/v1alpha1/Bundle": Bundle;
}
