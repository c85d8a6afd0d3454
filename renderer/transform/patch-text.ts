// The text of a patch entry, inline or from a file, and what kind of patch it is.
import type { Collector } from "../diagnostics/collector.ts";
import type { SourceFile } from "../diagnostics/location.ts";
import type { BuildContext } from "../load/context.ts";
import { type Loader, loadText } from "../load/loader.ts";
import { toObjects } from "../load/objects.ts";
import { type Mapping, type Node, placeOf, type Scalar, type Step } from "../yaml/node.ts";
import { parseDocument, parseDocuments } from "../yaml/parse.ts";
import { type JsonPatch, readJsonPatch } from "./json-patch/read.ts";

export type LoadedPatch =
  | { readonly kind: "strategic"; readonly objects: readonly Mapping[]; readonly source: SourceFile }
  | { readonly kind: "json"; readonly patch: JsonPatch; readonly source: SourceFile }
  /** A file that is empty or holds only comments: kustomize takes it for a patch that changes nothing. */
  | { readonly kind: "nothing" };

/** A text that stands in the kustomization itself, as a source of its own whose places lead back there. */
export function inlineSource(value: Node | undefined, text: string): SourceFile {
  if (value?.kind !== "scalar") return { path: "inline", text };
  return { path: value.source.path, text, host: hostOf(value, text) };
}

function hostOf(value: Scalar, text: string): NonNullable<SourceFile["host"]> {
  // Only an untouched literal block keeps its lines where they stand.
  const style = value.style === "literal" && !value.text.startsWith(text) ? "folded" : value.style;
  return { source: value.source, at: value.at, style };
}

/** Loads a patch file. */
export function patchFile(path: string, step: Step, loader: Loader, context: BuildContext): SourceFile {
  return loadText(loader, path, step, context);
}

/** A patch of a component is read for every base that the component is part of. */
const known = new WeakMap<SourceFile, LoadedPatch>();

/** Decides whether a text is a strategic merge patch or a JSON 6902 patch, and reads it. */
export function readPatch(source: SourceFile, step: Step, { collector }: BuildContext): LoadedPatch {
  const before = collector.reports;
  const loaded = known.get(source) ?? readNow(source, step, collector);
  if (collector.reports === before) known.set(source, loaded);
  return loaded;
}

function readNow(source: SourceFile, step: Step, collector: Collector): LoadedPatch {
  const documents = parseDocuments(source, collector);
  const [first] = documents;
  if (!first) return { kind: "nothing" };
  if (first.kind === "mapping") {
    return { kind: "strategic", objects: toObjects(documents, collector), source };
  }
  if (first.kind === "sequence") {
    const patch = readJsonPatch(parseDocument(source, collector) ?? first, collector);
    return patch ? { kind: "json", patch, source } : { kind: "nothing" };
  }
  return collector.halt("patch/invalid", "this is no patch: neither an object nor a list of operations", {
    at: placeOf(first),
    notes: [{ message: "for this entry", at: step }],
    help: "a strategic merge patch has apiVersion, kind and metadata.name; a JSON patch is a list of op, path and value",
  });
}
