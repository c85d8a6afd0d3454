// Patch entries of a kustomization, or of a plugin configuration, made ready to run: loaded, read and checked.

import { attempt } from "../diagnostics/collector.ts";
import type { Patch } from "../kustomization/schema.ts";
import { type Layer, stepOf } from "../load/layer.ts";
import { readObjects, readsAsObjects } from "../load/objects.ts";
import { trimGoSpace } from "../text/go-space.ts";
import type { Node, Step } from "../yaml/node.ts";
import { inlineSource, type LoadedPatch, patchFile, readPatch } from "./patch-text.ts";
import { applyPatchEntry, type PatchEntry } from "./patches.ts";
import type { Run } from "./transformer.ts";

/** A patch entry with the places of its parts. */
export interface PlacedPatch {
  readonly patch: Patch;
  readonly form: "patches" | "patchesJson6902";
  readonly step: Step;
  /** The scalar that holds an inline patch. */
  readonly inline: Node | undefined;
  readonly pathStep: Step;
  readonly isOptional: boolean;
}

export function preparePatches(layer: Layer): readonly Run[] {
  return (layer.file.value.patches ?? []).flatMap((patch, i) =>
    preparePatch(layer, placed(layer, "patches", patch, i)),
  );
}

export function prepareLegacyJsonPatches(layer: Layer): readonly Run[] {
  return (layer.file.value.patchesJson6902 ?? []).flatMap((patch, i) =>
    preparePatch(layer, placed(layer, "patchesJson6902", patch, i)),
  );
}

function placed({ file }: Layer, form: PlacedPatch["form"], patch: Patch, i: number): PlacedPatch {
  return {
    patch,
    form,
    step: stepOf(file, form, form, i),
    inline: file.node(form, i, "patch"),
    pathStep: stepOf(file, form, form, i, "path"),
    isOptional: file.value.kind === "Component",
  };
}

/** The run of one entry; none when the entry cannot be used, which is reported. */
export function preparePatch(
  layer: Pick<Layer, "loader" | "context" | "schemas">,
  entry: PlacedPatch,
): readonly Run[] {
  const ready = attempt(() => readEntry(layer, entry));
  return ready ? [(resources) => applyPatchEntry(resources, ready, layer.schemas, layer.context)] : [];
}

function readEntry(
  { loader, context }: Pick<Layer, "loader" | "context">,
  { patch, form, step, inline, pathStep, isOptional }: PlacedPatch,
): PatchEntry {
  const text = trimGoSpace(patch.patch ?? "");
  const path = patch.path ?? "";
  if ((text === "") === (path === "")) {
    context.collector.halt("patch/invalid", `${form}: an entry needs either \`patch\` or \`path\``, {
      at: step,
    });
  }
  if (form === "patchesJson6902" && !patch.target?.name) {
    context.collector.halt("patch/invalid", `${form}: the target needs a \`name\``, {
      at: step,
      help: "`patches` selects by kind, labels and annotations too",
    });
  }
  // The blanks in front of a list of operations count: what begins with a bracket must be JSON.
  const written = form === "patchesJson6902" ? (patch.patch ?? "") : text;
  const source = path === "" ? inlineSource(inline, written) : patchFile(path, pathStep, loader, context);
  const loaded = readPatch(source, step, context);
  const hasOperations = loaded.kind === "json" && loaded.patch.operations.length > 0;
  if (form === "patchesJson6902" && !hasOperations) {
    context.collector.halt("patch/invalid", `${form}: there are no operations`, { at: step });
  }
  const { allowNameChange = false, allowKindChange = false } = patch.options ?? {};
  const options = { allowNameChange, allowKindChange };
  return { loaded, name: path || "in place", target: patch.target, isOptional, options, step, form };
}

/** One entry of `patchesStrategicMerge`, with its place. */
export interface PlacedText {
  readonly text: string;
  readonly node: Node | undefined;
  readonly step: Step;
}

export function prepareLegacyMergePatches(layer: Layer): readonly Run[] {
  const form = "patchesStrategicMerge";
  const { file } = layer;
  const texts = (file.value.patchesStrategicMerge ?? []).map(
    (text, i): PlacedText => ({ text, node: file.node(form, i), step: stepOf(file, form, form, i) }),
  );
  return prepareMergePatches(layer, texts);
}

/** One run for all entries: each is a path, or a patch written in place; what looks like an object is the latter. */
export function prepareMergePatches(
  layer: Pick<Layer, "loader" | "context" | "schemas">,
  texts: readonly PlacedText[],
): readonly Run[] {
  const [first] = texts;
  if (!first) return [];
  const { context, schemas } = layer;
  const entries = texts.flatMap((text) => attempt(() => readMergePatch(layer, text)) ?? []);
  if (!context.collector.hasErrors && entries.every(({ loaded }) => loaded.kind === "nothing")) {
    context.collector.report("patch/invalid", "patchesStrategicMerge: the patches are empty", {
      at: first.step,
    });
  }
  return [
    (resources) => {
      let result = resources;
      for (const entry of entries)
        result = attempt(() => applyPatchEntry(result, entry, schemas, context)) ?? result;
      return result;
    },
  ];
}

function readMergePatch(
  { loader, context }: Pick<Layer, "loader" | "context">,
  { text, node, step }: PlacedText,
): PatchEntry {
  const form = "patchesStrategicMerge";
  const inline = inlineSource(node, text);
  const isInline =
    text.includes("\n") || /^\s*(\{|(apiVersion|kind|metadata)\s*:)/.test(text) || readsAsObjects(inline);
  const source = isInline ? inline : patchFile(text, step, loader, context);
  // Read as objects whatever it begins with: an empty list or map is none.
  const objects = readObjects(source, context.collector);
  const loaded: LoadedPatch =
    objects.length === 0 ? { kind: "nothing" } : { kind: "strategic", objects, source };
  const options = { allowNameChange: false, allowKindChange: false };
  return {
    loaded,
    name: isInline ? "in place" : text,
    target: undefined,
    isOptional: false,
    options,
    step,
    form,
  };
}
