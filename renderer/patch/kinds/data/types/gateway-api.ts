// The kinds of gateway-api. Generated from renderer/schema/data/tables/gateway-api.ts; edit neither.
// biome-ignore-all format: generated

import type { LabelSelector, ObjectMeta } from "./kubernetes.ts";

export interface AllowedListeners {
  readonly namespaces?: ListenerNamespaces;
}

export interface AllowedRoutes {
  readonly kinds?: readonly RouteGroupKind[];
  readonly namespaces?: RouteNamespaces;
}

export interface ApisV1LocalObjectReference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

export interface ApisV1ObjectReference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface BackendObjectReference {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
}

export interface BackendRef {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
  readonly weight?: number;
}

export interface BackendTLSPolicy {
  readonly apiVersion?: "gateway.networking.k8s.io/v1";
  readonly kind?: "BackendTLSPolicy";
  readonly metadata?: ObjectMeta;
  readonly spec: BackendTLSPolicySpec;
  readonly status?: unknown;
}

export interface BackendTLSPolicySpec {
  readonly options?: { readonly [name: string]: string };
  readonly targetRefs: readonly LocalPolicyTargetReferenceWithSectionName[];
  readonly validation: BackendTLSPolicyValidation;
}

export interface BackendTLSPolicyValidation {
  readonly caCertificateRefs?: readonly ApisV1LocalObjectReference[];
  readonly hostname: string;
  readonly subjectAltNames?: readonly SubjectAltName[];
  readonly wellKnownCACertificates?: string;
}

export interface BackendTrafficPolicySpec {
  readonly retryConstraint?: RetryConstraint;
  readonly sessionPersistence?: SessionPersistence;
  readonly targetRefs: readonly LocalPolicyTargetReference[];
}

export interface BudgetDetails {
  readonly interval?: string;
  readonly percent?: number;
}

export interface CookieConfig {
  readonly lifetimeType?: "Permanent" | "Session";
}

export interface ForwardBodyConfig {
  readonly maxSize?: number;
}

export interface Fraction {
  readonly denominator?: number;
  readonly numerator: number;
}

export interface FrontendTLSConfig {
  readonly default: V1TLSConfig;
  readonly perPort?: readonly TLSPortConfig[];
}

export interface FrontendTLSValidation {
  readonly caCertificateRefs: readonly ApisV1ObjectReference[];
  readonly mode?: "AllowValidOnly" | "AllowInsecureFallback";
}

export interface GRPCAuthConfig {
  readonly allowedHeaders?: readonly string[];
}

export interface GRPCBackendRef {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
  readonly weight?: number;
  readonly filters?: readonly GRPCRouteFilter[];
}

export interface GRPCHeaderMatch {
  readonly name: string;
  readonly type?: "Exact" | "RegularExpression";
  readonly value: string;
}

export interface GRPCMethodMatch {
  readonly method?: string;
  readonly service?: string;
  readonly type?: "Exact" | "RegularExpression";
}

export interface GRPCRoute {
  readonly apiVersion?: "gateway.networking.k8s.io/v1";
  readonly kind?: "GRPCRoute";
  readonly metadata?: ObjectMeta;
  readonly spec: GRPCRouteSpec;
  readonly status?: unknown;
}

export interface GRPCRouteFilter {
  readonly extensionRef?: ApisV1LocalObjectReference;
  readonly requestHeaderModifier?: HTTPHeaderFilter;
  readonly requestMirror?: HTTPRequestMirrorFilter;
  readonly responseHeaderModifier?: HTTPHeaderFilter;
  readonly type: string;
}

export interface GRPCRouteMatch {
  readonly headers?: readonly GRPCHeaderMatch[];
  readonly method?: GRPCMethodMatch;
}

export interface GRPCRouteRule {
  readonly backendRefs?: readonly GRPCBackendRef[];
  readonly filters?: readonly GRPCRouteFilter[];
  readonly matches?: readonly GRPCRouteMatch[];
  readonly name?: string;
  readonly sessionPersistence?: SessionPersistence;
}

export interface GRPCRouteSpec {
  readonly parentRefs?: readonly V1ParentReference[];
  readonly useDefaultGateways?: "All" | "None";
  readonly hostnames?: readonly string[];
  readonly rules?: readonly GRPCRouteRule[];
}

