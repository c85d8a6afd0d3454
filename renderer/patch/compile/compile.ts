// Records of a patch module to the file that kustomize reads, and to the entry that lists it.
import { attempt, Collector } from "../../diagnostics/collector.ts";
import type { PatchOptions } from "../../kustomization/schema.ts";
import type { SelectorFields } from "../../resource/selector.ts";
import { applyJsonPatch } from "../../transform/json-patch/apply.ts";
import { readJsonPatch } from "../../transform/json-patch/read.ts";
import type { Node } from "../../yaml/node.ts";
import { parseDocument } from "../../yaml/parse.ts";
import { isKeyed, parseWrittenPath, resolvePath } from "./pointer.ts";
import type { PatchRecord, RecordOf } from "./records.ts";
import { namedTarget, toSelector } from "./selector.ts";
import { toYamlText } from "./yaml-text.ts";

/** What a module becomes. */
export interface Compiled {
  /** The text of `<what>.yaml` without its header; undefined for modules of images and replicas only. */
  readonly text: string | undefined;
  /** The field of the kustomization that lists the file. */
  readonly listedIn: "patches" | "replacements";
  readonly target: SelectorFields | undefined;
  readonly options: PatchOptions | undefined;
  readonly images: RecordOf<"images">["images"];
  readonly replicas: RecordOf<"replicas">["replicas"];
}

/** Whether items of lists have to be looked up in the target. */
export function needsTarget(records: readonly PatchRecord[]): boolean {
  return records.some(
    (record) =>
      record.record === "jsonPatch" &&
      record.operations.some(({ path, from }) => isKeyed(path) || (from !== undefined && isKeyed(from))),
  );
}

/**
 * Compiles the records of one module.
 *
 * @param targets  the objects that a JSON patch is for, as they are when it gets to them
 */
export function compile(
  records: readonly PatchRecord[],
  targets: readonly Node[],
): Compiled | { readonly error: string } {
  const merges = records.filter((record) => record.record === "mergePatch");
  const jsons = records.filter((record) => record.record === "jsonPatch");
  const replacements = records.filter((record) => record.record === "replacement");
  const rest = {
    images: records.flatMap((record) => (record.record === "images" ? record.images : [])),
    replicas: records.flatMap((record) => (record.record === "replicas" ? record.replicas : [])),
  };
  const forms = [merges, jsons, replacements].filter((list) => list.length > 0);
  if (forms.length > 1)
    return {
      error: "a module makes one file: merge patches, a JSON patch or replacements, not several of them",
    };
  const [json] = jsons;
  if (jsons.length > 1) {
    return { error: "a module makes one JSON patch; chain its operations, or write another module" };
  }
  const file = json ? compileJson(json, targets) : merges.length > 0 ? compileMerges(merges) : undefined;
  if (file) return "error" in file ? file : { ...rest, ...file };
  const text = replacements.length > 0 ? toYamlText(replacements.map(toReplacement)) : undefined;
  return { ...rest, text, listedIn: "replacements", target: undefined, options: undefined };
}

type File = Omit<Compiled, "images" | "replicas">;

function compileMerges(patches: readonly RecordOf<"mergePatch">[]): File | { readonly error: string } {
  const [first] = patches;
  const selecting = patches.find(
    ({ target, options }) => !namedTarget(target) || Object.values(options).some(Boolean),
  );
  if (!first || !selecting) {
    const text = patches.map((patch) => toYamlText(toObject(patch))).join("---\n");
    return { text, listedIn: "patches", target: undefined, options: undefined };
  }
  if (patches.length > 1)
    return { error: "a merge patch that selects its targets, or has options, is alone in its module" };
  const { group, version } = parseApiVersion(first.apiVersion);
  const own = first.target.kind === undefined ? { group, version, kind: first.kind } : {};
  const target = toSelector({ ...own, ...first.target });
  const chosen = Object.entries(first.options).filter(([, allowed]) => allowed === true);
  const options: PatchOptions | undefined = chosen.length > 0 ? Object.fromEntries(chosen) : undefined;
  return { text: toYamlText(toObject(first)), listedIn: "patches", target, options };
}

/** A patch with a target names no object, but must have a name. */
function toObject({ apiVersion, kind, target, body }: RecordOf<"mergePatch">): unknown {
  const { metadata, ...rest } = body;
  const named = namedTarget(target) ?? { name: "any" };
  const more = typeof metadata === "object" && metadata !== null ? metadata : {};
  const fields = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, opened(value)]));
  return { apiVersion, kind, metadata: { ...named, ...(opened(more) as object) }, ...fields };
}

