// What objects say of other objects by name: one table of the places, for all who follow references.
import type { KubeObject } from "./object.ts";
import type { Value } from "./value.ts";
import { allContainers, workloadsOf } from "./workload.ts";

export interface Reference {
  readonly kind: string;
  readonly name: string;
  /** Empty for what lives outside of namespaces. */
  readonly namespace: string;
  /** The key within a ConfigMap or Secret. */
  readonly key?: string;
  readonly keyAt?: Value;
  /** Nothing breaks when it is not there. */
  readonly isOptional: boolean;
  /** The name. */
  readonly at: Value;
}

/** All references of an object that are followed by name. */
export function referencesOf(object: KubeObject): readonly Reference[] {
  return [...podReferences(object), ...(ownReferences[object.kind]?.(object) ?? [])];
}

type Reader = (object: KubeObject) => readonly Reference[];

const ownReferences: Readonly<Record<string, Reader>> = {
  StatefulSet: (object) => named("Service", object.root.get("spec", "serviceName"), object.namespace),
  Ingress: ingressReferences,
  RoleBinding: (object) => bindingReferences(object),
  ClusterRoleBinding: (object) => bindingReferences(object),
  HorizontalPodAutoscaler: (object) => scaleTarget(object),
  ScaledObject: (object) => scaleTarget(object),
  HTTPRoute: (object) => routeReferences(object),
  GRPCRoute: (object) => routeReferences(object),
  TCPRoute: (object) => routeReferences(object),
  TLSRoute: (object) => routeReferences(object),
  ServiceAccount: ({ root, namespace }) =>
    root
      .get("imagePullSecrets")
      .items()
      .flatMap((item) => named("Secret", item.get("name"), namespace)),
  ValidatingWebhookConfiguration: webhookReferences,
  MutatingWebhookConfiguration: webhookReferences,
};

function named(
  kind: string,
  at: Value,
  namespace: string,
  more: Partial<Reference> = {},
): readonly Reference[] {
  const name = at.text;
  if (name === undefined || name === "") return [];
  return [{ kind, name, namespace, isOptional: false, at, ...more }];
}

function podReferences(object: KubeObject): readonly Reference[] {
  return workloadsOf(object).flatMap((workload) => {
    const { pod } = workload;
    const { namespace } = object;
    return [
      ...named("ServiceAccount", pod.get("serviceAccountName"), namespace),
      ...pod
        .get("imagePullSecrets")
        .items()
        .flatMap((item) => named("Secret", item.get("name"), namespace)),
      ...pod
        .get("volumes")
        .items()
        .flatMap((volume) => volumeReferences(volume, namespace)),
      ...allContainers(workload).flatMap(({ value }) => environmentReferences(value, namespace)),
    ];
  });
}

function volumeReferences(volume: Value, namespace: string): readonly Reference[] {
  const sources = [volume, ...volume.get("projected", "sources").items()];
  return [
    ...named("PersistentVolumeClaim", volume.get("persistentVolumeClaim", "claimName"), namespace),
    ...sources.flatMap((source) => [
      ...dataReferences("ConfigMap", source.get("configMap"), source.get("configMap", "name"), namespace),
      ...dataReferences("Secret", source.get("secret"), source.get("secret", "name"), namespace),
    ]),
    ...dataReferences("Secret", volume.get("secret"), volume.get("secret", "secretName"), namespace),
  ];
}

// A volume names the keys that it wants, or takes all of them.
function dataReferences(kind: string, source: Value, at: Value, namespace: string): readonly Reference[] {
  const isOptional = source.get("optional").boolean === true;
  const keys = source.get("items").items();
  if (keys.length === 0) return named(kind, at, namespace, { isOptional });
  return keys.flatMap((item) => {
    return named(kind, at, namespace, { isOptional, ...keyOf(item.get("key")) });
  });
}

function keyOf(keyAt: Value): Partial<Reference> {
  return keyAt.text === undefined ? {} : { key: keyAt.text, keyAt };
}

function environmentReferences(container: Value, namespace: string): readonly Reference[] {
  const all = container
    .get("envFrom")
    .items()
    .flatMap((source) =>
      (["ConfigMap", "Secret"] as const).flatMap((kind) => {
        const reference = source.get(kind === "ConfigMap" ? "configMapRef" : "secretRef");
        return named(kind, reference.get("name"), namespace, {
          isOptional: reference.get("optional").boolean === true,
        });
      }),
    );
  const single = container
    .get("env")
    .items()
    .flatMap((entry) =>
      (["ConfigMap", "Secret"] as const).flatMap((kind) => {
        const reference = entry.get("valueFrom", kind === "ConfigMap" ? "configMapKeyRef" : "secretKeyRef");
        return named(kind, reference.get("name"), namespace, {
          isOptional: reference.get("optional").boolean === true,
          ...keyOf(reference.get("key")),
        });
      }),
    );
  return [...all, ...single];
}

function ingressReferences({ root, namespace }: KubeObject): readonly Reference[] {
  const spec = root.get("spec");
  const paths = spec
    .get("rules")
    .items()
    .flatMap((rule) => rule.get("http", "paths").items());
  const backends = [spec.get("defaultBackend"), ...paths.map((path) => path.get("backend"))];
  return [
    ...backends.flatMap((backend) => named("Service", backend.get("service", "name"), namespace)),
    // A controller makes the certificate where there is none, or has one of its own.
    ...spec
      .get("tls")
      .items()
      .flatMap((tls) => named("Secret", tls.get("secretName"), namespace, { isOptional: true })),
  ];
}

function bindingReferences({ root, namespace }: KubeObject): readonly Reference[] {
  const kind = root.get("roleRef", "kind").text ?? "";
  const subjects = root
    .get("subjects")
    .items()
    .filter((subject) => subject.get("kind").text === "ServiceAccount");
  return [
    ...named(kind, root.get("roleRef", "name"), kind === "Role" ? namespace : ""),
    ...subjects.flatMap((subject) =>
      named("ServiceAccount", subject.get("name"), subject.get("namespace").text ?? namespace),
    ),
  ];
}

function scaleTarget({ root, namespace }: KubeObject): readonly Reference[] {
  const target = root.get("spec", "scaleTargetRef");
  return named(target.get("kind").text ?? "Deployment", target.get("name"), namespace);
}

function routeReferences({ root, namespace }: KubeObject): readonly Reference[] {
  return root
    .get("spec", "rules")
    .items()
    .flatMap((rule) => rule.get("backendRefs").items())
    .filter((backend) => (backend.get("kind").text ?? "Service") === "Service")
    .flatMap((backend) => named("Service", backend.get("name"), backend.get("namespace").text ?? namespace));
}

function webhookReferences({ root }: KubeObject): readonly Reference[] {
  return root
    .get("webhooks")
    .items()
    .map((webhook) => webhook.get("clientConfig", "service"))
    .flatMap((service) => named("Service", service.get("name"), service.get("namespace").text ?? "default"));
}
