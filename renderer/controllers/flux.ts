// The Kustomization of Flux, as far as it decides what is built and in which order.
// Source: kustomize-controller v1.9.4 api/v1/kustomization_types.go
import type { Collector } from "../diagnostics/collector.ts";
import { images, patches } from "../kustomization/known-fields.ts";
import type { ImageTag, Patch, Strings } from "../kustomization/schema.ts";
import { fields, flag, list, text, textMap, texts } from "../kustomization/shape.ts";
import { type Mapping, textAt } from "../yaml/node.ts";
import { readSyncObject, type SyncObject } from "./sync-object.ts";

export interface FluxSpec {
  readonly sourceRef?: ObjectReference;
  /** A directory of the artifact; its root when absent. */
  readonly path?: string;
  readonly dependsOn?: readonly ObjectReference[];
  readonly serviceAccountName?: string;
  readonly suspend?: boolean;
  readonly prune?: boolean;
  readonly wait?: boolean;

  readonly targetNamespace?: string;
  readonly namePrefix?: string;
  readonly nameSuffix?: string;
  readonly patches?: readonly Patch[];
  readonly components?: readonly string[];
  readonly ignoreMissingComponents?: boolean;
  readonly images?: readonly ImageTag[];
  readonly buildMetadata?: readonly string[];
  readonly postBuild?: PostBuild;
  /** Set on all objects when they are applied. */
  readonly commonMetadata?: CommonMetadata;
  readonly decryption?: { readonly provider?: string };
}

export interface ObjectReference {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

export interface PostBuild {
  readonly substitute?: Strings;
  /** ConfigMaps and Secrets of the cluster; later ones win, `substitute` wins over all. */
  readonly substituteFrom?: readonly SubstituteReference[];
  /** `Always`, or only when there are variables. */
  readonly substituteStrategy?: string;
}

export interface SubstituteReference {
  readonly kind?: string;
  readonly name?: string;
  readonly optional?: boolean;
}

export interface CommonMetadata {
  readonly labels?: Strings;
  readonly annotations?: Strings;
}

export type FluxKustomization = SyncObject<FluxSpec>;

export function isFluxKustomization(object: Mapping): boolean {
  return (
    textAt(object, "kind") === "Kustomization" &&
    (textAt(object, "apiVersion") ?? "").startsWith("kustomize.toolkit.fluxcd.io/")
  );
}

/** Reports `sync/invalid`; undefined when the object cannot be used. */
export function readFluxKustomization(object: Mapping, collector: Collector): FluxKustomization | undefined {
  return readSyncObject(object, spec, collector);
}

const reference = fields<ObjectReference>({ kind: text, name: text, namespace: text });

const spec = fields<FluxSpec>({
  sourceRef: reference,
  path: text,
  dependsOn: list(reference),
  serviceAccountName: text,
  suspend: flag,
  prune: flag,
  wait: flag,
  targetNamespace: text,
  namePrefix: text,
  nameSuffix: text,
  patches,
  components: texts,
  ignoreMissingComponents: flag,
  images,
  buildMetadata: texts,
  postBuild: fields<PostBuild>({
    substitute: textMap,
    substituteFrom: list(fields<SubstituteReference>({ kind: text, name: text, optional: flag })),
    substituteStrategy: text,
  }),
  commonMetadata: fields<CommonMetadata>({ labels: textMap, annotations: textMap }),
  decryption: fields<{ readonly provider?: string }>({ provider: text }),
});
