// The recursion: what one kustomization makes of its resources, bases and components.
import { attempt } from "../diagnostics/collector.ts";
import type { Place } from "../diagnostics/location.ts";
import { mergeConfig, noConfig, type TransformerConfig } from "../fieldspecs/config.ts";
import { runGenerators } from "../generate/generators.ts";
import { runHelmCharts } from "../generate/helm/charts.ts";
import { runPluginGenerators } from "../generate/plugins.ts";
import type { KustomizationFile } from "../kustomization/read.ts";
import type { Var } from "../kustomization/schema.ts";
import type { BuildContext } from "../load/context.ts";
import { type Layer, layerTrail } from "../load/layer.ts";
import { type Loader, loadText, openDirectory, openEntry } from "../load/loader.ts";
import { readObjects } from "../load/objects.ts";
import { belowPath } from "../load/remote/origin.ts";
import { clusterScopeOf } from "../openapi/schema-index.ts";
import { readHiddenState } from "../resource/hidden-state.ts";
import { type Resource, toResource, withTrail } from "../resource/resource.ts";
import { ResourceList } from "../resource/resource-list.ts";
import { noTrail } from "../resource/trail.ts";
import { preparePluginTransformers } from "../transform/plugins.ts";
import { prepareTransformers, runTransformers } from "../transform/transformers.ts";
import { fieldAt, isNull, type Mapping, placeOf } from "../yaml/node.ts";
import type { Accumulated, CollectedVar } from "./accumulated.ts";
import { collectVars } from "./collect-vars.ts";
import { loadConfigurations } from "./configurations.ts";
import { openKustomization } from "./open-kustomization.ts";
import { type PluginField, readPlugins } from "./plugins.ts";
import type { BuildSchemas } from "./schemas.ts";
import { shareBase, shareComposed } from "./shared-bases.ts";
import { runValidators } from "./validators.ts";

const nothing: Accumulated = { resources: [], config: noConfig, vars: [] };

/**
 * Builds one kustomization, in the order kustomize documents: resources, field specs, generators, components,
 * transformers, vars. Names are still unresolved; finish.ts does that once, at the root.
 *
 * @param start  what a component works on: the objects of the kustomization that lists it; none for anything else
 * Source: kustomize api/internal/target/kusttarget.go, accumulateTarget
 */
export function accumulate(base: Base, start?: Accumulated): Accumulated {
  const { file, context } = base;
  const composed = start ? compose(base, start) : shareComposed(base, compose);
  const layer: Layer = { ...base, config: composed.ownConfig };
  const runs = [
    ...prepareTransformers({ ...layer, config: composed.config }),
    ...preparePluginTransformers(readOwnPlugins(base, "transformers"), layer),
  ];
  const transformed = runTransformers(composed.resources, runs);
  const resources = runValidators(
    transformed,
    preparePluginTransformers(readOwnPlugins(base, "validators"), layer, "validator"),
    layer,
  );
  return collectVars({ ...composed, resources }, file, context);
}

/** All that a kustomization transforms. */
export interface Composed extends Accumulated {
  /** Field specs without those of its components. */
  readonly ownConfig: TransformerConfig;
}

function compose(base: Base, start: Accumulated = nothing): Composed {
  const { file } = base;
  const below = accumulateEntries(base, "resources", file.value.resources ?? [], start);
  const layer: Layer = { ...base, config: joinOwnConfig(below.config, base) };
  const made = runGenerators(below.resources, layer);
  const own = runHelmCharts(made, layer, file.value.namespace || base.helmNamespace);
  const generated = {
    ...below,
    config: layer.config,
    resources: runPluginGenerators(own, readOwnPlugins(base, "generators"), layer),
  };
  return { ...accumulateComponents(base, generated), ownConfig: layer.config };
}

function readOwnPlugins(base: Base, field: PluginField): readonly Resource[] {
  return readPlugins(base, field, (paths) => accumulateEntries(base, field, paths, nothing).resources);
}

/** A kustomization that was opened, and what it is built with. */
export interface Base extends Omit<Layer, "config"> {
  readonly schemas: BuildSchemas;
  /** The nearest namespace that a kustomization above sets, for charts. */
  readonly helmNamespace: string;
}

// Files and directories that a field lists, in order.
function accumulateEntries(
  base: Base,
  field: "resources" | PluginField,
  paths: readonly string[],
  start: Accumulated,
): Accumulated {
  const { file, loader, context } = base;
  const list = new ResourceList(context.collector, start.resources);
  let { config, vars } = start;
  paths.forEach((path) => {
    attempt(() => {
      const at = file.place(field, (file.value[field] ?? []).indexOf(path));
      const entry = openEntry(loader, path, at, context);
      if (entry.kind === "file") {
        list.append(readResources(path, at, base));
        return;
      }
      const inner = shareBase(openBase(base, entry.loader, path, at, "Kustomization"), accumulate);
      list.append(inner.resources);
      config = joinConfigs(config, inner.config, at, context);
      vars = joinVars(vars, inner.vars, context);
    });
  });
  return { resources: list.items, config, vars };
}

