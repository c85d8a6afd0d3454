// The keys of a ConfigMap or Secret: those that it is rendered with, or those that what makes it will give it.
import type { Cluster } from "./cluster.ts";
import type { KubeObject } from "./object.ts";
import type { Value } from "./value.ts";

/** Undefined where only the cluster knows. */
export function keysOf(
  cluster: Cluster,
  kind: string,
  namespace: string,
  name: string,
): ReadonlySet<string> | undefined {
  const object = cluster.find(kind, namespace, name);
  if (object) return isFilledLater(object) ? undefined : new Set(heldKeys(object.root));
  return kind === "Secret" ? cluster.once(madeKeys).get(`${namespace}\0${name}`) : undefined;
}

function heldKeys(root: Value): readonly string[] {
  return ["data", "stringData", "binaryData"].flatMap((field) => fieldsOf(root.get(field)));
}

function fieldsOf(map: Value): readonly string[] {
  return map.entries().map(([key]) => key);
}

/** Annotations and labels by which controllers are asked to add keys. */
const fillers = /inject-(trusted-)?ca-?bundle|replicat|reflect|allow-direct-injection/;

function isFilledLater({ root, annotations, labels }: KubeObject): boolean {
  if (root.get("type").text === "kubernetes.io/service-account-token") return true;
  return [...annotations.keys(), ...labels.keys()].some((key) => fillers.test(key));
}

function madeKeys(cluster: Cluster): ReadonlyMap<string, ReadonlySet<string> | undefined> {
  const made = new Map<string, ReadonlySet<string> | undefined>();
  const add = (namespace: string, name: string | undefined, keys: readonly string[] | undefined): void => {
    const key = `${namespace}\0${name ?? ""}`;
    // Two who make one Secret: whose keys there are is not known.
    made.set(key, keys && !made.has(key) ? new Set(keys) : undefined);
  };
  for (const { root, name, namespace } of cluster.ofKind("ExternalSecret", "external-secrets.io"))
    add(namespace, root.get("spec", "target", "name").text ?? name, externalKeys(root.get("spec")));
  for (const { root, name, namespace } of cluster.ofKind("SealedSecret", "bitnami.com")) {
    const template = root.get("spec", "template");
    const keys = [...fieldsOf(root.get("spec", "encryptedData")), ...fieldsOf(template.get("data"))];
    add(namespace, template.get("metadata", "name").text ?? name, keys);
  }
  for (const { root, namespace } of cluster.ofKind("Certificate", "cert-manager.io"))
    add(namespace, root.get("spec", "secretName").text, certificateKeys(root.get("spec")));
  return made;
}

// https://external-secrets.io/latest/guides/templating/: a template's data takes the place of what was fetched.
function externalKeys(spec: Value): readonly string[] | undefined {
  const target = spec.get("target");
  const template = target.get("template");
  const policy = target.get("creationPolicy").text ?? "Owner";
  if (policy !== "Owner" && policy !== "Orphan") return undefined;
  if (template.get("templateFrom").exists) return undefined;
  const written = fieldsOf(template.get("data"));
  if (written.length > 0 && template.get("mergePolicy").text !== "Merge") return written;
  if (spec.get("dataFrom").items().length > 0) return undefined;
  const fetched = spec.get("data").items();
  return [...fetched.flatMap((item) => item.get("secretKey").text ?? []), ...written];
}

// https://cert-manager.io/docs/usage/certificate/
function certificateKeys(spec: Value): readonly string[] {
  const formats = spec.get("additionalOutputFormats").items();
  const stores = spec.get("keystores");
  return [
    ...["tls.crt", "tls.key", "ca.crt"],
    ...formats.map((format) => (format.get("type").text === "DER" ? "key.der" : "tls-combined.pem")),
    ...(stores.get("jks").exists ? ["keystore.jks", "truststore.jks"] : []),
    ...(stores.get("pkcs12").exists ? ["keystore.p12", "truststore.p12"] : []),
  ];
}
