// `namePrefix:` and `nameSuffix:`. References to the names follow at the end of the build.
import { applyFieldSpec } from "../fieldspecs/apply.ts";
import type { FieldSpec } from "../fieldspecs/field-spec.ts";
import type { BuildContext } from "../load/context.ts";
import { type Gvk, isSelectedBy } from "../resource/gvk.ts";
import { originalId, type Resource, withNode, withPreviousId } from "../resource/resource.ts";
import { appended } from "../yaml/edit.ts";
import type { Node, Step } from "../yaml/node.ts";
import { failWith } from "./failure.ts";
import { overwrite } from "./setters.ts";
import { SharedWrites } from "./shared-scalars.ts";

export interface Affix {
  readonly side: "prefix" | "suffix";
  readonly text: string;
  readonly fieldSpecs: readonly FieldSpec[];
}

// Their names are fixed by what they are, or by convention.
const neverRenamed: readonly Partial<Gvk>[] = [
  { kind: "CustomResourceDefinition" },
  { group: "apiregistration.k8s.io", kind: "APIService" },
  { kind: "Namespace" },
];

/** Source: kustomize api/internal/builtins/PrefixTransformer.go and SuffixTransformer.go */
export function addAffix(
  resources: readonly Resource[],
  affix: Affix,
  step: Step,
  context: BuildContext,
): readonly Resource[] {
  context.watcher?.started(step, affix.text);
  return resources.map((resource) => {
    const id = originalId(resource);
    if (neverRenamed.some((gvk) => isSelectedBy(id, gvk))) return resource;
    let result = resource;
    for (const spec of affix.fieldSpecs) {
      if (!isSelectedBy(id, spec)) continue;
      if (spec.path === "metadata/name") result = remember(result, affix);
      const shares = new SharedWrites();
      const fail = failWith("transform/failed", result, step, context.collector);
      const set = (node: Node): Node => {
        if (node.kind !== "scalar") return fail("a name must be a scalar", node);
        const text = affix.side === "prefix" ? affix.text + node.text : node.text + affix.text;
        return overwrite(node, text, "", step, shares);
      };
      const root = applyFieldSpec(result.node, result.id, spec, { create: "scalar", step, set, fail });
      result = withNode(result, shares.spread(root));
    }
    if (result.node !== resource.node) context.watcher?.applied(step, { before: resource, after: result });
    return result;
  });
}

function remember(resource: Resource, affix: Affix): Resource {
  if (affix.text === "") return resource;
  const { prefixes, suffixes } = resource.build;
  const state =
    affix.side === "prefix"
      ? { prefixes: appended(prefixes, affix.text) }
      : { suffixes: appended(suffixes, affix.text) };
  return withPreviousId(resource, state);
}
