// What is done once, at the root of the build, when every object is there.
import { attempt } from "../../diagnostics/collector.ts";
import type { BuildContext } from "../../load/context.ts";
import type { Resource } from "../../resource/resource.ts";
import { addHashSuffixes } from "../../transform/hash-suffix.ts";
import { fieldAt } from "../../yaml/node.ts";
import type { Accumulated } from "../accumulated.ts";
import { updateNameReferences } from "./name-references.ts";
import { resolveVars } from "./vars.ts";

/** Hashes, then the references to all changed names, then vars, which may read those names. */
export function finish(accumulated: Accumulated, context: BuildContext): readonly Resource[] {
  const { config, vars } = accumulated;
  let resources = addHashSuffixes(accumulated.resources);
  const steps = [
    (all: readonly Resource[]) => updateNameReferences(all, config.nameReference, context),
    (all: readonly Resource[]) => resolveVars(all, vars, config.varReference, context),
  ];
  for (const step of steps) resources = attempt(() => step(resources)) ?? resources;
  return withoutLocal(resources);
}

const localConfig = "config.kubernetes.io/local-config";

/** Objects that only configure tools stay out of the output. */
function withoutLocal(resources: readonly Resource[]): readonly Resource[] {
  return resources.filter((resource) => {
    const value = fieldAt(resource.node, "metadata", "annotations", localConfig);
    return value === undefined || (value.kind === "scalar" && value.text === "false");
  });
}
