// `$NAME` and `${NAME}` in the overrides of an Application.
// Source: Go's os.Expand, and argo-cd v3.5.1 Env.Envsubst, where `$$` is a dollar sign

/** @param lookUp  of a name; a name without a value becomes nothing */
export function expandNames(text: string, lookUp: (name: string) => string): string {
  return text.replace(reference, (_, braced?: string, special?: string, plain?: string) => {
    const name = braced ?? special ?? plain;
    if (name === undefined) return ""; // `${}` and a brace that nothing closes are swallowed
    return name === "$" ? "$" : lookUp(name);
  });
}

const reference = /\$(?:\{([^}]+)\}|([*#$@!?\-0-9])|(\w+)|\{\}?)/g;
