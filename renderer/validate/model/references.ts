// What objects say of other objects by name: one table of the places, for all who follow references.
import { type Field, fieldReferences } from "./field-references.ts";
import type { KubeObject } from "./object.ts";
import { podReferences, secretNames } from "./pod-references.ts";
import { named, type Reference } from "./reference.ts";

/** All references of an object that are followed by name. */
export function referencesOf(object: KubeObject): readonly Reference[] {
  const { kind, root, namespace } = object;
  return [
    ...podReferences(object),
    ...(Object.hasOwn(ownReferences, kind) ? (ownReferences[kind]?.(object) ?? []) : []),
    ...(Object.hasOwn(fields, kind) ? (fields[kind] ?? []) : []).flatMap((field) =>
      fieldReferences(root, field, namespace),
    ),
  ];
}

const target: Field = { path: "spec.scaleTargetRef.name", kind: "Deployment", kindField: true };
const anywhere = { kindField: true, namespaceField: true };
const route: readonly Field[] = [
  { path: "spec.rules[].backendRefs[].name", kind: "Service", ...anywhere },
  { path: "spec.rules[].filters[].requestMirror.backendRef.name", kind: "Service", ...anywhere },
  { path: "spec.parentRefs[].name", kind: "Gateway", ...anywhere },
];
const webhook: Field = {
  path: "webhooks[].clientConfig.service.name",
  kind: "Service",
  namespaceField: true,
};

function monitorSecrets(list: string): readonly Field[] {
  return [
    "authorization.credentials",
    "basicAuth.username",
    "basicAuth.password",
    "bearerTokenSecret",
    "tlsConfig.keySecret",
    "tlsConfig.ca.secret",
    "tlsConfig.cert.secret",
  ].map((path) => ({ path: `spec.${list}[].${path}.name`, kind: "Secret", keyField: true }));
}

function stores(path: string): Field {
  return { path: `spec.${path}.name`, kind: "SecretStore", kindField: true };
}

/** By kind: the fields that hold names. */
const fields: Readonly<Record<string, readonly Field[]>> = {
  StatefulSet: [
    { path: "spec.serviceName", kind: "Service" },
    { path: "spec.volumeClaimTemplates[].spec.storageClassName", kind: "StorageClass" },
  ],
  PersistentVolumeClaim: [{ path: "spec.storageClassName", kind: "StorageClass" }],
  Ingress: [
    { path: "spec.defaultBackend.service.name", kind: "Service" },
    { path: "spec.rules[].http.paths[].backend.service.name", kind: "Service" },
    { path: "spec.ingressClassName", kind: "IngressClass" },
    // A controller makes the certificate where there is none, or has one of its own.
    { path: "spec.tls[].secretName", kind: "Secret", isOptional: true },
  ],
  HorizontalPodAutoscaler: [target],
  ScaledObject: [
    target,
    { path: "spec.triggers[].authenticationRef.name", kind: "TriggerAuthentication", kindField: true },
  ],
  TriggerAuthentication: [{ path: "spec.secretTargetRef[].name", kind: "Secret", keyField: true }],
  VerticalPodAutoscaler: [{ ...target, path: "spec.targetRef.name" }],
  Gateway: [
    { path: "spec.gatewayClassName", kind: "GatewayClass" },
    { path: "spec.listeners[].tls.certificateRefs[].name", kind: "Secret", isOptional: true, ...anywhere },
  ],
  HTTPRoute: route,
  GRPCRoute: route,
  TCPRoute: route,
  TLSRoute: route,
  UDPRoute: route,
  ValidatingWebhookConfiguration: [webhook],
  MutatingWebhookConfiguration: [webhook],
  APIService: [{ path: "spec.service.name", kind: "Service", namespaceField: true }],
  CustomResourceDefinition: [
    { path: "spec.conversion.webhook.clientConfig.service.name", kind: "Service", namespaceField: true },
  ],
  Certificate: [{ path: "spec.issuerRef.name", kind: "Issuer", kindField: true }],
  Issuer: [{ path: "spec.ca.secretName", kind: "Secret" }],
  ExternalSecret: [
    stores("secretStoreRef"),
    stores("data[].sourceRef.storeRef"),
    stores("dataFrom[].sourceRef.storeRef"),
  ],
  ServiceMonitor: monitorSecrets("endpoints"),
  PodMonitor: monitorSecrets("podMetricsEndpoints"),
};

const ownReferences: Readonly<Record<string, (object: KubeObject) => readonly Reference[]>> = {
  RoleBinding: bindingReferences,
  ClusterRoleBinding: bindingReferences,
  ServiceAccount: ({ root, namespace }) => secretNames(root.get("imagePullSecrets"), namespace),
};

function bindingReferences({ root, namespace }: KubeObject): readonly Reference[] {
  const kind = root.get("roleRef", "kind").text ?? "";
  const subjects = root
    .get("subjects")
    .items()
    .filter((subject) => subject.get("kind").text === "ServiceAccount");
  return [
    ...named(kind, root.get("roleRef", "name"), kind === "Role" ? namespace : ""),
    ...subjects.flatMap((subject) => {
      const place = subject.get("namespace").text || namespace;
      return place === "" ? [] : named("ServiceAccount", subject.get("name"), place);
    }),
  ];
}
