// Objects that other objects make in the cluster: what is not rendered may still be there.
import type { Cluster } from "./cluster.ts";
import type { KubeObject } from "./object.ts";
import { operandOf } from "./unseen-pods.ts";
import type { Value } from "./value.ts";

/** Whether something in the cluster makes an object of this name. */
export function isProvided(cluster: Cluster, kind: string, namespace: string, name: string): boolean {
  const { names, operands } = cluster.once(provided);
  if (names.has(keyOf(kind, namespace, name)) || names.has(keyOf(kind, anywhere, name))) return true;
  return prefixesOf(name).some((prefix) => operands.has(`${namespace}\0${prefix}`));
}

type Made = readonly (readonly [kind: string, name: string | undefined, namespace?: string | undefined])[];
type Maker = (root: Value, name: string) => Made;

/** For what is made in every namespace, or in those that a selector means. */
const anywhere = "*";

const destination: Maker = (root) => [["Secret", root.get("spec", "destination", "name").text]];

/** By kind and group: what each of them is documented to make. */
const makers: Readonly<Record<string, Maker>> = {
  "ExternalSecret.external-secrets.io": (root, name) => [
    ["Secret", root.get("spec", "target", "name").text ?? name],
  ],
  "ClusterExternalSecret.external-secrets.io": (root, name) => [
    ["Secret", root.get("spec", "externalSecretSpec", "target", "name").text ?? name, anywhere],
    ["Secret", root.get("spec", "externalSecretName").text ?? name, anywhere],
  ],
  "SealedSecret.bitnami.com": (root, name) => [
    ["Secret", root.get("spec", "template", "metadata", "name").text ?? name],
  ],
  "Certificate.cert-manager.io": (root) => [["Secret", root.get("spec", "secretName").text]],
  "Bundle.trust.cert-manager.io": (_, name) => [
    ["ConfigMap", name, anywhere],
    ["Secret", name, anywhere],
  ],
  "VaultStaticSecret.secrets.hashicorp.com": destination,
  "VaultDynamicSecret.secrets.hashicorp.com": destination,
  "VaultPKISecret.secrets.hashicorp.com": destination,
  "OnePasswordItem.onepassword.com": (_, name) => [["Secret", name]],
  "DopplerSecret.secrets.doppler.com": (root) => [
    [
      "Secret",
      root.get("spec", "managedSecret", "name").text,
      root.get("spec", "managedSecret", "namespace").text,
    ],
  ],
  "SecretProviderClass.secrets-store.csi.x-k8s.io": (root) =>
    namesOf(root.get("spec", "secretObjects"), "secretName"),
  "SopsSecret.isindir.github.com": (root) => namesOf(root.get("spec", "secretTemplates"), "name"),
  "Grafana.grafana.integreatly.org": (_, name) => [
    ["Service", `${name}-service`],
    ["ServiceAccount", `${name}-sa`],
    ["PersistentVolumeClaim", `${name}-pvc`],
    ["Secret", `${name}-admin-credentials`],
  ],
};

function namesOf(list: Value, field: string): Made {
  return list.items().map((item) => ["Secret", item.get(field).text] as const);
}

interface Provided {
  readonly names: ReadonlySet<string>;
  readonly operands: ReadonlySet<string>;
}

function provided(cluster: Cluster): Provided {
  const names = new Set<string>();
  const operands = new Set<string>();
  for (const object of cluster.objects) {
    for (const [kind, name, namespace = object.namespace] of madeBy(object))
      names.add(keyOf(kind, namespace, name ?? ""));
    const operand = operandOf(object);
    if (operand) for (const name of operand.names) operands.add(`${operand.namespace}\0${name}`);
  }
  return { names, operands };
}

function madeBy({ kind, group, root, name, namespace }: KubeObject): Made {
  const key = `${kind}.${group}`;
  const connection = root.get("spec", "writeConnectionSecretToRef");
  return [
    ...(Object.hasOwn(makers, key) ? (makers[key]?.(root, name) ?? []) : []),
    // The convention of Crossplane.
    ["Secret", connection.get("name").text, connection.get("namespace").text ?? namespace],
  ];
}

// Operators name what they make after the resource that asked for it: `orders`, `orders-app`, `orders-rw`.
function prefixesOf(name: string): readonly string[] {
  if (name.length > 253) return [];
  const parts = name.split("-");
  return parts.map((_, i) => parts.slice(0, i + 1).join("-"));
}

function keyOf(kind: string, namespace: string, name: string): string {
  return `${kind}\0${namespace}\0${name}`;
}
