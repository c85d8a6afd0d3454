// Entries that do nothing: without an object to do it to, or because all of it was so already.
import { inFile } from "../../diagnostics/location.ts";
import { isComponent } from "../../kustomization/kind.ts";
import { hasEffect, hasTarget, type RecordedEntry } from "../../patch/report/entry-recorder.ts";
import { friendlyId } from "../../resource/res-id.ts";
import type { Cluster } from "../model/cluster.ts";
import type { Finding, Rule } from "../rule.ts";

const source = "https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/";

export const matchesNothing: Rule = {
  code: "patch/matches-nothing",
  severity: "error",
  summary: "An entry of a kustomization is for objects that are not there",
  why: "kustomize passes over it without a word, so what it was to change stays as it is",
  fix: "correct what it is for, or remove it; what only some overlays need belongs into a component",
  source,
  check: (cluster) => unmatched(cluster, (entry) => !isOfComponent(entry)),
};

export const matchesNothingHere: Rule = {
  code: "patch/matches-nothing-here",
  severity: "off",
  summary: "An entry of a component is for objects that are not in the overlay",
  why: "Other overlays may have them; when none has, kustomize passes over the entry without a word",
  fix: "remove the entry if no overlay needs it",
  source,
  check: (cluster) => unmatched(cluster, isOfComponent),
};

export const noEffect: Rule = {
  code: "patch/no-effect",
  severity: "warning",
  summary: "An entry of a kustomization changes nothing",
  why: "Whoever changes the value at the entry later on may find that something else decides, and readers look in two places",
  fix: "remove the entry, or the value that it was to replace was changed elsewhere",
  *check({ facts }) {
    for (const entry of facts.entries ?? []) {
      // A component does not know what it is put on.
      if (hasEffect(entry) || isOfComponent(entry)) continue;
      const { step, what, objects } = entry;
      const [first] = objects;
      // A namespace that is there already is said again to be sure.
      if (!first || step.by === "namespace" || step.by === "NamespaceTransformer") continue;
      const so = objects.length > 1 ? ` and ${objects.length - 1} more are so` : " is so";
      yield {
        at: step,
        object: first.id,
        message: `this entry of \`${step.by}\` (${what}) changes nothing: ${friendlyId(first.id)}${so} already`,
      };
    }
  },
};

function* unmatched({ facts }: Cluster, isMeant: (entry: RecordedEntry) => boolean): Iterable<Finding> {
  for (const entry of facts.entries ?? []) {
    const { step, what, objects, help } = entry;
    if (objects.length > 0 || !hasTarget(step) || !isMeant(entry)) continue;
    yield {
      at: step,
      message: `this entry of \`${step.by}\` (${what}) matches no object`,
      ...(help ? { help } : {}),
    };
  }
}

function isOfComponent({ step }: RecordedEntry): boolean {
  return isComponent(inFile(step).source.text);
}
