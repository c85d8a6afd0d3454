// The value of a variable as the container sees it, with `$(NAME)` expanded as Kubernetes does.
import type { Environment, Variable } from "../../model/environment.ts";
import type { EmqxInstance } from "./instance.ts";

/** Stands for what only the running pod knows. */
export const podName = "<pod name>";
export const podIp = "<pod IP>";

const fields: Readonly<Record<string, string>> = {
  "metadata.name": podName,
  "status.podIP": podIp,
};

/** Variables can double each other; a node's name is never longer. */
const longestValue = 4096;

const known = new WeakMap<Environment, Map<string, string | undefined>>();

/** @returns undefined when the value is not known: a Secret's, one that refers to such a value, or an endless one */
export function expanded(instance: EmqxInstance, name: string): string | undefined {
  const { environment } = instance;
  const values = known.get(environment) ?? new Map<string, string | undefined>();
  known.set(environment, values);
  if (!values.has(name)) {
    // What refers to itself finds this.
    values.set(name, undefined);
    const variable = environment.variables.get(name);
    values.set(name, variable && expandedValue(instance, variable));
  }
  return values.get(name);
}

function expandedValue(instance: EmqxInstance, { name, from, text, at }: Variable): string | undefined {
  if (from === "field") {
    const field = at.get("valueFrom", "fieldRef", "fieldPath").text ?? "";
    return field === "metadata.namespace" ? instance.object.namespace : fields[field];
  }
  if (text === undefined || from !== "literal") return text;
  let isKnown = true;
  let length = text.length;
  const result = text.replace(/\$\(([A-Za-z_][A-Za-z0-9_.-]*)\)/g, (reference, used: string) => {
    if (!isDeclaredBefore(instance, used, name)) return reference;
    const value = expanded(instance, used);
    length += value?.length ?? 0;
    if (value === undefined || length > longestValue) isKnown = false;
    return isKnown && value !== undefined ? value : "";
  });
  return isKnown ? result : undefined;
}

/** What stands further down in `env` is not expanded; envFrom counts as above. */
export function isDeclaredBefore({ environment }: EmqxInstance, used: string, user: string): boolean {
  const { order, variables } = environment;
  if (!variables.has(used)) return false;
  const position = order.indexOf(used);
  return position < 0 || position < order.indexOf(user);
}

/** The names that a variable's value refers to. */
export function referencesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<!\$)\$\(([A-Za-z_][A-Za-z0-9_.-]*)\)/g)].map(([, name]) => name ?? "");
}
