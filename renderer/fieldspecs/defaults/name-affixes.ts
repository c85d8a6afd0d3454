// What `namePrefix` and `nameSuffix` change.
// Source: kustomize api/internal/konfig/builtinpluginconsts/nameprefix.go, namesuffix.go
import { type FieldSpec, fieldSpec } from "../field-spec.ts";

/** Where a prefix goes. */
export const namePrefixSpecs: readonly FieldSpec[] = [fieldSpec("metadata/name")];

/** Where a suffix goes. */
export const nameSuffixSpecs: readonly FieldSpec[] = [fieldSpec("metadata/name")];