function readResources(
  path: string,
  at: Place,
  { loader, context, trail, schemas }: Base,
): readonly Resource[] {
  const source = loadText(loader, path, at, context);
  const origin = trail && { ...noTrail, origin: belowPath(trail.directory, path) };
  const scope = clusterScopeOf(schemas);
  const resources = readObjects(source, context.collector).map((object) => {
    const { node, state } = readHiddenState(object, context.collector);
    if (origin) checkAnnotations(node, context);
    return withTrail(toResource(node, at, state, scope), origin);
  });
  schemas.note(resources);
  return resources;
}

// With `buildMetadata` kustomize writes there where the object came from.
function checkAnnotations(object: Mapping, { collector }: BuildContext): void {
  const annotations = fieldAt(object, "metadata", "annotations");
  if (!annotations || annotations.kind === "mapping" || isNull(annotations)) return;
  collector.report("resource/invalid", "`annotations` must be a map", { at: placeOf(annotations) });
}

function openBase(
  parent: Base,
  loader: Loader,
  path: string,
  at: Place,
  kind: "Kustomization" | "Component",
): Base {
  const { context } = parent;
  const file = openKustomization(loader, at, context);
  parent.schemas.offer(file, loader, context);
  if ((file.value.kind === "Component") !== (kind === "Component"))
    reportWrongKind(file, loader, at, kind, context);
  const helmNamespace = parent.file.value.namespace || parent.helmNamespace;
  return {
    ...parent,
    file,
    loader,
    helmNamespace,
    trail: parent.trail && layerTrail(belowPath(parent.trail.directory, path), file),
  };
}

function reportWrongKind(
  file: KustomizationFile,
  loader: Loader,
  at: Place,
  kind: "Kustomization" | "Component",
  context: BuildContext,
): never {
  const directory = context.files.display(loader.root);
  const message =
    kind === "Component" ? `${directory} is not a Component` : `${directory} is a Component, not a base`;
  return context.collector.halt("kustomization/wrong-kind", message, {
    at,
    notes: [{ message: "its kind is set here", at: file.place("kind") }],
    help:
      kind === "Component"
        ? "list it under `resources`, or make it `kind: Component`"
        : "list it under `components`",
  });
}

// A component sees and changes what has been accumulated so far, as if its lines stood in this kustomization.
function accumulateComponents(base: Base, start: Accumulated): Accumulated {
  const { file, loader, context } = base;
  let result = start;
  (file.value.components ?? []).forEach((path, i) => {
    const next = attempt(() => {
      const at = file.place("components", i);
      const inner = openDirectory(loader, path, at, context);
      const own = accumulate(openBase(base, inner, path, at, "Component"), result);
      return {
        ...own,
        // Its patches may have given two objects the same name.
        resources: new ResourceList(context.collector, own.resources).items,
        // Joined once more, in sorted order: a spec for any kind goes when one for some kind comes before it.
        config: joinConfigs(nothing.config, own.config, at, context),
      };
    });
    result = next ?? result;
  });
  return result;
}

function joinOwnConfig(config: TransformerConfig, { file, loader, context }: Base): TransformerConfig {
  const at = file.place("configurations");
  return loadConfigurations(file, loader, context).reduce(
    (all, own) => joinConfigs(all, own, at, context),
    config,
  );
}

function joinConfigs(
  a: TransformerConfig,
  b: TransformerConfig,
  at: Place,
  context: BuildContext,
): TransformerConfig {
  const merged = mergeConfig(a, b);
  if (!("error" in merged)) return merged;
  return context.collector.halt(
    "kustomization/invalid",
    `field specs contradict each other: ${merged.error}`,
    { at },
  );
}

function joinVars(
  known: readonly CollectedVar[],
  more: readonly CollectedVar[],
  context: BuildContext,
): readonly CollectedVar[] {
  const names = new Map(known.map((entry) => [entry.value.name, entry]));
  for (const entry of more) reportTwice(names.get(entry.value.name), entry, context);
  return [...known, ...more];
}

function reportTwice(first: CollectedVar | undefined, second: CollectedVar, context: BuildContext): void {
  if (!first) return;
  const { name }: Var = second.value;
  context.collector.report("kustomization/invalid", `the var \`${name}\` is defined twice`, {
    at: second.at,
    notes: [{ message: "it is defined first here", at: first.at }],
    help: "vars share one namespace over the whole build; rename one of them",
  });
}
