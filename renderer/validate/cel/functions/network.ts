// The parts of Kubernetes' URL and IP libraries whose answers are certain; what Go's parsers might see in another way is
// refused, and the rule then not evaluated.
// Source: kubernetes.io/docs/reference/using-api/cel (URL library, IP address library)
import { formatProblem } from "../../../schema/check/formats.ts";
import type { CelFunctions } from "../environment.ts";

export class Address {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export class Link {
  readonly scheme: string;
  /** With the port, where there is one. */
  readonly host: string;
  readonly path: string;

  constructor(scheme: string, host: string, path: string) {
    this.scheme = scheme;
    this.host = host;
    this.path = path;
  }
}

export const networkFunctions: CelFunctions = {
  types: { Address, Link },
  functions: {
    "isIP(string): bool": isIp,
    "ip(string): Address": (text: string) => {
      if (!isIp(text)) throw new Error(`\`${text}\` is no IP address`);
      return new Address(text);
    },
    "Address.family(): int": ({ text }: Address) => (text.includes(":") ? 6n : 4n),
    "isCIDR(string): bool": isCidr,
    "isURL(string): bool": (text: string) => parseLink(text) !== undefined,
    "url(string): Link": (text: string) => {
      const link = parseLink(text);
      if (!link) throw new Error(`\`${text}\` is no URL`);
      return link;
    },
    "Link.getScheme(): string": ({ scheme }: Link) => scheme,
    "Link.getHost(): string": ({ host }: Link) => host,
    "Link.getHostname(): string": ({ host }: Link) => host.replace(/:\d*$/, "").replace(/^\[(.*)\]$/, "$1"),
    "Link.getPort(): string": ({ host }: Link) => /:(\d*)$/.exec(host)?.[1] ?? "",
    "Link.getEscapedPath(): string": ({ path }: Link) => path,
  },
};

function isIp(text: string): boolean {
  // Kubernetes takes neither zones nor IPv4 addresses in IPv6 form.
  if (/[%]|:.*\./.test(text)) throw new Error("the form of the address is not known here");
  return formatProblem("ipv4", text) === undefined || formatProblem("ipv6", text) === undefined;
}

function isCidr(text: string): boolean {
  if (/[%]|:.*\.|\/0\d/.test(text)) throw new Error("the form of the network is not known here");
  return formatProblem("cidr", text) === undefined;
}

const usual =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/((?:[A-Za-z0-9._~-]+|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?))?((?:\/[A-Za-z0-9._~!$&'()*+,;=:@/-]*)?)(?:\?[A-Za-z0-9._~!$&'()*+,;=:@/?-]*)?$/;

/** Undefined for what Go's url.ParseRequestURI refuses; throws where that is not certain. */
function parseLink(text: string): Link | undefined {
  // It wants a scheme, or a path from the root.
  if (!text.startsWith("/") && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(text)) return undefined;
  const [, scheme = "", host = "", path = ""] = usual.exec(text) ?? [];
  if (scheme === "" && path === "") throw new Error("the form of the URL is not known here");
  return new Link(scheme.toLowerCase(), host, path);
}
