// Targets of records as selectors of a kustomization.
import type { SelectorFields } from "../../resource/selector.ts";
import type { Pattern, ReadTarget } from "./records.ts";

/** kustomize reads every part as a regular expression, so the characters of a plain text that mean more are escaped. */
export function toSelector(target: ReadTarget): SelectorFields {
  const { group, version, kind, name, namespace, labelSelector, annotationSelector } = target;
  const parts = { group, version, kind, name, namespace };
  const patterns = Object.entries(parts).flatMap(([part, value]) => {
    if (value === undefined || value === "") return [];
    // No two groups differ only in a character where the other has a dot.
    return [[part, part === "group" && typeof value === "string" ? value : patternText(value)]];
  });
  return {
    ...Object.fromEntries(patterns),
    ...(labelSelector === undefined ? {} : { labelSelector }),
    ...(annotationSelector === undefined ? {} : { annotationSelector }),
  };
}

function patternText(value: Pattern): string {
  return typeof value === "string" ? value.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&") : value["\u0000regexp"];
}

/** The name and namespace of a target that is a single object. */
export function namedTarget(
  target: ReadTarget,
): { readonly name: string; readonly namespace?: string } | undefined {
  const { kind, name, namespace, labelSelector, annotationSelector } = target;
  if (kind !== undefined) return undefined;
  if (typeof name !== "string" || labelSelector !== undefined || annotationSelector !== undefined)
    return undefined;
  if (namespace === undefined) return { name };
  return typeof namespace === "string" ? { name, namespace } : undefined;
}
