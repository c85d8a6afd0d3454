// An object that tells a controller what to build: an Application of Argo CD, a Kustomization of Flux. Its spec as a typed
// value of which every part knows its place.
import type { Collector } from "../diagnostics/collector.ts";
import type { Place } from "../diagnostics/location.ts";
import { canonical } from "../kustomization/canonical.ts";
import { toValue } from "../kustomization/go-values.ts";
import { nearestTo, nodeAt } from "../kustomization/node-at.ts";
import { isLoose, type Report } from "../kustomization/report.ts";
import type { Path, Shape } from "../kustomization/shape.ts";
import { field, fieldAt, type Mapping, type Node, placeOf, textAt } from "../yaml/node.ts";

export interface SyncObject<Spec> {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly at: Place;
  readonly spec: Spec;
  /** Where a part of the spec is written; the nearest part around it when it is not there. */
  place(...path: Path): Place;
  /** The node of a part of the spec. */
  node(...path: Path): Node | undefined;
}

/**
 * Reads an object. Fields that the shape does not name are passed over, as they are no matter of the build.
 *
 * @returns  undefined when there was an error
 * Reports `sync/invalid`.
 */
export function readSyncObject<Spec>(
  object: Mapping,
  shape: Shape<Spec>,
  collector: Collector,
): SyncObject<Spec> | undefined {
  let failed = false;
  const report: Report = (code, message, details) => {
    if (isLoose(code)) return;
    failed = true;
    collector.report("sync/invalid", message, details);
  };
  const kind = textAt(object, "kind") ?? "";
  const name = textAt(object, "metadata", "name");
  if (name === undefined) {
    const at = placeOf(field(object, "metadata") ?? object);
    report("sync/invalid", `the ${kind} has no \`metadata.name\``, { at });
  }
  const written = field(object, "spec");
  if (!written) {
    report("sync/invalid", `the ${kind} has no \`spec\``, { at: placeOf(object) });
    return undefined;
  }
  const root = canonical(written, shape, ["spec"], report);
  if (failed) return undefined;
  return {
    kind,
    name: name ?? "",
    namespace: textAt(fieldAt(object, "metadata"), "namespace") ?? "",
    at: placeOf(object),
    spec: toValue(root) as Spec,
    place: (...path) => placeOf(nearestTo(root, path)),
    node: (...path) => nodeAt(root, path),
  };
}

/** A path in a repository as all controllers mean it: no leading or trailing slash, no dots; empty for the root. */
export function directoryOf(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}
