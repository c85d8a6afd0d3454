// How fields are called in rules of definitions whose names are no identifiers, or words of the language.
// Source: kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions, "Escaping"

const words = new Set(
  "true false null in as break const continue else for function if import let loop package namespace return var void while".split(
    " ",
  ),
);

/** Undefined when there is no way to write it. */
export function escaped(name: string): string | undefined {
  if (words.has(name)) return `__${name}__`;
  if (!/^[A-Za-z_.\-/][\w.\-/]*$/.test(name)) return undefined;
  return name.replace(/__|[.\-/]/g, (part) => `__${parts[part]}__`);
}

const parts: Readonly<Record<string, string>> = {
  __: "underscores",
  ".": "dot",
  "-": "dash",
  "/": "slash",
};