export interface Gateway {
  readonly apiVersion?: "gateway.networking.k8s.io/v1";
  readonly kind?: "Gateway";
  readonly metadata?: ObjectMeta;
  readonly spec: GatewaySpec;
  readonly status?: unknown;
}

export interface GatewayBackendTLS {
  readonly clientCertificateRef?: SecretObjectReference;
}

export interface GatewayClass {
  readonly apiVersion?: "gateway.networking.k8s.io/v1";
  readonly kind?: "GatewayClass";
  readonly metadata?: ObjectMeta;
  readonly spec: GatewayClassSpec;
  readonly status?: unknown;
}

export interface GatewayClassSpec {
  readonly controllerName: string;
  readonly description?: string;
  readonly parametersRef?: ParametersReference;
}

export interface GatewayInfrastructure {
  readonly annotations?: { readonly [name: string]: string };
  readonly labels?: { readonly [name: string]: string };
  readonly parametersRef?: LocalParametersReference;
}

export interface GatewaySpec {
  readonly addresses?: readonly GatewaySpecAddress[];
  readonly allowedListeners?: AllowedListeners;
  readonly defaultScope?: "All" | "None";
  readonly gatewayClassName: string;
  readonly infrastructure?: GatewayInfrastructure;
  readonly listeners: readonly Listener[];
  readonly tls?: GatewayTLSConfig;
}

export interface GatewaySpecAddress {
  readonly type?: string;
  readonly value?: string;
}

export interface GatewayTLSConfig {
  readonly backend?: GatewayBackendTLS;
  readonly frontend?: FrontendTLSConfig;
}

export interface HTTPAuthConfig {
  readonly allowedHeaders?: readonly string[];
  readonly allowedResponseHeaders?: readonly string[];
  readonly path?: string;
}

export interface HTTPBackendRef {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
  readonly weight?: number;
  readonly filters?: readonly HTTPRouteFilter[];
}

