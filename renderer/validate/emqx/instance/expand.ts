// The value of a variable as the container sees it, with `$(NAME)` expanded as Kubernetes does.
import type { Variable } from "../../model/environment.ts";
import type { EmqxInstance } from "./instance.ts";

/** Stands for what only the running pod knows. */
export const podName = "<pod name>";
export const podIp = "<pod IP>";

const fields: Readonly<Record<string, string>> = {
  "metadata.name": podName,
  "status.podIP": podIp,
};

/** @returns undefined when the value is not known: a Secret's, or one that refers to such a value */
export function expanded(instance: EmqxInstance, name: string): string | undefined {
  const variable = instance.environment.variables.get(name);
  return variable && expandedValue(instance, variable, new Set());
}

function expandedValue(
  instance: EmqxInstance,
  { name, from, text, at }: Variable,
  open: ReadonlySet<string>,
): string | undefined {
  const { environment, object } = instance;
  if (from === "field") {
    const field = at.get("valueFrom", "fieldRef", "fieldPath").text ?? "";
    return field === "metadata.namespace" ? object.namespace : fields[field];
  }
  if (text === undefined || from !== "literal" || open.has(name)) return text;
  const below = new Set([...open, name]);
  let isKnown = true;
  const result = text.replace(/\$\(([A-Za-z_][A-Za-z0-9_.-]*)\)/g, (reference, used: string) => {
    const other = environment.variables.get(used);
    if (!other || !isDeclaredBefore(instance, used, name)) return reference;
    const value = expandedValue(instance, other, below);
    if (value === undefined) isKnown = false;
    return value ?? "";
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
