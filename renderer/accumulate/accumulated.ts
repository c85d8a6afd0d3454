// What a kustomization hands to the one that includes it.
import type { Place } from "../diagnostics/location.ts";
import type { TransformerConfig } from "../fieldspecs/config.ts";
import type { Var } from "../kustomization/schema.ts";
import type { Resource } from "../resource/resource.ts";

export interface Accumulated {
  readonly resources: readonly Resource[];
  /** Field specs of the kustomization and of everything below it. */
  readonly config: TransformerConfig;
  readonly vars: readonly CollectedVar[];
}

export interface CollectedVar {
  readonly value: Var;
  readonly at: Place;
}
