// The kinds of sealed-secrets. Generated from renderer/schema/data/tables/sealed-secrets.ts; edit neither.
// biome-ignore-all format: generated

import type { ObjectMeta } from "./kubernetes.ts";

export interface SealedSecret {
  readonly apiVersion?: "bitnami.com/v1alpha1";
  readonly kind?: "SealedSecret";
  readonly metadata?: ObjectMeta;
  readonly spec: SealedSecretSpec;
  readonly status?: unknown;
}

export interface SealedSecretSpec {
  readonly data?: string;
  readonly encryptedData: { readonly [name: string]: string };
  readonly template?: SecretTemplateSpec;
}

export interface SecretTemplateSpec {
  readonly data?: { readonly [name: string]: string };
  readonly immutable?: boolean;
  readonly metadata?: ObjectMeta;
  readonly type?: string;
}

/** Kinds whose lists a patch replaces whole. */
export interface WholeKinds {
  readonly "bitnami.com/v1alpha1/SealedSecret": SealedSecret;
}
