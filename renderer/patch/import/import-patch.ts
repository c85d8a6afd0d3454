// An existing YAML patch as a patch module that makes it.
import type { Collector } from "../../diagnostics/collector.ts";
import type { SourceFile } from "../../diagnostics/location.ts";
import { readKustomization } from "../../kustomization/read.ts";
import type { Patch } from "../../kustomization/schema.ts";
import { readObjects } from "../../load/objects.ts";
import type { SelectorFields } from "../../resource/selector.ts";
import type { Schema } from "../../schema/schema.ts";
import { builtInSource } from "../../schema/source/built-in.ts";
import { readJsonPatch } from "../../transform/json-patch/read.ts";
import type { Mapping, Node } from "../../yaml/node.ts";
import { placeOf } from "../../yaml/node.ts";
import { parseDocument, parseDocuments } from "../../yaml/parse.ts";
import { Code, toLiteral } from "./literal.ts";
import { operationCalls } from "./operations.ts";
import { exactValue } from "./values.ts";

/** The kustomization that lists the file, and the path it uses. */
export interface Listing {
  readonly source: SourceFile;
  readonly path: string;
}

/**
 * Writes the text of a module.
 *
 * Reports `patch/invalid` when the file is no patch, and `patch/module-failed` when TypeScript cannot say what it says.
 */
export function importPatch(
  source: SourceFile,
  listing: Listing | undefined,
  collector: Collector,
): string | undefined {
  const [first] = parseDocuments(source, collector);
  if (!first || first.kind === "scalar") {
    return collector.halt("patch/invalid", "this is no patch: neither an object nor a list of operations", {
      at: { source, at: 0 },
    });
  }
  const entry = entryOf(listing, collector);
  const made =
    first.kind === "sequence" ? jsonModule(source, entry, collector) : mergeModule(source, entry, collector);
  if (!made) return undefined;
  const comment = headComment(source.text);
  return `${comment}import { ${made.imports.join(", ")} } from "emqx-gitops/patch";\n\n${made.body}`;
}

interface Module {
  readonly imports: readonly string[];
  readonly body: string;
}

function entryOf(listing: Listing | undefined, collector: Collector): Patch | undefined {
  if (!listing) return undefined;
  const file = readKustomization(parseDocument(listing.source, collector), listing.source, collector);
  const entries = [...(file?.value.patches ?? []), ...(file?.value.patchesJson6902 ?? [])];
  return entries.find(({ path }) => path === listing.path || path === `./${listing.path}`);
}

function mergeModule(source: SourceFile, entry: Patch | undefined, collector: Collector): Module {
  const patches = readObjects(source, collector).map((object) => mergeCall(object, entry, collector));
  const calls = patches.map(({ call }) => call);
  const [only = ""] = calls;
  const body =
    calls.length === 1
      ? `export const patch = ${only};\n`
      : `export const patches = [\n${calls.map((call) => `  ${call.replaceAll("\n", "\n  ")},\n`).join("")}];\n`;
  return { imports: [...new Set(patches.map(({ name }) => name))].sort(), body };
}

function mergeCall(
  object: Mapping,
  entry: Patch | undefined,
  collector: Collector,
): { name: string; call: string } {
  const value = exactValue(object, collector) as Readonly<Record<string, unknown>>;
  const { apiVersion, kind, metadata, ...body } = value;
  const { name: objectName, namespace, ...more } = (metadata ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof apiVersion !== "string" || typeof kind !== "string") {
    return collector.halt("patch/invalid", "the patch needs apiVersion and kind", { at: placeOf(object) });
  }
  const isTyped = builtInSource().schemaOf(apiVersion, kind) !== undefined;
  const name = isTyped ? "mergePatch" : "untypedPatch";
  const fields = Object.keys(more).length > 0 ? { metadata: more, ...body } : body;
  const target = entry?.target
    ? selectedTarget(entry.target)
    : { name: objectName, ...(namespace === undefined ? {} : { namespace }) };
  const chosen = Object.entries(entry?.options ?? {}).filter(([, allowed]) => allowed);
  const options = chosen.length > 0 ? `, ${toLiteral(Object.fromEntries(chosen))}` : "";
  if (chosen.length > 0 && more["name"] === undefined)
    Object.assign(fields, { metadata: { name: objectName, ...more } });
  const head = `${name}(${JSON.stringify(apiVersion)}, ${JSON.stringify(kind)}, ${toLiteral(target)}, `;
  return { name, call: `${head}${toLiteral(fields, "", 100 - head.length)}${options})` };
}

