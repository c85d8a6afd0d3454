// How transformers report: at the value that stands in the way, with a note at the entry that wanted to write there.
import type { Code } from "../diagnostics/codes.ts";
import type { Collector } from "../diagnostics/collector.ts";
import { friendlyId } from "../resource/res-id.ts";
import type { Resource } from "../resource/resource.ts";
import { type Node, placeOf, type Step } from "../yaml/node.ts";

export type Fail = (message: string, node: Node, help?: string) => never;

/** A reporter for one step's work on one object. */
export function failWith(code: Code, resource: Resource, step: Step, collector: Collector): Fail {
  return (message, node, help) =>
    collector.halt(code, `${step.by}: ${message} in ${friendlyId(resource.id)}`, {
      at: placeOf(node),
      notes:
        step.source === node.source && step.at === node.at ? [] : [{ message: "for this entry", at: step }],
      help,
    });
}
