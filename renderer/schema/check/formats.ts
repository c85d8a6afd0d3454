// The formats that a schema may name. A format that is not listed is not checked, as in Kubernetes.
// Sources: Kubernetes apimachinery (resource.Quantity, metav1.Time, intstr); kube-openapi pkg/validation/strfmt
import { cron } from "./cron.ts";
import {
  annotationKey,
  configMapKey,
  dns1035Label,
  dnsLabel,
  dnsSubdomain,
  environmentName,
  labelKey,
  labelValue,
  pathSegment,
  portName,
  type TextRule,
  wildcardHost,
} from "./names.ts";

/** What is wrong with a text of a format; undefined when nothing is, or when the format is not known. */
export function formatProblem(format: string, text: string): string | undefined {
  return formats.get(format)?.(text);
}

const formats: ReadonlyMap<string, TextRule> = new Map<string, TextRule>([
  ["quantity", quantity],
  ["duration", duration],
  ["go-duration", goDuration],
  ["date-time", dateTime],
  ["datetime", dateTime],
  ["date", date],
  ["byte", base64],
  ["ipv4", (text) => (isIPv4(text) ? undefined : "it is no IPv4 address")],
  ["ipv6", (text) => (isIPv6(text) ? undefined : "it is no IPv6 address")],
  ["ip", unlessEmpty((text) => (isIPv4(text) || isIPv6(text) ? undefined : "it is no IP address"))],
  ["cidr", cidr],
  ["uri", uri],
  ["uuid", matching(/^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i, "it is no UUID")],
  ["mac", matching(/^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i, "it is no MAC address")],
  ["email", matching(/^[^@\s]{1,64}@[^@\s]{1,255}$/, "it is no mail address")],
  ["hostname", hostname],
  ["dns-label", unlessEmpty(dnsLabel)],
  ["k8s-short-name", dnsLabel],
  ["dns-1035-label", unlessEmpty(dns1035Label)],
  ["dns-subdomain", unlessEmpty(dnsSubdomain)],
  ["k8s-long-name", dnsSubdomain],
  ["wildcard-host", unlessEmpty(wildcardHost)],
  ["label-key", unlessEmpty(labelKey)],
  ["label-value", labelValue],
  ["annotation-key", annotationKey],
  ["path-segment", pathSegment],
  ["environment-name", unlessEmpty(environmentName)],
  ["config-map-key", unlessEmpty(configMapKey)],
  ["port-name", unlessEmpty(portName)],
  ["percent", percent],
  ["absolute-path", (text) => (text.startsWith("/") ? undefined : "it must begin with `/`")],
  ["cron", cron],
]);

/** Kubernetes' own types take an empty text for none. */
function unlessEmpty(rule: TextRule): TextRule {
  return (text) => (text === "" ? undefined : rule(text));
}

function matching(pattern: RegExp, problem: string): TextRule {
  return (text) => (text.length <= 1024 && pattern.test(text) ? undefined : problem);
}

const quantityForm = /^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]|[eE][+-]?[0-9]+)?$/;

function quantity(text: string): string | undefined {
  return quantityForm.test(text)
    ? undefined
    : "a quantity is a number with a suffix such as `m`, `k`, `M`, `G`, `Ki`, `Mi` or `Gi`, and no space between";
}

const goDurationForm = /^[+-]?(0|(([0-9]+(\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$/;

function goDuration(text: string): string | undefined {
  return text.length <= 128 && goDurationForm.test(text)
    ? undefined
    : "a duration has numbers with units, such as `300ms`, `90s` or `1h30m`";
}

/** `format: duration` of a CustomResourceDefinition takes days and weeks, and words for the units. */
function duration(text: string): string | undefined {
  const isWords = text.length <= 128 && /^([0-9]+\s*[A-Za-zµ]+\s*)+$/.test(text);
  return isWords ? undefined : goDuration(text);
}

const dateTimeForm =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

function dateTime(text: string): string | undefined {
  const day = text.length <= 64 ? dateTimeForm.exec(text)?.[1] : undefined;
  return day && date(day) === undefined
    ? undefined
    : "a time is written as in `2026-01-31T12:00:00Z` (RFC 3339)";
}

function date(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(day);
  return isDay ? undefined : "a date is written as in `2026-01-31`";
}

function base64(text: string): string | undefined {
  // Go's decoder skips line breaks.
  const plain = text.replace(/[\r\n]/g, "");
  const isWell = plain.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(plain);
  return isWell ? undefined : "it is no base64 text with padding";
}

function cidr(text: string): string | undefined {
  const [address = "", bits = ""] = text.split("/", 2);
  const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  const isWell = text.split("/").length === 2 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
  return isWell ? undefined : "it is no network such as `10.0.0.0/8` or `fd00::/8`";
}

function uri(text: string): string | undefined {
  // Go's url.ParseRequestURI: a scheme, or a path from the root.
  return /^([A-Za-z][A-Za-z0-9+.-]*:|\/)\S*$/.test(text) ? undefined : "it is no URI with a scheme";
}

function hostname(text: string): string | undefined {
  const isWell =
    text.length <= 253 &&
    text.split(".").every((part) => /^[A-Za-z0-9_]([-A-Za-z0-9_]{0,61}[A-Za-z0-9_])?$/.test(part));
  return isWell ? undefined : "it is no host name";
}

function percent(text: string): string | undefined {
  return /^[0-9]+%$/.test(text) ? undefined : "a text here is a percentage such as `25%`";
}

function isIPv4(text: string): boolean {
  return /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.|$)){4}$/.test(text) && !text.endsWith(".");
}

function isIPv6(text: string): boolean {
  return (
    text.length <= 45 && /^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$/.test(text) && URL.canParse(`http://[${text}]/`)
  );
}
