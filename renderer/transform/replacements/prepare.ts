// `replacements:` read into what can be run: paths split, selectors compiled, files of replacements loaded.
import { attempt } from "../../diagnostics/collector.ts";
import type { Place } from "../../diagnostics/location.ts";
import type { KustomizationFile } from "../../kustomization/read.ts";
import type {
  FieldOptions,
  ReplacementEntry,
  SourceSelector,
  TargetSelector,
} from "../../kustomization/schema.ts";
import type { BuildContext } from "../../load/context.ts";
import { type Layer, stepOf } from "../../load/layer.ts";
import { type Scalar, type Step, scalar } from "../../yaml/node.ts";
import type { Prepare } from "../transformer.ts";
import { defaultFieldPath, type FieldPath, fieldPath } from "./field-path.ts";
import { readReplacementFile } from "./file.ts";
import { applyReplacement } from "./replace.ts";
import type { ObjectSource } from "./source.ts";
import { compileTarget, type TargetPattern } from "./target.ts";

export interface Replacement {
  readonly source: ObjectSource | { readonly kind: "text"; readonly node: Scalar };
  readonly targets: readonly Target[];
  readonly step: Step;
}

export interface Target {
  readonly pattern: TargetPattern;
  readonly paths: readonly FieldPath[];
  readonly options: FieldOptions;
}

/** Source: kustomize api/internal/builtins/ReplacementTransformer.go */
export const prepareReplacements: Prepare = ({ file, loader, context }) => {
  const entries = file.value.replacements ?? [];
  if (entries.length === 0) return [];
  const ready = entries.flatMap(
    (entry, i) => attempt(() => readEntry(entry, i, { file, loader, context })) ?? [],
  );
  return [
    (resources) =>
      ready.reduce(
        (result, replacement) => attempt(() => applyReplacement(result, replacement, context)) ?? result,
        resources,
      ),
  ];
};

type Origin = Pick<Layer, "file" | "loader" | "context">;

function readEntry(entry: ReplacementEntry, i: number, origin: Origin): readonly Replacement[] {
  const { file, context } = origin;
  if (!entry.path) return [compile(entry, i, file, context)];
  if (entry.source || (entry.targets ?? []).length > 0) {
    context.collector.halt(
      "replacement/invalid",
      "an entry has either a `path` or a replacement of its own",
      {
        at: file.place("replacements", i, "path"),
      },
    );
  }
  const loaded = readReplacementFile(entry.path, file.place("replacements", i, "path"), origin);
  const inner = loaded?.value.replacements ?? [];
  return loaded ? inner.flatMap((one, j) => attempt(() => compile(one, j, loaded, context)) ?? []) : [];
}

function compile(
  entry: ReplacementEntry,
  i: number,
  file: KustomizationFile,
  context: BuildContext,
): Replacement {
  const step = stepOf(file, "replacements", "replacements", i);
  const { source, sourceValue, targets = [] } = entry;
  const fail = (message: string, at: Place = step): never =>
    context.collector.halt("replacement/invalid", `replacements: ${message}`, { at });
  if (sourceValue === undefined && !source) fail("an entry needs a `source` or a `sourceValue`");
  if (sourceValue !== undefined && source) fail("an entry has either a `source` or a `sourceValue`");
  if (targets.length === 0) fail("an entry needs at least one target");
  return {
    source: source
      ? readSource(source, i, file)
      : { kind: "text", node: textNode(sourceValue ?? "", file.place("replacements", i, "sourceValue")) },
    targets: targets.map((target, j) => readTarget(target, [i, "targets", j], file, fail)),
    step,
  };
}

function textNode(text: string, { source, at }: Place): Scalar {
  return scalar(text, "str", "plain", source, at);
}

function readSource(source: SourceSelector, i: number, file: KustomizationFile): ObjectSource {
  const { fieldPath: path, options = {}, ...select } = source;
  const at = file.place("replacements", i, "source");
  return {
    kind: "object",
    select,
    path: fieldPath(path || defaultFieldPath, file.place("replacements", i, "source", "fieldPath")),
    options,
    at,
  };
}

function readTarget(
  target: TargetSelector,
  path: readonly (string | number)[],
  file: KustomizationFile,
  fail: (message: string, at: Place) => never,
): Target {
  const place = (...rest: readonly (string | number)[]): Place =>
    file.place("replacements", ...path, ...rest);
  if (!target.select) return fail("a target needs `select`", place());
  const pattern = compileTarget(target.select, target.reject);
  if ("error" in pattern) return fail(pattern.error, place("select"));
  const texts = target.fieldPaths ?? [];
  return {
    pattern,
    paths:
      texts.length > 0
        ? texts.map((text, k) => fieldPath(text, place("fieldPaths", k)))
        : [fieldPath(defaultFieldPath, place())],
    options: target.options ?? {},
  };
}
