// Checks one patch of a build, right before it is applied.
import { attempt, Collector } from "../../diagnostics/collector.ts";
import type { BuildContext, PatchEvent } from "../../load/context.ts";
import { apiVersionOf } from "../../resource/gvk.ts";
import { idKey } from "../../resource/res-id.ts";
import { idOf, type Resource } from "../../resource/resource.ts";
import { idIndexOf } from "../../resource/resource-list.ts";
import { compileSelector } from "../../resource/selector.ts";
import type { Schema } from "../../schema/schema.ts";
import { sourceWith } from "../../schema/source/definitions.ts";
import { readPatch } from "../../transform/patch-text.ts";
import { checkJsonPatch } from "./json-patch.ts";
import { checkMergePatch } from "./merge-patch.ts";
import { partCheck, reportFound } from "./parts.ts";

/** The objects that a patch goes to; none when its target cannot be read, which the build reports. */
export function targetsOf(event: PatchEvent, context: BuildContext): readonly Resource[] {
  const { resources, target } = event;
  if (target) {
    const scratch = new Collector();
    const refuse = (why: string): never => scratch.halt("patch/invalid", why);
    return (
      attempt(() => {
        const selector = compileSelector(target, refuse);
        return resources.filter((resource) => selector.matches(resource));
      }) ?? []
    );
  }
  const loaded = readPatch(event.source, event.step, context);
  if (loaded.kind !== "strategic") return [];
  return loaded.objects.flatMap((patch) => byIdentity(resources, idKey(idOf(patch))));
}

function byIdentity(resources: readonly Resource[], key: string): readonly Resource[] {
  return idIndexOf(resources)
    .matching(key)
    .map((i) => resources[i] as Resource);
}

/**
 * Checks a patch against each of its targets. Findings have the place in the patch.
 *
 * Reports `patch/unknown-field`, `patch/wrong-type`, `patch/missing-merge-key`, `patch/unsupported-directive` and
 * `patch/list-replaced`.
 */
export function checkPatch(event: PatchEvent, context: BuildContext): void {
  const { collector } = context;
  const loaded = readPatch(event.source, event.step, context);
  if (loaded.kind === "nothing") return;
  const types = sourceWith(event.resources.map(({ node }) => node));
  const typeOf = ({ id }: Resource): Schema | undefined => types.schemaOf(apiVersionOf(id), id.kind);
  if (loaded.kind === "json") {
    const kinds = new Map(targetsOf(event, context).map((target) => [typeOf(target), target.id.kind]));
    for (const [type, kind] of kinds) {
      const check = partCheck(types, kind);
      if (type) checkJsonPatch(loaded.patch, type, check);
      reportFound(check, collector);
    }
    return;
  }
  for (const patch of loaded.objects) {
    const targets = event.target
      ? targetsOf(event, context)
      : byIdentity(event.resources, idKey(idOf(patch)));
    for (const target of targets) {
      const schema = event.schemas.forType(apiVersionOf(target.id), target.id.kind);
      const check = partCheck(types, target.id.kind);
      checkMergePatch(patch, target.node, typeOf(target), schema, {
        types: check,
        collector,
        hasTarget: event.target !== undefined,
        isKnownKind: schema !== undefined,
      });
      reportFound(check, collector);
    }
  }
}
