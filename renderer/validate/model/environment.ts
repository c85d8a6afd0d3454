// The environment that a container starts with: env and envFrom, resolved as far as the rendered objects tell.
import type { Cluster } from "./cluster.ts";
import type { Value } from "./value.ts";
import type { Container, Workload } from "./workload.ts";

export interface Variable {
  readonly name: string;
  /** The value, where the rendered objects hold it; `$(NAME)` is not expanded. Never that of a Secret. */
  readonly text: string | undefined;
  readonly from: "literal" | "config-map" | "secret" | "field";
  /** Where it is set: the env entry, or the key of the ConfigMap or Secret. */
  readonly at: Value;
  /** The object and key it is taken from. */
  readonly reference?: { readonly name: string; readonly key: string };
}

/**
 * The variables of a container by name. As in Kubernetes, later entries win and `env` wins over `envFrom`; sources
 * that are not rendered are left out, so what is absent may still come from there: see `isComplete`.
 */
export interface Environment {
  readonly variables: ReadonlyMap<string, Variable>;
  /** The names of `env` in their order, which matters for `$(NAME)`. */
  readonly order: readonly string[];
  /** False when a source is not among the rendered objects. */
  readonly isComplete: boolean;
}

export function environmentOf(
  cluster: Cluster,
  workload: Pick<Workload, "object">,
  { value }: Pick<Container, "value">,
): Environment {
  const known = cluster.once(environments);
  const environment = known.get(value) ?? readEnvironment(cluster, workload, value);
  known.set(value, environment);
  return environment;
}

// Several rules ask it of each container.
const environments = (): Map<Value, Environment> => new Map();

function readEnvironment(cluster: Cluster, { object }: Pick<Workload, "object">, value: Value): Environment {
  const variables = new Map<string, Variable>();
  let isComplete = true;
  for (const source of value.get("envFrom").items()) {
    const prefix = source.get("prefix").text ?? "";
    const found = findSource(cluster, object.namespace, source);
    if (!found) isComplete &&= source.get("configMapRef", "optional").boolean === true;
    for (const [key, at] of found?.data ?? []) {
      const name = prefix + key;
      const reference = { name: found?.name ?? "", key };
      if (found?.isSecret) variables.set(name, { name, text: undefined, from: "secret", at, reference });
      else variables.set(name, { name, text: at.text, from: "config-map", at, reference });
    }
  }
  const order: string[] = [];
  for (const entry of value.get("env").items()) {
    const name = entry.get("name").text;
    if (name === undefined) continue;
    order.push(name);
    variables.set(name, toVariable(cluster, object.namespace, name, entry));
  }
  return { variables, order, isComplete };
}

function findSource(
  cluster: Cluster,
  namespace: string,
  source: Value,
): { name: string; isSecret: boolean; data: readonly (readonly [string, Value])[] } | undefined {
  for (const [field, kind] of [
    ["configMapRef", "ConfigMap"],
    ["secretRef", "Secret"],
  ] as const) {
    const name = source.get(field, "name").text;
    const object = name === undefined ? undefined : cluster.find(kind, namespace, name);
    if (!object || name === undefined) continue;
    const data = [...object.root.get("data").entries(), ...object.root.get("stringData").entries()];
    return { name, isSecret: kind === "Secret", data };
  }
  return undefined;
}

function toVariable(cluster: Cluster, namespace: string, name: string, entry: Value): Variable {
  const literal = entry.get("value");
  const source = entry.get("valueFrom");
  const secret = source.get("secretKeyRef");
  const map = source.get("configMapKeyRef");
  if (secret.exists) return { name, text: undefined, from: "secret", at: entry, reference: refOf(secret) };
  if (map.exists) {
    const reference = refOf(map);
    const held = cluster.find("ConfigMap", namespace, reference.name)?.root.get("data", reference.key);
    return { name, text: held?.text, from: "config-map", at: held?.exists ? held : entry, reference };
  }
  if (source.exists) return { name, text: undefined, from: "field", at: entry };
  return { name, text: literal.text ?? "", from: "literal", at: literal.exists ? literal : entry };
}

function refOf(source: Value): { name: string; key: string } {
  return { name: source.get("name").text ?? "", key: source.get("key").text ?? "" };
}