export interface HTTPCORSFilter {
  readonly allowCredentials?: boolean;
  readonly allowHeaders?: readonly string[];
  readonly allowMethods?: readonly ("GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "CONNECT" | "OPTIONS" | "TRACE" | "PATCH" | "*")[];
  readonly allowOrigins?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  readonly maxAge?: number;
}

export interface HTTPExternalAuthFilter {
  readonly backendRef: BackendObjectReference;
  readonly forwardBody?: ForwardBodyConfig;
  readonly grpc?: GRPCAuthConfig;
  readonly http?: HTTPAuthConfig;
  readonly protocol: string;
}

export interface HTTPHeaderFilter {
  readonly add?: readonly V1HTTPHeader[];
  readonly remove?: readonly string[];
  readonly set?: readonly V1HTTPHeader[];
}

export interface HTTPHeaderMatch {
  readonly name: string;
  readonly type?: "Exact" | "RegularExpression";
  readonly value: string;
}

export interface HTTPPathMatch {
  readonly type?: "Exact" | "PathPrefix" | "RegularExpression";
  readonly value?: string;
}

export interface HTTPPathModifier {
  readonly replaceFullPath?: string;
  readonly replacePrefixMatch?: string;
  readonly type: string;
}

export interface HTTPQueryParamMatch {
  readonly name: string;
  readonly type?: "Exact" | "RegularExpression";
  readonly value: string;
}

export interface HTTPRequestMirrorFilter {
  readonly backendRef: BackendObjectReference;
  readonly fraction?: Fraction;
  readonly percent?: number;
}

export interface HTTPRequestRedirectFilter {
  readonly hostname?: string;
  readonly path?: HTTPPathModifier;
  readonly port?: number;
  readonly scheme?: "http" | "https";
  readonly statusCode?: number;
}

export interface HTTPRoute {
  readonly apiVersion?: "gateway.networking.k8s.io/v1";
  readonly kind?: "HTTPRoute";
  readonly metadata?: ObjectMeta;
  readonly spec: HTTPRouteSpec;
  readonly status?: unknown;
}

export interface HTTPRouteFilter {
  readonly cors?: HTTPCORSFilter;
  readonly extensionRef?: ApisV1LocalObjectReference;
  readonly externalAuth?: HTTPExternalAuthFilter;
  readonly requestHeaderModifier?: HTTPHeaderFilter;
  readonly requestMirror?: HTTPRequestMirrorFilter;
  readonly requestRedirect?: HTTPRequestRedirectFilter;
  readonly responseHeaderModifier?: HTTPHeaderFilter;
  readonly type: string;
  readonly urlRewrite?: HTTPURLRewriteFilter;
}

export interface HTTPRouteMatch {
  readonly headers?: readonly HTTPHeaderMatch[];
  readonly method?: "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "CONNECT" | "OPTIONS" | "TRACE" | "PATCH";
  readonly path?: HTTPPathMatch;
  readonly queryParams?: readonly HTTPQueryParamMatch[];
}

export interface HTTPRouteRetry {
  readonly attempts?: number;
  readonly backoff?: string;
  readonly codes?: readonly number[];
}

export interface HTTPRouteRule {
  readonly backendRefs?: readonly HTTPBackendRef[];
  readonly filters?: readonly HTTPRouteFilter[];
  readonly matches?: readonly HTTPRouteMatch[];
  readonly name?: string;
  readonly retry?: HTTPRouteRetry;
  readonly sessionPersistence?: SessionPersistence;
  readonly timeouts?: HTTPRouteTimeouts;
}

export interface HTTPRouteSpec {
  readonly parentRefs?: readonly V1ParentReference[];
  readonly useDefaultGateways?: "All" | "None";
  readonly hostnames?: readonly string[];
  readonly rules?: readonly HTTPRouteRule[];
}

export interface HTTPRouteTimeouts {
  readonly backendRequest?: string;
  readonly request?: string;
}

export interface HTTPURLRewriteFilter {
  readonly hostname?: string;
  readonly path?: HTTPPathModifier;
}

export interface Listener {
  readonly allowedRoutes?: AllowedRoutes;
  readonly hostname?: string;
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  readonly tls?: ListenerTLSConfig;
}

export interface ListenerEntry {
  readonly allowedRoutes?: AllowedRoutes;
  readonly hostname?: string;
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  readonly tls?: ListenerTLSConfig;
}

export interface ListenerNamespaces {
  readonly from?: string;
  readonly selector?: LabelSelector;
}

export interface ListenerSet {
  readonly apiVersion?: "gateway.networking.k8s.io/v1";
  readonly kind?: "ListenerSet";
  readonly metadata?: ObjectMeta;
  readonly spec: ListenerSetSpec;
  readonly status?: unknown;
}

export interface ListenerSetSpec {
  readonly listeners: readonly ListenerEntry[];
  readonly parentRef: ParentGatewayReference;
}

export interface ListenerTLSConfig {
  readonly certificateRefs?: readonly SecretObjectReference[];
  readonly mode?: "Terminate" | "Passthrough";
  readonly options?: { readonly [name: string]: string };
}

export interface LocalParametersReference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

export interface LocalPolicyTargetReference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

export interface LocalPolicyTargetReferenceWithSectionName {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly sectionName?: string;
}

export interface MeshSpec {
  readonly controllerName: string;
  readonly description?: string;
  readonly parametersRef?: ParametersReference;
}

export interface ParametersReference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface ParentGatewayReference {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface ReferenceGrant {
  readonly apiVersion?: "gateway.networking.k8s.io/v1";
  readonly kind?: "ReferenceGrant";
  readonly metadata?: ObjectMeta;
  readonly spec?: ReferenceGrantSpec;
}

export interface ReferenceGrantFrom {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
}

export interface ReferenceGrantSpec {
  readonly from: readonly ReferenceGrantFrom[];
  readonly to: readonly ReferenceGrantTo[];
}

export interface ReferenceGrantTo {
  readonly group: string;
  readonly kind: string;
  readonly name?: string;
}

export interface RequestRate {
  readonly count?: number;
  readonly interval?: string;
}

export interface RetryConstraint {
  readonly budget?: BudgetDetails;
  readonly minRetryRate?: RequestRate;
}

export interface RouteGroupKind {
  readonly group?: string;
  readonly kind: string;
}

export interface RouteNamespaces {
  readonly from?: string;
  readonly selector?: LabelSelector;
}

export interface SecretObjectReference {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface SessionPersistence {
  readonly absoluteTimeout?: string;
  readonly cookieConfig?: CookieConfig;
  readonly idleTimeout?: string;
  readonly sessionName?: string;
  readonly type?: "Cookie" | "Header";
}

export interface SubjectAltName {
  readonly hostname?: string;
  readonly type: "Hostname" | "URI";
  readonly uri?: string;
}

export interface TCPRoute {
  readonly apiVersion?: "gateway.networking.k8s.io/v1alpha2";
  readonly kind?: "TCPRoute";
  readonly metadata?: ObjectMeta;
  readonly spec: TCPRouteSpec;
  readonly status?: unknown;
}

export interface TCPRouteRule {
  readonly backendRefs: readonly BackendRef[];
  readonly name?: string;
}

export interface TCPRouteSpec {
  readonly parentRefs?: readonly V1ParentReference[];
  readonly useDefaultGateways?: "All" | "None";
  readonly rules: readonly TCPRouteRule[];
}

export interface TLSPortConfig {
  readonly port: number;
  readonly tls: V1TLSConfig;
}

export interface TLSRoute {
  readonly apiVersion?: "gateway.networking.k8s.io/v1";
  readonly kind?: "TLSRoute";
  readonly metadata?: ObjectMeta;
  readonly spec: TLSRouteSpec;
  readonly status?: unknown;
}

export interface TLSRouteRule {
  readonly backendRefs: readonly BackendRef[];
  readonly name?: string;
}

export interface TLSRouteSpec {
  readonly parentRefs?: readonly V1ParentReference[];
  readonly useDefaultGateways?: "All" | "None";
  readonly hostnames: readonly string[];
  readonly rules: readonly TLSRouteRule[];
}

export interface UDPRoute {
  readonly apiVersion?: "gateway.networking.k8s.io/v1alpha2";
  readonly kind?: "UDPRoute";
  readonly metadata?: ObjectMeta;
  readonly spec: UDPRouteSpec;
  readonly status?: unknown;
}

export interface UDPRouteRule {
  readonly backendRefs: readonly BackendRef[];
  readonly name?: string;
}

export interface UDPRouteSpec {
  readonly parentRefs?: readonly V1ParentReference[];
  readonly useDefaultGateways?: "All" | "None";
  readonly rules: readonly UDPRouteRule[];
}

export interface V1HTTPHeader {
  readonly name: string;
  readonly value: string;
}

export interface V1ParentReference {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
  readonly sectionName?: string;
}

export interface V1TLSConfig {
  readonly validation?: FrontendTLSValidation;
}

export interface XBackendTrafficPolicy {
  readonly apiVersion?: "gateway.networking.x-k8s.io/v1alpha1";
  readonly kind?: "XBackendTrafficPolicy";
  readonly metadata?: ObjectMeta;
  readonly spec: BackendTrafficPolicySpec;
  readonly status?: unknown;
}

export interface XMesh {
  readonly apiVersion?: "gateway.networking.x-k8s.io/v1alpha1";
  readonly kind?: "XMesh";
  readonly metadata?: ObjectMeta;
  readonly spec: MeshSpec;
  readonly status?: unknown;
}

/** Kinds whose lists a patch replaces whole. */
export interface WholeKinds {
  readonly "gateway.networking.k8s.io/v1/BackendTLSPolicy": BackendTLSPolicy;
  readonly "gateway.networking.k8s.io/v1/GRPCRoute": GRPCRoute;
  readonly "gateway.networking.k8s.io/v1/Gateway": Gateway;
  readonly "gateway.networking.k8s.io/v1/GatewayClass": GatewayClass;
  readonly "gateway.networking.k8s.io/v1/HTTPRoute": HTTPRoute;
  readonly "gateway.networking.k8s.io/v1/ListenerSet": ListenerSet;
  readonly "gateway.networking.k8s.io/v1/ReferenceGrant": ReferenceGrant;
  readonly "gateway.networking.k8s.io/v1/TLSRoute": TLSRoute;
  readonly "gateway.networking.k8s.io/v1alpha2/TCPRoute": TCPRoute;
  readonly "gateway.networking.k8s.io/v1alpha2/UDPRoute": UDPRoute;
  readonly "gateway.networking.x-k8s.io/v1alpha1/XBackendTrafficPolicy": XBackendTrafficPolicy;
  readonly "gateway.networking.x-k8s.io/v1alpha1/XMesh": XMesh;
}
