// Rules that may be about the same value: who knows more about it speaks, and the other one is silent.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** Rules that are silent at a place of which one of the others has told. */
const toldBy: Readonly<Record<string, readonly string[]>> = {
  "reference/missing-service": ["emqx/no-discovery-service"],
  "reference/target-port-not-declared": ["emqx/service-port-without-listener", "emqx/old-management-port"],
  "reference/unused-volume": ["emqx/shared-data-volume"],
  "practice/image-not-pinned": ["emqx/moving-image-tag"],
  "practice/disruption-budget-blocks-drains": ["emqx/disruption-budget-blocks-drains"],
  "practice/pods-may-share-node": ["emqx/nodes-may-share-host"],
  "practice/no-memory-limit": ["emqx/no-memory-limit"],
  "practice/no-cpu-limit": ["broker/no-cpu-limit"],
  "practice/no-liveness-probe": ["broker/probe-missing"],
  "broker/port-not-served": ["broker/probe-of-other-port"],
  "broker/route-to-wrong-service": ["broker/probe-of-other-port", "broker/port-not-served"],
  "emqx/host-network": ["security/pod-refused", "security/host-namespace"],
  "emqx/unsafe-sysctl": ["security/pod-refused", "security/unsafe-sysctl"],
  "security/needless-token": ["emqx/token-not-needed"],
};

/** What a value of the wrong type means is not known, so nothing else is said of it. */
const typeError = "schema/wrong-type";

export function withoutOverlaps(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Map<string, Set<string>>();
  for (const { code, ...diagnostic } of diagnostics) {
    const place = placeOf(diagnostic);
    if (place === undefined) continue;
    const codes = told.get(place);
    if (codes) codes.add(code);
    else told.set(place, new Set([code]));
  }
  return diagnostics.filter((diagnostic) => {
    const place = placeOf(diagnostic);
    const codes = place === undefined ? undefined : told.get(place);
    if (!codes || codes.size === 1) return true;
    if (codes.has(typeError) && diagnostic.code !== typeError) return false;
    return !toldBy[diagnostic.code]?.some((other) => codes.has(other));
  });
}

/** The same line of one object; that of a patch or an entry may be right for one object and wrong for another. */
function placeOf({ at, object }: Pick<Diagnostic, "at" | "object">): string | undefined {
  return at && `${at.source.path}\0${at.at}\0${object ?? ""}`;
}
