// What is done once, at the root of the build, when every object is there.
import { attempt } from "../../diagnostics/collector.ts";
import type { BuildContext } from "../../load/context.ts";
import { idString } from "../../resource/res-id.ts";
import type { Resource } from "../../resource/resource.ts";
import { addHashSuffixes } from "../../transform/hash-suffix.ts";
import { fieldAt, placeOf } from "../../yaml/node.ts";
import type { Accumulated } from "../accumulated.ts";
import { updateNameReferences } from "./name-references.ts";
import { resolveVars } from "./vars.ts";

/** Hashes, then the references to all changed names, then vars, which may read those names. */
export function finish(accumulated: Accumulated, context: BuildContext): readonly Resource[] {
  const { config, vars } = accumulated;
  let resources = addHashSuffixes(accumulated.resources, context);
  checkFormerIds(resources, context);
  const steps = [
    (all: readonly Resource[]) => updateNameReferences(all, config.nameReference, context),
    (all: readonly Resource[]) => resolveVars(all, vars, config.varReference, context),
  ];
  for (const step of steps) resources = attempt(() => step(resources)) ?? resources;
  const result = withoutLocal(resources);
  checkIds(result, context);
  return result;
}

// kustomize remembers the former names, namespaces and kinds as texts with commas in between, and crashes when they do
// not come apart into as many.
function checkFormerIds(resources: readonly Resource[], { collector }: BuildContext): void {
  for (const { build, node, id } of resources) {
    const count = (part: "name" | "namespace" | "kind"): number =>
      build.previousIds.reduce((sum, former) => sum + former[part].split(",").length, 0);
    if (count("name") === count("namespace") && count("name") === count("kind")) continue;
    collector.report("resource/invalid", `the name, namespace or kind of ${idString(id)} has a comma in it`, {
      at: placeOf(node),
      help: "names and namespaces are made of lower-case letters, digits and dashes",
    });
  }
}

// A patch or a replacement may have given two objects the same name.
function checkIds(resources: readonly Resource[], { collector }: BuildContext): void {
  const seen = new Map<string, Resource>();
  for (const resource of resources) {
    const { id } = resource;
    if (id.kind === "" || (id.name === "" && !id.kind.endsWith("List"))) {
      collector.report("resource/invalid", "an object has lost its name or its kind", {
        at: placeOf(resource.node),
        help: "a patch or a replacement took it away",
      });
    }
    const key = `${id.group}\0${id.version}\0${id.kind}\0${id.effectiveNamespace}\0${id.name}`;
    const twin = seen.get(key);
    seen.set(key, resource);
    if (!twin) continue;
    collector.report("resource/duplicate-id", `two objects have come to be ${idString(id)}`, {
      at: placeOf(resource.node),
      notes: [{ message: "the other one is this", at: placeOf(twin.node) }],
      help: "let the patches and replacements leave their names apart",
    });
  }
}

const localConfig = "config.kubernetes.io/local-config";

/** Objects that only configure tools stay out of the output. */
function withoutLocal(resources: readonly Resource[]): readonly Resource[] {
  return resources.filter((resource) => {
    const value = fieldAt(resource.node, "metadata", "annotations", localConfig);
    return value === undefined || (value.kind === "scalar" && value.text === "false");
  });
}
