// Where `images` looks for images, besides every `containers` and `initContainers`.
// Source: kustomize api/internal/konfig/builtinpluginconsts/images.go
import { type FieldSpec, fieldSpec } from "../field-spec.ts";

/** Fields that hold the name of an image. */
export const imageSpecs: readonly FieldSpec[] = [
  fieldSpec("spec/containers[]/image", { create: true }),
  fieldSpec("spec/initContainers[]/image", { create: true }),
  fieldSpec("spec/volumes[]/image/reference", { create: true }),
  fieldSpec("spec/template/spec/containers[]/image", { create: true }),
  fieldSpec("spec/template/spec/initContainers[]/image", { create: true }),
  fieldSpec("spec/template/spec/volumes[]/image/reference", { create: true }),
];
