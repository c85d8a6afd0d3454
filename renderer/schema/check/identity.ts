// What an object says it is: API version, kind, name and namespace.
import { nearest } from "../../diagnostics/suggest.ts";
import { type Gvk, parseApiVersion } from "../../resource/gvk.ts";
import { field, fieldAt, isNull, type Mapping, type Node } from "../../yaml/node.ts";
import type { KindName, TypeSource } from "../type-source.ts";
import { type Check, report } from "./check.ts";
import { below, nameOf, type Spot } from "./finding.ts";
import { lifecycleOf } from "./lifecycle.ts";
import { dns1035Label, dnsLabel, dnsSubdomain, pathSegment, type TextRule } from "./names.ts";

/** The object that is checked. */
export interface Subject {
  readonly node: Mapping;
  readonly spot: Spot | undefined;
  readonly apiVersion: string;
  readonly kind: string;
  /** Minor release of Kubernetes 1. */
  readonly minor: number;
}

/** Reports an API version that is deprecated or gone; true when it is gone. */
export function checkLifecycle({ node, spot, apiVersion, kind, minor }: Subject, check: Check): boolean {
  const lifecycle = lifecycleOf(apiVersion, kind);
  if (!lifecycle || minor < lifecycle.deprecatedIn) return false;
  const { removedIn, replacement } = lifecycle;
  const isGone = removedIn !== undefined && minor >= removedIn;
  const until = removedIn === undefined ? "" : `, and gone in 1.${removedIn}`;
  report(check, {
    code: isGone ? "schema/removed-api" : "schema/deprecated-api",
    spot: below(spot, "apiVersion"),
    node: field(node, "apiVersion") ?? node,
    message: isGone
      ? `${kind} of ${apiVersion} is gone since Kubernetes 1.${removedIn}`
      : `${kind} of ${apiVersion} is deprecated since Kubernetes 1.${lifecycle.deprecatedIn}${until}`,
    help: replacement ? `use ${inWords(replacement)}` : "nothing takes its place",
  });
  return isGone;
}

/** `apps/v1`; or with a kind at the end, `EndpointSlice of discovery.k8s.io/v1`. */
function inWords(replacement: string): string {
  const [, apiVersion, kind] = /^(.*)\/([A-Z]\w*)$/.exec(replacement) ?? [];
  return kind ? `${kind} of ${apiVersion}` : replacement;
}

/** Reports a kind that nothing describes, or that no release serves in this version. */
export function reportUnknownKind({ node, spot, apiVersion, kind }: Subject, check: Check): void {
  const { group, version } = parseApiVersion(apiVersion);
  const named = kindsNamed(check.types, kind);
  const related = named.filter((other) => parseApiVersion(other.apiVersion).group === group);
  // Alpha and beta versions come and go, and may well be served; a stable one stays, so it would be known.
  const isCertain = related.length > 0 && !/alpha|beta/.test(version);
  // Groups without a domain are Kubernetes' own, and all their kinds are known.
  const isOwn = related.length === 0 && !group.includes(".");
  if (isOwn) {
    report(check, {
      code: "schema/no-such-kind",
      spot: below(spot, "kind"),
      node: field(node, "kind") ?? node,
      message: `Kubernetes has no ${kind} in ${apiVersion}`,
      help: helpFor(check.types, apiVersion, kind, named),
    });
    return;
  }
  report(check, {
    code: isCertain ? "schema/unknown-version" : "schema/unknown-kind",
    spot: below(spot, related.length > 0 ? "apiVersion" : "kind"),
    node: field(node, related.length > 0 ? "apiVersion" : "kind") ?? node,
    message: `nothing is known of ${kind} of ${apiVersion}${isCertain ? "" : ", so the object is not checked"}`,
    help:
      related.length > 0
        ? `known is ${listed(related.map((other) => other.apiVersion))}`
        : helpFor(check.types, apiVersion, kind, named),
  });
}

