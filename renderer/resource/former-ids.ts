// kustomize remembers the former names, namespaces and kinds of an object as texts with commas in between, and crashes
// when they do not come apart into as many.
import type { Collector } from "../diagnostics/collector.ts";
import { placeOf } from "../yaml/node.ts";
import { idString } from "./res-id.ts";
import type { Resource } from "./resource.ts";

/** Reports an object whose former ids kustomize cannot read: whoever looks for objects by their ids meets it. */
export function checkFormerIds({ build, node, id }: Resource, collector: Collector): void {
  const count = (part: "name" | "namespace" | "kind"): number =>
    build.previousIds.reduce((sum, former) => sum + former[part].split(",").length, 0);
  if (count("name") === count("namespace") && count("name") === count("kind")) return;
  collector.report("resource/invalid", `the name, namespace or kind of ${idString(id)} has a comma in it`, {
    at: placeOf(node),
    help: "names and namespaces are made of lower-case letters, digits and dashes",
  });
}
