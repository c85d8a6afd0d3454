// Two objects that have come to be one.
import type { BuildContext } from "../../load/context.ts";
import { idString } from "../../resource/res-id.ts";
import type { Resource } from "../../resource/resource.ts";
import { placeOf } from "../../yaml/node.ts";

export function reportTwins(resource: Resource, twin: Resource, { collector }: BuildContext): void {
  collector.report("resource/duplicate-id", `two objects have come to be ${idString(resource.id)}`, {
    at: placeOf(resource.node),
    notes: [{ message: "the other one is this", at: placeOf(twin.node) }],
    help: "let the patches and replacements leave their names apart",
  });
}
