// Names as Kubernetes takes them: each function says what is wrong with a text, or nothing.
// Source: Kubernetes 1.36 apimachinery pkg/util/validation/validation.go and pkg/api/validate/content
import { invalidLabelKey, invalidLabelValue } from "../../text/label-syntax.ts";

export type TextRule = (text: string) => string | undefined;

const letters = "lower case letters, digits and `-`";

/** RFC 1123 label: what a part of a DNS name may be. */
export const dnsLabel: TextRule = (text) =>
  shortAnd(text, 63, /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, `${letters}, with a letter or digit at both ends`);

/** RFC 1035 label. */
export const dns1035Label: TextRule = (text) =>
  shortAnd(text, 63, /^[a-z]([-a-z0-9]*[a-z0-9])?$/, `${letters}, with a letter first and no \`-\` last`);

/** RFC 1123 subdomain: labels with dots between them. */
export const dnsSubdomain: TextRule = (text) =>
  shortAnd(
    text,
    253,
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
    "lower case letters, digits, `-` and `.`, with a letter or digit at both ends of each part",
  );

/** A host that may begin with `*.` */
export const wildcardHost: TextRule = (text) =>
  text.startsWith("*.") ? dnsSubdomain(text.slice(2)) : dnsSubdomain(text);

export const labelKey: TextRule = invalidLabelKey;
export const labelValue: TextRule = invalidLabelValue;
/** Annotations take capital letters in their prefix as well. */
export const annotationKey: TextRule = (text) => invalidLabelKey(text.toLowerCase());

/** A name that stands in a URL as it is. */
export const pathSegment: TextRule = (text) => {
  if (text === "." || text === "..") return "it cannot be `.` or `..`";
  return /[/%]/.test(text) ? "it cannot hold `/` or `%`" : undefined;
};

/** IANA_SVC_NAME (RFC 6335). */
export const portName: TextRule = (text) => {
  const isWell = text.length <= 15 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && /[a-z]/.test(text);
  return isWell
    ? undefined
    : "it may have 15 lower case letters, digits and single `-` inside, a letter among them";
};

/** Printable ASCII without `=`: what an environment variable may be called since Kubernetes 1.32. */
export const environmentName: TextRule = (text) =>
  text !== "" && /^[ -<>-~]+$/.test(text)
    ? undefined
    : "it may have only printable ASCII characters other than `=`";

export const configMapKey: TextRule = (text) => {
  if (text === "." || text.startsWith("..")) return "it cannot be `.` or begin with `..`";
  return shortAnd(text, 253, /^[-._a-zA-Z0-9]+$/, "letters, digits, `-`, `_` and `.`");
};

function shortAnd(text: string, longest: number, pattern: RegExp, what: string): string | undefined {
  // The length comes first: the expressions see no text that is worth backtracking in.
  if (text.length > longest) return `it has ${text.length} characters; ${longest} are allowed`;
  return pattern.test(text) ? undefined : `it may have only ${what}`;
}
