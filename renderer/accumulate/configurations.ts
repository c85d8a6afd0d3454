// Field specs of one kustomization: the defaults with its `configurations` files, and what its `crds` declare.
import type { Place } from "../diagnostics/location.ts";
import { defaultConfig, mergeConfig, noConfig, type TransformerConfig } from "../fieldspecs/config.ts";
import { crdConfig } from "../fieldspecs/crds.ts";
import { readConfig } from "../fieldspecs/read-config.ts";
import type { KustomizationFile } from "../kustomization/read.ts";
import type { BuildContext } from "../load/context.ts";
import { type Loader, loadText } from "../load/loader.ts";
import { parseDocument } from "../yaml/parse.ts";

/**
 * The configs in the order in which they join those of the bases. The order counts: a spec that a more general one
 * follows makes the general one a duplicate, which is how `configurations` narrow the defaults.
 *
 * Source: kustomize api/internal/plugins/builtinconfig and api/internal/accumulator/loadconfigfromcrds.go
 */
export function loadConfigurations(
  file: KustomizationFile,
  loader: Loader,
  context: BuildContext,
): readonly TransformerConfig[] {
  const { configurations = [], crds = [] } = file.value;
  const { collector } = context;
  const own = configurations.reduce((all, path, i) => {
    const at = file.place("configurations", i);
    const source = loadText(loader, path, at, context);
    return joined(all, readConfig(parseDocument(source, collector), source, collector), at, context);
  }, noConfig);
  const ofCrds = crds.reduce((all, path, i) => {
    const at = file.place("crds", i);
    const source = loadText(loader, path, at, context);
    return joined(all, crdConfig(parseDocument(source, collector), source, collector), at, context);
  }, noConfig);
  const withDefaults =
    configurations.length === 0
      ? defaultConfig()
      : joined(defaultConfig(), own, file.place("configurations"), context);
  return crds.length === 0 ? [withDefaults] : [withDefaults, ofCrds];
}

function joined(
  a: TransformerConfig,
  b: TransformerConfig,
  at: Place,
  { collector }: BuildContext,
): TransformerConfig {
  const merged = mergeConfig(a, b);
  if (!("error" in merged)) return merged;
  return collector.halt("kustomization/invalid", `field specs contradict each other: ${merged.error}`, {
    at,
  });
}
