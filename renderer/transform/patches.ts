// `patches:` and its two older forms: which objects each patch goes to, and in what order.

import { nearest } from "../diagnostics/suggest.ts";
import type { BuildContext } from "../load/context.ts";
import { clusterScopeOf, type SchemaIndex } from "../openapi/schema-index.ts";
import { checkFormerIds } from "../resource/former-ids.ts";
import { friendlyId, idKey } from "../resource/res-id.ts";
import { idOf, type Resource, withPreviousId } from "../resource/resource.ts";
import { idIndexOf, keepIndex, ResourceList } from "../resource/resource-list.ts";
import { compileSelector, type SelectorFields } from "../resource/selector.ts";
import { isEmpty, type Mapping, placeOf, type Step } from "../yaml/node.ts";
import { applyCopiedPatch, applyMergePatch, applyOperations, type PatchOptions } from "./apply-patch.ts";
import type { LoadedPatch } from "./patch-text.ts";

export interface PatchEntry {
  readonly loaded: LoadedPatch;
  /** The path of its file, or what stands for one that is written in place. */
  readonly name: string;
  readonly target: SelectorFields | undefined;
  /** The entry of a component, which serves others as well: it may have no target here. */
  readonly isOptional: boolean;
  readonly options: PatchOptions;
  readonly step: Step;
  /** `patchesJson6902` and `patchesStrategicMerge` differ from `patches` in small ways. */
  readonly form: "patches" | "patchesJson6902" | "patchesStrategicMerge";
}

/** Applies one entry of a patch field. */
export function applyPatchEntry(
  resources: readonly Resource[],
  entry: PatchEntry,
  schemas: SchemaIndex,
  context: BuildContext,
): readonly Resource[] {
  const { loaded, step, target } = entry;
  context.watcher?.started(step, entry.name);
  if (loaded.kind !== "nothing")
    context.onPatch?.({ source: loaded.source, step, target, resources, schemas });
  switch (loaded.kind) {
    case "nothing":
      return resources;
    case "json":
      // Says nothing, and so needs no target either.
      if (entry.form === "patches" && loaded.patch.operations.length === 0) return resources;
      return applyToSelected(resources, entry, context, (resource) =>
        applyOperations(
          entry.form === "patches" ? withPreviousId(resource) : resource,
          loaded.patch,
          entry.step,
          context,
        ),
      );
    case "strategic":
      return entry.target
        ? mergeIntoSelected(resources, entry, loaded.objects, schemas, context)
        : mergeByIdentity(resources, entry, loaded.objects, schemas, context);
  }
}

function applyToSelected(
  resources: readonly Resource[],
  entry: PatchEntry,
  context: BuildContext,
  change: (resource: Resource) => Resource | undefined,
): readonly Resource[] {
  if (!entry.target) {
    return context.collector.halt("patch/invalid", "a JSON patch needs a `target`", {
      at: entry.step,
      help: "say with target: {kind, name} which objects it changes",
    });
  }
  const selector = compileSelector(entry.target, (why) =>
    context.collector.halt("patch/invalid", `the target is wrong: ${why}`, { at: entry.step }),
  );
  let isMatched = false;
  const result = resources.flatMap((before) => {
    if (!selector.matches(before)) return [before];
    isMatched = true;
    const changed = change(before);
    const after = changed && !isEmpty(changed.node) ? changed : undefined;
    context.watcher?.applied(entry.step, { before, after });
    if (!after) checkFormerIds(before, context.collector);
    return after ? [after] : [];
  });
  // kustomize says nothing, so it must not be an error.
  if (!isMatched && !entry.isOptional) {
    const help = unmatchedHelp(entry.target, resources);
    if (context.watcher) context.watcher.missed(entry.step, help);
    else {
      context.collector.report(
        "patch/target-unmatched",
        "the patch changes nothing: no object is its target",
        {
          at: entry.step,
          help,
        },
      );
    }
  }
  return result;
}

