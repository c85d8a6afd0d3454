// What Kubernetes accepts as the key and the value of a label.
// Source: Kubernetes apimachinery pkg/util/validation
const name = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const longestName = 63;
const longestPrefix = 253;

const nameRule = "letters, digits, `-`, `_` and `.`, with a letter or digit at both ends";

/** Why a text cannot be a label's key; undefined when it can. */
export function invalidLabelKey(key: string): string | undefined {
  const parts = key.split("/");
  if (parts.length > 2) return "it may hold one `/`, between a DNS name and a name";
  const [prefix, own] = parts.length === 2 ? [parts[0] ?? "", parts[1] ?? ""] : [undefined, key];
  if (prefix !== undefined && (prefix.length > longestPrefix || !subdomain.test(prefix))) {
    return `what stands before the \`/\` must be a DNS name of at most ${longestPrefix} characters`;
  }
  return isName(own) ? undefined : `a name has at most ${longestName} characters: ${nameRule}`;
}

/** Why a text cannot be a label's value; undefined when it can. */
export function invalidLabelValue(value: string): string | undefined {
  if (value === "" || isName(value)) return undefined;
  return `a value is empty or has at most ${longestName} characters: ${nameRule}`;
}

// The length comes first, so that the expressions never see a text worth backtracking in.
function isName(text: string): boolean {
  return text.length <= longestName && name.test(text);
}
