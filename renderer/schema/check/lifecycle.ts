// Whether a Kubernetes release still serves an API version.
import { lifecycles } from "../data/lifecycles.ts";

export interface Lifecycle {
  /** Minor releases of Kubernetes 1. */
  readonly deprecatedIn: number;
  readonly removedIn: number | undefined;
  /** What to use instead: an API version, with a kind when that changes. */
  readonly replacement: string | undefined;
}

let byKind: ReadonlyMap<string, Lifecycle> | undefined;

/** Undefined for what was never deprecated. */
export function lifecycleOf(apiVersion: string, kind: string): Lifecycle | undefined {
  byKind ??= readLifecycles();
  return byKind.get(`${apiVersion}/${kind}`);
}

function readLifecycles(): ReadonlyMap<string, Lifecycle> {
  const found = new Map<string, Lifecycle>();
  for (const line of lifecycles.trim().split("\n")) {
    const [apiVersion, deprecated, removed, replacement, ...kinds] = line.split(" ");
    const lifecycle: Lifecycle = {
      deprecatedIn: Number(deprecated),
      removedIn: removed === "-" ? undefined : Number(removed),
      replacement: replacement === "-" ? undefined : replacement,
    };
    for (const kind of kinds) found.set(`${apiVersion}/${kind}`, lifecycle);
  }
  return found;
}

/** The minor release of a version such as `1.36` or `v1.36.2`; undefined when it is none. */
export function minorOf(kubernetesVersion: string): number | undefined {
  const minor = /^v?1\.(\d{1,3})(\.\d+)?([-+].*)?$/.exec(kubernetesVersion)?.[1];
  return minor === undefined ? undefined : Number(minor);
}