function unmatchedHelp({ kind, name }: SelectorFields, resources: readonly Resource[]): string {
  const ids = resources.map(({ id }) => id).filter((id) => !kind || id.kind === kind);
  if (kind && ids.length === 0) {
    const close = nearest(kind, new Set(resources.map(({ id }) => id.kind)));
    return `no object has the kind ${kind}${close ? `; did you mean ${close}?` : ""}`;
  }
  const close = name ? nearest(name, new Set(ids.map((id) => id.name))) : undefined;
  if (close && close !== name) return `did you mean ${close}?`;
  return "every part of a target must match the object as it is when the patch gets to it: group, version, kind, name, namespace, labels and annotations";
}

function mergeIntoSelected(
  resources: readonly Resource[],
  entry: PatchEntry,
  patches: readonly Mapping[],
  schemas: SchemaIndex,
  context: BuildContext,
): readonly Resource[] {
  const [patch] = patches;
  if (!patch) return resources;
  if (patches.length > 1) {
    return context.collector.halt("patch/invalid", "an entry with a `target` can hold only one patch", {
      at: entry.step,
      notes: patches.slice(1).map((extra) => ({ message: "another patch", at: placeOf(extra) })),
      help: "write one entry for each patch",
    });
  }
  const changed = applyToSelected(resources, entry, context, (resource) =>
    applyCopiedPatch(resource, patch, entry.options, schemas, entry.step, context),
  );
  return new ResourceList(context.collector, changed).items;
}

function mergeByIdentity(
  resources: readonly Resource[],
  entry: PatchEntry,
  patches: readonly Mapping[],
  schemas: SchemaIndex,
  context: BuildContext,
): readonly Resource[] {
  let result = resources;
  for (const patch of patches) {
    const i = findTarget(result, patch, { entry, schemas, context });
    if (i === undefined) continue;
    const target = result[i] as Resource;
    const apply = entry.form === "patchesStrategicMerge" ? applyCopiedPatch : applyMergePatch;
    const changed = apply(target, patch, entry.options, schemas, entry.step, context);
    context.watcher?.applied(entry.step, { before: target, after: changed });
    if (!changed) checkFormerIds(target, context.collector);
    const next = changed ? result.with(i, changed) : result.toSpliced(i, 1);
    if (changed?.build.previousIds === target.build.previousIds) keepIndex(result, next);
    result = next;
  }
  return result;
}

function findTarget(
  resources: readonly Resource[],
  patch: Mapping,
  { entry, schemas, context }: { entry: PatchEntry; schemas: SchemaIndex; context: BuildContext },
): number | undefined {
  const id = idOf(patch, clusterScopeOf(schemas));
  const found = idIndexOf(resources).matching(idKey(id));
  if (found.length === 1) return found[0];
  if (found.length === 0) {
    context.collector.report("patch/no-target", `no object is ${friendlyId(id)}, which this patch is for`, {
      at: placeOf(patch),
      notes: [{ message: "the patch is listed here", at: entry.step }],
      help: similarTo(id, resources),
    });
  } else {
    context.collector.report("patch/no-target", `several objects are ${friendlyId(id)}`, {
      at: placeOf(patch),
      notes: found.map((i) => ({ message: "one of them", at: placeOf((resources[i] as Resource).node) })),
      help: "give the entry a `target`, or the patch a namespace",
    });
  }
  return undefined;
}

function similarTo(id: Resource["id"], resources: readonly Resource[]): string {
  const sameName = resources.find((resource) => resource.id.name === id.name && resource.id.kind === id.kind);
  if (sameName) {
    const { group, version, namespace } = sameName.id;
    return `there is one with apiVersion ${group ? `${group}/` : ""}${version}${namespace ? ` in namespace ${namespace}` : ""}; both must agree`;
  }
  const names = resources.map((resource) => `${resource.id.kind}/${resource.id.name}`);
  const close = nearest(`${id.kind}/${id.name}`, names);
  return close
    ? `did you mean ${close}?`
    : "a patch names its target by apiVersion, kind, metadata.name and namespace; give the entry a `target` to select otherwise";
}
