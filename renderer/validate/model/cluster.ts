// What one overlay puts into a cluster, with the indexes that rules ask.
import type { RecordedEntry } from "../../patch/report/entry-recorder.ts";
import type { Resource } from "../../resource/resource.ts";
import type { TypeSource } from "../../schema/type-source.ts";
import { type KubeObject, toObject } from "./object.ts";
import type { Tree } from "./tree.ts";
import { type Workload, workloadsOf } from "./workload.ts";

/** What the overlay is, beside its objects. */
export interface ClusterFacts {
  /** The overlay's directory as the user would type it. */
  readonly directory: string;
  /** `dev`, `prod` …: the environment that the policy names, or the directory's own name. */
  readonly environment: string;
  /** The Kubernetes minor version that the objects are meant for: `1.36`. */
  readonly kubernetesVersion: string;
  /** Types beside those that come with the package and those that the overlay itself defines. */
  readonly types?: readonly TypeSource[];
  /** The repository that the overlay is part of; absent where it is not known. */
  readonly tree?: Tree;
  /** What the entries of the kustomizations did; absent where nobody watched the build. */
  readonly entries?: readonly RecordedEntry[];
  /** Absolute paths of the files that the build read. */
  readonly filesRead?: ReadonlySet<string>;
}

export class Cluster {
  readonly facts: ClusterFacts;
  readonly objects: readonly KubeObject[];
  readonly #byKind = new Map<string, KubeObject[]>();
  readonly #byName = new Map<string, KubeObject>();
  #workloads: readonly Workload[] | undefined;
  readonly #memo = new Map<(cluster: Cluster) => unknown, unknown>();

  constructor(resources: readonly Resource[], facts: ClusterFacts) {
    this.facts = facts;
    this.objects = resources.map(toObject);
    for (const object of this.objects) {
      const known = this.#byKind.get(object.kind);
      if (known) known.push(object);
      else this.#byKind.set(object.kind, [object]);
      this.#byName.set(nameKey(object.kind, object.namespace, object.name), object);
    }
  }

  /** The objects of a kind; with a group, of that API group only (the empty one is the core group). */
  ofKind(kind: string, group?: string): readonly KubeObject[] {
    const all = this.#byKind.get(kind) ?? [];
    return group === undefined ? all : all.filter((object) => object.group === group);
  }

  /** An object by name; the namespace is empty for what lives outside namespaces. */
  find(kind: string, namespace: string, name: string): KubeObject | undefined {
    return this.#byName.get(nameKey(kind, namespace, name));
  }

  /** Everything that makes pods. */
  get workloads(): readonly Workload[] {
    this.#workloads ??= this.objects.flatMap((object) => workloadsOf(object));
    return this.#workloads;
  }

  /** Computes something about the cluster once, however many rules need it. */
  once<T>(compute: (cluster: Cluster) => T): T {
    if (!this.#memo.has(compute)) this.#memo.set(compute, compute(this));
    return this.#memo.get(compute) as T;
  }
}

function nameKey(kind: string, namespace: string, name: string): string {
  return `${kind}\0${namespace}\0${name}`;
}