/** A target of a merge patch, with the kind it asks for: that need not be the patch's own. */
function selectedTarget({
  group,
  version,
  kind,
  ...rest
}: SelectorFields): Readonly<Record<string, unknown>> {
  const parts = { group, version, kind: kind ?? ".*", name: rest.name, namespace: rest.namespace };
  return { ...patterns(parts), ...selectors(rest) };
}

function patterns(parts: Readonly<Record<string, string | undefined>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, text]) =>
      text === undefined || text === "" ? [] : [[name, pattern(text)]],
    ),
  );
}

/** Plain text where that means the same. */
function pattern(text: string): unknown {
  return /[\\^$.*+?()[\]{}|]/.test(text) ? new Code(`/${text.replaceAll("/", "\\/")}/`) : text;
}

function selectors({ labelSelector, annotationSelector }: SelectorFields): Readonly<Record<string, string>> {
  return {
    ...(labelSelector ? { labelSelector } : {}),
    ...(annotationSelector ? { annotationSelector } : {}),
  };
}

function jsonModule(source: SourceFile, entry: Patch | undefined, collector: Collector): Module | undefined {
  const document: Node | undefined = parseDocument(source, collector);
  const patch = document && readJsonPatch(document, collector);
  if (!patch) return undefined;
  if (!entry?.target) {
    return collector.halt(
      "patch/invalid",
      "a JSON patch does not say what it is for, and no kustomization above lists it with a target",
      {
        at: { source, at: 0 },
      },
    );
  }
  const { group, version, kind, ...rest } = entry.target;
  const typed = typeFor(group, version, kind);
  const target = { ...patterns({ name: rest.name, namespace: rest.namespace }), ...selectors(rest) };
  const head = typed
    ? `jsonPatch(${JSON.stringify(typed.apiVersion)}, ${JSON.stringify(kind)}, ${toLiteral(target)})`
    : `jsonPatch(${toLiteral({ ...patterns({ group, version, kind }), ...target })})`;
  const calls = operationCalls(patch, typed?.type, collector);
  const body =
    calls.length === 1 && (head + calls[0]).length < 90
      ? `${head}${calls[0]}`
      : `${head}${calls.map((call) => `\n  ${call.replaceAll("\n", "\n  ")}`).join("")}`;
  return { imports: ["jsonPatch"], body: `export const patch = ${body};\n` };
}

/** The type that a target can only mean; none when several API versions have the kind. */
function typeFor(group = "", version = "", kind = ""): { apiVersion: string; type: Schema } | undefined {
  const types = builtInSource();
  const found = types.kinds().filter(({ apiVersion, kind: own }) => {
    const [ownVersion = "", ownGroup = ""] = apiVersion.split("/").reverse();
    return own === kind && (group === "" || group === ownGroup) && (version === "" || version === ownVersion);
  });
  const [only] = found;
  const type = only && types.schemaOf(only.apiVersion, kind);
  return only && type && found.length === 1 ? { apiVersion: only.apiVersion, type } : undefined;
}

/** The comment at the top of the YAML; the line that a module left there is not kept. */
function headComment(text: string): string {
  const lines: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (!line.startsWith("#")) break;
    if (!/^# From \S+\.ts: change it there/.test(line)) lines.push(`//${line.slice(1)}\n`);
  }
  return lines.join("");
}
