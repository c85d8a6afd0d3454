// The Application of Argo CD, as far as it decides what is built.
// Source: argo-cd v3.5.1 pkg/apis/application/v1alpha1/types.go
import type { Collector } from "../diagnostics/collector.ts";
import { patches } from "../kustomization/known-fields.ts";
import type { Patch, Strings } from "../kustomization/schema.ts";
import { anything, fields, flag, list, type Path, text, textMap, texts } from "../kustomization/shape.ts";
import { type Mapping, textAt } from "../yaml/node.ts";
import { readSyncObject, type SyncObject } from "./sync-object.ts";

export interface ApplicationSpec {
  readonly project?: string;
  readonly source?: ApplicationSource;
  readonly sources?: readonly ApplicationSource[];
  readonly sourceHydrator?: { readonly drySource?: ApplicationSource };
  readonly destination?: ApplicationDestination;
}

export interface ApplicationDestination {
  readonly server?: string;
  readonly name?: string;
  readonly namespace?: string;
}

export interface ApplicationSource {
  readonly repoURL?: string;
  readonly targetRevision?: string;
  /** A directory of the repository. */
  readonly path?: string;
  /** A Helm chart, in place of a path. */
  readonly chart?: string;
  readonly kustomize?: KustomizeOverrides;
}

/** What Argo CD writes into the kustomization before it builds it. */
export interface KustomizeOverrides {
  readonly namePrefix?: string;
  readonly nameSuffix?: string;
  readonly namespace?: string;
  /** As `kustomize edit set image` takes them. */
  readonly images?: readonly string[];
  readonly replicas?: readonly ReplicaOverride[];
  readonly commonLabels?: Strings;
  readonly forceCommonLabels?: boolean;
  readonly labelWithoutSelector?: boolean;
  readonly labelIncludeTemplates?: boolean;
  readonly commonAnnotations?: Strings;
  readonly forceCommonAnnotations?: boolean;
  readonly commonAnnotationsEnvsubst?: boolean;
  readonly patches?: readonly Patch[];
  readonly components?: readonly string[];
  readonly ignoreMissingComponents?: boolean;
  /** Another kustomize than the one that Argo CD ships. */
  readonly version?: string;
}

export interface ReplicaOverride {
  readonly name?: string;
  /** A number, or its digits as a string. */
  readonly count?: unknown;
}

export type Application = SyncObject<ApplicationSpec>;

/** One source of an Application and where it stands in the spec. */
export interface SourceEntry {
  readonly source: ApplicationSource;
  readonly path: Path;
}

export function isApplication(object: Mapping): boolean {
  return (
    textAt(object, "kind") === "Application" &&
    (textAt(object, "apiVersion") ?? "").startsWith("argoproj.io/")
  );
}

/** Reports `sync/invalid`; undefined when the object cannot be used. */
export function readApplication(object: Mapping, collector: Collector): Application | undefined {
  return readSyncObject(object, spec, collector);
}

/** All sources; an Application with `sources` has no other. */
export function sourcesOf({ spec }: Application): readonly SourceEntry[] {
  if (spec.sourceHydrator?.drySource) {
    return [{ source: spec.sourceHydrator.drySource, path: ["sourceHydrator", "drySource"] }];
  }
  if (spec.sources && spec.sources.length > 0) {
    return spec.sources.map((source, i) => ({ source, path: ["sources", i] }));
  }
  return spec.source ? [{ source: spec.source, path: ["source"] }] : [];
}

const source = fields<ApplicationSource>({
  repoURL: text,
  targetRevision: text,
  path: text,
  chart: text,
  kustomize: fields<KustomizeOverrides>({
    namePrefix: text,
    nameSuffix: text,
    namespace: text,
    images: texts,
    replicas: list(fields<ReplicaOverride>({ name: text, count: anything })),
    commonLabels: textMap,
    forceCommonLabels: flag,
    labelWithoutSelector: flag,
    labelIncludeTemplates: flag,
    commonAnnotations: textMap,
    forceCommonAnnotations: flag,
    commonAnnotationsEnvsubst: flag,
    patches,
    components: texts,
    ignoreMissingComponents: flag,
    version: text,
  }),
});

const spec = fields<ApplicationSpec>({
  project: text,
  source,
  sources: list(source),
  sourceHydrator: fields<{ readonly drySource?: ApplicationSource }>({ drySource: source }),
  destination: fields<ApplicationDestination>({ server: text, name: text, namespace: text }),
});
