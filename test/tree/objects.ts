/** Typed views on rendered objects: just the fields the tests of the tree look at. */
import type { KubernetesObject } from "./rendered.ts";

export type Labels = Readonly<Record<string, string>>;

export interface EnvironmentVariable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly secretKeyRef?: { readonly name: string; readonly key: string };
    readonly configMapKeyRef?: { readonly name: string; readonly key: string };
    readonly fieldRef?: { readonly fieldPath: string };
  };
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly env?: readonly EnvironmentVariable[];
  readonly envFrom?: readonly {
    readonly configMapRef?: { readonly name: string };
    readonly secretRef?: { readonly name: string };
  }[];
  readonly ports?: readonly {
    readonly name?: string;
    readonly containerPort: number;
    readonly protocol?: string;
  }[];
  readonly resources?: {
    readonly requests?: Readonly<Record<string, string>>;
    readonly limits?: Readonly<Record<string, string>>;
  };
  readonly securityContext?: Readonly<Record<string, unknown>>;
  readonly volumeMounts?: readonly {
    readonly name: string;
    readonly mountPath: string;
    readonly subPath?: string;
  }[];
}

export interface Volume {
  readonly name: string;
  readonly hostPath?: unknown;
  readonly emptyDir?: unknown;
  readonly configMap?: { readonly name: string };
  readonly secret?: { readonly secretName: string; readonly optional?: boolean };
  readonly projected?: {
    readonly sources: readonly {
      readonly configMap?: { readonly name: string };
      readonly secret?: { readonly name: string; readonly items?: readonly { readonly key: string }[] };
    }[];
  };
  readonly persistentVolumeClaim?: { readonly claimName: string };
}

export interface PodSpec {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly Volume[];
  readonly serviceAccountName?: string;
  readonly automountServiceAccountToken?: boolean;
  readonly terminationGracePeriodSeconds?: number;
  readonly hostNetwork?: boolean;
  readonly securityContext?: Readonly<Record<string, unknown>>;
  readonly affinity?: { readonly podAntiAffinity?: Readonly<Record<string, unknown>> };
}

export interface PodTemplate {
  readonly metadata: { readonly labels: Labels };
  readonly spec: PodSpec;
}

export interface Workload extends KubernetesObject {
  readonly spec: {
    readonly replicas?: number;
    readonly serviceName?: string;
    readonly podManagementPolicy?: string;
    readonly selector: { readonly matchLabels: Labels };
    readonly template: PodTemplate;
    readonly persistentVolumeClaimRetentionPolicy?: {
      readonly whenDeleted: string;
      readonly whenScaled: string;
    };
    readonly volumeClaimTemplates?: readonly {
      readonly metadata: { readonly name: string; readonly labels?: Labels };
      readonly spec: {
        readonly storageClassName?: string;
        readonly resources: { readonly requests: { readonly storage: string } };
      };
    }[];
  };
}

export interface Service extends KubernetesObject {
  readonly spec: {
    readonly type?: string;
    readonly clusterIP?: string;
    readonly publishNotReadyAddresses?: boolean;
    readonly externalTrafficPolicy?: string;
    readonly selector: Labels;
    readonly ports: readonly {
      readonly name: string;
      readonly port: number;
      readonly targetPort: number | string;
      readonly nodePort?: number;
    }[];
  };
}

export interface PolicyRule {
  readonly from?: readonly PolicyPeer[];
  readonly to?: readonly PolicyPeer[];
  readonly ports?: readonly { readonly protocol: string; readonly port: number }[];
}

export interface PolicyPeer {
  readonly podSelector?: { readonly matchLabels?: Labels };
  readonly namespaceSelector?: { readonly matchLabels?: Labels };
}

export interface NetworkPolicy extends KubernetesObject {
  readonly spec: {
    readonly podSelector: { readonly matchLabels?: Labels };
    readonly policyTypes: readonly string[];
    readonly ingress?: readonly PolicyRule[];
    readonly egress?: readonly PolicyRule[];
  };
}

/** All objects of a kind; the caller says which view fits it. */
export function ofKind<T extends KubernetesObject>(
  objects: readonly KubernetesObject[],
  kind: string,
): readonly T[] {
  return objects.filter((object): object is T => object.kind === kind);
}

/** The one object of a kind and name, ignoring the hash that a generator appends. */
export function one<T extends KubernetesObject>(
  objects: readonly KubernetesObject[],
  kind: string,
  name: string,
): T {
  const pattern = new RegExp(`^${name}(-[a-z0-9]{10})?$`);
  const found = ofKind<T>(objects, kind).filter((object) => pattern.test(object.metadata.name));
  const [object] = found;
  if (object === undefined || found.length > 1) throw new Error(`${found.length} objects ${kind}/${name}`);
  return object;
}

/** Every pod template that the objects bring, with the workload it belongs to. */
export function podTemplates(
  objects: readonly KubernetesObject[],
): readonly { readonly owner: KubernetesObject; readonly template: PodTemplate }[] {
  return objects.flatMap((owner) => {
    if (["Deployment", "StatefulSet", "DaemonSet", "Job"].includes(owner.kind)) {
      return [{ owner, template: (owner as Workload).spec.template }];
    }
    if (owner.kind !== "CronJob") return [];
    const spec = owner["spec"] as {
      readonly jobTemplate: { readonly spec: { readonly template: PodTemplate } };
    };
    return [{ owner, template: spec.jobTemplate.spec.template }];
  });
}

export function allContainers(spec: PodSpec): readonly Container[] {
  return [...(spec.initContainers ?? []), ...spec.containers];
}

export interface SecretReference {
  readonly name: string;
  /** Absent where the whole Secret is mounted or imported. */
  readonly key?: string;
}

/** Every Secret a pod asks for. */
export function secretReferences(spec: PodSpec): readonly SecretReference[] {
  const result: SecretReference[] = [];
  for (const volume of spec.volumes ?? []) {
    if (volume.secret !== undefined) result.push({ name: volume.secret.secretName });
    for (const { secret } of volume.projected?.sources ?? []) {
      if (secret === undefined) continue;
      for (const { key } of secret.items ?? []) result.push({ name: secret.name, key });
      if (secret.items === undefined) result.push({ name: secret.name });
    }
  }
  for (const { env = [], envFrom = [] } of allContainers(spec)) {
    for (const { valueFrom } of env)
      if (valueFrom?.secretKeyRef !== undefined) result.push(valueFrom.secretKeyRef);
    for (const { secretRef } of envFrom) if (secretRef !== undefined) result.push({ name: secretRef.name });
  }
  return result;
}

/** Whether a label selector chooses something with these labels. An empty selector chooses everything. */
export function selects(selector: Labels | undefined, labels: Labels | undefined): boolean {
  return Object.entries(selector ?? {}).every(([key, value]) => labels?.[key] === value);
}

/** The environment a container ends up with: ConfigMaps first, its own entries over them; references as `name/key`. */
export function environmentOf(
  container: Container,
  objects: readonly KubernetesObject[],
): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const source of container.envFrom ?? []) {
    const name = source.configMapRef?.name;
    if (name === undefined) continue;
    const data = one<KubernetesObject>(objects, "ConfigMap", name)["data"] as Readonly<
      Record<string, string>
    >;
    for (const [key, value] of Object.entries(data)) result.set(key, value);
  }
  for (const entry of container.env ?? []) {
    const secret = entry.valueFrom?.secretKeyRef;
    result.set(entry.name, entry.value ?? (secret === undefined ? "" : `${secret.name}/${secret.key}`));
  }
  return result;
}
