// Generators, transformers and validators that are not built in.
import type { Collector } from "../diagnostics/collector.ts";
import type { Layer } from "../load/layer.ts";
import { clusterScopeOf } from "../openapi/schema-index.ts";
import { friendlyId, idKey } from "../resource/res-id.ts";
import { type Behavior, type Resource, toResource, withNode } from "../resource/resource.ts";
import { pluginRecord } from "../resource/trail.ts";
import { field, type Mapping, placeOf, type Step, textAt } from "../yaml/node.ts";
import { annotatedNode, returnedObject, withoutAnnotations } from "./annotations.ts";
import { prepareInvocation } from "./invoke.ts";
import { reconcile } from "./reconcile.ts";
import { functionSpecOf } from "./spec.ts";

/** The objects that a plugin makes, to be absorbed one by one. Source: kustomize fnplugin.go, Generate */
export function generateWithPlugin(plugin: Resource, layer: Layer): readonly Resource[] {
  const invoke = prepareInvocation(plugin, layer);
  if (!invoke) return [];
  const record = pluginRecord(plugin.trail?.origin, plugin.id);
  const step = stepOf(plugin);
  return invoke([]).map((object) => {
    const { node, state, trail } = returnedObject(object, layer.context.collector);
    const options = generatorOptions(node, layer);
    const made = toResource(withoutAnnotations(node, [needsHashKey, behaviorKey]), step, {
      ...state,
      ...options,
    });
    return layer.trail ? { ...made, trail: { ...trail, origin: trail.origin ?? record } } : made;
  });
}

const needsHashKey = "kustomize.config.k8s.io/needs-hash";
const behaviorKey = "kustomize.config.k8s.io/behavior";

// Source: kustomize api/internal/plugins/utils, UpdateResourceOptions
function generatorOptions(node: Mapping, { context }: Layer): { behavior: Behavior; needsHash?: boolean } {
  const annotations = field(field(node, "metadata"), "annotations");
  const text = textAt(annotations, behaviorKey);
  const behavior = text === "create" || text === "merge" || text === "replace" ? text : "unspecified";
  const needsHash = textAt(annotations, needsHashKey);
  if (needsHash === undefined) return { behavior };
  const truth = goBooleans.get(needsHash);
  if (truth === undefined) {
    return context.collector.halt(
      "function/failed",
      `the annotation ${needsHashKey} cannot be \`${needsHash}\``,
      {
        at: placeOf(node),
        help: "it is true or false",
      },
    );
  }
  return truth ? { behavior, needsHash: true } : { behavior };
}

const goBooleans: ReadonlyMap<string, boolean> = new Map([
  ...["1", "t", "T", "TRUE", "true", "True"].map((text) => [text, true] as const),
  ...["0", "f", "F", "FALSE", "false", "False"].map((text) => [text, false] as const),
]);

/**
 * Prepares a plugin as a transformer: what it prints takes the place of the objects it was given. One with the same id
 * stays at its place, new ones come last, missing ones are gone.
 *
 * Source: kustomize fnplugin.go, Transform, and utils.go, UpdateResMapValues
 */
export function transformWithPlugin(
  plugin: Resource,
  layer: Layer,
  role: "transformer" | "validator" = "transformer",
): (resources: readonly Resource[]) => readonly Resource[] {
  const invoke = prepareInvocation(plugin, layer);
  if (!invoke) return (resources) => resources;
  const step = stepOf(plugin);
  const { collector } = layer.context;
  return (resources) => {
    const output = invoke(resources.map(annotatedNode));
    if (role === "validator" && output.length > 0 && functionSpecOf(plugin.node, collector))
      refuseAsValidator(step, collector);
    const given = new Map(resources.map((resource) => [idKey(resource.id), resource]));
    const returned = new Map<string, Resource>();
    for (const object of output) {
      const resource = toReturned(object, step, layer);
      const key = idKey(resource.id);
      if (returned.has(key)) {
        collector.halt("resource/duplicate-id", `the plugin gave back ${friendlyId(resource.id)} twice`, {
          at: placeOf(object),
          notes: [{ message: "the plugin is configured here", at: step }],
        });
      }
      const old = given.get(key);
      returned.set(key, old ? inPlaceOf(old, resource, step) : resource);
    }
    const kept = resources.flatMap(({ id }) => returned.get(idKey(id)) ?? []);
    const added = [...returned].filter(([key]) => !given.has(key)).map(([, resource]) => resource);
    return [...kept, ...added];
  };
}

// kustomize adds the paths of files to what a function gives back, and takes them for changes of the validator.
function refuseAsValidator(step: Step, collector: Collector): never {
  return collector.halt("function/failed", "kustomize lets no function be a validator", {
    at: step,
    help: "list it under `transformers`: what fails there stops the build as well",
  });
}

function toReturned(object: Mapping, step: Step, { trail: wanted, context, schemas }: Layer): Resource {
  const { node, state, trail } = returnedObject(object, context.collector);
  return { ...toResource(node, step, state, clusterScopeOf(schemas)), trail: wanted && trail };
}

function inPlaceOf(old: Resource, resource: Resource, step: Step): Resource {
  const node = reconcile(old.node, resource.node, step);
  const build = { ...resource.build, varNames: old.build.varNames };
  const next = { ...resource, listedAt: old.listedAt, build };
  return node.kind === "mapping" ? withNode(next, node) : next;
}

function stepOf(plugin: Resource): Step {
  return { by: plugin.id.kind, ...placeOf(plugin.node) };
}