/** `replaceList` becomes the directive that kustomize knows. */
function opened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(opened);
  if (typeof value !== "object" || value === null) return value;
  if (isReplacedList(value)) return [...value.items.map(opened), { $patch: "replace" }];
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, opened(item)]));
}

function isReplacedList(value: object): value is { readonly items: readonly unknown[] } {
  const keys = Object.keys(value);
  return (
    keys.length === 2 &&
    "record" in value &&
    value.record === "replaceList" &&
    "items" in value &&
    Array.isArray(value.items)
  );
}

function compileJson(
  { target, operations }: RecordOf<"jsonPatch">,
  targets: readonly Node[],
): File | { readonly error: string } {
  const selector = toSelector(target);
  if (Object.keys(selector).length === 0)
    return { error: "the target selects nothing: give a kind, a name or a selector" };
  const variants = (targets.length > 0 ? targets : [undefined]).map((object) =>
    compileOperations(operations, object),
  );
  const [first] = variants;
  if (!first || "error" in first) return first ?? { error: "there is no target" };
  for (const other of variants) {
    if ("error" in other) return other;
    if (JSON.stringify(other) !== JSON.stringify(first)) {
      return { error: "the items stand at different places in the targets; write a patch for each target" };
    }
  }
  return { text: toYamlText(first), listedIn: "patches", target: selector, options: undefined };
}

type Operations = RecordOf<"jsonPatch">["operations"];

// A guard is tested right before the operation that relies on it, and again once items may have moved. What
// an operation changes counts for those that follow.
function compileOperations(
  operations: Operations,
  start: Node | undefined,
): readonly unknown[] | { readonly error: string } {
  const result: unknown[] = [];
  let target = start;
  let tested = new Set<string>();
  for (const { op, path, from, value } of operations) {
    const resolvedFrom = from === undefined ? undefined : resolvePath(from, target);
    const resolved = resolvePath(path, target);
    if (resolvedFrom && "error" in resolvedFrom) return resolvedFrom;
    if ("error" in resolved) return resolved;
    for (const guard of [...(resolvedFrom?.guards ?? []), ...resolved.guards]) {
      if (tested.has(guard.pointer)) continue;
      tested.add(guard.pointer);
      result.push({ op: "test", path: guard.pointer, value: guard.value });
    }
    if (op === "move" || movesItems(path)) tested = new Set();
    tested = new Set(
      [...tested].filter((guard) => op === "test" || !`${guard}/`.startsWith(`${resolved.pointer}/`)),
    );
    const made = {
      op,
      ...(resolvedFrom ? { from: resolvedFrom.pointer } : {}),
      path: resolved.pointer,
      ...(op === "add" || op === "replace" || op === "test" ? { value: value ?? null } : {}),
    };
    result.push(made);
    target = target && afterOperation(target, made);
  }
  return result;
}

/** Whether adding or removing at a path changes the numbers of list items. */
function movesItems(path: string): boolean {
  return path.startsWith("/") || parseWrittenPath(path)?.at(-1)?.kind !== "field";
}

/** The target after an operation; as it was when the operation does not apply, which the build will report. */
function afterOperation(target: Node, operation: object): Node {
  const collector = new Collector();
  const source = { path: "operation", text: toYamlText([operation]) };
  const changed = attempt(() => {
    const node = parseDocument(source, collector);
    const patch = node && readJsonPatch(node, collector);
    const step = { by: "patches", source, at: 0 };
    return patch && applyJsonPatch(target, patch, step, (message) => collector.halt("patch/failed", message));
  });
  return changed ?? target;
}

function toReplacement({ replacement }: RecordOf<"replacement">): unknown {
  const { source, targets } = replacement;
  const written = targets.map(({ select, reject, ...more }) => ({
    select: toSelector(select),
    ...(reject ? { reject: reject.map(toSelector) } : {}),
    ...withoutUndefined(more),
  }));
  return "value" in source ? { sourceValue: source.value, targets: written } : { source, targets: written };
}

function parseApiVersion(apiVersion: string): { group: string; version: string } {
  const slash = apiVersion.indexOf("/");
  return { group: slash < 0 ? "" : apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}
