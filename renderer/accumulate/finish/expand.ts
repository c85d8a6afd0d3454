// The syntax of vars: $(NAME) is replaced, $$ stands for one dollar, and everything else stays.

/**
 * @param lookUp  the value of a name, undefined for names that are no vars
 * Source: kustomize api/filters/refvar/expand.go, which has it from Kubernetes
 */
export function expand(text: string, lookUp: (name: string) => string | undefined): string {
  let result = "";
  let from = 0;
  for (let at = text.indexOf("$"); at >= 0 && at + 1 < text.length; at = text.indexOf("$", at)) {
    result += text.slice(from, at);
    const next = text[at + 1];
    const close = next === "(" ? text.indexOf(")", at + 2) : -1;
    if (next === "$") {
      result += "$";
      at += 2;
    } else if (close >= 0) {
      const name = text.slice(at + 2, close);
      result += lookUp(name) ?? `$(${name})`;
      at = close + 1;
    } else {
      result += `$${next}`;
      at += 2;
    }
    from = at;
  }
  return result + text.slice(from);
}
