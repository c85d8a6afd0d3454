// What is done once, at the root of the build, when every object is there.
import { attempt } from "../../diagnostics/collector.ts";
import type { BuildContext } from "../../load/context.ts";
import { checkFormerIds } from "../../resource/former-ids.ts";
import { idKey } from "../../resource/res-id.ts";
import type { Resource } from "../../resource/resource.ts";
import { addHashSuffixes } from "../../transform/hash-suffix.ts";
import { placeOf } from "../../yaml/node.ts";
import type { Accumulated } from "../accumulated.ts";
import { isLocal, withoutLocal } from "./local.ts";
import { updateNameReferences } from "./name-references.ts";
import { reportTwins } from "./twins.ts";
import { resolveVars } from "./vars.ts";

/**
 * Hashes, then the references to all changed names, then vars, which may read those names.
 *
 * @param sorts  whether the objects are put in order after this
 */
export function finish(accumulated: Accumulated, sorts: boolean, context: BuildContext): readonly Resource[] {
  const { config, vars } = accumulated;
  let resources = addHashSuffixes(accumulated.resources, context);
  for (const resource of resources) checkFormerIds(resource, context.collector);
  const steps = [
    (all: readonly Resource[]) => updateNameReferences(all, config.nameReference, context),
    (all: readonly Resource[]) => resolveVars(all, vars, config.varReference, context),
  ];
  for (const step of steps) resources = attempt(() => step(resources)) ?? resources;
  const result = withoutLocal(resources, sorts, context);
  checkIds(result, context);
  return result;
}

// A patch or a replacement may have given two objects the same name.
function checkIds(resources: readonly Resource[], context: BuildContext): void {
  const { collector } = context;
  const seen = new Map<string, Resource>();
  for (const resource of resources) {
    const { id } = resource;
    if (id.kind === "" || (id.name === "" && !id.kind.endsWith("List"))) {
      collector.report("resource/invalid", "an object has lost its name or its kind", {
        at: placeOf(resource.node),
        help: "a patch or a replacement took it away",
      });
    }
    const key = idKey(id);
    const twin = seen.get(key);
    if (!twin || !isLocal(resource)) seen.set(key, resource);
    if (twin && !isLocal(twin) && !isLocal(resource)) reportTwins(resource, twin, context);
  }
}