function helpFor(
  types: TypeSource,
  apiVersion: string,
  kind: string,
  named: readonly KindName[],
): string | undefined {
  // Of another domain it is another kind, which happens to be called so.
  const isForeign = parseApiVersion(apiVersion).group.includes(".") && !/\.k8s\.io\//.test(apiVersion);
  if (named.length > 0 && !isForeign)
    return `${kind} is a kind of ${listed(named.map((other) => other.apiVersion))}`;
  const there = types.kinds().filter((other) => other.apiVersion === apiVersion);
  const close = nearest(
    kind,
    there.map((other) => other.kind),
  );
  return close ? `did you mean \`${close}\`?` : undefined;
}

function listed(words: readonly string[]): string {
  return [...new Set(words)].map((word) => `\`${word}\``).join(", ");
}

function kindsNamed(types: TypeSource, kind: string): readonly KindName[] {
  return types.kinds().filter((other) => other.kind === kind);
}

/** Checks name and namespace. */
export function checkNames(subject: Subject, check: Check): void {
  const { node, spot, apiVersion, kind } = subject;
  const metadata = field(node, "metadata");
  const name = textOf(field(metadata, "name"));
  const at = below(spot, "metadata");
  const problem = name && nameProblem(name.text, { ...parseApiVersion(apiVersion), kind }, subject.minor);
  if (name && problem)
    report(check, {
      code: "schema/name",
      spot: below(at, "name"),
      node: name.node,
      message: `${nameOf(below(at, "name"))} cannot be \`${name.text}\``,
      help: `the name of a ${kind}: ${problem}`,
    });
  const namespace = textOf(fieldAt(node, "metadata", "namespace"));
  if (!namespace) return;
  if (check.types.scopeOf(apiVersion, kind) === "Cluster") {
    report(check, {
      code: "schema/namespace",
      spot: below(at, "namespace"),
      node: namespace.node,
      target: "key",
      message: `${nameOf(below(at, "namespace"))} is set, but a ${kind} is in no namespace`,
      help: "take the namespace away",
    });
    return;
  }
  const wrong = dnsLabel(namespace.text);
  if (wrong)
    report(check, {
      code: "schema/name",
      spot: below(at, "namespace"),
      node: namespace.node,
      message: `${nameOf(below(at, "namespace"))} cannot be \`${namespace.text}\``,
      help: `the name of a namespace: ${wrong}`,
    });
}

function textOf(node: Node | undefined): { node: Node; text: string } | undefined {
  return node?.kind === "scalar" && !isNull(node) && node.text !== "" ? { node, text: node.text } : undefined;
}

/** Source: Kubernetes 1.36 pkg/apis/…/validation; every other kind, custom ones included, takes a DNS subdomain. */
const nameRules: Readonly<Record<string, TextRule>> = {
  "Namespace.": dnsLabel,
  "StatefulSet.apps": dnsLabel,
  "Role.rbac.authorization.k8s.io": pathSegment,
  "ClusterRole.rbac.authorization.k8s.io": pathSegment,
  "RoleBinding.rbac.authorization.k8s.io": pathSegment,
  "ClusterRoleBinding.rbac.authorization.k8s.io": pathSegment,
  // <signer, with `:` for `/`>:<name>
  "ClusterTrustBundle.certificates.k8s.io": pathSegment,
  "StorageVersion.internal.apiserver.k8s.io": pathSegment,
  // The controller appends 11 characters to the names of jobs, which have 63 at most.
  "CronJob.batch": (text) =>
    text.length > 52 ? `it has ${text.length} characters; 52 are allowed` : dnsSubdomain(text),
};

/** Services were relaxed to DNS labels in this minor release. */
const relaxedServices = 36;

function nameProblem(name: string, { group, kind }: Gvk, minor: number): string | undefined {
  if (kind === "Service" && group === "") return (minor < relaxedServices ? dns1035Label : dnsLabel)(name);
  return (nameRules[`${kind}.${group}`] ?? dnsSubdomain)(name);
}
